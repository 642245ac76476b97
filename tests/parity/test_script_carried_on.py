"""The book as JavaScript carried on beyond Year 5: the same numbers in every year as numpy's.

Dollars as typed grow after Year 5 by a rate. Whoever lets them or their rate move carries them on, as the
file to mail does, so neither is free here.
"""

from __future__ import annotations

import json
import random

import numpy as np

from model.book.script import script
from model.evidence import GROWING, LEVERS, PRESETS, Lever
from model.lines.worksheet import BOOK, GROWTH_LEVERS
from model.plan.scenario import Scenario
from model.results.horizon import LONGEST_LIFE, carried_on, settings_carried_on
from model.results.projection import Scenarios
from tests.parity import drawn_plans, node

YEARS = LONGEST_LIFE + 1
MOVED = 3
LINES = tuple(BOOK.lines)


def _is_one_number(lever: Lever) -> bool:
    grows = lever.key in GROWTH_LEVERS or lever.key in GROWING
    return not (lever.is_choice or lever.own or lever.unit == "year" or grows)


def test_years_after_the_fifth_are_the_same(tmp_path):
    """Presets with some settings moved, four others free: every line to the last bit, sixteen years."""
    draw = random.Random(5)
    texts, plans = [], []
    one_number = [k for k, x in LEVERS.items() if _is_one_number(x)]
    for key in PRESETS:
        free = draw.sample(one_number, 4)
        base = drawn_plans.changed(Scenario.preset(key), drawn_plans.changes(list(LEVERS), draw, 1 / 8))
        base = base.changed({k: base.number(k) for k in free})
        text = script(BOOK, LEVERS, None, settings_carried_on(base, YEARS), free, short=True, years=YEARS)
        for _ in range(MOVED):
            moved = {k: round(draw.uniform(*(LEVERS[k].usual or (0, 1))), 3) for k in free}
            moved = {k: float(round(v)) if LEVERS[k].is_whole else v for k, v in moved.items()}
            plans.append(base.changed(moved))
            texts.append(f"(()=>{{{text};return model({json.dumps(moved)})}})()")
    found = json.loads(node.ran(f"console.log(JSON.stringify([{','.join(texts)}]))", tmp_path))
    for plan, lines in zip(plans, found, strict=True):
        wanted = carried_on(Scenarios.of([plan]), YEARS, LINES)
        for line in LINES:
            row = np.broadcast_to(wanted[line], (1, YEARS))[0].astype(float)
            assert row.tolist() == [float(x) for x in lines[line]], line
