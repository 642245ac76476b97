"""What a plan does beside its dollars, worked out by hand for the plain school: people, hours, and the age of
the devices.
"""

from __future__ import annotations

import pytest

from tests.worked.school import row, years
from tests.worked.test_devices import GROWING

AGED = [f"devices_aged_{age}" for age in range(6)]


def fleet(year: int, **changes) -> list[float]:
    """Devices in use by age in a year, youngest first, and those of unknown age."""
    p = years(**changes)
    return [p.cell(line, year) for line in (*AGED, "devices_of_unknown_age")]


def test_class_size_is_larger_than_pupils_per_teacher():
    """With 80% of teachers in front of a class, 10 students per teacher sit in classes of 12.5."""
    assert row("class_size") == [12.5] * 5


def test_every_position_counts_as_an_adult():
    """10 teachers, 4 leaders released for a quarter (1), 1.5 of each of six roles (9), 2 coaches: 22; 100
    students: 4.545.
    """
    roles = ("principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support")
    p = years(
        teacher_leaders=4,
        leader_release_share=0.25,
        instructional_coaches=2,
        **{f"{role}_positions": 1.5 for role in roles},
    )
    assert p.row("adults") == [0, 22, 22, 22, 22, 22]
    assert p.row("pupils_per_adult")[1:] == pytest.approx([100 / 22] * 5)


def test_leaders_without_release_are_no_more_adults():
    """A teacher leader is one of the teachers: extra pay makes nobody more."""
    assert row("adults", teacher_leaders=4, leader_supplement=5_000) == [10] * 5


def test_pupils_per_adult_follows_a_dated_decision():
    """Two coaches from year 3: 100 students with 10, then with 12 adults."""
    assert row("pupils_per_adult", instructional_coaches=(0, 0, 2, 2, 2)) == pytest.approx(
        [10, 10, 100 / 12, 100 / 12, 100 / 12]
    )


@pytest.mark.parametrize(
    ("leaders", "release", "ratio", "hours"),
    [
        (0, 0.25, 0.8, 0),
        (4, 0, 0.8, 0),
        (
            4,
            0.25,
            8 / 11,
            1_440,
        ),  # one position more, as many classes: 10 x 80% of 11; one position is 1,440 hours
        (3, 0.1, 8 / 10.3, 432),  # 0.3 of 1,440
        (10, 1, 0.4, 14_400),  # every leader's whole week: twice the positions
    ],
)
def test_release_time_lowers_the_contact_ratio_and_counts_hours(leaders, release, ratio, hours):
    """Contact time of 10 teachers at 80%, over all teaching positions; the hours that leaders are freed."""
    changes = {"teacher_leaders": leaders, "leader_release_share": release}
    assert row("contact_with_release", **changes) == pytest.approx([ratio] * 5)
    assert row("release_hours", **changes) == pytest.approx([hours] * 5)


def test_pd_in_paid_time_is_hours_and_a_value_and_no_cash():
    """10 teachers x 40 hours; each gives 40; worth 400 x $60,000 / 1,440 = $16,666.67; no cost moves."""
    p = years(pd_hours_in_existing_time=40)
    assert p.row("pd_hours_per_teacher")[1:] == [40] * 5
    assert p.row("pd_hours_value")[1:] == pytest.approx([50_000 / 3] * 5)
    assert p.row("total_cost") == years().row("total_cost")


def test_devices_for_each_pupil_count_the_spares():
    """100 students with one each and 25 spare, 125, are 1.25 each; without devices none."""
    assert row("devices_for_each_pupil", devices_per_pupil=1, spare_rate=0.25) == [1.25] * 5
    assert row("devices_for_each_pupil") == [0] * 5


# --- the age of the devices ---------------------------------------------------------------------------------
# 100 students with a device each.
ALL_NEW = {"devices_per_pupil": 1}
SOME_OWNED = {"devices_per_pupil": 1, "existing_devices_per_pupil": 0.4}


def test_a_smoothed_fleet_settles_at_half_of_its_life_less_one_year():
    """Life 4: 25 new ones a year take the place of the oldest. 100 of the start-up; then 25 of each age:
    (0+1+2+3)/4.
    """
    assert fleet(1, **ALL_NEW) == [25, 75, 0, 0, 0, 0, 0]
    assert fleet(2, **ALL_NEW) == [25, 25, 50, 0, 0, 0, 0]
    assert fleet(3, **ALL_NEW) == [25, 25, 25, 25, 0, 0, 0]
    assert fleet(5, **ALL_NEW) == [25, 25, 25, 25, 0, 0, 0]
    # Year 1: 75 x 1; year 2: 25 x 1 + 50 x 2; from year 3: 25 x (1 + 2 + 3).
    assert row("device_age", **ALL_NEW) == [0.75, 1.25, 1.5, 1.5, 1.5]


@pytest.mark.parametrize(("life", "steady"), [(1, 0), (2, 0.5), (3, 1), (4, 1.5), (5, 2)])
def test_the_steady_age_by_life(life, steady):
    """(life - 1) / 2, reached by year 5 for each life up to 5."""
    assert row("device_age", **ALL_NEW, device_life_years=life)[4] == pytest.approx(steady)


def test_a_long_life_is_not_steady_by_year_5():
    """Life 10: ten new ones a year; in year 5 ten of each age 0 to 4 and 50 of the start-up:
    (10+20+30+40+250)/100.
    """
    assert fleet(5, **ALL_NEW, device_life_years=10) == [10, 10, 10, 10, 10, 50, 0]
    assert row("device_age", **ALL_NEW, device_life_years=10)[4] == 3.5


def test_a_lumpy_fleet_grows_old_together():
    """All bought in the start-up year: 1, 2, 3 years old, bought again in Year 4, a year old in Year 5."""
    assert row("device_age", **ALL_NEW, refresh="lumpy") == [1, 2, 3, 0, 1]
    assert fleet(3, **ALL_NEW, refresh="lumpy") == [0, 0, 0, 100, 0, 0, 0]
    assert fleet(4, **ALL_NEW, refresh="lumpy") == [100, 0, 0, 0, 0, 0, 0]


def test_a_lumpy_life_beyond_year_5_only_grows_older():
    """Life 6: nothing is bought again; five years old in year 5."""
    assert row("device_age", **ALL_NEW, refresh="lumpy", device_life_years=6) == [1, 2, 3, 4, 5]


def test_owned_devices_have_no_age_and_no_part_in_the_mean():
    """Lumpy: 60 bought, 40 owned before stay for good. Smoothed: the owned are the first to leave: 100 - 25 -
    60 = 15.
    """
    assert fleet(1, **SOME_OWNED, refresh="lumpy") == [0, 60, 0, 0, 0, 0, 40]
    assert fleet(5, **SOME_OWNED, refresh="lumpy") == [0, 60, 0, 0, 0, 0, 40]
    assert fleet(1, **SOME_OWNED) == [25, 60, 0, 0, 0, 0, 15]
    assert row("device_age", **SOME_OWNED)[0] == pytest.approx(60 / 85)
    # Year 2: 25, 25 and room for 50 of the 60.
    assert fleet(2, **SOME_OWNED) == [25, 25, 50, 0, 0, 0, 0]


def test_nothing_bought_and_nothing_owned():
    """150 owned and none bought (lumpy): all of unknown age and a mean of nothing, 0; no devices at all: 0 of
    each.
    """
    owned = {"devices_per_pupil": 1, "existing_devices_per_pupil": 1.5, "refresh": "lumpy"}
    assert fleet(3, **owned) == [0, 0, 0, 0, 0, 0, 100]
    assert row("device_age", **owned) == [0] * 5
    assert fleet(3) == [0] * 7


def test_growth_is_bought_new():
    """Lumpy, life 4: 60 + 40 owned, then 10, 11, 12 and the 60 again, 13. Year 4: (11 x 1 + 10 x 2) / 93."""
    changes = {**GROWING, "refresh": "lumpy"}
    assert fleet(3, **changes) == [11, 10, 0, 60, 0, 0, 40]
    assert fleet(4, **changes) == [72, 11, 10, 0, 0, 0, 40]
    assert row("device_age", **changes)[3] == pytest.approx(31 / 93)


def test_a_shrinking_fleet_gives_up_its_oldest_and_they_never_come_back():
    """100, 50, 100 devices, lumpy: 50 of the start-up leave in year 2; year 3 buys 50. (50 x 3 + 50 x 0) /
    100.
    """
    changes = {"enrollment_year1": (100, 50, 100, 100, 100), "devices_per_pupil": 1, "refresh": "lumpy"}
    assert fleet(2, **changes) == [0, 0, 50, 0, 0, 0, 0]
    assert fleet(3, **changes) == [50, 0, 0, 50, 0, 0, 0]
    assert row("device_age", **changes)[2] == 1.5


def test_more_is_bought_than_there_is_room_for():
    """Life 1 and a growing fleet: the even share is all of it and the growth comes on top; in use are only
    110, all new.
    """
    assert fleet(2, **GROWING, device_life_years=1) == [110, 0, 0, 0, 0, 0, 0]
