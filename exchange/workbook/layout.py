"""Where everything is: the sheets of a plan, the row of each lever and line, the column of each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.book.book import YEAR
from model.book.family import Family, Line
from model.evidence import LEVERS, Lever
from model.evidence.levers import KINDS
from model.evidence.own_lines import PANEL
from model.lines.own import OWN
from model.lines.worksheet import BOOK
from model.years import YEARS

# The same column holds the same year on every sheet, so that a formula is easy to follow across sheets.
FIRST_YEAR = 2  # column C, counted from 0, is the start-up year
HEAD = 4  # the row of the column heads, as a spreadsheet counts
COLUMNS = "CDEFGH"
MEANING = "R"  # the column of inputs that says what the numbers of a lever mean
FORBIDDEN = str.maketrans("[]:*?/\\'", " " * 8)

# A sheet is called as the screen calls what it holds, in English in every language: formulas read alike.
# A spreadsheet program takes 31 letters, so a longer label has a shorter name here.
_SHORTER = {
    "pd": "Professional development",
    "other": "Supplies and services",
    "credit": "Line of credit and late aid",
}
COVER, CHECKS, SOURCES = "Cover", "Checks", "Sources"
DIFFERENCE, INPUT_DIFFERENCE = "Difference", "Input difference"
NOTES, DECISIONS = "Notes", "Decisions"  # where a plan has any


def column(year: int) -> str:
    return COLUMNS[year]


def plan_column(plan: int) -> str:
    """The column of a plan on the cover."""
    return "BCDE"[plan]


def quoted(sheet: str) -> str:
    """A sheet's name as a formula writes it."""
    return f"'{sheet}'"


def years() -> range:
    return range(YEARS)


def _sheet_of(family: Family) -> str:
    """The name of a family's sheet, without its number."""
    return _SHORTER.get(family.key, family.english_label).translate(FORBIDDEN)


@dataclass(frozen=True, slots=True)
class Layout:
    """The sheets of one plan. `letter` stands before their names when the workbook holds several plans."""

    letter: str
    inputs: str
    families: Mapping[str, str]
    summary: str
    charts: str
    exported: str
    own: tuple[int, ...] = ()  # the numbers of the school's own lines that the workbook holds

    @classmethod
    def of(cls, letter: str, own: tuple[int, ...] = ()) -> Layout:
        before = f"{letter} " if letter else ""
        return cls(
            letter,
            inputs=f"{before}Inputs",
            families=MappingProxyType(
                {f.key: f"{letter}{n} {_sheet_of(f)}" for n, f in enumerate(BOOK.families, 1)}
            ),
            summary=f"{before}Summary",
            charts=f"{before}Charts",
            exported=f"{before}As exported",
            own=own,
        )

    @property
    def absent(self) -> frozenset[str]:
        """The lines that the workbook does not hold: own lines of no plan."""
        if not self.own:
            return _OF_OWN
        return frozenset(x.key for x in BOOK.lines.values() if x.own and x.own not in self.own)

    @property
    def families_held(self) -> list[Family]:
        return [f for f in BOOK.families if self.own or f.key != OWN]

    def lines_of(self, family: str) -> list[Line]:
        return [x for x in lines_of(family) if x.key not in self.absent]

    @property
    def inputs_held(self) -> list[str]:
        return [k for k in INPUT_ROWS if not LEVERS[k].own or LEVERS[k].own in self.own]

    @property
    def last_input(self) -> int:
        """The last row of the inputs."""
        return max(INPUT_ROWS[k] for k in self.inputs_held)

    def levers_by_group(self) -> Iterator[tuple[str, str, list[Lever]]]:
        """Kind, panel and the levers of both, in the order of the input sheet."""
        yield from levers_by_group()
        if self.own:
            yield KINDS[-1], PANEL, [LEVERS[k] for k in self.inputs_held if LEVERS[k].own]

    def lever_name(self, key: str) -> str:
        """The defined name of an input, such as in_benefit_rate or, in plan B, B_in_benefit_rate."""
        return f"{self.letter}_in_{key}" if self.letter else f"in_{key}"

    def lever_cell(self, key: str, year: int) -> str:
        """The cell of a lever: the start-up year takes Year 1's, a lever of one value has one cell. What the
        numbers of a lever mean stands in its own row.
        """
        if LEVERS[key].of:
            return f"{quoted(self.inputs)}!${MEANING}${INPUT_ROWS[LEVERS[key].of]}"
        at = f"{column(max(year, 1))}${INPUT_ROWS[key]}" if LEVERS[key].per_year else f"$D${INPUT_ROWS[key]}"
        return f"{quoted(self.inputs)}!{at}"

    def line_cell(self, key: str, year: int, seen_from: str = "") -> str:
        sheet, at = self.families[BOOK.lines[key].family], f"{column(year)}{LINE_ROWS[key]}"
        return at if sheet == seen_from else f"{quoted(sheet)}!{at}"

    def line_range(self, key: str) -> str:
        """A line's six cells."""
        sheet, row = self.families[BOOK.lines[key].family], LINE_ROWS[key]
        return f"{quoted(sheet)}!{column(0)}{row}:{column(YEARS - 1)}{row}"

    def address(self, seen_from: str) -> Callable[[str, int], str]:
        """How a formula on a calculation sheet writes a lever, a line or the year number."""

        def at(key: str, year: int) -> str:
            if key == YEAR:
                return f"{column(year)}${HEAD}"
            return self.lever_cell(key, year) if key in LEVERS else self.line_cell(key, year, seen_from)

        return at


def lines_of(family: str) -> list[Line]:
    """The lines of a sheet from above. The totals of own lines stand above them, as most are not there."""
    return sorted((x for x in BOOK.lines.values() if x.family == family), key=lambda x: x.own)


_OF_OWN = frozenset(x.key for x in BOOK.lines.values() if x.family == OWN)


def levers_by_group() -> Iterator[tuple[str, str, list[Lever]]]:
    """The same without own lines."""
    for kind in KINDS:
        for panel in dict.fromkeys(x.panel for x in LEVERS.values()):  # in the order of the register
            found = [
                x for x in LEVERS.values() if x.kind == kind and x.panel == panel and not (x.of or x.own)
            ]
            if found:
                yield kind, panel, found


def _input_rows() -> dict[str, int]:
    rows: dict[str, int] = {}
    row, kind = HEAD, ""
    for group, _, levers in levers_by_group():
        row += 1 + (group != kind)  # a head for the kind, a head for the panel
        kind = group
        for lever in levers:
            row += 1
            rows[lever.key] = row
    # Own lines follow, each with a place of its own, below a head that they share.
    return rows | {x.key: row + 2 + i for i, x in enumerate(x for x in LEVERS.values() if x.own)}


# Rows as a spreadsheet counts them, the first is 1. Every plan has the same.
INPUT_ROWS: Mapping[str, int] = MappingProxyType(_input_rows())
LINE_ROWS: Mapping[str, int] = MappingProxyType(
    {x.key: row for f in BOOK.families for row, x in enumerate(lines_of(f.key), HEAD + 1)}
)
