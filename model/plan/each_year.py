"""Five numbers that somebody types are each year's own: what a door sets beside them, and says about it.

Inside the product a value keeps the meaning that its mark gives it, whoever changes it. Only where numbers
are typed (command line, list, link, field, dialog, pasted row) five of them set the mark, and one number in
the place of five takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from model.evidence import GROWING, LEVERS, Growing, Value
from model.evidence.growing import AS_TYPED, GROWS
from model.lines.worksheet import BOOK, GROWTH_LEVERS
from model.plan.scenario import Scenario
from model.texts import say


def marks_beside(given: Mapping[str, object], before: Scenario | None = None) -> dict[str, Value]:
    """The marks that typed values set, unless they are among what is given.

    `before` is the plan that takes the values, where it is known.
    """
    found: dict[str, Value] = {}
    for key, value in given.items():
        row = GROWING.get(key)
        if row is None or row.mark in given:
            continue
        if isinstance(value, tuple | list):
            found[row.mark] = AS_TYPED
        elif before is not None and isinstance(before[key], tuple) and before[row.mark] == AS_TYPED:
            found[row.mark] = GROWS
    return found


@cache
def growth_of(row: Growing) -> str:
    """The growth rate of a setting; empty where none stands behind it."""
    if not row.grows_with:
        return ""
    return next(iter(BOOK.levers_of(row.grows_with) & GROWTH_LEVERS))


def taken_as_typed(changes: Mapping[str, Value]) -> Iterator[str]:
    """What to say of each setting whose five numbers are taken as each year's own."""
    for key, row in GROWING.items():
        if isinstance(changes.get(key), tuple) and changes.get(row.mark, GROWS) == AS_TYPED:
            yield said_as_typed(row)


def how_to_let_grow(row: Growing) -> tuple[str, str]:
    """What a button says that lets five numbers grow, and how to say it where nothing can be pressed."""
    if row.grows_with:
        return say("values.let_grow"), say("values.let_grow_typed", mark=row.mark)
    return say("values.correct_them"), say("values.correct_them_typed", mark=row.mark)


def said_as_typed(row: Growing) -> str:
    """That five numbers are each year's own, and what therefore does not act on them."""
    setting = LEVERS[row.lever].label
    if growth := growth_of(row):
        return say("values.as_typed", setting=setting, growth=LEVERS[growth].label)
    return say("values.as_typed_alone", setting=setting)


def as_typed_of(plan: Scenario, growth: str) -> dict[str, Value]:
    """The changes that let what a setting grows by act again where it is typed as each year's own."""
    return {
        row.mark: GROWS
        for row in GROWING.values()
        if row.grows_with and plan[row.mark] == AS_TYPED and growth in BOOK.levers_of(row.grows_with)
    }


def with_marks(keys: Iterable[str]) -> tuple[str, ...]:
    """The settings, each with the mark that says what its numbers mean: they go back to a start together."""
    return tuple(k for key in keys for k in (key, *(row.mark for row in [GROWING.get(key)] if row)))
