"""What holds of the routes for any school: exact, cheapest, and the same numbers when a route is taken."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS
from model.results.projection import project
from model.routes import ROUTES, Asked, compare
from model.routes.positions import POSITIONS
from tests.strategies import scenarios

FEW = settings(max_examples=40, deadline=None)
KINDS = st.sampled_from(sorted(POSITIONS))


@FEW
@given(scenarios(every=True, usual=True), KINDS)
def test_no_leaders_cost_nothing_and_a_route_taken_gives_its_numbers(scenario, kind):
    """Costs, result and verdict state of a route are those of its plan, projected by itself."""
    found = compare(scenario, scenario, Asked(position=kind))
    assert [r.key for r in found.routes] == list(ROUTES)
    assert all(r.plan.values == scenario.values for r in found.routes if r.is_used)
    assert found.of("none").costs == (0,) * 5
    none = project([found.of("none").plan])
    for route in found.routes:
        if route.plan is None:
            continue
        alone = project([route.plan])
        assert route.costs == tuple((alone["total_cost"] - none["total_cost"])[0, 1:].tolist())
        assert route.verdict.result_year5 == alone.cell("structural_result", 5)
        assert route.verdict.state.value == alone.cell("verdict_state", 5)


@FEW
@given(scenarios(usual=True), KINDS)
def test_a_position_given_up_pays_in_every_year_and_a_step_less_does_not(scenario, kind):
    """Recurring cost is at most that without leaders; one step of the lever back, some year is dearer."""
    found = compare(scenario, scenario, Asked(position=kind))
    route = found.of("position")
    if route.plan is None:
        return
    most = project([found.of("none").plan])["recurring_cost"][0, 1:]
    assert (project([route.plan])["recurring_cost"][0, 1:] <= most + HALF_A_CENT).all()
    levers = [lever for lever, _ in found.position.levers if route.plan[lever] != scenario[lever]]
    assert len(levers) <= 1
    for lever in levers:
        now, was = (np.broadcast_to(x[lever], 5) for x in (route.plan, scenario))
        back = np.where(
            now > was, np.maximum(now - LEVERS[lever].step, was), np.minimum(now + LEVERS[lever].step, was)
        )
        less = route.plan.changed({lever: tuple(np.round(back, 10).tolist())})
        assert (project([less])["recurring_cost"][0, 1:] > most + HALF_A_CENT).any()


@FEW
@given(scenarios(usual=True), st.sampled_from(sorted(ROUTES)))
def test_the_routes_are_the_same_from_whichever_is_taken(scenario, key):
    """The plan that took a route is shown the same table, and is on a route that is its plan."""
    before = compare(scenario, scenario)
    taken = before.of(key).plan
    if taken is None:
        return
    after = compare(scenario, taken)
    (used,) = [r for r in after.routes if r.is_used]
    assert used.plan.values == taken.values
    for one, other in zip(before.routes, after.routes, strict=True):
        assert other.costs == pytest.approx(one.costs)
        assert (other.breaks, other.why) == (one.breaks, one.why)


@FEW
@given(scenarios(usual=True))
def test_the_same_money_buys_no_more_release(scenario):
    """The release share costs no more than the stipends in any year; a step more does in some, or a week is
    full.
    """
    found = compare(scenario, scenario)
    stipends = project([found.of("recurring").plan])["recurring_cost"][0, 1:]

    def dearer(share):
        plan = found.of("recurring").plan.changed(leader_supplement=0.0, leader_release_share=share)
        return (project([plan])["recurring_cost"][0, 1:] > stipends + HALF_A_CENT).any()

    assert not dearer(found.same_money)
    more = round(found.same_money + LEVERS["leader_release_share"].step, 10)
    assert more > 1 or dearer(more)
