"""Which levers have a part in a plan: a choice can set others aside, and then nobody should move them in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from model.book.terms import EQUALS, Apply, Constant, Name, Term
from model.book.vocabulary import both, either, when
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario

Chosen = tuple[tuple[str, str], ...]
Choices = Mapping[str, str]
_ROOTS = frozenset(BOOK.lines) - {n for line in BOOK.lines.values() for n in line.needs}


def set_aside_by(choice: str, scenario: Scenario) -> frozenset[str]:
    """The levers that have no part in the plan because of a choice, and would have one with another.

    They are found in the equations themselves: what stands in a branch that the choice closes, and nowhere else.
    """
    return _closed(choice, _choices(scenario))


def idle(scenario: Scenario) -> frozenset[str]:
    """The levers that have no part in the plan because of any of its choices."""
    return idle_under(dict(_choices(scenario)))


def idle_under(choices: Choices) -> frozenset[str]:
    """The same for all choices of a plan, by lever."""
    return frozenset().union(*(_closed(k, tuple(sorted(choices.items()))) for k in choices))


@cache
def _closed(choice: str, chosen: Chosen) -> frozenset[str]:
    others = (x for x in LEVERS[choice].choices if x != dict(chosen)[choice])
    open_then = (_in_play(tuple(sorted({**dict(chosen), choice: x}.items()))) for x in others)
    return frozenset().union(*open_then) - _in_play(chosen)


def unused(scenario: Scenario, keys: Iterable[str]) -> list[str]:
    """Which of these levers have no part in the plan because of a choice, and what would give them one."""
    found = []
    for choice in (k for k, x in LEVERS.items() if x.is_choice):
        idle = set_aside_by(choice, scenario)
        found += [
            f"{k} has no part in this plan, because {choice} is {scenario[choice]}."
            for k in keys
            if k in idle
        ]
    return found


def _choices(scenario: Scenario) -> Chosen:
    return tuple(sorted((k, str(scenario[k])) for k, x in LEVERS.items() if x.is_choice))


@cache
def _in_play(chosen: Chosen) -> frozenset[str]:
    """The levers that the last lines of the book rest on, by the branches that are open."""
    choices, found, todo = dict(chosen), set[str](), set(_ROOTS)
    while todo:
        key = todo.pop()
        found.add(key)
        if key in BOOK.terms:
            todo |= set(open_names(BOOK.terms[key], choices)) - found
    return frozenset(found) & BOOK.levers


def open_names(term: Term, choices: Choices) -> Iterator[str]:
    """The names in a term that have a part with these choices, those of the choices themselves among them."""
    if isinstance(term, Name):
        yield term.key
    elif isinstance(term, Apply):
        for part in (term.args[0], _branch(term, choices)) if _is_decided(term, choices) else term.args:
            yield from open_names(part, choices)


def pruned(term: Term, choices: Choices) -> Term:
    """The term as it reads with these choices: of what they decide, the branch that is open."""
    if not isinstance(term, Apply):
        return term
    if _is_decided(term, choices):
        return pruned(_branch(term, choices), choices)
    return Apply(term.word, tuple(pruned(a, choices) for a in term.args))


def _is_decided(term: Apply, choices: Choices) -> bool:
    return term.word is when and _decided(term.args[0], choices) is not None


def _branch(term: Apply, choices: Choices) -> Term:
    _, chosen, otherwise = term.args
    return chosen if _decided(term.args[0], choices) else otherwise


def _decided(condition: Term, choices: Choices) -> bool | None:
    """Whether the choices alone make a condition true or false; None when numbers have a say."""
    if not isinstance(condition, Apply):
        return None
    args = condition.args
    if condition.word is EQUALS and isinstance(args[0], Name) and isinstance(args[1], Constant):
        return choices[args[0].key] == args[1].value if args[0].key in choices else None
    if condition.word in (both, either):
        stop = condition.word is either  # one yes decides an "or", one no an "and"
        parts = [_decided(a, choices) for a in args]
        return stop if stop in parts else None if None in parts else not stop
    return None
