"""Plans drawn at random from the register, the same in each run; what a plan comes to; files of plans."""

from __future__ import annotations

import json
import math
import random

import pytest

from exchange import files
from exchange.files import Filed, FileRefused
from model.evidence import LEVERS, Lever, Value
from model.evidence.own_lines import FIRST, LAST
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.released import named
from model.plan.scenario import Scenario
from model.results.projection import RESULTS, project
from model.starts.naming import school_name
from model.years import YEARS
from tests.first_versions import first_version


def outputs(now: Scenario) -> tuple[str, str, str]:
    """Year-5 structural result, year-5 balance and the sum of all results of all years, to the cent."""
    p = project([now])
    every = [p.shown(line, year) for line in RESULTS.values() for year in range(YEARS)]
    total = math.fsum(x for x in every if x is not None)
    return tuple(f"{x:.2f}" for x in (p.cell("structural_result", 5), p.cell("fund_balance", 5), total))


def random_plan(
    draw: random.Random, preset: str, changes: int, *, school: int = 0, screen: bool = False
) -> Plan:
    """A plan with so many levers changed, from a preset with so many changed. `screen` draws what a slider
    can show.
    """
    base = Scenario.preset(preset)
    start = base.changed(_drawn(draw, school, screen))
    start = start.named(school_name(named(preset), start))
    return begun_from(
        preset, start, Scenario.of({**start.values, **_drawn(draw, changes, screen)}, start.name)
    )


def _drawn(draw: random.Random, count: int, screen: bool) -> dict[str, Value]:
    # A slider has one number, and no mark that says what five of them mean.
    # The years of an own line have to fit together, so none of them is drawn by itself.
    apart = (FIRST, LAST)
    held = (k for k, x in LEVERS.items() if not (screen and x.of) and not (x.own and x.field in apart))
    keys = draw.sample(sorted(held), count)
    return {k: _value(draw, LEVERS[k], screen) for k in keys}


def _value(draw: random.Random, lever: Lever, screen: bool) -> Value:
    if lever.is_choice:
        return draw.choice(lever.choices)
    if lever.per_year and not screen and draw.random() < 0.3:
        return tuple(_number(draw, lever, screen) for _ in range(5))
    return _number(draw, lever, screen)


def _number(draw: random.Random, lever: Lever, screen: bool) -> float:
    low, high = (lever.usual if screen else lever.bounds) or (0.0, 0.0)
    low = low if screen else max(low, lever.least_above_zero)
    if screen and lever.step:
        return round(low + draw.randint(0, int((high - low) / lever.step)) * lever.step, 6)
    if lever.is_whole:
        return float(draw.randint(int(low), int(high)))
    ends = draw.random() < 0.2
    return float(draw.choice((low, high, lever.default)) if ends else draw.uniform(low, high))


def document(*plans: Plan | Filed) -> dict:
    """What a file of the plans holds, or of a preset."""
    return json.loads(files.write(plans or (from_preset(first_version("us_elementary")),)))


def reasons(content: dict | bytes) -> tuple[str, ...]:
    """Why a file is refused."""
    with pytest.raises(FileRefused) as refused:
        files.read(content if isinstance(content, bytes) else json.dumps(content).encode())
    return refused.value.reasons
