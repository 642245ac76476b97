"""Devices that are there already are used before more are bought, and owned ones are replaced within a life.

The plain school has a device for each student. By default every rise in students is bought, as in version 1.
"""

from __future__ import annotations

import pytest

from model.plan.released import newest
from model.plan.scenario import Scenario
from model.results.plan_remarks import how_many, plan_remarks
from model.results.projection import project
from tests.worked.school import PLAIN, row, years

EACH = {"devices_per_pupil": 1, "standing_devices": "used"}
LUMPS = {**EACH, "refresh": "lumpy"}


def elementary(**changes: object) -> Scenario:
    return newest("us_elementary").scenario.changed(changes)


def test_a_year_with_fewer_students_buys_no_device_twice():
    """450 x 1.1 is 496 devices (see decisions), 380 x 1.1 = 418.00000000000006 is 419. The 77 that are
    missing in Year 3 stood there: a quarter of 496 is 124, of 419 is 104.75.
    """
    dip = {"enrollment_year1": (450, 380, 450, 450, 450)}
    p = project([elementary(**dip, standing_devices="used"), elementary(**dip)])
    assert p.row("devices_bought")[1:] == [124, 104.75, 124, 124, 124]
    assert p.row("devices_bought", 1)[1:] == [124, 104.75, 124 + 77, 124, 124]


def test_growth_is_what_is_more_than_in_the_years_of_one_life():
    """100, 90, 95, 95, 120: the 95 of Year 3 stood there in Year 1, and 120 are 20 more than the 100."""
    path = {"enrollment_year1": (100, 90, 95, 95, 120)}
    assert years(**path, **EACH).row("devices_added") == [100, 0, 0, 0, 0, 20]
    assert row("devices_bought", **path, **EACH) == [25, 22.5, 23.75, 23.75, 30 + 20]


def test_devices_are_gone_when_their_life_is_over():
    """100, 60, 60, 100, 100 with a life of 2 years: in Year 4 no device of Year 1 is left, so 40 are added to
    the half of 100 that is replaced.
    """
    path = {"enrollment_year1": (100, 60, 60, 100, 100), "device_life_years": 2}
    assert row("devices_bought", **path, **EACH) == [50, 30, 30, 50 + 40, 50]


def test_more_than_enough_at_the_start_is_used_before_more_is_bought():
    """150 owned and 100, 120, 120, 160, 160 needed, over 8 years: Year 4 needs 10 more."""
    path = {"enrollment_year1": (100, 120, 120, 160, 160), "device_life_years": 8}
    assert years(**path, **EACH, existing_devices_per_pupil=1.5).row("devices_added") == [0, 0, 0, 0, 10, 0]


def test_no_more_is_bought_than_is_in_use():
    """A life of 1 year: 110 are bought in Year 2, not 110 and the 10 of growth."""
    assert row("devices_bought", **EACH, enrollment_growth=0.1, device_life_years=1) == [
        100,
        110,
        121,
        133,
        146,
    ]


def test_a_whole_purchase_is_capped_at_what_is_needed():
    """100, 90, 81, 73, 66: the 100 of the start are over in Year 4, and 73 are needed then."""
    assert years(**LUMPS, enrollment_growth=-0.1).row("devices_bought") == [0, 0, 0, 0, 73, 0]


@pytest.mark.parametrize(
    ("life", "bought"),
    [
        # 60 are bought for the start. The 40 owned are over with them, in the year of one life.
        (1, [60, 100, 100, 100, 100, 100]),
        (2, [60, 0, 100, 0, 100, 0]),
        (3, [60, 0, 0, 100, 0, 0]),
        (4, [60, 0, 0, 0, 100, 0]),
        (6, [60, 0, 0, 0, 0, 0]),
    ],
)
def test_owned_devices_are_replaced_within_a_life(life, bought):
    p = years(**LUMPS, existing_devices_per_pupil=0.4, device_life_years=life)
    assert p.row("devices_lumpy") == bought
    assert p.row("devices_bought")[1:] == bought[1:]


@pytest.mark.parametrize(
    ("life", "bought"),
    [
        # 100, 50, 50, 100, 100. Three years: the 100 are over in Year 3, when 50 are needed, and the other 50
        # are missing in Year 4. Five years: they last until Year 5.
        (3, [100, 0, 0, 50, 50, 0]),
        (5, [100, 0, 0, 0, 0, 100]),
        (6, [100, 0, 0, 0, 0, 0]),
    ],
)
def test_whole_purchases_around_a_year_with_fewer_students(life, bought):
    path = (100, 50, 50, 100, 100)
    assert years(**LUMPS, enrollment_year1=path, device_life_years=life).row("devices_lumpy") == bought


def test_plans_in_one_batch_come_to_what_each_comes_to_alone():
    """Lives of 2, 3 and 5 years, with and without owned devices, side by side."""
    plans = [
        PLAIN.changed({**LUMPS, "device_life_years": life, "existing_devices_per_pupil": owned})
        for life in (2, 3, 5)
        for owned in (0, 0.4)
    ]
    together = project(plans)
    for i, plan in enumerate(plans):
        assert together.row("devices_lumpy", i) == project([plan]).row("devices_lumpy")


@pytest.mark.parametrize(
    "changes",
    [
        {"enrollment_year1": (450, 380, 450, 450, 450), "enrollment_growth": 0},
        {"refresh": "lumpy", "device_life_years": 6},
    ],
)
def test_a_plan_that_passes_over_what_is_there_is_told(changes):
    """77 devices are bought that stood there, or 81 owned ones are never replaced: one press mends it."""
    start = elementary()
    now = start.changed(changes)
    (told,) = [r for r in plan_remarks(start, now) if r.offers == {"standing_devices": "used"}]
    assert ("77" if "enrollment_year1" in changes else "81") in told.text
    mended = now.changed(dict(told.offers))
    assert not [r for r in plan_remarks(start, mended) if "standing_devices" in r.offers]
    assert how_many(start, now, ()) == how_many(start, mended, ()) + 1


def test_a_plan_that_passes_over_nothing_is_not_told():
    start = elementary()
    assert plan_remarks(start, start) == []
    assert plan_remarks(start, start.changed({"refresh": "set_aside"})) == []
