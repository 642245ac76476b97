"""Where the money goes: the blocks of every year and their names. The drawing: `stack.py`."""

from __future__ import annotations

import numpy as np

from model.texts import say
from model.units import percent
from model.year_names import year_name
from model.years import OPERATING
from views.charts.rows import (
    SAME,
    Batch,
    Beside,
    Flags,
    Numbers,
    Rows,
    both_ends,
    fixed,
    read,
    spread,
    texts,
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


Names = list[tuple[str, str]]


def _names(called: Names, shares: list[float], worth: list[bool], ever: list[bool]) -> Names:
    """The text beside the last bar, long and short; two blanks for a block that no year has."""
    found = []
    for (name, brief), share, now, some in zip(called, shares, worth, ever, strict=True):
        if now:
            said = percent(share, 0 if share >= 0.095 else 1)
            found.append((_share(name, said), _share(brief, said)))
        else:
            found.append((say("charts.part_none", part=name), _share(brief, "0%")) if some else ("", ""))
    return found


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
    inside = [
        [percent(s, 0) if yes else "" for s, yes in zip(*row, strict=True)]
        for row in zip(share.reshape(count, 25).tolist(), labeled.reshape(count, 25).tolist(), strict=True)
    ]

    top = whole(highest[:, 0] * 1.06)
    worth: Flags = usd[:, 4] >= SAME
    ever: Flags = np.any(usd >= SAME, axis=1)
    apart = top * APART / HIGH
    middles = np.where(ever, bases[:, 4] + usd[:, 4] / 2, np.inf)
    places = np.where(ever, spread(middles, apart, apart / 2, top - apart / 2), top[:, None] / 2)
    called = [(say(name), say(brief)) for _, name, brief in BLOCKS]
    words = texts(
        [
            _names(called, *row)
            for row in zip(share[:, 4].tolist(), worth.tolist(), ever.tolist(), strict=True)
        ]
    )
    return {
        "blocks": {
            "usd": bases.reshape(count, 25),
            "top": tops.reshape(count, 25),
            "share": whole(share * 100, 10).reshape(count, 25),
            "text": texts(inside),
        },
        "labels": {
            "place": whole(places),
            "text": words[:, :, 0],
            "short": words[:, :, 1],
            "end": both_ends(np.zeros(count), top, len(BLOCKS)),
        },
    }
