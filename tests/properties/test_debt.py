"""Loans, a line of credit and aid that is paid later, for any school: what is owed adds up, cash adds up, and
nobody is rated better for having borrowed.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.evidence import LEVERS, STRESS, Value
from model.lines.loans import LOANS
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.projection import Projection, project
from model.stress.shocks import shocked
from tests.strategies import scenarios, values

OF_DEBT = tuple(k for k, x in LEVERS.items() if x.panel == "debt")
BORROWED = tuple(k for k in OF_DEBT if not k.startswith("aid_"))
NEUTRAL = {k: LEVERS[k].default for k in OF_DEBT}
ANY_DEBT = st.fixed_dictionaries({k: values(LEVERS[k]) for k in OF_DEBT})
NEAR = {"rel": 1e-9, "abs": 1e-4}
LENT: dict[str, Value] = {
    "loan_1": 2_000_000,
    "loan_1_term": 25,
    "loan_1_use": "building",
    "loan_2": 300_000,
    "loan_2_year": 1,
    "loan_2_term": 5,
}


def scale(p: Projection) -> float:
    """Of the money in the plan: binary arithmetic is exact to a part of it."""
    return float(max(np.abs(p[k]).max() for k in ("total_revenue", "total_cost", "debt", "fund_balance")))


@given(scenarios(), ANY_DEBT)
def test_principal_and_what_is_owed_make_up_the_loan(plan: Scenario, debt: dict[str, Value]) -> None:
    """At the end of every year, for each loan. What is owed never rises after the loan is received, is never
    below zero, and nothing is owed after the term.
    """
    plan = plan.changed(debt)
    p = project([plan])
    for loan in LOANS:
        amount, received = plan[loan], int(plan[f"{loan}_year"])
        owed, paid = p[f"{loan}_owed"][0], np.cumsum(p[f"{loan}_principal"][0])
        assert (owed + paid)[received:] == pytest.approx(amount, **NEAR)
        assert owed[:received] == pytest.approx(0)
        assert (np.diff(owed[received:]) <= 1e-6).all()
        assert (owed >= -1e-9 * max(amount, 1)).all()
        last = received + int(plan[f"{loan}_term"])
        if last <= 5:
            assert owed[last] == pytest.approx(0, abs=1e-9 * max(amount, 1))


@given(scenarios(), ANY_DEBT)
def test_a_level_year_pays_the_level_payment(plan: Scenario, debt: dict[str, Value]) -> None:
    """Interest and principal together; in interest-only years the interest of the whole loan."""
    plan = plan.changed(debt)
    p = project([plan])
    for loan in LOANS:
        term, received = int(plan[f"{loan}_term"]), int(plan[f"{loan}_year"])
        level = max(term - int(plan[f"{loan}_interest_only"]), 1)
        for year in range(received + 1, min(received + term, 5) + 1):
            paid = p.cell(f"{loan}_principal", year) + p.cell(f"{loan}_interest", year)
            is_level = year > received + term - level
            due = p.cell(f"{loan}_payment", year) if is_level else plan[loan] * plan[f"{loan}_rate"]
            assert paid == pytest.approx(due, **NEAR)


@given(scenarios(), ANY_DEBT)
def test_borrowing_never_improves_a_rating(plan: Scenario, debt: dict[str, Value]) -> None:
    """Nor the yearly result, savings, days of cash or the savings that the rating tests, in any year."""
    aid = {k: v for k, v in debt.items() if k not in BORROWED}
    with_debt, without = plan.changed(debt), plan.changed({**NEUTRAL, **aid})
    p = project([with_debt, without])
    slack = 1e-9 * scale(p) + 1e-6
    for line in ("structural_result", "fund_balance", "savings_when_filled", "savings_without_grants"):
        assert (p[line][0] <= p[line][1] + slack).all(), line
    near_the_edge = any(
        (np.abs(p[k] + 0.005) <= slack).any()
        for k in ("tested_result", "lowest_when_filled", "lowest_without_grants")
    )
    if not near_the_edge:
        assert p.cell("verdict_state", 5, 0) <= p.cell("verdict_state", 5, 1)


@given(scenarios(), ANY_DEBT)
def test_cash_adds_up(plan: Scenario, debt: dict[str, Value]) -> None:
    """From year to year cash changes by what comes in and goes out, and the line is drawn as far as cash is
    short: what is owed on it is its limit, or cash is 0, or nothing is owed.
    """
    plan = plan.changed(debt)
    p = project([plan])
    net, given_back, aside = (
        p[k][0] for k in ("net_position", "savings_handed_back", "device_money_set_aside")
    )
    paid_later = np.diff(p["aid_owed"][0], prepend=0)
    drawn = np.diff(p["credit_owed"][0], prepend=0)
    moved = net - given_back + aside + p["loan_money"][0] + drawn - paid_later
    moved[0] += plan["opening_fund_balance"]
    exact = {"abs": 1e-9 * scale(p) + 1e-4}
    owed, cash = p["credit_owed"][0], p["cash"][0]
    if any(plan[k] for k in ("loan_1", "loan_2", "credit_limit")) or p["aid_owed"].any():
        assert np.cumsum(moved) == pytest.approx(cash, **exact)
    limit = plan["credit_limit"]
    assert ((owed >= 0) & (owed <= limit)).all()
    if limit:
        free = (owed > 0) & (owed < limit)
        assert cash[free] == pytest.approx(0, **exact)
        assert (cash[owed < limit] >= -exact["abs"]).all()


@given(scenarios(), ANY_DEBT)
def test_aid_that_waits_moves_cash_alone(plan: Scenario, debt: dict[str, Value]) -> None:
    """Without a line of credit no revenue, cost, result or savings differ."""
    plan = plan.changed({**debt, "credit_limit": 0})
    at_once = plan.changed({k: NEUTRAL[k] for k in OF_DEBT if k.startswith("aid_")})
    p = project([plan, at_once])
    for line in ("total_revenue", "total_cost", "structural_result", "fund_balance", "verdict_state"):
        assert (p[line][0] == p[line][1]).all(), line


def test_futures_and_events_leave_loans_as_they_are() -> None:
    """What is due on loans is the same in 2,000 futures and under every event."""
    plan = Scenario.preset("chicago_charter_k8").changed(LENT)
    due = project([plan])["loan_service"]
    assert due[0, 2] > 0
    assert project(futures(plan), only=["loan_service"])["loan_service"] == pytest.approx(
        due + np.zeros((2_000, 6))
    )
    for event in STRESS.values():
        assert (project([shocked(plan, event)])["loan_service"] == due).all(), event.key
