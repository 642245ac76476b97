"""A school that reacts in the years after it first falls short, by hand on the plain school.

It keeps $400,000 a year; each dollar of other cost per student takes $100, each teacher costs $60,000. Two
futures are enough: one that is never short, and one that is $100,000 short in Year 2.
"""

from __future__ import annotations

import pytest

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario, ScenarioError
from model.ranges.bands import ranges
from model.ranges.reactions import REACTIONS, WATCHED, first_short, reacting
from model.results.projection import Scenarios, project
from tests.first_versions import first_version
from tests.worked.school import PLAIN

CALM, SHORT = (0, 0, 0, 0, 0), (0, 5000, 0, 0, 0)


def reacted(*reactions: str, **changes) -> tuple[Scenarios, list[float]]:
    """The two futures of the plain school with these values; and the results of the second, Years 1 to 5."""
    plan = PLAIN.changed(changes)
    drawn = Scenarios.varied(plan, nonpersonnel_per_pupil=[CALM, SHORT])
    found = reacting(plan, drawn, project(drawn, only=WATCHED), reactions)
    p = project(found)
    assert p.row("structural_result", 0) == project(drawn).row("structural_result", 0)  # never short
    return found, p.row("structural_result", 1)[1:]


def test_the_first_short_year():
    """Year 2 by its result, the start-up by its savings, and none."""
    p = project([PLAIN.changed(nonpersonnel_per_pupil=SHORT), PLAIN.changed(startup_other=1), PLAIN])
    assert first_short(p).tolist() == [2, 0, 6]


def test_paused_pd_is_saved_from_the_year_after():
    """10 teachers at $1,000 of PD: $10,000 less a year, until Year 3."""
    _, results = reacted("pause_pd", recurring_pd_per_teacher=1000)
    assert results == pytest.approx([390_000, -110_000, 400_000, 400_000, 400_000])


def test_a_position_is_given_up_from_the_year_after():
    """Nine teachers instead of ten from Year 3 on: $60,000 a year."""
    found, results = reacted("give_up_position")
    assert results == pytest.approx([400_000, -100_000, 460_000, 460_000, 460_000])
    assert project(found).row("teachers", 1)[1:] == [10, 10, 9, 9, 9]


def test_an_early_shortfall_starts_the_responses_in_time():
    """$4,500 more per student from Year 3 on: 50,000 short in Year 3, and nobody reacts before Year 4. Short
    in Year 2 too, a position of $60,000 is given up in Year 3: Years 3 to 5 pay their way, with less money.
    """
    late, early = (0, 0, 4500, 4500, 4500), (0, 5000, 4500, 4500, 4500)
    drawn = Scenarios.varied(PLAIN, nonpersonnel_per_pupil=[late, early])
    p = project(reacting(PLAIN, drawn, project(drawn, only=WATCHED), ["give_up_position"]))
    assert p.row("tested_result", 0)[1:] == pytest.approx([400_000, 400_000, -50_000, 10_000, 10_000])
    assert p.row("tested_result", 1)[1:] == pytest.approx([400_000, -100_000, 10_000, 10_000, 10_000])


def test_a_school_with_a_teacher_and_a_half_has_none_to_give_up():
    """15 students: $150,000 less 1.5 teachers at $60,000 leave $60,000; other cost of $75,000 is too much."""
    found, results = reacted("give_up_position", enrollment_year1=15)
    assert results == pytest.approx([60_000, -15_000, 60_000, 60_000, 60_000])
    assert project(found).row("teachers", 1)[1:] == [1.5] * 5


def test_devices_are_kept_a_year_longer_from_the_year_after():
    """100 devices of $200, a quarter a year: $5,000; a fifth is $4,000."""
    devices = {"devices_per_pupil": 1, "device_unit_cost": 200, "existing_devices_per_pupil": 1}
    _, results = reacted("postpone_refresh", **devices)
    assert results == pytest.approx([395_000, -105_000, 396_000, 396_000, 396_000])


@pytest.mark.parametrize(
    ("reaction", "changes"),
    [
        ("postpone_refresh", {"device_life_years": 15}),
        ("postpone_refresh", {"device_life_years": 15, "refresh": "lumpy"}),
        ("larger_classes", {"pupils_per_teacher": 60}),
    ],
)
def test_what_cannot_go_further_stays(reaction, changes):
    """No device lasts longer than 15 years and no teacher has more than 60 students."""
    devices = {"devices_per_pupil": 1, "device_unit_cost": 200, "existing_devices_per_pupil": 1}
    found, results = reacted(reaction, **devices, **changes)
    plan = PLAIN.changed(devices | changes)
    assert results == project([plan.changed(nonpersonnel_per_pupil=SHORT)]).row("structural_result")[1:]
    assert all(found.levers[k].max() == v for k, v in changes.items() if k != "refresh")


@pytest.mark.parametrize(("life", "bought"), [(4, [0, 0, 0, 0, 100]), (2, [0, 100, 0, 100, 0])])
def test_of_whole_fleets_only_what_is_still_to_come_can_wait(life, bought):
    """Bought for the start and due in Year 4: after a short Year 2 that waits for Year 5. Due in Year 2, the
    short year itself, nothing is undone.
    """
    found, _ = reacted(
        "postpone_refresh",
        devices_per_pupil=1,
        device_unit_cost=200,
        startup_grants=20_000,
        refresh="lumpy",
        device_life_years=life,
    )
    assert project(found).row("devices_lumpy", 1)[1:] == bought


def test_responses_together():
    """PD, stipends and a larger class: 100 students at 11 a teacher are 9.5 teachers, half a position less.

    One position more is given up from those: 8.5 teachers. So PD of $10,000 and $2,000 of stipends are saved,
    and $90,000 of pay.
    """
    found, results = reacted(
        "pause_pd",
        "drop_stipends",
        "larger_classes",
        "give_up_position",
        recurring_pd_per_teacher=1000,
        teacher_leaders=1,
        leader_supplement=2000,
    )
    assert project(found).row("teachers", 1)[1:] == [10, 10, 8.5, 8.5, 8.5]
    paid = project([PLAIN.changed(teacher_leaders=1, leader_supplement=2000)]).cell("leader_pay_cost", 1)
    assert results[:2] == pytest.approx([390_000 - paid, -110_000 - paid])
    assert results[2:] == pytest.approx([490_000] * 3)


def test_with_nothing_uncertain_the_chance_is_that_of_the_plan_that_reacts():
    """$20,000 short from Year 2 on. It reacts from Year 3 on with $60,000 and so balances."""
    plan = PLAIN.changed(nonpersonnel_per_pupil=(0, 4200, 4200, 4200, 4200))
    found = ranges(plan, UNCERTAIN, reactions=("give_up_position",))
    assert (found.whole, found.reacted) == (0, 2000)
    assert ranges(plan, UNCERTAIN, reactions=("pause_pd",)).reacted == 0
    assert ranges(plan, UNCERTAIN).reacted is None


def test_it_reacts_and_never_does_worse():
    """Each reaction saves money in the years after, so no preset holds up in fewer futures with it."""
    home = Scenario.preset(first_version("us_elementary"))
    for reaction in REACTIONS:
        found = ranges(home, reactions=(reaction,))
        assert found.reacted is not None
        assert found.reacted >= found.whole


def test_an_unknown_reaction_is_named():
    with pytest.raises(ScenarioError) as refusal:
        ranges(PLAIN, reactions=("hope",))
    assert [p.lever for p in refusal.value.problems] == ["react"]
