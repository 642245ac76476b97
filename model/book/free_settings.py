"""A plan in which only some settings may still move: what both writers of programs have to know of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from model.book.book import Book
from model.book.columns import Given, column
from model.book.idle_lines import Idle
from model.book.terms import Array


class Setting(Protocol):
    """What has to be known of a lever."""

    @property
    def choices(self) -> tuple[str, ...]: ...
    @property
    def per_year(self) -> bool: ...


def idle_whatever_moves(
    book: Book,
    levers: Mapping[str, Setting],
    arrays: Mapping[str, Array],
    plan: Mapping[str, Given],
    free: Collection[str],
) -> Idle:
    """The lines that are idle with every value of the free settings; `arrays` are the plan's own values.

    Looked at are all choices of a free one and an amount beside the plan's, so nothing that they could wake
    is idle.
    """
    moved = {k: column(levers[k].choices or [*_numbers(plan[k]), 1.0]) for k in free}
    return book.idle({**arrays, **moved})


def _numbers(given: Given) -> tuple[Given, ...]:
    return given if isinstance(given, tuple) else (given,)
