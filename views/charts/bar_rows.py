"""Signed bars: the places of bars, gray marks and labels. The drawing: `bars.py`."""

from __future__ import annotations

import numpy as np

from model.texts import say
from model.units import money_short
from model.year_names import year_name
from views.charts.rows import (
    SAME,
    Batch,
    Beside,
    Flags,
    Numbers,
    Rows,
    band,
    both_ends,
    fixed,
    read,
    texts,
    whole,
)

HIGH = 13.0  # in type sizes
# What the scale leaves free beyond bars and lines, in parts of what they take.
_VALUES, _NOTE, _AIR = 0.2, 0.16, 0.05

RESULT, BALANCE = range(1, 6), range(6)


def fixed_rows(years: range) -> Rows:
    """The fields that are the same for every plan."""
    asks = fixed(*(f"{LINES[years]} {t}" for t in years))
    return {
        "bars": {"t": fixed(*years), "year": fixed(*map(year_name, years)), "asks": asks},
        # The lines of the futures lie over the bars: a press on one counts for the bar below.
        "band": {"t": fixed(*years), "asks": asks},
    }


LINES = {RESULT: "structural_result", BALANCE: "fund_balance"}


def _rows(plan: Numbers | Batch, start: Numbers | None, years: range) -> Rows:
    line = LINES[years]
    values = read(plan, line)[0][:, years[0] :]
    was = values if start is None else read(start, line)[0][:, years[0] :]
    blank, note = [""] * (len(years) - 1), say("charts.gray_marks")
    moved = np.abs(was - values) >= SAME
    was = np.where(moved, was, 0.0)
    space, fields = band(plan, line, values)
    seen = np.concatenate([values, was, space.reshape(len(space), -1)], axis=1)
    low, high = np.minimum(seen.min(axis=1), 0.0), np.maximum(seen.max(axis=1), 0.0)
    some: Flags = np.any(moved, axis=1)
    # Below everything that is drawn there is space for the row of values, and a line at the top for the note.
    reach = np.maximum(high - low, 1000.0)
    low, high = low - reach * _VALUES, high + reach * np.where(some, _NOTE, _AIR)
    low, high, usd = np.split(
        whole(np.concatenate([low[:, None], high[:, None], values], axis=1)), (1, 2), axis=1
    )
    return {
        "bars": {
            "usd": usd,
            "was": whole(was),
            "moved": moved.astype(np.float64),
            "text": texts([[money_short(v) for v in row] for row in values.tolist()]),
            "note": texts([[note if s else "", *blank] for s in some.tolist()]),
        },
        "band": fields,
        "ends": both_ends(low[:, 0], high[:, 0]),
    }


def result_rows(plan: Numbers | Batch, start: Numbers | None, _: Beside) -> Rows:
    return _rows(plan, start, RESULT)


def balance_rows(plan: Numbers | Batch, start: Numbers | None, _: Beside) -> Rows:
    return _rows(plan, start, BALANCE)
