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
    was = np.zeros((1, len(years))) if start is None else read(start, line)[0][:, years[0] :]
    blank, note = [""] * (len(years) - 1), say("charts.gray_marks")
    moved = np.zeros(values.shape, dtype=bool) if start is None else np.abs(was - values) >= SAME
    space, fields = band(plan, line, values)
    seen = np.concatenate([values, np.where(moved, was, 0.0), space.reshape(len(space), -1)], axis=1)
    low, high = np.minimum(seen.min(axis=1), 0.0), np.maximum(seen.max(axis=1), 0.0)
    some: Flags = np.any(moved, axis=1)
    # Space for a label beyond each bar that points that way, and a line at the top for the note.
    reach = np.maximum(high - low, 1000.0)
    space = np.where(some, 0.3, np.where(high > 0, 0.2, 0.06))
    low, high = low - reach * np.where(low < 0, 0.18, 0.03), high + reach * space
    # Beyond the bar and the line of its futures, and beyond the gray mark where that would run through it.
    label = ((high - low) * 1.6 / HIGH)[:, None]
    down = values < 0
    end = np.where(down, np.minimum(values, fields["low"]), np.maximum(values, fields["high"]))
    beyond = (was - end) * np.where(down, -1.0, 1.0)
    crossed = moved & (beyond > 0) & (beyond < label)
    low, high, usd, label_at = np.split(
        whole(np.concatenate([low[:, None], high[:, None], values, np.where(crossed, was, end)], axis=1)),
        (1, 2, 2 + len(years)),
        axis=1,
    )
    return {
        "bars": {
            "usd": usd,
            "label_at": label_at,
            "was": whole(was),
            "moved": moved.astype(np.float64),
            "text": texts([[money_short(v) for v in row] for row in values.tolist()]),
            "end": both_ends(low[:, 0], high[:, 0], len(years)),
            "note": texts([[note if s else "", *blank] for s in some.tolist()]),
        },
        "band": fields,
    }


def result_rows(plan: Numbers | Batch, start: Numbers | None, _: Beside) -> Rows:
    return _rows(plan, start, RESULT)


def balance_rows(plan: Numbers | Batch, start: Numbers | None, _: Beside) -> Rows:
    return _rows(plan, start, BALANCE)
