"""A list of scenarios, each row a preset and the levers that differ. Bad rows do not stop good ones.

How a spreadsheet program wrote it is for `list_text.py` and `list_columns.py`; here its cells get their
meaning, which is that of the same text everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from exchange.kinds_of_files import no_table
from exchange.list_columns import PRESET, SCENARIO, Columns, columns_of, plainly
from exchange.list_remarks import RowRemarks, row_words, where
from exchange.list_text import ListRefused, Rows, Sheet, another_kind, beginning, how_many_known, sheet_of
from model.evidence import PRESETS
from model.plan import own_faults
from model.plan.named_presets import find_preset
from model.plan.scenario import Problem, Scenario, unknown_preset
from model.plan.taken import Remark, news, take
from model.sentences import Sentences
from model.texts import counted, quoted, say

MOST_ROWS = 100_000
_PRESETS = {plainly(key): key for key in PRESETS}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be run. `line` is its number in a spreadsheet."""

    line: int
    name: str
    preset: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class ScenarioTable:
    """What could be read, what is wrong, and what is to be told, in messages that name the row.

    At most fifty of either, and how many more there are.
    """

    rows: tuple[Row, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def read_table(content: bytes) -> ScenarioTable:
    """Parse the file. Problems with the file or its header leave no rows; a bad row leaves the others."""
    try:
        sheet = sheet_of(content)
        return _read(sheet)
    except ListRefused as e:
        return ScenarioTable((), e.messages)


def _read(sheet: Sheet) -> ScenarioTable:
    wrong = Sentences()
    header = header_of(sheet)
    reader = _Reader(header.columns, wrong, [*sheet.remarks, *header.above])
    found = 0
    for number, cells in sheet.rows():
        if number <= header.row:
            continue
        found += 1
        if found > MOST_ROWS:
            return ScenarioTable((), (say("list.too_many_rows", most=f"{MOST_ROWS:,}"),))
        reader.take(number, cells)
    if not found:
        wrong.add(say("list.no_rows"))
    return ScenarioTable(
        tuple(reader.rows), wrong.told("list.more_faults"), reader.remarks.all().told("list.more_remarks")
    )


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names most columns, the first where none names any: its number, and remarks on those
    above it.
    """

    row: int
    columns: Columns
    above: Sequence[str]


def header_of(sheet: Rows) -> Header:
    """Raises `ListRefused` with everything that is wrong with the list as a whole."""
    rows = beginning(sheet)
    if not rows:
        rows = [row for row, _ in zip(sheet.rows(), range(1), strict=False)]  # says why it cannot be read
    if not rows:
        raise ListRefused(say("list.empty"))
    best = max(range(len(rows)), key=lambda i: how_many_known(rows[i][1]))
    number, names = rows[best]
    wrong = Sentences()
    columns = columns_of(names, wrong)
    if not columns.places and (kind := no_table(sheet.begins)):
        raise another_kind(kind)
    if wrong:
        raise ListRefused(*wrong.told("list.more_faults"))
    above = [
        say("list.above", number=at, cells=quoted(" ".join(filter(None, map(str.strip, cells)))[:60]))
        for at, cells in rows[:best]
    ]
    return Header(number, columns, above)


@dataclass(frozen=True, slots=True)
class Read:
    """A row that can be run: its cells by setting, what is to be told of them, the plan it starts from."""

    row: Row
    given: Mapping[str, str]
    told: Sequence[Remark]
    base: Scenario


class RowReader:
    """Reads single rows. Every way through a list comes to what a row means here."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._levers = [(k, i) for k, i in columns.places.items() if k not in (PRESET, SCENARIO)]

    def read(self, number: int, cells: Sequence[str], wrong: Sentences) -> Read | None:
        """A row, or None where what is wrong with it was added to `wrong`."""
        cells = [c.strip() for c in cells]
        name = self.name(cells)
        here = partial(row_words, number, name)
        before = len(wrong)
        self._outside(here, cells, wrong)
        given = {k: cells[i] for k, i in self._levers if i < len(cells) and cells[i]}
        preset, base = self._base(here, _cell(cells, self._columns.places[PRESET]), wrong)
        taken = take(given.items())
        for problem in taken.problems:
            wrong.add(partial(self._about, here, problem, given.get(problem.lever, "")))
        if base is None or len(wrong) > before:
            return None
        now = base.changed(taken.changes) if taken.changes else base
        for problem in own_faults.problems(now):
            wrong.add(partial(self._about, here, problem, given.get(problem.lever, "")))
        if len(wrong) > before:
            return None
        told = news(taken.remarks, base.values, now.values)
        return Read(Row(number, name or f"row {number}", preset, now), given, told, base)

    def name(self, cells: Sequence[str]) -> str:
        """What a row calls itself, or nothing."""
        return _cell(cells, self._columns.places.get(SCENARIO)).strip()

    def _about(self, here: Callable[[], str], problem: Problem, typed: str) -> str:
        return where(here(), self._columns, problem.lever, problem.message, typed)

    def _outside(self, here: Callable[[], str], cells: Sequence[str], wrong: Sentences) -> None:
        """Values that stand in no column."""
        width = len(self._columns.names)
        if any(cells[width:]):
            said = say("list.too_many_values", values=f"{len(cells):,}", count=counted(width))
            wrong.add(of_row(here, said))
        for i in self._columns.unnamed:
            if i < len(cells) and cells[i]:
                said = say("list.value_without_name", number=i + 1, value=quoted(cells[i][:60]))
                wrong.add(of_row(here, said))

    @staticmethod
    def _base(here: Callable[[], str], typed: str, wrong: Sentences) -> tuple[str, Scenario | None]:
        preset = preset_of(typed)
        if not typed:
            wrong.add(of_row(here, say("list.no_preset")))
        elif not preset:
            wrong.add(lambda: of_row(here, unknown_preset(typed).message))
        return preset, Scenario.preset(preset) if preset else None


def of_row(here: Callable[[], str], message: str) -> str:
    """A message about a row as a whole."""
    return say("list.of_row", row=here(), message=message)


class _Reader:
    """Rows one after the other."""

    def __init__(self, columns: Columns, wrong: Sentences, remarks: Sequence[str]) -> None:
        self.rows: list[Row] = []
        self.remarks = RowRemarks(columns, remarks)
        self._wrong = wrong
        self._reader = RowReader(columns)
        self._lines: dict[str, int] = {}

    def take(self, number: int, cells: Sequence[str]) -> None:
        """Read a row: it joins the others, or what is wrong with it is recorded."""
        found = self._reader.read(number, cells, self._wrong)
        if found is None:
            return
        self.rows.append(found.row)
        name = self._reader.name(cells)
        here = partial(row_words, number, name)
        if name and (first := self._lines.setdefault(name, number)) != number:
            self.remarks.say(lambda: of_row(here, say("list.same_name", first=first)))
        self.remarks.add(here, found.given, found.told, found.base, found.row.scenario)


def preset_of(typed: str) -> str:
    """The name of the preset in a cell, with its version where it is not the newest; empty for none."""
    key, point, version = typed.partition(".")
    found = find_preset(f"{_PRESETS.get(plainly(key), '')}{point}{version.strip()}")
    return found.name if found else ""


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""
