"""What is done with one block of a list: from its cells to what is written, and what is to be told of it.

`worked_out` is a function of plain data, so a block may be worked out in this process or in another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from exchange.list_columns import Columns
from exchange.long_lists import printed
from exchange.long_lists.cells import Clear, clear_rows
from exchange.long_lists.columns_out import results_of
from exchange.long_lists.source import Block
from exchange.scenario_list import Read, RowReader
from model.book.terms import Array
from model.forms import CSV, PARQUET
from model.plan.facts import of_preset
from model.ranges.rated_results import rated_results
from model.results.idle_settings import idle_settings
from model.results.plan_remarks import how_many
from model.results.projection import RESULTS, project
from model.results.remarks_counted import LINES, how_many_each
from model.results.results_text import results_text
from model.sentences import Sentences
from model.texts import naming, speaking


@dataclass(frozen=True, slots=True)
class Task:
    """A block, what is asked of its rows and in which form, and in which language faults are said."""

    columns: Columns
    block: Block
    ask: str
    form: str
    language: str
    options: Mapping[str, object]
    is_rated: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a block.

    `content` is to be written as it is. `good` are the places of rows that were run, `is_given` whether each
    of them states a setting, `remarks` how many there are on each at most, and `speaks` where there is one to
    be said. `wrong` are the first fifty sentences on
    bad rows, and `more` how many there are beyond.
    """

    content: bytes
    good: Array
    is_given: Array
    remarks: Array
    speaks: Array
    wrong: Sequence[str]
    more: int


def worked_out(task: Task) -> Done:
    """Read a block, work it out, and put it into its form."""
    with speaking(task.language), naming(()):
        if task.ask == "run" and task.form in (CSV, PARQUET):
            return _in_columns(task)
        return _row_by_row(task)


def _in_columns(task: Task) -> Done:
    clear = clear_rows(task.columns, task.block.rows)
    wrong = Sentences()
    others = np.setdiff1d(np.arange(len(task.block.rows)), clear.rows)
    singly = _read_singly(task, others.tolist(), wrong)
    good = np.sort(np.concatenate([clear.rows, np.array(list(singly), dtype=int)]))
    if not len(good):
        return Done(b"", good, good.astype(bool), good, good.astype(bool), list(wrong), wrong.more)
    place = {at: i for i, at in enumerate(good.tolist())}
    counts = np.zeros(len(good), dtype=int)
    given, speaks = np.ones(len(good), dtype=bool), np.ones(len(good), dtype=bool)
    lines = {line: np.empty((len(good), 6)) for line in RESULTS.values()}
    if len(clear.rows):
        into = np.searchsorted(good, clear.rows)
        counts[into], speaks[into], given[into] = _of_clear(task, clear, lines, into)
    if singly:
        into = np.array([place[at] for at in singly])
        p = project([r.row.scenario for r in singly.values()], only=lines)
        for line, held in lines.items():
            held[into] = p[line]
        counts[into] = remarks_on(list(singly.values()))
        given[into] = [bool(r.given) for r in singly.values()]
    names, presets = _names(task, clear, singly, good)
    table = results_of(lines, names, presets)
    content = printed.lines(table) if task.form == CSV else as_bytes(table)
    return Done(content, good, given, counts, speaks, list(wrong), wrong.more)


def _of_clear(
    task: Task, clear: Clear, lines: Mapping[str, Array], into: Array
) -> tuple[Array, Array, Array]:
    """The results of the rows that were read column by column: into `lines`. Gives how many remarks there
    are on each, on which there is one to be said, and which state a setting.
    """
    starts = clear.starts()
    now = clear.plans(starts)
    p = project(now, only=(*lines, *LINES))
    for line, held in lines.items():
        held[into] = p[line]
    moved = {k: rows for k, rows in clear.moved(starts).items() if rows.any()}
    counts, speaks, singly = how_many_each(starts, now, p, moved)
    given = np.zeros(len(clear.rows), dtype=bool)
    for stated in clear.stated.values():
        given |= stated
    again = np.flatnonzero(singly & given)
    if len(again):
        read = _read_singly(task, clear.rows[again].tolist(), Sentences())
        counts[again] = remarks_on(list(read.values()))
        speaks[again] = True
    return np.where(given, counts, 0), speaks, given


def _names(task: Task, clear: Clear, singly: Mapping[int, Read], good: Array) -> tuple[list[str], list[str]]:
    reader, block = RowReader(task.columns), task.block
    presets = dict(zip(clear.rows.tolist(), (clear.presets[i] for i in clear.which.tolist()), strict=True))
    names = [reader.name(block.rows[at]) or f"row {block.numbers[at]}" for at in good.tolist()]
    return names, [presets[at] if at in presets else singly[at].row.preset for at in good.tolist()]


def _read_singly(task: Task, places: Sequence[int], wrong: Sentences) -> dict[int, Read]:
    """Rows by their places, as far as they can be run."""
    reader, block = RowReader(task.columns), task.block
    found = ((at, reader.read(block.numbers[at], block.rows[at], wrong)) for at in places)
    return {at: read for at, read in found if read is not None}


def remarks_on(rows: Sequence[Read]) -> list[int]:
    """How many remarks there are on each of the rows."""
    idle = idle_settings([(r.base, r.row.scenario) for r in rows])
    return [
        len(r.told) + how_many(r.base, r.row.scenario, keys) if r.given else 0
        for r, keys in zip(rows, idle, strict=True)
    ]


def as_bytes(table: object) -> bytes:
    """A table for another process, or for a writer of Parquet."""
    import pyarrow as pa

    assert isinstance(table, pa.RecordBatch)
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_batch(table)
    return bytes(out.getvalue())


def _row_by_row(task: Task) -> Done:
    """Where plans are asked for themselves: each row is read, and all of them are worked out."""
    wrong = Sentences()
    read = _read_singly(task, range(len(task.block.rows)), wrong)
    rows = list(read.values())
    return Done(
        _content(task, rows) if rows else b"",
        np.array(list(read), dtype=int),
        np.array([bool(r.given) for r in rows], dtype=bool),
        np.array(remarks_on(rows), dtype=int),
        np.ones(len(rows), dtype=bool),
        list(wrong),
        wrong.more,
    )


def _content(task: Task, rows: Sequence[Read]) -> bytes:
    if task.ask == "run":
        return _results(task, rows).encode("utf-8", "surrogatepass")
    from exchange.long_lists.asked import ASKED

    table = ASKED[task.ask].table([r.row for r in rows], task.options)
    return printed.lines(table) if task.form == CSV else as_bytes(table)


def _results(task: Task, rows: Sequence[Read]) -> str:
    names = [(r.row.name, r.row.preset) for r in rows]
    plans = [r.row.scenario for r in rows]
    if task.is_rated:
        return rated_results(plans, names, [of_preset(r.row.preset) for r in rows], task.form)
    return results_text(plans, names, task.form)
