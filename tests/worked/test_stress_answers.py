"""Responses, worked by hand on the tight school: see its file for what it spends."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS, STRESS
from model.plan.responses import changes_of
from model.plan.scenario import ScenarioError
from model.results.projection import project
from model.results.verdicts import State
from model.stress import RESPONSES, answered, board, unknown_responses
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


def test_a_row_that_cannot_be_says_so_and_the_others_stand():
    """59.5 students per teacher and one more is beyond 60; without a shock nothing is asked."""
    found = board(TIGHT.changed(pupils_per_teacher=59.5), ["larger_classes"])
    assert found.rows[0].plan is not None
    row = found.row("midyear_cut")
    assert row.plan is None
    assert row.unanswered is not None
    ratio = LEVERS["pupils_per_teacher"].label
    assert row.problems == (
        say("events.outside_in_year", setting=ratio, year=2, given="60.5", low="5", high="60"),
    )


def test_an_unknown_response_is_named_with_the_nearest():
    with pytest.raises(ScenarioError) as e:
        unknown_responses(["pause", "pause_pd", "fly"])
    hint, known = say("names.did_you_mean", name="pause_pd"), ", ".join(RESPONSES)
    assert [p.message for p in e.value.problems] == [
        say("responses.unknown", key=quoted("pause"), hint=hint),
        say("responses.unknown", key=quoted("fly"), hint=say("responses.choose", known=known)),
    ]
