"""Where the money goes: the blocks of every year and their names. The drawing: `stack.py`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.texts import say
from model.year_names import year_name
from model.years import OPERATING
from views.charts.rows import (
    SAME,
    Array,
    Batch,
    Beside,
    Flags,
    Numbers,
    Rows,
    both_ends,
    fixed,
    percents,
    read,
    spread,
    whole,
)

HIGH, APART = 15.0, 1.32  # in type sizes
WORTH_A_LABEL = 0.09  # a block this high holds its share as text

# From the bottom up: line, full name, name on a phone.
BLOCKS = (
    ("personnel", "charts.people", "charts.people"),
    ("other_nonpersonnel", "charts.supplies", "charts.supplies_short"),
    ("pd", "charts.training", "charts.training_short"),
    ("it", "charts.technology", "charts.technology_short"),
    ("one_time_cost", "charts.once", "charts.once_short"),
)
LABELED = ("personnel", "other_nonpersonnel")  # the blocks that are ever high enough

_KEYS = tuple(key for key, _, _ in BLOCKS)


def fixed_rows() -> Rows:
    """The fields that are the same for every plan."""
    return {
        "blocks": {
            "t": fixed(*(t for t in OPERATING for _ in BLOCKS)),
            "key": fixed(*_KEYS * 5),
            "on": fixed(*[f"on-{key}" if key in LABELED else "" for key in _KEYS] * 5),
            "year": fixed(*(year_name(t) for t in OPERATING for _ in BLOCKS)),
            "name": fixed(*[say(name) for _, name, _ in BLOCKS] * 5),
            "asks": fixed(*(f"{key} {t}" for t in OPERATING for key in _KEYS)),
        },
        "labels": {"key": fixed(*_KEYS)},
    }


def _names(shares: Array, worth: Flags, ever: Flags) -> tuple[NDArray[Any], NDArray[Any]]:
    """The texts beside the last bar, long and short; blanks for a block that no year has.

    All of shape (scenario, block). What is said alike is said once.
    """
    said = np.where(shares >= 0.095, percents(shares, 0), percents(shares, 1))
    said[ever & ~worth] = _NONE
    said[~ever] = ""
    text, short = np.empty((2, *said.shape), dtype=object)
    for block, (_, name, brief) in enumerate(BLOCKS):
        column = said[:, block].tolist()
        words = {x: _name(say(name), say(brief), x) for x in set(column)}
        text[:, block], short[:, block] = zip(*(words[x] for x in column), strict=True)
    return text, short


_NONE = "0%"  # a block that other years have, which no share that is worth a name is written as


def _name(name: str, brief: str, share: str) -> tuple[str, str]:
    if not share:
        return "", ""
    long = say("charts.part_none", part=name) if share == _NONE else _share(name, share)
    return long, _share(brief, share)


def _share(name: str, share: str) -> str:
    return say("charts.part_share", part=name, share=share)


def composition_rows(plan: Numbers | Batch, _start: Numbers | None, _beside: Beside) -> Rows:
    """The starting plan is not drawn here: five more stacks would be harder to read."""
    # (scenario, year, block), in whole dollars so that every block is exactly what its tooltip says.
    exact = np.maximum(read(plan, *_KEYS)[:, :, 1:].transpose(1, 2, 0), 0.0)
    usd = whole(exact)
    tops = np.cumsum(usd, axis=2)
    bases = tops - usd
    count = len(usd)
    totals = np.cumsum(exact, axis=2)[:, :, -1:]
    share = np.where(totals > 0, exact / np.where(totals > 0, totals, 1.0), 0.0)
    highest = np.maximum(tops[:, :, -1].max(axis=1), 1.0)[:, None]
    labeled = (share >= WORTH_A_LABEL) & (usd >= 0.07 * highest[:, :, None])
    labeled[:, :, len(LABELED) :] = False
    inside = np.full(share.shape, "", dtype=object)
    inside[labeled] = percents(share[labeled], 0)

    top = whole(highest[:, 0] * 1.06)
    worth: Flags = usd[:, 4] >= SAME
    ever: Flags = np.any(usd >= SAME, axis=1)
    apart = top * APART / HIGH
    middles = np.where(ever, bases[:, 4] + usd[:, 4] / 2, np.inf)
    places = np.where(ever, spread(middles, apart, apart / 2, top - apart / 2), top[:, None] / 2)
    text, short = _names(share[:, 4], worth, ever)
    return {
        "blocks": {
            "usd": bases.reshape(count, 25),
            "top": tops.reshape(count, 25),
            "share": whole(share * 100, 10).reshape(count, 25),
            "text": inside.reshape(count, 25),
        },
        "labels": {
            "place": whole(places),
            "text": text,
            "short": short,
        },
        "ends": both_ends(np.zeros(count), top),
    }
