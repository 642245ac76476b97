"""What is to be told of a long list, in the order of its rows: fifty remarks and fifty faults in words.

All others are counted. The sentences and their order are those of `scenario_list.read_table`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from exchange.list_columns import Columns
from exchange.list_remarks import row_words, where
from exchange.long_lists.seen_names import SeenNames
from exchange.long_lists.source import Block
from exchange.long_lists.work import Done
from exchange.scenario_list import RowReader, of_row
from model.results.idle_settings import BLOCK, idle_settings
from model.results.plan_remarks import plan_remarks
from model.sentences import Sentences
from model.texts import say


@dataclass(slots=True)
class _Waiting:
    """Rows of which there is something to say: their numbers and cells, or how many remarks there are."""

    rows: list[tuple[int, list[str], int]] = field(default_factory=list)
    given: int = 0


class Telling:
    """Takes what came of one block after the other."""

    def __init__(self, columns: Columns, remarks: Sequence[str]) -> None:
        self._columns = columns
        self._reader = RowReader(columns)
        self._remarks, self._wrong = Sentences(remarks), Sentences()
        self._names = SeenNames()
        self._waiting = _Waiting()
        self._told = 0
        self.good = self.bad = 0

    def take(self, block: Block, done: Done) -> None:
        """What came of a block, in its turn."""
        self.good += len(done.good)
        self.bad += len(block.rows) - len(done.good)
        for sentence in done.wrong:
            self._wrong.add(sentence)
        self._wrong.count(done.more)
        numbers = [block.numbers[i] for i in done.good.tolist()]
        names = [self._reader.name(block.rows[i]) for i in done.good.tolist()]
        doubles = self._names.first_rows(names, numbers)
        # Remarks on rows wait for one another, so many rows with settings at a time; those on names do not.
        turns = (self._waiting.given + np.cumsum(done.is_given) - done.is_given) // BLOCK
        for turn in range(int(turns[-1]) + 1 if len(turns) else 0):
            if turn:
                self._look()
            these = turns == turn
            for i in [i for i in doubles if these[i]]:
                here = partial(row_words, numbers[i], names[i])
                self._remarks.add(partial(_same_name, here, doubles[i]))
            for i in np.flatnonzero(these & (done.remarks > 0)).tolist():
                cells = block.rows[int(done.good[i])] if done.speaks[i] else []
                self._waiting.rows.append((numbers[i], cells, int(done.remarks[i])))
            self._waiting.given += int(done.is_given[these].sum())
        if self._waiting.given >= BLOCK:
            self._look()

    def end(self) -> None:
        """There are no more rows."""
        self._look()

    def fault(self, message: str) -> None:
        """What is wrong with the file behind the rows that were read."""
        self._wrong.add(message)

    def new_remarks(self) -> Iterator[str]:
        """The remarks that were not handed out before."""
        said = list(self._remarks)
        new, self._told = said[self._told :], len(said)
        yield from new

    def more_remarks(self) -> tuple[str, ...]:
        """How many remarks there are beyond those."""
        return self._remarks.told("list.more_remarks")[len(list(self._remarks)) :]

    def problems(self) -> tuple[str, ...]:
        """What is wrong, and how much more."""
        return self._wrong.told("list.more_faults")

    def _look(self) -> None:
        waiting, self._waiting = self._waiting, _Waiting()
        for number, cells, count in waiting.rows:
            if not self._remarks.room:
                self._remarks.count(count)
            elif cells:
                self._say(number, cells)

    def _say(self, number: int, cells: Sequence[str]) -> None:
        read = self._reader.read(number, cells, Sentences())
        assert read is not None
        here = row_words(number, self._reader.name(cells))
        start, now = read.base, read.row.scenario
        (idle,) = idle_settings([(start, now)])
        for remark in (*read.told, *plan_remarks(start, now, idle)):
            typed = read.given.get(remark.lever, "")
            self._remarks.add(where(here, self._columns, remark.lever, remark.in_print, typed))


def _same_name(here: Callable[[], str], first: int) -> str:
    return of_row(here, say("list.same_name", first=first))
