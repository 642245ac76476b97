"""Remarks on the rows of a list: which row, which column, which value, what to do.

What moves nothing is found for many rows in one go. What would let it act is looked for only where it will be
said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exchange.list_columns import Columns
from exchange.one_line import clean
from model.plan.scenario import Scenario
from model.plan.taken import Remark
from model.results.idle_settings import BLOCK, idle_settings
from model.results.plan_remarks import how_many, plan_remarks
from model.sentences import Sentences
from model.texts import quoted, say


@dataclass(frozen=True, slots=True)
class _Waiting:
    here: Callable[[], str]
    given: Mapping[str, str]
    taken: Sequence[Remark]
    start: Scenario
    now: Scenario


class RowRemarks:
    """Remarks in the order of the rows; `said` are those on the file as a whole."""

    def __init__(self, columns: Columns, said: Sequence[str]) -> None:
        self._columns = columns
        self._found = Sentences(said)
        self._waiting: list[_Waiting] = []

    def say(self, sentence: Callable[[], str]) -> None:
        """A remark on a row as a whole."""
        self._found.add(sentence)

    def add(
        self,
        here: Callable[[], str],
        given: Mapping[str, str],
        taken: Sequence[Remark],
        start: Scenario,
        now: Scenario,
    ) -> None:
        """A row that was read: its words, its cells by lever, the remarks on them, its start and its plan."""
        if given:
            self._waiting.append(_Waiting(here, given, taken, start, now))
        if len(self._waiting) == BLOCK:
            self._look()

    def all(self) -> Sentences:
        """Every remark."""
        self._look()
        return self._found

    def _look(self) -> None:
        waiting, self._waiting = self._waiting, []
        idle = idle_settings([(w.start, w.now) for w in waiting])
        for row, keys in zip(waiting, idle, strict=True):
            if not self._found.room:
                self._found.count(len(row.taken) + how_many(row.start, row.now, keys))
                continue
            for remark in (*row.taken, *plan_remarks(row.start, row.now, keys)):
                typed = row.given.get(remark.lever, "")
                self._found.add(where(row.here(), self._columns, remark.lever, remark.in_print, typed))


def row_words(number: int, name: str) -> str:
    """What a row is called in messages: "Row 3 (Smaller classes)"."""
    if not name:
        return say("list.row", number=number)
    return say("list.row_named", number=number, name=clean(name[:200], 60))


def where(row: str, columns: Columns, lever: str, message: str, typed: str) -> str:
    """A message about a lever with its row, its column as the file calls it, and the value, unless that is
    in it.
    """
    if lever not in columns.places:
        return say("list.of_row", row=row, message=message)
    own = f" ({lever})"  # the key behind the label, which the name of the column stands for
    said = {"row": row, "column": columns.name(lever)[:60], "message": message.replace(own, "", 1)}
    if typed and typed not in message:
        return say("list.in_column_with", value=quoted(typed[:60]), **said)
    return say("list.in_column", **said)
