"""Which settings of a school's own lines have an effect. It follows from the kind and the basis of each line.

They are told apart from all other settings, which are found in the equations: twenty lines of six kinds and
six bases would be looked through for every plan.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.evidence.own_lines import (
    AMOUNT,
    BASIS,
    GROWTH,
    KIND,
    NUMBERS,
    SHARE,
    SHARES,
    UNUSED,
    own_key,
)
from model.plan.own_lines import OF_NUMBER

_CLOSED_BY_BASIS = {True: (AMOUNT, GROWTH), False: (SHARE,)}  # by whether the line is a share


def own_closed(number: int, choices: Mapping[str, object]) -> frozenset[str]:
    """The settings of a line that act on nothing."""
    kind, basis = own_key(number, KIND), own_key(number, BASIS)
    if choices.get(kind, UNUSED) == UNUSED:
        return frozenset(OF_NUMBER[number]) - {kind}
    return frozenset(own_key(number, field) for field in _CLOSED_BY_BASIS[choices[basis] in SHARES])


def own_closed_by(choice: str, number: int, choices: Mapping[str, object]) -> frozenset[str]:
    """Those that act on nothing because of one of the choices of the line."""
    closed = own_closed(number, choices)
    is_used = choices.get(own_key(number, KIND), UNUSED) != UNUSED
    return closed if is_used == (choice == own_key(number, BASIS)) else frozenset()


def all_own_closed(choices: Mapping[str, object]) -> frozenset[str]:
    """The settings of all own lines that act on nothing."""
    return frozenset().union(*(own_closed(n, choices) for n in NUMBERS))


def own_opened_with(choice: str, key: str) -> str:
    """The first choice with which a setting of the line acts."""
    if choice.endswith(KIND):
        return "recurring_cost"
    return SHARES[0] if key.endswith(SHARE) else "fixed"
