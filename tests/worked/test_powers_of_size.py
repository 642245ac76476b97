"""How far a power of size follows the counts, and how far what is known without them."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import SPREADS
from tools.fitted_spread import fit
from tools.past_errors import Errors

CHICAGO = SPREADS["chicago_elementary"]


def alike(ahead: int, many: int):
    """Schools of 125 and of 2,000 students that miss by the same: the counts say a power of 0."""
    off = np.tile(np.linspace(-0.2, 0.2, many // 2), 2)
    pupils = np.repeat([125.0, 2000.0], many // 2)
    return {ahead: Errors(off, pupils, np.full(many, 2010))}


@pytest.mark.parametrize(
    ("ahead", "many", "power"),
    [
        (1, 100, 0.25),  # a hundred counts weigh as much as the root of the size: (0 + 0.5) / 2
        (1, 20, 0.42),  # (20 x 0 + 100 x 0.5) / 120 = 0.4167
        (1, 1000, 0.05),  # 100 x 0.5 / 1,100 = 0.0455
        (5, 100, 0.0),  # five years ahead nothing is known of the size without counts
    ],
)
def test_counts_that_do_not_go_by_size(ahead, many, power):
    row = fit(alike(ahead, many), CHICAGO, drift=0.0)
    assert row.size_powers == (power,) * 4


def test_counts_that_go_by_the_root_say_what_is_known_already():
    """16 times the students and a fourth of the misses: the power is 0.5 with few counts and with many."""
    for many in (20, 1000):
        found = alike(1, many)[1]
        small = found.pupils == 125
        off = np.where(small, found.off * 2, found.off / 2)  # by (500 / 125) ** 0.5 and (500 / 2,000) ** 0.5
        row = fit({1: Errors(off, found.pupils, found.made)}, CHICAGO, drift=0.0)
        assert row.size_powers == (0.5,) * 4
