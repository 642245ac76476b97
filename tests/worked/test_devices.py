"""The device fleet of the plain school, worked out by hand: dated stock, bought evenly or in lumps."""

from __future__ import annotations

import pytest

from model.results.verdicts import judge
from tests.worked.school import row, years

# 100, 110, 121, 133 (133.1), 146 (146.41) students with a device each. 40 are owned, so 60 are bought at the
# start, then 10, 11, 12 and 13 are added in years 2 to 5.
GROWING = {"enrollment_growth": 0.1, "devices_per_pupil": 1, "existing_devices_per_pupil": 0.4}
PRICE = {"device_unit_cost": 300, "inflation": 0.02}


def test_the_fleet_grows_by_what_is_added():
    """60 at the start, none in year 1, then the growth of the fleet."""
    p = years(**GROWING)
    assert p.row("devices")[1:] == [100, 110, 121, 133, 146]
    assert p.row("devices_added") == [60, 0, 10, 11, 12, 13]


@pytest.mark.parametrize(
    ("life", "bought"),
    [
        # life 1: everything bought so far is bought again each year
        (1, [60, 60, 60 + 10, 70 + 11, 81 + 12, 93 + 13]),
        # life 2: year 2 renews the start and year 4 renews year 2, the renewed start in it; year 3 renews
        # year 1 (none)
        (2, [60, 0, 10 + 60, 11 + 0, 12 + 70, 13 + 11]),
        # life 3: year 3 renews the start, year 4 year 1 (none), year 5 year 2
        (3, [60, 0, 10, 11 + 60, 12 + 0, 13 + 10]),
        # life 4: year 4 renews the start, year 5 year 1 (none)
        (4, [60, 0, 10, 11, 12 + 60, 13 + 0]),
        (5, [60, 0, 10, 11, 12, 13 + 60]),
        # above 5: nothing is renewed within the five years
        (6, [60, 0, 10, 11, 12, 13]),
        (15, [60, 0, 10, 11, 12, 13]),
    ],
)
def test_a_lumpy_fleet_is_bought_again_when_its_life_is_over(life, bought):
    """Each purchase comes back after its life, renewals of renewals too; devices owned before are not
    renewed.
    """
    changes = {**GROWING, **PRICE, "device_life_years": life, "refresh": "lumpy"}
    p = years(**changes)
    assert p.row("devices_lumpy") == bought
    assert p.row("devices_bought")[1:] == bought[1:]
    # Money in year t: pieces x $300 x 1.02^(t-1); the first purchase is start-up, not recurring.
    assert p.row("device_cost")[1:] == pytest.approx([b * 300 * 1.02**t for t, b in enumerate(bought[1:])])
    assert p.row("startup_it") == [60 * 300, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(("life", "year"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, None)])
def test_the_refresh_year_is_the_first_in_which_devices_are_bought_again(life, year):
    """The first purchase comes back after its life: that year is named, and none beyond Year 5."""
    assert judge(years(**GROWING, device_life_years=life, refresh="lumpy")).refresh_year == year


def test_a_smoothed_fleet_has_no_refresh_year():
    """An even share every year is no event, and the growth of a lumpy fleet is no refresh."""
    assert judge(years(**GROWING)).refresh_year is None


@pytest.mark.parametrize("life", [1, 4, 15])
def test_a_smoothed_fleet_is_an_even_share_and_its_growth(life):
    """Stock over life, and what the fleet grows by: in year 2 110/life + 10."""
    got = row("devices_bought", **GROWING, device_life_years=life)
    assert got == pytest.approx(
        [100 / life, 110 / life + 10, 121 / life + 11, 133 / life + 12, 146 / life + 13]
    )


@pytest.mark.parametrize("refresh", ["smoothed", "lumpy"])
def test_a_shrinking_fleet_adds_nothing(refresh):
    """100, 90, 81, 73, 66 devices: an even share of ever fewer, or the one lump of 100 in year 4."""
    changes = {"enrollment_growth": -0.1, "devices_per_pupil": 1, "refresh": refresh}
    smoothed, lumpy = [100 / 4, 90 / 4, 81 / 4, 73 / 4, 66 / 4], [0, 0, 0, 100, 0]
    assert row("devices_bought", **changes) == (smoothed if refresh == "smoothed" else lumpy)
    assert years(**changes).row("devices_added") == [100, 0, 0, 0, 0, 0]


def test_a_fleet_that_shrinks_and_grows_again_buys_the_growth():
    """100, 90, 95, 95, 120: 5 in year 3 and 25 in year 5, measured from the year before."""
    assert years(enrollment_year1=(100, 90, 95, 95, 120), devices_per_pupil=1).row("devices_added") == [
        100,
        0,
        0,
        5,
        0,
        25,
    ]


def test_any_part_of_a_device_is_a_device():
    """90 students x 1.5 devices x 1.25 = 168.75 is 169; 80 x 1.5 x 1.25 = 150 stays 150."""
    spare = {"devices_per_pupil": 1.5, "spare_rate": 0.25}
    assert row("devices", enrollment_year1=90, **spare)[0] == 169
    assert row("devices", enrollment_year1=80, **spare)[0] == 150


@pytest.mark.parametrize(
    ("share", "owned"),
    [
        (0.18, 18),
        (0.29, 29),  # 100 x 0.29 falls a hair short of 29 in binary
        (0.295, 29),
        (0.57, 57),  # and so does 100 x 0.57
    ],
)
def test_owned_devices_are_counted_whole(share, owned):
    """100 students: whole devices, rounded down, a hair not counting."""
    assert years(devices_per_pupil=1, existing_devices_per_pupil=share).cell("devices_owned", 0) == owned
    assert (
        years(devices_per_pupil=1, existing_devices_per_pupil=share).cell("devices_added", 0) == 100 - owned
    )


@pytest.mark.parametrize("refresh", ["smoothed", "lumpy"])
def test_a_school_with_more_than_enough_buys_none_at_the_start(refresh):
    """150 owned and 100 needed: none bought, a lump of none comes back; other start-up IT is still paid."""
    p = years(
        devices_per_pupil=1,
        existing_devices_per_pupil=1.5,
        device_unit_cost=300,
        startup_it_other=7_000,
        refresh=refresh,
    )
    assert p.cell("devices_added", 0) == 0
    assert p.row("startup_it") == [7_000, 0, 0, 0, 0, 0]
    assert p.row("devices_bought")[1:] == ([25] * 5 if refresh == "smoothed" else [0] * 5)


def test_start_up_is_bought_at_the_price_of_year_1():
    """With a price for each year, the first 60 devices cost the $300 of year 1; year 2 pays its own $310."""
    p = years(**GROWING, device_unit_cost=(300, 310, 320, 330, 340), device_life_years=15, refresh="lumpy")
    assert p.cell("startup_it", 0) == 60 * 300
    assert p.row("device_cost")[1:] == [0, 10 * 310, 11 * 320, 12 * 330, 13 * 340]


def test_repairs_and_software_follow_fleet_and_pupils():
    """Year 3: 121 devices x 10% x $90 and 121 students x ($70 + $15), at 1.02^2."""
    p = years(
        **GROWING,
        **PRICE,
        breakage_rate=0.1,
        repair_cost=90,
        software_per_pupil=70,
        connectivity_per_pupil=15,
    )
    assert p.cell("repairs", 3) == pytest.approx(121 * 0.1 * 90 * 1.02**2)
    assert p.cell("software", 3) == pytest.approx(121 * 85 * 1.02**2)
    # Smoothed over 4 years: (121/4 + 11) x $300.
    assert p.cell("it", 3) == pytest.approx((41.25 * 300 + 121 * 9 + 121 * 85) * 1.02**2)
