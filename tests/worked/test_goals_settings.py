"""What matters most, the places of a lever, the map and the trade-off, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import LEVERS
from model.goals.frontier import frontier
from model.goals.influence import break_evens, influences
from model.goals.maps import axis, spaced, two_way
from model.goals.places import places, steps
from model.plan.scenario import ScenarioError
from tests.worked.school import PLAIN

# --- what matters most --------------------------------------------------------------------------------------


def test_the_swing_and_the_turn_of_pupils_per_teacher():
    """$6,500 a student leave 50,000. At 9 students each it takes 11.5 teachers (690,000): 90,000 worse. At 30
    it takes 3.5 (210,000): 390,000 better. It turns at 9.5, where 11 teachers cost 660,000; at 9.6 they are
    10.5.
    """
    result, found = influences(PLAIN.changed(base_rate_per_pupil=6_500), "decision")
    assert result == pytest.approx(50_000)
    first = next(i for i in found if i.swing.lever.key == "pupils_per_teacher")
    assert dict(first.swing.ends) == pytest.approx({9: -90_000, 30: 390_000})
    assert (first.break_even.last, first.break_even.first, first.break_even.lasts) == (9.6, 9.5, True)


def test_a_result_of_zero_is_not_short():
    """At $6,000 revenue and pay are equal, so the plan pays its way; one step less, $5,950, is short."""
    turn = break_evens(PLAIN.changed(base_rate_per_pupil=6_000), ["base_rate_per_pupil"])[
        "base_rate_per_pupil"
    ]
    assert (turn.last, turn.first) == (6_000, 5_950)


def test_a_lever_that_turns_nothing():
    """Inflation has no part in a school without supplies, and the life of a device none where there are no
    devices.
    """
    assert break_evens(PLAIN, ["inflation", "device_life_years", "opening_fund_balance"]) == {
        "inflation": None,
        "device_life_years": None,
        "opening_fund_balance": None,
    }


# --- the places of a lever ----------------------------------------------------------------------------------


def test_places_are_the_steps_and_the_plans_own_value():
    """0 to 0.6 by 0.05; a value between two steps, or beyond the range, is a place too."""
    release = LEVERS["leader_release_share"]
    assert steps(release) == pytest.approx([i / 20 for i in range(13)])
    found = places(PLAIN.changed(leader_release_share=0.12), "leader_release_share")
    assert found.values[found.now] == 0.12
    assert found.shares[found.now + 1] == pytest.approx(0.03 / 0.6)
    beyond = places(PLAIN.changed(leader_release_share=0.73), "leader_release_share")
    assert beyond.values[-3:] == pytest.approx((0.65, 0.7, 0.73))


def test_another_choice_is_the_whole_range():
    found = places(PLAIN, "refresh")
    assert (found.values, found.now, found.shares.tolist()) == (
        ("smoothed", "set_aside", "lumpy"),
        0,
        [0, 1, 1],
    )


# --- the map ------------------------------------------------------------------------------------------------


def test_the_map_of_two_levers_by_hand():
    """Teachers cost 600,000 whatever the rate, so at 10 students each it is even at $6,000 and short one step
    of $50 below: the line lies half a step, $25, below the plan's own setting. Places are counted in labelled
    settings.
    """
    found = two_way(PLAIN.changed(base_rate_per_pupil=6_000), "base_rate_per_pupil", "pupils_per_teacher")
    x, y = found.across, found.up
    assert x.values[x.now] == 6_000
    assert y.values[y.now] == 10
    assert found.results[y.now, x.now] == pytest.approx(0)
    apart = x.values[1] - x.values[0]
    wanted = x.now - 25 / apart  # half a step below the plan's own setting
    upright = [p for p in found.break_even if p[0] == p[2] and p[1] <= y.now <= p[3]]
    assert any(p[0] == pytest.approx(wanted) for p in upright)


def test_a_map_of_one_lever_is_refused():
    with pytest.raises(ScenarioError, match="twice"):
        two_way(PLAIN, "inflation", "inflation")


def test_settings_are_at_most_nine_and_hold_the_plans_own():
    """For every lever; and the line's steps reach the borders of the outermost settings or the end of what is
    possible.
    """
    for key, lever in LEVERS.items():
        a = axis(PLAIN, key)
        assert 2 <= len(a.values) <= 9
        assert a.values[a.now] == PLAIN[key]
        assert len(a.borders) == len(a.steps) + 1
        assert set(a.values) <= set(a.steps)
        if not lever.is_choice:
            values, each = spaced(PLAIN, key)
            assert np.diff(values) == pytest.approx(each * lever.step)


# --- the trade-off ------------------------------------------------------------------------------------------


def test_the_trade_off_by_hand():
    """Ten teachers for 100 students: 10 students per adult and 400,000 left. The only lever traded is
    students per teacher: every setting that changes the number of teachers is unbeaten, so the plan is.
    """
    found = frontier(PLAIN, "pupils_per_adult", ["pupils_per_teacher"])
    assert (found.measure[0], found.result[0]) == (pytest.approx(10), pytest.approx(400_000))
    assert found.is_best


def test_money_that_pupils_do_not_notice_is_found():
    """1,000 a student of supplies count neither as class nor as adult, so a mix with 200 beats the plan by
    80,000.
    """
    plan = PLAIN.changed(nonpersonnel_per_pupil=1_000)
    found = frontier(plan, "class_size", ["nonpersonnel_per_pupil"])
    assert not found.is_best
    assert found.settings[found.more_money][0] <= 500
    assert found.measure[found.more_money] == found.measure[0]


@pytest.mark.parametrize(
    "keys", [[], ["inflation"], ["nothing"], ["refresh", "leader_pay", "teacher_leaders", "spare_rate"]]
)
def test_what_cannot_be_traded_is_refused(keys):
    with pytest.raises(ScenarioError):
        frontier(PLAIN, "class_size", keys)
