"""Which settings have a usual range: of the others, the range only bounds what a slider or a search tries."""

from __future__ import annotations

from model.evidence.levers import Lever

_OF_ANY_SIZE = ("usd", "year")


def has_usual_range(lever: Lever) -> bool:
    """Whether its range says what is usual. What a school names itself, what it borrows and what it is owed
    are of any size and come in any year.
    """
    return lever.usual is not None and not (
        lever.own or (lever.panel == "debt" and lever.unit in _OF_ANY_SIZE)
    )
