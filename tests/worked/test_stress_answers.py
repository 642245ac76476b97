"""Responses, worked by hand on the tight school: see its file for what it spends."""

from __future__ import annotations

import pytest

from model.evidence import STRESS
from model.plan.responses import CLASS_LEVERS, changes_of, idle_responses
from model.plan.scenario import ScenarioError
from model.results.projection import project
from model.results.verdicts import State
from model.stress import RESPONSES, answered, board, unknown_responses
from model.stress.board_in_words import idle_words
from model.texts import quoted, say
from tests.worked.school import PLAIN
from tests.worked.tight_school import TIGHT

# --- responses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("response", "changes"),
    [
        ("pause_pd", {"recurring_pd_per_teacher": (500, 0, 0, 500, 500)}),
        ("postpone_refresh", {"device_life_years": 5}),
        (
            "freeze_nonpersonnel",
            {
                "nonpersonnel_per_pupil": (3_630, 2_904, 2_904, 3_630, 3_630),
                "flexible_nonpersonnel_share": (0.2, 0, 0, 0.2, 0.2),
            },
        ),
        ("drop_stipends", {"leader_supplement": (6_000, 0, 0, 6_000, 6_000)}),
        ("larger_classes", {"pupils_per_teacher": (10, 11, 11, 10, 10)}),
    ],
)
def test_a_response_changes_its_levers_while_the_shock_lasts(response, changes):
    made = changes_of(TIGHT, [response], STRESS["severe_cut"].years)
    assert made == {k: pytest.approx(v) for k, v in changes.items()}


def test_every_response_is_worked_above():
    assert list(RESPONSES) == [
        "pause_pd",
        "postpone_refresh",
        "freeze_nonpersonnel",
        "drop_stipends",
        "larger_classes",
    ]


def test_a_response_that_has_nothing_to_take_changes_nothing():
    waiver = TIGHT.changed(leader_pay="salary_waiver")
    assert answered(waiver, ["drop_stipends"], range(1, 6)) == waiver
    assert answered(PLAIN, ["drop_stipends", "pause_pd"], range(1, 6)) == PLAIN
    fixed = TIGHT.changed(flexible_nonpersonnel_share=0)
    assert answered(fixed, ["freeze_nonpersonnel"], range(1, 6)) == fixed
    assert answered(TIGHT, RESPONSES, range(0)) == TIGHT


def test_responses_spend_what_can_go_first():
    """Paused PD and dropped stipends take $17,000 from what is missing and from what can go; positions at
    risk stay.
    """
    dry = TIGHT.changed(flexible_nonpersonnel_share=0)
    row = board(dry, ["pause_pd", "drop_stipends"]).row("severe_cut")
    assert row.unanswered.flexible == pytest.approx(37_000)
    assert row.plan.flexible == pytest.approx(20_000)
    assert row.plan.results[2] - row.unanswered.results[2] == pytest.approx(17_000)
    assert row.plan.at_risk == row.unanswered.at_risk
    assert row.plan.at_risk.positions == pytest.approx(63_000 / 60_000)


def test_larger_classes_give_positions_up_and_say_so():
    """100 students at 11 a teacher are 9.09, up to 9.5: half a position less, $30,000, and so much less at
    risk. Paused PD saves the $250 of the half teacher with the rest.
    """
    dry = TIGHT.changed(flexible_nonpersonnel_share=0)
    row = board(dry, ["larger_classes"]).row("severe_cut")
    assert row.plan.given_up == 0.5
    assert row.unanswered.given_up == 0
    assert row.plan.at_risk.positions == pytest.approx((100_000 - 30_000 - 250 - 36_750) / 60_000)


def test_responses_can_turn_the_verdict():
    """3.5% in Year 2 are $35,000, and nothing is in the bank: at risk. $12,000 of stipends and $5,000 of PD
    are not enough; with $72,600 of supplies Year 2 is $54,600 to the good, and Years 3 to 5 were never short.
    """
    some = board(TIGHT, ["pause_pd", "drop_stipends"]).row("midyear_cut")
    assert some.unanswered.verdict.state is State.AT_RISK
    assert (some.unanswered.first_bad, some.unanswered.verdict.first_negative) == (2, 2)
    assert some.plan.results[2] == pytest.approx(-18_000)
    assert some.plan.verdict.state is State.AT_RISK
    more = board(TIGHT, ["pause_pd", "drop_stipends", "freeze_nonpersonnel"]).row("midyear_cut")
    assert more.plan.results[2] == pytest.approx(54_600)
    assert (more.plan.verdict.state, more.plan.first_bad) == (State.SUSTAINABLE, None)


def test_no_shock_and_a_shock_that_misses_need_no_answer():
    """The row without a shock, and the grant that is not there, stay as they are whatever the responses."""
    found = board(TIGHT, list(RESPONSES))
    calm, missed = found.rows[0], found.row("grant_ends_early")
    assert calm.is_hit
    assert not missed.is_hit
    for row in (calm, missed):
        assert row.plan.results == tuple(project([TIGHT]).row("structural_result"))


@pytest.mark.parametrize(
    ("response", "at_its_end"),
    [
        ("postpone_refresh", {"device_life_years": 15}),
        ("larger_classes", {"pupils_per_teacher": 60}),
        ("larger_classes", {"pupils_per_teacher": 59.5}),  # one more would be 60.5, and 60 is the most
    ],
)
def test_a_response_that_cannot_go_further_changes_nothing(response, at_its_end):
    """A device lasts 15 years at most and a teacher has 60 students at most. Every row stands as without."""
    plan = TIGHT.changed(at_its_end)
    assert [r.key for r in idle_responses(plan, [response, "pause_pd"])] == [response]
    found, without = board(plan, [response]), board(plan)
    for row, bare in zip(found.rows, without.rows, strict=True):
        assert row.problems == ()
        assert row.plan.results == bare.plan.results
        assert row.plan.verdict == bare.plan.verdict
    assert idle_words(plan, found) == say("events.idle", responses=RESPONSES[response].label)
    assert idle_words(plan, without) == ""


def test_a_response_goes_as_far_as_it_can_in_each_year():
    """Classes of 60 in Year 2 stay, those of 59 in Year 3 become 60. A limit of 100 stays, 28 is 29."""
    uneven = TIGHT.changed(pupils_per_teacher=(10, 60, 59, 10, 10))
    assert changes_of(uneven, ["larger_classes"], (2, 3)) == {"pupils_per_teacher": (10, 60, 60, 10, 10)}
    limits = dict.fromkeys(CLASS_LEVERS[True], 28) | {"class_size_trigger_k": 100}
    by_grade = TIGHT.changed({"enrollment_from": "by_grade", "grade_k_year1": 50, **limits})
    made = changes_of(by_grade, ["larger_classes"], range(1, 6))
    assert made == {k: 29 for k in CLASS_LEVERS[True] if k != "class_size_trigger_k"}
    assert idle_responses(by_grade, ["larger_classes"]) == []


def test_an_unknown_response_is_named_with_the_nearest():
    with pytest.raises(ScenarioError) as e:
        unknown_responses(["pause", "pause_pd", "fly"])
    hint, known = say("names.did_you_mean", name="pause_pd"), ", ".join(RESPONSES)
    assert [p.message for p in e.value.problems] == [
        say("responses.unknown", key=quoted("pause"), hint=hint),
        say("responses.unknown", key=quoted("fly"), hint=say("responses.choose", known=known)),
    ]
