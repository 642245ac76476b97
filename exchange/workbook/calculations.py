"""The calculation sheets: one row a line, one column a year, formulas only."""

from __future__ import annotations

from math import ceil

from exchange.workbook.layout import HEAD, LINE_ROWS, column, quoted, years
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets
from exchange.workbook.style import NOT_HERE, form_of
from model.book.family import Family, Line
from model.explain.readings import in_sheet, in_words
from model.lines.worksheet import BOOK
from model.texts import say
from model.units import unit_name

VERDICT = "verdict_state"  # a code of three, neither a factor nor an amount
RULE_WIDTH, HELP_WIDTH = 88, 98  # letters that fit on one line of the column


def write_family(page: Page, plan: Sheets, family: Family) -> None:
    lead = say("workbook.formulas_only", plan=plan.title, sheet=quoted(plan.layout.inputs))
    page.title(family.label, lead)
    page.heads(
        A=say("workbook.line"),
        B=say("workbook.unit"),
        I=say("workbook.how_worked_out"),
        J=say("workbook.what_it_is"),
        K=say("workbook.key"),
    )
    page.year_heads(plan.layout.inputs)
    lines = plan.layout.lines_of(family.key)
    for line in lines:
        _write_line(page, plan, line)
    page.widths(A=40, B=12, I=62, J=70, K=30)
    page.year_widths()
    last = max(LINE_ROWS[x.key] for x in lines)
    rule = {"type": "cell", "criteria": "<", "value": 0, "format": page.styles.rule("negative")}
    page.sheet.conditional_format(f"C{HEAD + 1}:H{last}", rule)
    # The first year of a line often has another formula than the later ones; that is not a mistake.
    page.sheet.ignore_errors({"formula_differs": f"C{HEAD}:H{last}"})
    page.freeze()
    page.printed(plan.title, area=f"A1:I{last}")


def _write_line(page: Page, plan: Sheets, line: Line) -> None:
    row, total = LINE_ROWS[line.key], line.key in BOOK.totals
    page.text(f"A{row}", line.label, "total" if total else "label")
    page.text(
        f"B{row}",
        say("workbook.code") if line.key == VERDICT else unit_name(line.unit),
        "muted_total" if total else "muted",
    )
    for year in years():
        at, look = f"{column(year)}{row}", "total" if total else "plain"
        if year in line.years:
            page.formula(at, formula_of(plan, line, year), plan.value(line.key, year), form(line), look)
        else:
            # Not an empty cell: MAX and MIN skip one, and the rule is that a line outside its years is 0.
            page.formula(at, "0", 0, NOT_HERE, "number_total" if total else "number")
    rule = _rule(line, plan.layout.absent)
    page.text(f"I{row}", rule, "note")
    page.height(row, max(ceil(len(rule) / RULE_WIDTH), ceil(len(line.help) / HELP_WIDTH)))
    page.text(f"J{row}", line.help, "note")
    page.text(f"K{row}", line.key, "muted")


def form(line: Line) -> str:
    if line.key == VERDICT:
        return "0_)"
    return form_of(line.unit, fine=line.unit in ("pupils", "years") and line.measure)


def formula_of(plan: Sheets, line: Line, year: int) -> str:
    """The formula of one cell, without its equals sign."""
    seen_from = plan.layout.families[line.family]
    formula = in_sheet(
        line.key, year, plan.layout.address(seen_from), labeled=True, absent=plan.layout.absent
    )
    # A comparison gives TRUE, and in Excel TRUE is not equal to 1: so a yes is written as 1.
    return f"IF({formula},1,0)" if line.unit == "yes_no" else formula


def _rule(line: Line, absent: frozenset[str]) -> str:
    parts = [n for n in line.needs if n not in absent]
    if len(parts) > 1 and line.key in BOOK.totals:
        return say("formulas.sum", parts=", ".join(BOOK.lines[n].label for n in parts))
    return in_words(line.key, absent=absent)
