"""What a contract fixes stays fixed, whatever happens to any school."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.evidence import STRESS
from model.plan.scenario import Scenario, ScenarioError
from model.ranges.futures import futures
from model.results.projection import Scenarios, project
from model.results.rent import with_rent_held
from model.stress import shocked
from tests.strategies import scenarios

CONTRACTS = ("supplies_fixed", "insurance_cost", "fee_fixed", "technology_fixed")
FOLLOWING = "enrolled"  # the one way to set rent that lets it follow whoever comes


@given(scenarios(every=True), st.sampled_from(sorted(STRESS)))
def test_no_event_moves_what_a_contract_fixes(plan, event):
    """By grade too, and with five numbers of anything. Rent moves where the plan says that it follows."""
    try:
        hit = shocked(plan, STRESS[event])
    except ScenarioError:
        assume(False)
    p = project([plan, hit], only=(*CONTRACTS, "occupancy"))
    for line in (*CONTRACTS, *(["occupancy"] if plan["rent_basis"] != FOLLOWING else [])):
        assert p.row(line, 0) == pytest.approx(p.row(line, 1), abs=0.005)


@given(scenarios())
def test_no_future_moves_what_a_contract_fixes(plan):
    """Rent by the student of the plan moves with prices alone, and a lease with nothing."""
    p = project(futures(plan), only=(*CONTRACTS, "occupancy", "price_factor"))
    own = project([plan], only=(*CONTRACTS, "occupancy", "price_factor"))
    for line in CONTRACTS:
        assert np.allclose(p[line], own[line])
    if plan["rent_basis"] == FOLLOWING:
        return
    by_price = (
        1.0 if plan["rent_basis"] != "planned" else p["price_factor"] / _above_zero(own["price_factor"])
    )
    assert np.allclose(p["occupancy"][:, 1:], (own["occupancy"] * by_price)[:, 1:])


def _above_zero(factor: np.ndarray) -> np.ndarray:
    return np.where(factor > 0, factor, 1.0)


@given(scenarios())
def test_stating_the_plans_own_students_moves_nothing(plan: Scenario):
    """What searches and events state is what the plan pays already."""
    held = with_rent_held(Scenarios.of([plan]))
    assert np.array_equal(project(held)["fund_balance"], project([plan])["fund_balance"])
