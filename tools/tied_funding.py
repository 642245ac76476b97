"""Funding per student as plans have it: the draws of students, and the money that does not follow them."""

from __future__ import annotations

import numpy as np

from model.evidence import FUNDING
from model.evidence.spreads import DISTRICT
from model.ranges.futures import enrollment_off, funding_off
from model.ranges.whose_counts import spread_of
from tools.cover_tables import Cover
from tools.past_errors import SIZES, Missed

_GROUPS = 12  # sizes of districts; each is held against the futures of its middle size
_BANDS = (0.05, 0.1, 0.25, 0.75, 0.9, 0.95)


def tied_rows(name: str, missed: Missed, place: str) -> list[list[str]]:
    """A row of cover for each horizon, by what the futures of a plan in this place draw."""
    return [[name, str(h), *_cover(missed, place, h).cells] for h in missed if h < 5]


def _cover(missed: Missed, place: str, ahead: int) -> Cover:
    errors, spread = missed[ahead], spread_of(place)
    record = next(s for s in FUNDING.values() if (s.place, s.kind) == (spread.place, DISTRICT))
    middle = (record.drift + record.tie * spread.drift) * ahead
    outside = np.zeros((2, len(_BANDS)))
    groups = np.digitize(errors.pupils, np.geomspace(*SIZES, _GROUPS + 1)[1:-1])
    for group in np.unique(groups):
        own = groups == group
        size = float(np.exp(np.log(errors.pupils[own]).mean()))
        factors = funding_off(spread, size, enrollment_off(size, place))
        drawn = np.log(np.cumprod(factors, axis=1))[:, 1 + ahead]
        ends, off = np.quantile(drawn, _BANDS), errors.off[own][:, None] - middle
        outside += ((off < ends).sum(axis=0), (off > ends).sum(axis=0))
    under, over = 100 * outside / len(errors.off)
    inside = [float(100 - under[i] - over[5 - i]) for i in (2, 1, 0)]
    return Cover(len(errors.off), inside[0], inside[1], inside[2], float(under[1]), float(over[4]))
