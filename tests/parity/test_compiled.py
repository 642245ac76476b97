"""The book as code is equal to its equations worked out as they are, to the last bit: the referee.

A zero counts as a zero whatever its sign. `few=0` writes the code of a single plan too, which the page does
only when the same is asked for again.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

import numpy as np
import pytest

from model.book.compiled.source import source
from model.book.compiled.worked_out import Compiled
from model.book.compiled.workspace import BLOCK
from model.book.terms import Array
from model.evidence import LEVERS, PRESETS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.futures import futures
from model.results.horizon import LONGEST_LIFE, carried_on, settings_for
from model.results.projection import USUAL, Scenarios, project, project_beside, project_with_parts
from model.years import YEARS
from tests.parity.drawn_plans import BASES, PLANS, changed, differences, drawn, free_ones

LINES = tuple(BOOK.lines)
ALONE = 150
FEW = ("structural_result", "fund_balance")


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    found = Compiled(BOOK, few=0)
    found.know(USUAL)
    return found


def stacked(
    lines: Mapping[str, Array], count: int, asked: tuple[str, ...] = LINES, years: int = YEARS
) -> Array:
    """Shape (plan, line, year)."""
    return np.stack([np.broadcast_to(lines[k], (count, years)).astype(float) for k in asked], axis=1)


def apart(compiled: Compiled, batch: Scenarios, asked: tuple[str, ...] = LINES) -> list[str]:
    """The lines of which the code gives another number than the referee."""
    found = compiled.evaluate(batch.levers, batch.count, asked)
    assert tuple(found) == asked
    expected = BOOK.evaluate(batch.levers, asked)
    return differences(stacked(found, batch.count, asked), stacked(expected, batch.count, asked), asked)


def test_every_line_of_every_plan_at_once(compiled):
    """Two thousand plans in which every setting differs, so that everything is worked out in arrays."""
    batch = Scenarios.of([changed(BASES[i], given) for i, given in drawn()])
    assert batch.count == PLANS
    assert apart(compiled, batch) == []


def test_every_plan_alone(compiled):
    """Everything is shared by the one plan there is, so it is worked out in plain Python."""
    alone = [changed(BASES[i], given) for i, given in random.Random(3).sample(drawn(), ALONE)]
    assert [x for plan in [*BASES, *alone] for x in apart(compiled, Scenarios.of([plan]))] == []


def test_plans_that_share_most_settings(compiled):
    """Nine settings move and the rest stands: part of each equation is shared, part is not."""
    for i, (_, plans) in free_ones().items():
        batch = Scenarios.of([changed(BASES[i], given) for _, given in plans])
        assert apart(compiled, batch) == []
        assert apart(compiled, batch, FEW) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_futures(compiled, preset):
    """Arrays that differ by plan alone, and by plan and year."""
    assert apart(compiled, futures(Scenario.preset(preset))) == []


def test_blocks_are_put_together_in_order(compiled):
    """One more than two blocks, each plan another size."""
    count = 2 * BLOCK + 1
    batch = Scenarios.varied(BASES[0], enrollment_year1=np.arange(count) % 900 + 20.0)
    assert apart(compiled, batch, (*FEW, "enrollment", "teachers")) == []


def test_more_years_than_a_plan_has(compiled):
    """Carried on to Year 15, alone and together."""
    plans = [changed(BASES[i], given) for i, given in drawn()[:200]]
    years = LONGEST_LIFE + 1
    for some in ([p] for p in plans[:20]), [plans]:
        for group in some:
            batch = Scenarios.of(list(group))
            levers = settings_for(batch, years)
            found = stacked(compiled.evaluate(levers, batch.count, LINES, years), batch.count, years=years)
            expected = stacked(BOOK.evaluate(levers, LINES, years), batch.count, years=years)
            assert differences(found, expected, LINES) == []
    assert set(carried_on(batch, years, FEW)) == set(FEW)


def test_nothing_is_kept_but_what_was_asked_for():
    """And what a line rests on only where that is wanted."""
    batch = futures(BASES[0])
    assert set(project(batch, FEW).lines) == set(FEW)
    assert set(project_with_parts(batch, FEW).lines) == BOOK.with_parts(FEW)


def test_beside_others_only_what_differs_is_worked_out():
    """The same as on its own, whether or not the others hold all parts."""
    batch = futures(BASES[0])
    other = batch.replaced(recurring_pd_per_teacher=np.array([[1_234.0]]))
    expected = project(other, FEW)
    for beside in (project_with_parts(batch, FEW), project(batch, FEW)):
        found = project_beside(other, beside, FEW)
        assert all(np.array_equal(found[k], expected[k]) for k in FEW)
    assert not np.array_equal(expected["fund_balance"], beside["fund_balance"])


def test_results_stay_when_the_memory_of_others_is_used_again():
    """Arrays that somebody holds are not written over; those that nobody holds any more may be."""
    one, other = (futures(BASES[i]) for i in (0, 4))
    held = project(one, LINES)
    before = {k: held[k].copy() for k in LINES}
    for _ in range(5):
        project(other, LINES)
        ranges(BASES[3])
    assert all(np.array_equal(held[k], before[k]) for k in LINES)


@pytest.mark.parametrize("many", [False, True])
def test_the_printed_program_runs(compiled, many):
    """The whole book with every setting open, and a plan with nine: run on its own, equal to the referee."""
    i, (free, plans) = next(iter(free_ones().items()))
    some = [changed(BASES[i], given) for _, given in plans]
    for plan, moved in ((None, tuple(LEVERS)), (BASES[i].values, tuple(free))):
        text = source(BOOK, compiled.functions, LEVERS, None, plan, moved if plan else None, many=many)
        program: dict[str, object] = {}
        exec(compile(text, "printed", "exec"), program)
        for group in [some] if many else [[p] for p in some[:5]]:
            batch = Scenarios.of(group)
            found = run(program, batch, moved, many=many)
            expected = stacked(BOOK.evaluate(batch.levers), batch.count)
            assert differences(found, expected, LINES) == []


def run(program: dict[str, object], batch: Scenarios, moved: tuple[str, ...], *, many: bool) -> Array:
    """What a printed program gives, of shape (plan, line, year)."""
    given: dict[str, object] = {}
    for key in moved:
        values = batch.levers[key]
        if LEVERS[key].per_year:
            values = np.broadcast_to(values, (len(values), YEARS))
        if many:
            given[key] = np.broadcast_to(values, (batch.count, values.shape[1])).T
        else:
            given[key] = values[0].tolist() if LEVERS[key].per_year else values.item()
    found = program["model"](given, *([batch.count] if many else []))  # type: ignore[operator]
    return np.stack(
        [np.broadcast_to(np.transpose(found[k]), (batch.count, YEARS)).astype(float) for k in LINES], axis=1
    )
