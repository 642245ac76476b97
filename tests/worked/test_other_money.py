"""What moves savings beside the yearly result, by hand: a grant, a loan that is paid back, nothing."""

from __future__ import annotations

import pytest

from model.answer.other_money import has_other_money, other_money
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.first_versions import first_version

PLAN = Scenario.preset(first_version("us_elementary"))


def test_savings_follow_from_the_result_alone_where_there_is_nothing_else():
    p = project([PLAN])
    assert other_money(p) == (0.0,) * 6
    assert not has_other_money(p)


def test_a_grant_of_two_years():
    """30,000 dollars in Years 1 and 2 come on top of the result, which counts no grant."""
    p = project([PLAN.changed(sustaining_grant=30_000, sustaining_grant_years=2)])
    assert other_money(p) == pytest.approx((0, 30_000, 30_000, 0, 0, 0))
    assert has_other_money(p)


def test_savings_that_are_handed_back():
    """A district that keeps half of a surplus takes the other half of each year's result."""
    p = project([PLAN.changed(savings_kept=0.5)])
    results = p["structural_result"][0]
    assert (results[1:] > 0).all()
    assert other_money(p) == pytest.approx((0, *(-x / 2 for x in results[1:])))


def test_stipends_from_one_time_money():
    """Six leaders at $6,000 with 1.45% of benefits: 6 x 6,000 x 1.0145 = 36,522, below zero."""
    p = project([PLAN.changed(teacher_leaders=6, stipend_source="one_time")])
    assert other_money(p) == pytest.approx((0, -36_522, -36_522, 0, 0, 0))


def test_a_loan_that_is_paid_back():
    """400,000 dollars in Year 1, without interest, over ten years. The 40,000 of each later year are cost.
    But they are owed no more, and savings are cash less what is owed.
    """
    loan = {"loan_1": 400_000, "loan_1_year": 1, "loan_1_rate": 0, "loan_1_term": 10}
    p = project([PLAN.changed(**loan)])
    assert other_money(p) == pytest.approx((0, 0, 40_000, 40_000, 40_000, 40_000))
