"""Which levers have an effect in a plan: a choice can set others aside, so moving them changes nothing."""

from __future__ import annotations

from functools import cache

from model.book.branches import Choices, open_names
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario

Chosen = tuple[tuple[str, str], ...]
_ROOTS = frozenset(BOOK.lines) - {n for line in BOOK.lines.values() for n in line.needs}


def set_aside_by(choice: str, scenario: Scenario) -> frozenset[str]:
    """The levers that have no effect in the plan because of a choice, and would have one with another choice.

    They are found in the equations themselves: they stand only in branches that the choice closes.
    """
    return _closed(choice, _choices(scenario))


def idle(scenario: Scenario) -> frozenset[str]:
    """The levers that have no effect in the plan because of any of its choices."""
    return idle_under(dict(_choices(scenario)))


def idle_under(choices: Choices) -> frozenset[str]:
    """The same for all choices of a plan, by lever."""
    return frozenset().union(*(_closed(k, tuple(sorted(choices.items()))) for k in choices))


@cache
def _closed(choice: str, chosen: Chosen) -> frozenset[str]:
    others = (x for x in LEVERS[choice].choices if x != dict(chosen)[choice])
    open_then = (_in_play(tuple(sorted({**dict(chosen), choice: x}.items()))) for x in others)
    return frozenset().union(*open_then) - _in_play(chosen)


def _choices(scenario: Scenario) -> Chosen:
    return tuple(sorted((k, str(scenario[k])) for k, x in LEVERS.items() if x.is_choice))


@cache
def _in_play(chosen: Chosen) -> frozenset[str]:
    """The levers that the last lines of the book depend on, by the branches that are open."""
    choices, found, todo = dict(chosen), set[str](), set(_ROOTS)
    while todo:
        key = todo.pop()
        found.add(key)
        if key in BOOK.terms:
            todo |= set(open_names(BOOK.terms[key], choices)) - found
    return frozenset(found) & BOOK.levers
