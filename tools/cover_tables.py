"""Tables of cover: how often errors lay inside the bands, on which side they missed, and the score beside it.

The score is the mean continuous ranked probability score (CRPS), in per cent of the students: 0 is a
projection that is certain and right. Beside it stands the score of the plain record, which gives every school
the past errors of the place as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.evidence import Spread
from tools.fitted_spread import ends_of, pinball
from tools.past_errors import SPARSE, Errors, Missed

LEVELS = tuple((i + 0.5) / 50 for i in range(50))
_BANDS = (0.05, 0.1, 0.25, 0.75, 0.9, 0.95)
NEAR, SIDES = 4.0, (6.0, 14.0)  # points around 80; per cent outside on each side
HEAD = ("years ahead", "counts", "50% band", "80% band", "90% band", "below", "above", "holds")
SCORES = ("CRPS", "CRPS of the record")


@dataclass(frozen=True)
class Cover:
    """Shares in per cent of errors inside the bands, and outside the 80% band on each side."""

    counts: int
    half: float
    most: float
    nearly_all: float
    below: float
    above: float

    @property
    def holds(self) -> bool:
        """Whether the 80% band holds within 4 points and misses on each side between 6 and 14%."""
        return abs(self.most - 80) <= NEAR and all(
            SIDES[0] <= x <= SIDES[1] for x in (self.below, self.above)
        )

    @property
    def cells(self) -> list[str]:
        shares = (self.half, self.most, self.nearly_all, self.below, self.above)
        told = "–" if self.counts < SPARSE else "yes" if self.holds else "no"
        return [f"{self.counts:,}", *(f"{x:.1f}" for x in shares), told]


def cover(errors: Sequence[tuple[Errors, Spread]], ahead: int) -> Cover:
    """The cover of errors of one horizon, each group by a row of its own."""
    ends = np.concatenate([ends_of(spread, ahead, e.pupils, _BANDS) for e, spread in errors])
    off = np.concatenate([e.off for e, _ in errors])[:, None]
    under = 100 * (off < ends).mean(axis=0)
    over = 100 * (off > ends).mean(axis=0)
    inside = [100 - under[i] - over[5 - i] for i in (2, 1, 0)]
    return Cover(len(off), inside[0], inside[1], inside[2], under[1], over[4])


def score(errors: Sequence[tuple[Errors, Spread]], ahead: int) -> float:
    """The CRPS of rows, in per cent."""
    off = np.concatenate([e.off for e, _ in errors])
    ends = np.concatenate([ends_of(spread, ahead, e.pupils, LEVELS) for e, spread in errors])
    return 200 * pinball(off, ends, LEVELS)


def score_of_record(errors: Sequence[tuple[Errors, Errors]]) -> float:
    """The CRPS of past errors given to every school as they are, in per cent: errors beside their record."""
    many = [len(e.off) for e, _ in errors]
    each = [200 * pinball(e.off, np.quantile(r.off, LEVELS)[None], LEVELS) for e, r in errors]
    return float(np.average(each, weights=many))


def rows(name: str, missed: Missed, spread: Spread) -> list[list[str]]:
    """A row of cover for each horizon, by one row of widths."""
    return [[name, str(h), *cover([(e, spread)], h).cells] for h, e in missed.items()]


def tested(name: str, tests: Sequence[tuple[Missed, Spread, Missed]]) -> list[list[str]]:
    """A row for each horizon: errors, the row of widths fitted without them, and the record without them."""
    found = []
    for h in sorted({h for missed, *_ in tests for h in missed}):
        here = [(m[h], s) for m, s, _ in tests if h in m]
        beside = [(m[h], r[h]) for m, _, r in tests if h in m and h in r and len(r[h].off) >= SPARSE]
        same = sum(len(e.off) for e, _ in beside) == sum(len(e.off) for e, _ in here)
        record = f"{score_of_record(beside):.2f}" if beside and same else "–"
        found.append([name, str(h), *cover(here, h).cells, f"{score(here, h):.2f}", record])
    return found


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *lines])
