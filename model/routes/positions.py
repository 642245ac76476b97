"""A position given up: by which lever, and how much of it pays for something.

Whole grids of a lever's own steps are computed at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Value
from model.lines import positions
from model.lines.positions import FEWER, Position
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project

# Every kind but those that cannot go, such as the principal.
POSITIONS: Mapping[str, Position] = MappingProxyType(
    {key: p for key, p in positions.POSITIONS.items() if p.may_go and p.levers}
)


def there_are(scenario: Scenario) -> list[str]:
    """The kinds of position that the school has in some year, by key."""
    p = project([scenario], only=[x.line for x in POSITIONS.values()])
    return [key for key, x in POSITIONS.items() if (p[x.line] > 0).any()]


def give_up(scenario: Scenario, position: Position, most: Array) -> dict[str, Value] | None:
    """The least reduction of a position that keeps recurring cost at `most`, shape (5,), in years 1 to 5.

    Returns the lever's value, which is the scenario's own where nothing has to be given up; None where all of
    the kind is not enough. Fewer positions never cost more, so the first step that holds is the least.
    """
    for lever, way in position.levers:
        steps = np.array(_steps(lever, scenario[lever], way))
        p = project(Scenarios.varied(scenario, **{lever: steps}), only=["recurring_cost"])
        holds = (p["recurring_cost"][:, 1:] <= most + HALF_A_CENT).all(axis=1)
        if holds.any():
            found = steps[holds.argmax()]
            return {lever: tuple(found.tolist()) if found.ndim else float(found)}
    return None


def _steps(lever: str, value: Value, way: int) -> Sequence[Value]:
    """The lever from its present value, step by step, to its bound; five numbers move together."""
    row = LEVERS[lever]
    assert row.bounds is not None
    assert row.step is not None
    assert not isinstance(value, str)
    low, high = row.bounds
    years = value if isinstance(value, tuple) else (value,)
    if way == FEWER and min(years) == 0:  # in some year no position depends on the ratio
        return [value]
    far = max(high - x for x in years) if way == FEWER else max(x - low for x in years)
    moved = [
        tuple(min(high, max(low, round(x + way * k * row.step, 10))) for x in years)
        for k in range(int(np.ceil(far / row.step - 1e-9)) + 1)
    ]
    return moved if isinstance(value, tuple) else [x[0] for x in moved]
