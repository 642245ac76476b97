"""What a setting in dollars comes to in each year, and how other growth than the plan's moves it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import grown
from model.evidence import GROWING, Value
from model.evidence.growing import AS_TYPED
from model.lines.growth import factor_line
from model.plan.each_year import growth_of
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project
from model.years import OPERATING


def in_each_year(plan: Scenario, lever: str) -> list[float]:
    """The dollars of Years 1 to 5: as typed, or Year 1 dollars with growth. KeyError for another setting."""
    row = GROWING[lever]
    if not row.grows_with:
        return [plan.number(lever, t) for t in OPERATING]
    line = factor_line(lever)
    factor = project([plan], only=[line]).row(line)
    return [plan.number(lever, t) * factor[t] for t in OPERATING]


def all_in_each_year(plan: Scenario) -> dict[str, list[float]]:
    """The same of every setting whose dollars grow."""
    lines = {row.lever: factor_line(row.lever) for row in GROWING.values() if row.grows_with}
    p = project([plan], only=lines.values())
    return {
        lever: [plan.number(lever, t) * factor[t] for t in OPERATING]
        for lever, line in lines.items()
        for factor in [p.row(line)]
    }


def typed_in_full(plan: Scenario, growth: str) -> tuple[str, ...]:
    """The settings on which a growth rate does not act, because they are typed as each year's own."""
    return tuple(
        row.lever for row in GROWING.values() if plan[row.mark] == AS_TYPED and growth_of(row) == growth
    )


def moved_by_growth(plan: Scenario, drawn: Mapping[str, Array]) -> dict[str, Array]:
    """What other growth than the plan's makes of the settings that are typed as each year's own.

    `drawn` holds growth rates by their key, shape (count or 1, 6 or 1). A price that is known for every year
    departs from that by as much as one that grows: by the ratio of both growths. Shapes are those of `drawn`.
    """
    found: dict[str, Array] = {}
    for growth, rates in drawn.items():
        if settings := typed_in_full(plan, growth):
            base = Scenarios.of([plan]).levers
            ratio = np.asarray(grown(rates)) / np.asarray(grown(base[growth]))
            found |= {k: base[k] * ratio for k in settings}
    return found


def with_other_growth(plan: Scenario, growth: str, rate: Value) -> dict[str, Value]:
    """The changes that give a plan another growth rate, with what it makes of settings typed in full."""
    changed = plan.changed({growth: rate})
    moved = moved_by_growth(plan, {growth: Scenarios.of([changed]).levers[growth]})
    years = {k: tuple(float(x) for x in np.broadcast_to(v, (1, 6))[0, 1:]) for k, v in moved.items()}
    return {growth: rate, **years}


def planned_funding(plan: Scenario) -> list[float]:
    """Planned growth of funding per student since Year 1, six numbers, as `planned_growth` has it."""
    # The line is worked out only where it is chosen that a cut stays; how long the cut is does not matter.
    stays = plan.changed({"cut_comes_back": "never"})
    return project([stays], only=["planned_growth"]).row("planned_growth")
