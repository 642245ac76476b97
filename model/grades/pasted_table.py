"""A table of grades by five years, as spreadsheets paste it: read into counts, or every fault named.

A row is a grade with five counts. Above the grades may stand a title and the names of the years, below or
between them totals, which are checked against the grades. Without a column of grades the rows run up from a
grade that the caller names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.evidence import LEVERS
from model.grades.grade_names import Named, named
from model.grades.table_cells import YEARS_OF_A_HEAD, Sheet, sheet_of
from model.lines.grades import year_1_lever
from model.plan.by_grade import ALL
from model.plan.typed_numbers import read_number
from model.sentences import Sentences
from model.texts import counted, listed, quoted, say
from model.units import grade, number
from model.years import OPERATING_YEARS

NONE = frozenset(("", "-", "\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}", "n/a", "N/A", "."))


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read: students by grade of Years 1 to 5, what is wrong, and what is to be told.

    `counts` is empty where something is wrong.
    """

    counts: dict[int, tuple[float, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def read_table(text: str, lowest: int = 0) -> Pasted:
    """The table in a text. `lowest` is the grade of the first row where no row names its grade."""
    sheet = sheet_of(text)
    if isinstance(sheet, str):
        return Pasted(problems=(sheet,))
    reading = _Reading(sheet)
    if sheet.wide > OPERATING_YEARS or any(_is_named(row[0]) for _, row in sheet.rows):
        for at, row in sheet.rows:
            reading.named_row(at, row)
    else:
        reading.rows_from(lowest)
    return reading.done()


def _is_named(cell: str) -> bool:
    """Whether a first cell says which grade its row is, rather than being a count of it."""
    found = named(cell)
    return found is not None and not (found.grades and cell.strip().isdigit())


def _numbers(cells: Sequence[str]) -> list[float]:
    """The numbers of a row, 0 where a cell is none."""
    return [0.0 if (n := read_number(c)) is None else n.value for c in cells]


class _Reading:
    """The counts of a sheet, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.counts: dict[int, list[float]] = {}
        self.totals: list[tuple[int, Named | None, list[float]]] = []
        self.problems, self.remarks = Sentences(), Sentences()
        self.empty: list[str] = []
        self.kindergarten: dict[bool, str] = {}  # the rows of transitional kindergarten and of kindergarten

    def named_row(self, at: int, row: Sequence[str]) -> None:
        """A row with its grade in front: a grade, a total, a head above the grades, or a fault."""
        label, cells = row[0].strip(), row[1:]
        found = named(label)
        if found is None:
            if self._looks_counted(cells):
                self.problems.add(say("pasted.no_grade", row=at, given=quoted(label[:40])))
            return
        if not found.grades or (found.is_total and len(found.grades) > 1):
            self._total(at, found, label, cells)
        elif len(found.grades) > 1:
            self.problems.add(say("pasted.a_span", row=at, given=quoted(label[:40])))
        elif found.before_kindergarten:
            self.problems.add(say("pasted.before_kindergarten", row=at, given=quoted(label[:40])))
        else:
            self._grade(at, found, label, cells)

    def rows_from(self, lowest: int) -> None:
        """Rows of counts alone: the lowest grade first, a row that is their sum last."""
        rows = list(self.sheet.rows)
        while rows and not self._looks_counted(rows[0][1]):
            del rows[0]  # the names of the years
        if len(rows) > 2 and _numbers(rows[-1][1]) == list(
            map(sum, zip(*(_numbers(row) for _, row in rows[:-1]), strict=True))
        ):
            self.remarks.add(say("pasted.last_is_total", row=rows.pop()[0]))
        if lowest + len(rows) > len(ALL):
            most = len(ALL) - lowest
            self.problems.add(say("pasted.too_many_rows", given=len(rows), most=most, grade=grade(lowest)))
            return
        for g, (at, row) in enumerate(rows, lowest):
            read = self._cells(at, grade(g), row)
            if read is not None:
                self.counts[g] = read
        if self.counts:
            self.remarks.add(say("pasted.rows_from", first=grade(lowest), last=grade(max(self.counts))))

    def done(self) -> Pasted:
        """What was read, with the totals checked."""
        if not self.counts and not len(self.problems):
            self.problems.add(say("pasted.no_rows"))
        if len(self.problems):
            return Pasted(problems=self.problems.told("pasted.more"))
        if len(self.kindergarten) > 1:
            self.remarks.add(say("pasted.added_to_k", rows=listed(map(quoted, self.kindergarten.values()))))
        if self.empty:
            shown = [*self.empty[:4], *(["\N{HORIZONTAL ELLIPSIS}"] if len(self.empty) > 4 else [])]
            self.remarks.add(say("pasted.empty_are_none", cells=listed(shown)))
        for at, found, given in self.totals:
            self._check(at, found, given)
        counts = {g: tuple(cells) for g, cells in sorted(self.counts.items())}
        return Pasted(counts, (), self.remarks.told("pasted.more"))

    def _grade(self, at: int, found: Named, label: str, cells: Sequence[str]) -> None:
        g = found.grades[0]
        read = self._cells(at, label if found.before_first else grade(g), cells)
        if read is None:
            return
        held = self.counts.get(g)
        if held is not None and (g or found.before_first in self.kindergarten):
            self.problems.add(say("pasted.twice", row=at, grade=grade(g)))
            return
        self.counts[g] = read if held is None else [a + b for a, b in zip(held, read, strict=True)]
        if g == 0:
            self.kindergarten[found.before_first] = label

    def _total(self, at: int, found: Named, label: str, cells: Sequence[str]) -> None:
        read = self._cells(at, label, cells, most=1e6)
        if read is not None:
            self.totals.append((at, found if found.grades else None, read))

    def _check(self, at: int, found: Named | None, given: Sequence[float]) -> None:
        """A row of totals against the grades that it is of: the grades count."""
        of = [c for g, c in self.counts.items() if found is None or g in found.grades]
        for year, (said, sums) in enumerate(zip(given, map(sum, zip(*of, strict=True)), strict=False)):
            if said != sums:
                column = self.sheet.column(year)
                text = say(
                    "pasted.total_differs", row=at, column=column, given=number(said), sum=number(sums)
                )
                self.remarks.add(text)

    def _looks_counted(self, cells: Sequence[str]) -> bool:
        """Whether a row holds counts rather than names of columns: numbers, and not the names of years."""
        found = [n.value for c in cells if (n := read_number(c)) is not None]
        return bool(found) and not all(x in YEARS_OF_A_HEAD for x in found)

    def _cells(
        self, at: int, label: str, cells: Sequence[str], most: float | None = None
    ) -> list[float] | None:
        """Five counts of a row, or None with a sentence for each cell that is none."""
        if len(cells) != OPERATING_YEARS:
            self.problems.add(say("pasted.not_five", row=at, grade=label[:40], count=counted(len(cells))))
            return None
        found, wrong = [], False
        for year, cell in enumerate(cells):
            value = self._count(at, label, year, cell.strip(), most)
            wrong |= value is None
            found.append(value or 0.0)
        return None if wrong else found

    def _count(self, at: int, label: str, year: int, cell: str, most: float | None) -> float | None:
        where = {"row": at, "grade": label[:40], "column": self.sheet.column(year)}
        if cell in NONE:
            if most is None:
                self.empty.append(say("pasted.cell", grade=label[:40], column=where["column"]))
            return 0.0
        read = read_number(cell)
        bounds = LEVERS[year_1_lever(0)].bounds
        assert bounds is not None
        high = bounds[1] if most is None else most
        if read is None or read.is_percent or not read.value.is_integer():
            # "1.056" is 1,056 to those who write a point there, and to nobody a number of students.
            self.problems.add(say("pasted.no_count", given=quoted(cell[:20]), **where))
        elif not 0 <= read.value <= high:
            self.problems.add(say("pasted.outside", given=quoted(cell[:20]), most=number(high), **where))
        else:
            return read.value
        return None
