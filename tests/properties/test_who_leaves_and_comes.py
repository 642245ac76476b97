"""Average teacher pay by steps and turnover, and benefits in parts: what holds in every school."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.plan.scenario import Scenario
from model.results.projection import project
from tests.strategies import scenarios

FEW = settings(max_examples=60, deadline=None)
GROWS = {"pay_moves": "by_turnover", "teacher_salary_each_year": "grows"}
SHARES = st.floats(0, 1)
MONEY = ("teacher_cost", "personnel", "recurring_cost", "gap_in_beginning_teachers")


def rows(*plans: Scenario) -> tuple[np.ndarray, np.ndarray]:
    """The average beside the pay scale and what teachers cost, each of shape (plans, 6)."""
    p = project(plans, only=("teacher_pay_mix", "teacher_cost"))
    return p["teacher_pay_mix"], p["teacher_cost"]


@FEW
@given(scenarios(), st.floats(0.1, 5))
def test_without_turnover_and_step_pay_is_as_today(plan, leavers):
    """To the last digit in every line of money, whatever leavers would earn."""
    plan = plan.changed(pay_moves="one_growth")
    still = plan.changed(pay_moves="by_turnover", teacher_turnover=0, step_raise=0, leavers_pay_share=leavers)
    p = project([plan, still], only=(*MONEY, "teacher_pay_factor", "fund_balance"))
    for line in (*MONEY, "teacher_pay_factor", "fund_balance"):
        assert p.row(line, 1) == p.row(line, 0), line


@FEW
@given(scenarios(usual=True, **GROWS), SHARES, SHARES, st.floats(0, 0.1), st.floats(0.1, 1), st.floats(1, 3))
def test_more_beginners_never_raise_cost_where_they_earn_less(plan, fewer, more, step, beginning, leavers):
    """The same beginning pay and leavers in all years, beginners below leavers, and no more leave than there
    is pay for: more who leave are never dearer, in any year.
    """
    few, many = (x / leavers for x in sorted((fewer, more)))
    own = plan.changed(
        step_raise=step, leavers_pay_share=leavers, beginning_pay_share=beginning, teacher_turnover=few
    )
    mix, teachers = rows(own, own.changed(teacher_turnover=many))
    assert (mix[1] <= mix[0] * (1 + 1e-9)).all()
    assert (teachers[1] <= teachers[0] * (1 + 1e-9) + 0.005).all()


@FEW
@given(scenarios(usual=True, **GROWS), SHARES, SHARES, st.floats(-0.1, 0.3))
def test_cheaper_beginners_smaller_steps_are_never_dearer(plan, turnover, part, step):
    """Whatever else: lower beginning pay or a smaller step never raises the average of any year."""
    own = plan.changed(teacher_turnover=turnover, step_raise=step, leavers_pay_share=1.0)
    low = 0.1 + (plan.number("beginning_pay_share") - 0.1) * part
    mix, _ = rows(own, own.changed(beginning_pay_share=low), own.changed(step_raise=step - 0.05))
    dearer = own.changed(beginning_pay_share=1.5)
    assert (mix[1] <= rows(dearer)[0] * (1 + 1e-9)).all()
    assert (mix[2] <= mix[0] * (1 + 1e-9)).all()


@FEW
@given(scenarios(usual=True, **GROWS), SHARES, st.floats(0.1, 1.5))
def test_the_average_lies_between_those_who_stay_and_those_who_come(plan, turnover, beginning):
    """Without steps and with leavers at the average no year leaves the span from beginning pay to Year 1."""
    own = plan.changed(
        teacher_turnover=turnover, step_raise=0, leavers_pay_share=1, beginning_pay_share=beginning
    )
    mix, _ = rows(own)
    low, high = sorted((1.0, beginning))
    assert (mix[0, 1:] >= low * (1 - 1e-9)).all()
    assert (mix[0, 1:] <= high * (1 + 1e-9)).all()


@FEW
@given(scenarios(support_benefits="same_rates", pension_counted="in_rate", insurance_counted="in_rate"))
def test_one_rate_in_parts_is_the_same_plan(plan):
    """The rate split into pension and the rest, and given for each group alike, to the cent."""
    rate = plan["benefit_rate"]
    half = tuple(x / 2 for x in rate) if isinstance(rate, tuple) else rate / 2
    own = {"support_benefits": "own_rates", "support_benefit_rate": half, "support_pension_rate": half}
    apart = {"pension_counted": "by_year", "benefit_rate": half, "pension_rate": half}
    p = project([plan, plan.changed(apart), plan.changed({**apart, **own})], only=MONEY)
    for line in MONEY:
        assert p.row(line, 1) == pytest.approx(p.row(line, 0), abs=0.005, rel=1e-11), line
        assert p.row(line, 2) == pytest.approx(p.row(line, 0), abs=0.005, rel=1e-11), line
