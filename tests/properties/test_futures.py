"""What holds of the futures of any school."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evidence import GROWING, SPREADS, UNCERTAIN
from model.plan.by_grade import CHOICE
from model.ranges.bands import LINES, compared, ranges
from model.ranges.draws import FUTURES
from model.ranges.futures import futures, levers_of
from model.ranges.reactions import REACTIONS, WATCHED, reacting
from model.results.dollars_by_year import typed_in_full
from model.results.projection import project, project_beside
from tests.strategies import scenarios

pins = st.sets(st.sampled_from(sorted(UNCERTAIN)))
places = st.sampled_from(sorted(SPREADS))


@settings(max_examples=40)
@given(school=scenarios(every=True, usual=True), held=pins, place=places)
def test_bands_are_in_order_and_futures_are_counted_once(school, held, place):
    found = ranges(school, held, place)
    for line in LINES:
        bands = found.bands[line]
        assert np.isfinite(bands).all()
        assert (np.diff(bands, axis=0) >= 0).all()
    assert found.solvent + sum(found.first_negative) == FUTURES
    assert 0 <= found.whole <= min(found.solvent, FUTURES)
    assert compared(found, ranges(school, held, place)).equal == FUTURES


@settings(max_examples=20)
@given(school=scenarios(usual=True), reactions=st.sets(st.sampled_from(REACTIONS)))
def test_a_reaction_leaves_what_does_not_rest_on_it(school, reactions):
    """What is taken from the futures without it comes to the same, to the last bit."""
    drawn = futures(school)
    before = project(drawn, only=(*WATCHED, "verdict_state"))
    reacted = reacting(school, drawn, before, reactions)
    beside, anew = (
        project_beside(reacted, before, ("verdict_state",)),
        project(reacted, only=("verdict_state",)),
    )
    assert beside.lines.keys() == anew.lines.keys()
    for line in anew.lines:
        assert np.array_equal(beside[line], anew[line], equal_nan=True)


@settings(max_examples=40)
@given(school=scenarios(usual=True), place=places)
def test_with_everything_pinned_nothing_is_uncertain(school, place):
    p, plan = project(futures(school, UNCERTAIN, place), only=LINES), project([school], only=LINES)
    for line in LINES:
        assert np.array_equal(p[line], np.broadcast_to(plan[line], (FUTURES, 6)))


@settings(max_examples=40)
@given(school=scenarios(usual=True), held=pins)
def test_a_pin_holds_its_own_levers_and_no_others(school, held):
    free, pinned = futures(school), futures(school, held)
    levers = {lever for key in held for lever in levers_of(key, school)}
    # Unpinned, a school counted by grade spreads as a whole: counted by one number, with teachers at its own
    # ratio.
    # Teachers are then hired for the plan's own students, which last fall's count corrects, and rent is paid
    # for them.
    own = {"enrollment_growth", CHOICE, "pupils_per_teacher", "forecast_enrollment", "leased_students"}
    own.add(
        "staffing_count"
    )  # where teachers follow last fall, a forecast says so, and more are hired in fall
    own.add(GROWING["forecast_enrollment"].mark)
    levers |= own if "enrollment" in held else set()
    # Dollars that are typed for every year are off by as much as their growth is.
    levers |= {k for growth in levers for k in typed_in_full(school, growth)}
    for lever, values in pinned.levers.items():
        if lever not in levers:
            assert np.array_equal(values, free.levers[lever])
        else:
            assert values.shape[0] == 1
