"""The likely futures of a plan for the screen: offsets for the bands of the charts.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.ranges.bands import QUANTILES, Ranges
from model.results.projection import Projection
from model.results.rating import Chance
from views.charts.rows import UNSEEN, around

BANDED = ("structural_result", "fund_balance")  # the lines whose futures are drawn
_ENDS = [i for i, q in enumerate(QUANTILES) if q != 0.5]


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """What is shown of a plan's futures. `offsets` are dollars from the plan's own line, six years each."""

    offsets: Mapping[str, tuple[float, ...]]
    ranges: Ranges
    reactions: tuple[str, ...] = ()  # what the reader would do once a year falls short

    @property
    def chance(self) -> Chance:
        """The share of the futures in which the plan holds up."""
        return self.ranges.chance

    def space(self, places: int) -> dict[str, np.ndarray]:
        """The space that the band takes, without the band, for so many other plans.

        While a lever moves, nothing is known of their futures, but the scale must stay the same.
        """
        held = {k: np.broadcast_to(np.array(v), (places, 6)) for k, v in self.offsets.items()}
        return {**held, UNSEEN: np.zeros((places, 6))}


def likely(found: Ranges, p: Projection, scenario: int = 0, reactions: tuple[str, ...] = ()) -> Likely:
    """The ranges relative to the plan's own lines."""
    offsets = {}
    for line in BANDED:
        own = p[line][scenario]
        for name, i in zip(around(line), _ENDS, strict=True):
            offsets[name] = tuple((found.bands[line][i] - own).tolist())
    return Likely(offsets, found, reactions)
