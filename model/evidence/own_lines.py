"""Lines that a school names itself: their settings, stated once in `data/own_lines.csv` for each of twenty.

`own_03_amount` is the amount of the third. A line that is not used has the kind `none`, and then nothing else
of it acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from model.evidence.levers import Lever, load_levers
from model.evidence.reading import DATA
from model.evidence.sources import Source

PANEL = "own"
MOST = 20
NUMBERS = range(1, MOST + 1)
KIND, BASIS, AMOUNT, SHARE = "kind", "basis", "amount", "share"
GROWTH, FIRST, LAST = "growth", "first_year", "last_year"
UNUSED = "none"  # the kind of a line that is not there
# What comes once may come in start-up; what comes every year begins with the first year of school.
ONCE = ("one_time_cost", "one_time_revenue")
SHARES = ("by_pay", "by_funding")  # the bases that take the share, and not the amount


def own_key(number: int, field: str) -> str:
    """The key of a setting of an own line, such as own_03_amount."""
    return f"own_{number:02d}_{field}"


KINDS: Mapping[int, str] = MappingProxyType({n: own_key(n, KIND) for n in NUMBERS})
NAMES: Mapping[str, int] = MappingProxyType({own_key(n, "name"): n for n in NUMBERS})  # what a line is called


def load_own_lines(
    sources: Mapping[str, Source] | None = None, path: Path = DATA / "own_lines.csv"
) -> Mapping[str, Lever]:
    """The settings of all own lines by their key, one line after the other. Raises `EvidenceError`."""
    fields = load_levers(path, sources)
    return MappingProxyType(
        {own_key(n, k): x._replace(key=own_key(n, k), own=n) for n in NUMBERS for k, x in fields.items()}
    )
