"""Which levers have an effect in a plan: a choice can set others aside, so moving them changes nothing."""

from __future__ import annotations

from functools import cache

from model.book.branches import Choices, open_names
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.own_in_play import all_own_closed, own_closed_by, own_opened_with
from model.plan.scenario import Scenario
from model.years import OPERATING

Chosen = tuple[tuple[str, str], ...]
_CHOICES = sorted(k for k, x in LEVERS.items() if x.is_choice and not x.own)
_NOT_OWN = frozenset(k for k in BOOK.levers if not LEVERS[k].own)
_ROOTS = frozenset(BOOK.lines) - {n for line in BOOK.lines.values() for n in line.needs}


def set_aside_by(choice: str, scenario: Scenario) -> frozenset[str]:
    """The levers that have no effect in the plan because of a choice, and would have one with another choice.

    They are found in the equations themselves: they stand only in branches that the choice closes.
    """
    if number := LEVERS[choice].own:
        return own_closed_by(choice, number, scenario.values)
    return _closed(choice, _choices(scenario))


def opened_with(choice: str, key: str, scenario: Scenario) -> str:
    """The first of the other choices with which a lever that this choice sets aside has an effect."""
    if LEVERS[choice].own:
        return own_opened_with(choice, key)
    chosen = dict(_choices(scenario))
    others = (x for x in LEVERS[choice].choices if x != chosen[choice])
    return next(x for x in others if key in _in_play(tuple(sorted({**chosen, choice: x}.items()))))


# Amounts of things that a school has or has not, and a number of students that is stated or not.
_ONLY_WHERE_GIVEN = {
    **{k: (k,) for x in BOOK.lines.values() for k in x.nothing_without},
    "leased_students": ("leased_students",),
    "rent_basis": ("lease", "leased_area"),
}


def not_in_plan(scenario: Scenario) -> frozenset[str]:
    """The levers of things that the plan does not have, such as a contract. Nobody has to check them."""

    def given(key: str) -> bool:
        return any(scenario.number(key, t) for t in OPERATING)

    return frozenset(k for k, amounts in _ONLY_WHERE_GIVEN.items() if not any(map(given, amounts)))


def _beside() -> dict[str, frozenset[str]]:
    """What is stated beside such amounts, such as their growth: what nothing else in the book needs."""
    found: dict[str, frozenset[str]] = {}
    elsewhere = set[str]()
    for line in BOOK.lines.values():
        for key in LEVERS.keys() & set(line.needs):
            if not line.nothing_without:
                elsewhere.add(key)
            elif key not in line.nothing_without:
                found[key] = found.get(key, frozenset()) | set(line.nothing_without)
    return {key: amounts for key, amounts in found.items() if key not in elsewhere}


# An amount that is asked for once another is given: a second loan, and what was owed before.
_BESIDE = {
    **_beside(),
    "loan_2": frozenset({"loan_1"}),
    "aid_owed_at_start": frozenset({"aid_deferred"}),
}


def not_asked(start: Scenario, now: Scenario) -> frozenset[str]:
    """The levers that a page need not ask for: those of rent that is set otherwise, and what is stated beside
    an amount of nothing. One that was moved is asked for.
    """
    absent = not_in_plan(now)
    beside = (key for key, amounts in _BESIDE.items() if amounts <= absent)
    return (set_aside_by("rent_basis", now) | frozenset(beside)) - now.differences(start).keys()


def waiting(start: Scenario, now: Scenario) -> frozenset[str]:
    """The levers that do nothing in the plan: of something else chosen, or of an amount of nothing. One that
    was moved is none of them.
    """
    return (idle(now) | not_asked(start, now)) - now.differences(start).keys()


def idle(scenario: Scenario) -> frozenset[str]:
    """The levers that have no effect in the plan because of any of its choices."""
    return idle_under({k: str(scenario[k]) for k, x in LEVERS.items() if x.is_choice})


def idle_under(choices: Choices) -> frozenset[str]:
    """The same for all choices of a plan, by lever. Some are opened only by several choices together."""
    chosen = tuple(sorted((k, v) for k, v in choices.items() if not LEVERS[k].own))
    return (_NOT_OWN - _in_play(chosen)) | all_own_closed(choices)


@cache
def _closed(choice: str, chosen: Chosen) -> frozenset[str]:
    others = (x for x in LEVERS[choice].choices if x != dict(chosen)[choice])
    open_then = (_in_play(tuple(sorted({**dict(chosen), choice: x}.items()))) for x in others)
    return frozenset().union(*open_then) - _in_play(chosen)


def _choices(scenario: Scenario) -> Chosen:
    return tuple((k, str(scenario[k])) for k in _CHOICES)


@cache
def _in_play(chosen: Chosen) -> frozenset[str]:
    """The levers that the last lines of the book depend on, by the branches that are open."""
    choices, found, todo = dict(chosen), set[str](), set(_ROOTS)
    while todo:
        key = todo.pop()
        found.add(key)
        if key in BOOK.terms and not BOOK.lines[key].own:  # those are known by themselves: own_in_play.py
            todo |= set(open_names(BOOK.terms[key], choices)) - found
    return frozenset(found) & BOOK.levers
