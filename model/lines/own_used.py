"""Which lines of a school's own a plan has, by the kinds of all twenty. It reads them off their table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from model.evidence.own_lines import KIND, NUMBERS, own_key
from model.lines.own import KINDS, own_line
from model.lines.own_when_filled import ON_OPEN

_TOTALS = {kind: total for kind, (total, _) in KINDS.items()}


def kinds_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds of all twenty lines of a plan, from the first on."""
    return tuple(str(values[own_key(n, KIND)]) for n in NUMBERS)


@cache
def not_used(kinds: tuple[str, ...]) -> frozenset[str]:
    """The lines that a plan does not have, by the kinds of all twenty, from the first on."""
    held = set(kinds)
    found = {own_line(n, k) for n, kind in zip(NUMBERS, kinds, strict=True) for k in KINDS if k != kind}
    found |= {total for kind, total in _TOTALS.items() if kind not in held}
    if "restricted_revenue" not in held:
        found |= {"restricted_used", "restricted_unused"}
    return frozenset(found | {k for k, of_kinds in ON_OPEN.items() if held.isdisjoint(of_kinds)})
