"""What is of any size has no usual range, and nobody guesses it. What opens fields is not idle."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.evidence.usual import has_usual_range
from model.explain.changes import swings
from model.plan.scenario import Scenario
from model.results.cash_remark import cash_remark
from model.results.plan_remarks import plan_remarks
from model.texts import say
from model.units import year_name
from tests.worked.school import PLAIN

OF_ANY_SIZE = ("own_01_amount", "own_20_share", "own_01_first_year", "loan_1", "loan_2_year", "credit_limit")
SCHOOL = Scenario.preset("us_elementary")


def test_a_range_is_usual_where_somebody_knows_one():
    assert not [k for k in OF_ANY_SIZE if has_usual_range(LEVERS[k])]
    known = ("loan_1_rate", "loan_1_term", "credit_rate", "aid_deferred", "benefit_rate", "startup_grants")
    assert all(has_usual_range(LEVERS[k]) for k in known)


def test_what_is_of_any_size_is_not_moved_across_a_range():
    """$650 for each of 450 students. At $500,000 a student the register would tell of $225 million."""
    plan = SCHOOL.changed(
        own_01_kind="recurring_cost", own_01_basis="by_student", own_01_amount=650, loan_1=374_000
    )
    found = swings(plan, "structural_result", 5)
    assert [(found[k].ends, found[k].is_tried) for k in OF_ANY_SIZE] == [((), False)] * len(OF_ANY_SIZE)
    assert found["loan_1_rate"].size > 0
    assert found["loan_1_rate"].is_tried


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"count_basis": "last_year"}, "counted_last_year"),
        ({"rent_basis": "lease"}, "lease"),
        ({"loan_1_rate": 0.07}, "loan_1"),
        ({"own_01_kind": "recurring_cost", "own_01_growth": 0.03}, "own_01_amount"),
    ],
)
def test_a_fact_of_the_school_is_not_guessed(changes, missing):
    """The remark names what is missing. A button that sets it to the middle of a range would make it up."""
    told = plan_remarks(SCHOOL, SCHOOL.changed(changes))
    assert told
    assert all(missing in r.text and not r.offers and not r.press for r in told)


def test_a_cut_that_does_not_come_is_still_offered():
    (told,) = plan_remarks(SCHOOL, SCHOOL.changed(cut_comes_back="never"))
    assert set(told.offers) == {"cut_rate", "cut_years"}


def test_rates_of_their_own_begin_with_those_of_teachers():
    """Opened, the fields hold what was counted before. Once one differs, the choice acts."""
    assert plan_remarks(SCHOOL, SCHOOL.changed(support_benefits="own_rates")) == []


def test_the_account_runs_dry_though_savings_last():
    """The plain school is left with $400,000 of $1,000,000 a year. With 60% paid a year later, Year 1 ends
    with 400,000 - 600,000 = -$200,000 in the account, and Year 2 with 800,000 - 600,000 = $200,000. With 40%
    the account is never below 0.
    """
    (told,) = cash_remark(PLAIN.changed(aid_deferred=0.6))
    assert told.text == say("values.cash_short", year=year_name(1), dollars="$200,000")
    assert told in plan_remarks(PLAIN, PLAIN.changed(aid_deferred=0.6))
    assert not told.offers
    assert not list(cash_remark(PLAIN.changed(aid_deferred=0.4)))


def test_an_account_below_zero_is_not_told_again_where_savings_are_gone():
    """With $500,000 of rent more than comes in, savings and the account are below 0: the rating says it."""
    poor = PLAIN.changed(rent_basis="lease", lease=1_400_000)
    assert list(cash_remark(poor.changed(aid_deferred=0.2))) == []
