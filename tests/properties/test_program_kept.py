"""A program that costs more and does nothing is no more resilient while it stays, for any school."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.evidence import STRESS
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.stress import shocked, twin
from tests.strategies import scenarios

SHOCKS = st.sampled_from(sorted(STRESS.values(), key=lambda s: s.key))
DEAR = ("recurring_pd_per_teacher", "software_per_pupil", "leader_supplement", "device_unit_cost")
AT_RISK = ("positions_at_risk_kept", "positions_at_risk", "positions_at_risk_dropped")
MORE = st.dictionaries(st.sampled_from(DEAR), st.floats(1, 3), min_size=1)


def dearer(plan: Scenario, more: dict[str, float]) -> Scenario:
    """The plan whose prices of the program are so many times as high."""

    def times(value, by):
        return tuple(x * by for x in value) if isinstance(value, tuple) else value * by

    return plan.changed({key: times(plan[key], by) for key, by in more.items()})


@given(scenarios(per_year=True), SHOCKS, MORE)
def test_a_costlier_program_that_stays_never_does_better(plan, shock, more):
    """In every year at least as many jobs as in the cheaper one, at least as many as in its twin, and no
    smaller a gap to it. A device is a whole one, so a twin may have one more or less of them.

    No line of credit is drawn: a twin has no grants for its start-up, so it could owe more than the program's
    school and pay interest that has nothing to do with the program.
    """
    try:
        plan = plan.changed({"credit_limit": 0.0})
        dear = dearer(plan, more)
        schools = [shocked(x, shock) for x in (plan, dear, twin(plan), twin(dear))]
    except ScenarioError:
        return
    p = project(schools, only=(*AT_RISK, "teacher_position_cost", "device_cost", "devices_bought"))
    kept, theirs = p["positions_at_risk_kept"], p["positions_at_risk"]
    usual, costly, twin_of_usual, twin_of_costly = kept[0], kept[1], theirs[2], theirs[3]
    slack = 1e-6 * (1 + usual) + _one_device(p)
    assert (costly >= usual - slack).all()
    assert (usual >= twin_of_usual - slack).all()
    assert (costly >= twin_of_costly - slack).all()
    assert (costly - twin_of_costly >= usual - twin_of_usual - 2 * slack).all()


def _one_device(p):
    """The price of a device of the costlier plan, in positions, by year; 0 where a position costs nothing."""
    bought, price = p["devices_bought"][1], p["teacher_position_cost"][1]
    each = np.divide(p["device_cost"][1], bought, out=np.zeros_like(price), where=bought > 0)
    return np.divide(each, price, out=np.zeros_like(price), where=price > 0)


@given(scenarios(per_year=True), SHOCKS)
def test_the_readings_go_from_strict_to_generous(plan, shock):
    """What can pause is more than supplies, and what ends is more than what can pause."""
    try:
        hit = shocked(plan, shock)
    except ScenarioError:
        return
    p = project([hit], only=AT_RISK)
    kept, both, dropped = (p[line][0] for line in AT_RISK)
    assert (kept >= both - 1e-9 * (1 + both)).all()
    assert (both >= dropped - 1e-9 * (1 + dropped)).all()
