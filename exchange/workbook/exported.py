"""What the app computed at the export, beside what the sheets hold now: first a proof, later a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from exchange.workbook.calculations import form
from exchange.workbook.inputs import YEAR_1, YEAR_5, changed_flag
from exchange.workbook.layout import HEAD, INPUT_ROWS, column, lines_of, quoted, years
from exchange.workbook.page import Page, literal
from exchange.workbook.plans import Sheets
from exchange.workbook.style import form_of
from model.book.family import Line
from model.evidence import GROWING, LEVERS
from model.lines.own import OWN
from model.lines.worksheet import BOOK
from model.texts import say
from model.units import is_share, unit_name

NOW = "I"


def _rows() -> Iterator[tuple[str, int]]:
    row = HEAD
    for family in (f for f in BOOK.families if f.key != OWN):
        row += 1
        for line in lines_of(family.key):
            row += 1
            yield line.key, row
    row += 1
    for key in (k for k in INPUT_ROWS if not LEVERS[k].own):
        row += 1
        yield key, row
    # Own lines stand below, first their settings, then what they come to.
    for key in (k for k in INPUT_ROWS if LEVERS[k].own):
        row += 1
        yield key, row
    row += 1
    for line in lines_of(OWN):
        row += 1
        yield line.key, row


ROWS: Mapping[str, int] = MappingProxyType(dict(_rows()))
_FIRST_INPUT = min(ROWS[k] for k in INPUT_ROWS)


def write_exported(page: Page, plan: Sheets) -> None:
    lead = say("workbook.exported_lead", plan=plan.title)
    page.title(say("workbook.exported"), lead)
    page.text(
        "A3",
        say("workbook.exported_how"),
        "subtitle",
    )
    page.heads(
        right="I",
        A=say("workbook.line_or_input"),
        B=say("workbook.unit"),
        I=say("workbook.moved_by"),
    )
    page.year_heads(plan.layout.inputs)
    for family in plan.layout.families_held:
        _band(page, ROWS[lines_of(family.key)[0].key] - 1, family.label)
        for line in plan.layout.lines_of(family.key):
            _line(page, plan, line)
    _band(page, _FIRST_INPUT - 1, say("workbook.inputs"))
    for key in plan.layout.inputs_held:
        _input(page, plan, key)
    last = _last(plan)
    page.widths(A=38, B=18, I=18)
    page.year_widths()
    cells = f"{NOW}{HEAD + 1}:{NOW}{last}"
    for rule in (
        {"criteria": "==", "value": literal(changed_flag()), "format": page.styles.rule("changed")},
        {"criteria": "between", "minimum": 0.005, "maximum": 1e15, "format": page.styles.rule("changed")},
    ):
        page.sheet.conditional_format(cells, {"type": "cell", **rule})
    page.freeze()
    page.printed(plan.title, area=f"A1:{NOW}{last}")


def _last(plan: Sheets) -> int:
    """The last row that the plan has."""
    lines = (x.key for f in plan.layout.families_held for x in plan.layout.lines_of(f.key))
    return max(ROWS[k] for k in (*lines, *plan.layout.inputs_held))


def _band(page: Page, row: int, text: str) -> None:
    for letter in "ABCDEFGHI":
        page.text(f"{letter}{row}", text if letter == "A" else "", "panel")


def _line(page: Page, plan: Sheets, line: Line) -> None:
    row = ROWS[line.key]
    page.text(f"A{row}", line.label, "plain")
    page.text(f"B{row}", unit_name(line.unit), "muted")
    for year in line.years:
        page.number(f"{column(year)}{row}", plan.value(line.key, year), form(line), "number")
    moved = ",".join(f"ABS({plan.layout.line_cell(line.key, y)}-{column(y)}{row})" for y in line.years)
    page.formula(f"{NOW}{row}", f"ROUND(MAX({moved}),6)", 0, "#,##0.00####_)")


def _input(page: Page, plan: Sheets, key: str) -> None:
    row, lever = ROWS[key], LEVERS[key]
    page.text(f"A{row}", lever.label, "plain")
    page.text(f"B{row}", unit_name(lever.unit), "muted")
    for year in years()[1:] if lever.per_year else (1,):
        x, at = plan.lever(key, year), f"{column(year)}{row}"
        if isinstance(x, str):
            page.text(at, x, "right")
        else:
            fine = is_share(lever.unit) or lever.unit == "ratio" or x != int(x)
            page.number(at, x, form_of(lever.unit, fine=fine), "number")
    last = YEAR_5 if lever.per_year else YEAR_1
    live = f"{quoted(plan.layout.inputs)}!{YEAR_1}{INPUT_ROWS[key]}:{last}{INPUT_ROWS[key]}"
    apart = f"SUMPRODUCT(--({live}<>{YEAR_1}{row}:{last}{row}))"
    if key in GROWING:  # what the numbers mean is compared with them
        mark = LEVERS[GROWING[key].mark]
        meant = literal(mark.choice_label(str(plan.now[mark.key])))
        apart += f"+IF({plan.layout.lever_cell(mark.key, 1)}={meant},0,1)"
    page.formula(f"{NOW}{row}", f'IF({apart}=0,"",{literal(changed_flag())})', "", look="right")


def largest_difference(plan: Sheets) -> str:
    """The largest difference between any line of the app and of the sheets, any year."""
    # What stands beside inputs is text, and no number.
    return f"MAX({quoted(plan.layout.exported)}!${NOW}${HEAD + 1}:${NOW}${_last(plan)})"


def inputs_changed_since(plan: Sheets) -> str:
    """How many inputs have been changed since the export."""
    cells = f"{quoted(plan.layout.exported)}!${NOW}${_FIRST_INPUT}:${NOW}${_last(plan)}"
    return f"COUNTIF({cells},{literal(changed_flag())})"
