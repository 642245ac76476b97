"""What the pictures of columns are drawn from: each year's result, and the savings at the end of each year.

years      the names of the years
columns    `value` in whole dollars and its `text`
range      where each lies in 8 of 10 possible futures: `low`, `high`; null without futures
note       what the thin lines stand for, empty without them
low, high  the ends of the scale, zero among them
alt        every number in words
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.ranges.bands import QUANTILES, Ranges
from model.results.projection import Projection
from model.texts import say
from model.units import money, money_short
from model.year_names import year_name

_LEAST = 1_000.0  # dollars from end to end of a scale
LOW, HIGH = QUANTILES.index(0.1), QUANTILES.index(0.9)


def columns_content(line: str, years: Sequence[int], p: Projection, futures: Ranges | None) -> dict[str, Any]:
    """A line of the first plan of a projection, in these years."""
    values = [round(p.cell(line, t)) for t in years]
    found = [_range(futures, line, t) for t in years] if futures else None
    seen = [0, *values, *(x for r in found or () for x in r.values())]
    return {
        "years": [year_name(t) for t in years],
        "columns": [{"value": x, "text": money_short(x)} for x in values],
        "range": found,
        "note": say("pictures.thin_lines") if found else "",
        "low": min(seen),
        "high": max(*seen, min(seen) + _LEAST),
        "alt": " ".join(
            say("slides.year_told", year=year_name(t), result=money(x, plus=True))
            for t, x in zip(years, values, strict=True)
        ),
    }


def _range(futures: Ranges, line: str, year: int) -> dict[str, int]:
    low, high = (round(float(futures.bands[line][q, year])) for q in (LOW, HIGH))
    return {"low": low, "high": high}
