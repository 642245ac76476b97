"""The schools whose workbooks are recalculated: presets, edges, both choices of every switch, values by year,
random.
"""

from __future__ import annotations

import random

from model.evidence import LEVERS, PRESETS, SIX_SCHOOLS, Lever, Value
from model.plan.scenario import Scenario
from tests.first_versions import FIRST, first_version
from tests.parity.edges import EDGES

BASE = first_version("us_elementary")
NEW_START = first_version("new_start_grows_a_grade_a_year")


def ends(which: int, part: str) -> dict[str, Value]:
    """Every lever at the low (0) or high (1) end of its usual range or its bounds."""
    found: dict[str, Value] = {}
    for key, lever in LEVERS.items():
        pair = getattr(lever, part)
        found[key] = lever.choices[-which] if lever.is_choice else pair[which]
    return found


def drawn(lever: Lever, draw: random.Random, part: str, by_year: float) -> Value:
    if lever.is_choice:
        return draw.choice(lever.choices)
    low, high = getattr(lever, part)

    def one() -> float:
        # every digit there is: a file that rounds its inputs is found out
        x = float(draw.randint(int(low), int(high))) if lever.is_whole else draw.uniform(low, high)
        return max(x, lever.least_above_zero) if x else x

    return tuple(one() for _ in range(5)) if lever.per_year and draw.random() < by_year else one()


def random_school(draw: random.Random, part: str, by_year: float) -> Scenario:
    return Scenario.of({k: drawn(x, draw, part, by_year) for k, x in LEVERS.items()}, "random")


def schools() -> dict[str, Scenario]:
    """By a name that can be a file's."""
    base, growing = Scenario.preset(BASE), Scenario.preset(NEW_START)
    found = {f"preset_{k}": Scenario.preset(k) for k in (*PRESETS, *FIRST)}
    found |= {f"six_{k}": Scenario.of(s.values, s.label) for k, s in SIX_SCHOOLS.items()}
    found |= {f"edge_{k}": base.changed(v) for k, v in EDGES.items()}
    for lever in (x for x in LEVERS.values() if not x.of):
        for choice in lever.choices:
            found[f"choice_{lever.key}_{choice}"] = growing.changed({lever.key: choice})
    for part in ("usual", "bounds"):
        for which, end in enumerate(("low", "high")):
            found[f"all_{end}_{part}"] = Scenario.of(ends(which, part))
    draw = random.Random(20_180_213)
    found |= {f"random_usual_{n}": random_school(draw, "usual", 0) for n in range(10)}
    found |= {f"random_by_year_{n}": random_school(draw, "usual", 0.5) for n in range(10)}
    found |= {f"random_bounds_{n}": random_school(draw, "bounds", 0.3) for n in range(8)}
    return found
