"""What the picture of the possible futures is drawn from.

years                 the names of Years 1 to 5
plan                  the plan's own result, whole dollars
wide, half            where 8 and 5 of 10 possible futures land: `low` and `high`, a number a year
low, high, ticks      the scale, zero among its lines: `at` in dollars, `text`
name, key             what is said beside the plan's line in Year 5, and of the two bands
alt                   every number in words
"""

from __future__ import annotations

import math
from typing import Any

from model.ranges.bands import QUANTILES, Ranges
from model.results.projection import Projection
from model.texts import say
from model.units import money, money_short
from model.year_names import year_name
from model.years import OPERATING

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WIDE, _HALF = (0.1, 0.9), (0.25, 0.75)
_LINE = "structural_result"


def cases_content(p: Projection, futures: Ranges) -> dict[str, Any]:
    """The first plan of a projection and its futures."""
    plan = [round(p.cell(_LINE, t)) for t in OPERATING]
    wide, half = (_band(futures, ends) for ends in (_WIDE, _HALF))
    seen = [0, *plan, *wide["low"], *wide["high"]]
    step = _step(max(seen) - min(seen))
    return {
        "years": [year_name(t) for t in OPERATING],
        "plan": plan,
        "wide": wide,
        "half": half,
        "low": min(seen),
        "high": max(*seen, min(seen) + step),
        "ticks": [
            {"at": step * n, "text": money_short(step * n)}
            for n in range(math.ceil(min(seen) / step), math.floor(max(seen) / step) + 1)
        ],
        "name": say("pictures.as_planned", amount=money_short(plan[-1])),
        "key": [say("pictures.eight"), say("pictures.five")],
        "alt": " ".join(
            say(
                "pictures.case_told",
                year=year_name(t),
                plan=money(x, plus=True),
                low=money(low, plus=True),
                high=money(high, plus=True),
            )
            for t, x, low, high in zip(OPERATING, plan, wide["low"], wide["high"], strict=True)
        ),
    }


def _band(futures: Ranges, ends: tuple[float, float]) -> dict[str, list[int]]:
    low, high = ([round(float(x)) for x in futures.bands[_LINE][QUANTILES.index(q), 1:]] for q in ends)
    return {"low": low, "high": high}


def _step(reach: float) -> float:
    raw = max(reach, 1_000.0) / 6
    size = 10.0 ** math.floor(math.log10(raw))
    return next(k * size for k in _STEPS if k * size >= raw)
