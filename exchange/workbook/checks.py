"""The checks sheet, also in formulas: totals tie, the balance rolls forward, no errors, the app agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchange.workbook.exported import inputs_changed_since, largest_difference
from exchange.workbook.inputs import count_impossible
from exchange.workbook.layout import CHECKS, HEAD, LINE_ROWS, column, quoted, years
from exchange.workbook.page import Page, literal
from exchange.workbook.plans import Sheets
from exchange.workbook.summary import KEY_LINES, summary_cell
from model.lines.worksheet import BOOK
from model.texts import say

ANSWER = "B3"


@dataclass(frozen=True, slots=True)
class Check:
    """A number that must be zero. Where the formula `unless` is above zero the check does not apply."""

    says: str
    formula: str
    unless: str = ""


def ties() -> str:
    """What stands beside a check that holds; formulas and colors compare with it."""
    return say("units.yes")


def all_tie() -> str:
    """The cell with the overall answer."""
    return f"{quoted(CHECKS)}!${ANSWER[0]}${ANSWER[1:]}"


def write_checks(page: Page, plans: Sequence[Sheets]) -> None:
    page.title(say("workbook.checks"), say("workbook.checks_lead"))
    page.heads(
        right="C",
        A=say("workbook.check"),
        B=say("workbook.ties_head"),
        C=say("workbook.largest_difference"),
        D=say("workbook.plan"),
    )
    yes, no = literal(ties()), literal(say("units.no"))
    changed = literal(say("workbook.inputs_changed"))
    row = HEAD
    for plan in plans:
        for check in _checks(plan):
            row += 1
            page.text(f"A{row}", check.says, "wrap")
            page.formula(f"C{row}", check.formula, 0, "#,##0.00####_)")
            tie = f"IF(ISERROR(C{row}),{no},IF(ABS(C{row})<0.005,{yes},{no}))"
            tie = f"IF({check.unless}>0,{changed},{tie})" if check.unless else tie
            page.formula(f"B{row}", tie, ties(), look="answer")
            page.text(f"D{row}", plan.title, "muted")
    page.text("A3", say("workbook.all_tie"), "strong")
    page.formula(ANSWER, f"IF(COUNTIF(B{HEAD + 1}:B{row},{no})=0,{yes},{no})", ties(), look="answer")
    for said, look in ((yes, "good"), (no, "bad"), (changed, "changed")):
        rule = {"type": "cell", "criteria": "==", "value": said, "format": page.styles.rule(look)}
        page.sheet.conditional_format(f"B3:B{row}", rule)
    page.widths(A=72, B=18, C=18, D=44)
    page.freeze()
    page.printed(say("workbook.checks"), area=f"A1:D{row}")


def _checks(plan: Sheets) -> Iterator[Check]:
    at = plan.layout.line_cell
    for total in BOOK.lines.values():
        if total.key in BOOK.totals and total.key not in plan.layout.absent:
            held = [n for n in total.needs if n not in plan.layout.absent]
            parts = {y: ",".join(at(n, y) for n in held) for y in years()}
            yield _over_years(
                say("workbook.sum_of_parts", label=total.label, count=len(held)),
                [f"{at(total.key, y)}-SUM({parts[y]})" for y in years()],
            )
    yield Check(
        say("workbook.balance_adds_up"),
        _small(
            f"{plan.layout.lever_cell('opening_fund_balance', 0)}+SUM({plan.layout.line_range('total_revenue')})"
            f"-SUM({plan.layout.line_range('total_cost')})-SUM({plan.layout.line_range('savings_handed_back')})"
            f"+SUM({plan.layout.line_range('device_money_set_aside')})"
            f"+SUM({plan.layout.line_range('loan_money_paid_back')})"
            f"-{at('fund_balance', 5)}"
        ),
    )
    yield _over_years(
        say("workbook.balance_rolls"),
        [
            f"{at('fund_balance', y)}-{at('net_position', y)}"
            + (f"+{at('savings_handed_back', y)}{_still_there(plan, y)}-" if y else "-")
            + (at("fund_balance", y - 1) if y else plan.layout.lever_cell("opening_fund_balance", 0))
            for y in years()
        ],
    )
    yield _over_years(
        say("workbook.summary_agrees", sheet=quoted(plan.layout.summary)),
        [f"{summary_cell(plan, k, y)}-{at(k, y)}" for k in KEY_LINES for y in BOOK.lines[k].years],
    )
    errors = "+".join(f"SUMPRODUCT(--ISERROR({_cells(plan, f.key)}))" for f in plan.layout.families_held)
    yield Check(say("workbook.cells_in_error"), errors)
    yield Check(
        say("workbook.inputs_possible", sheet=quoted(plan.layout.inputs)),
        count_impossible(plan),
    )
    yield Check(
        say("workbook.equals_app", sheet=quoted(plan.layout.exported)),
        largest_difference(plan),
        unless=inputs_changed_since(plan),
    )


def _still_there(plan: Sheets, year: int) -> str:
    """What was a cost of the year and did not lower savings."""
    at = plan.layout.line_cell
    return f"-{at('device_money_set_aside', year)}-{at('loan_money_paid_back', year)}"


def _over_years(says: str, differences: list[str]) -> Check:
    return Check(says, _small(f"MAX({','.join(f'ABS({d})' for d in differences)})"))


def _small(formula: str) -> str:
    # To a millionth of a dollar: beyond that, programs differ in the binary digits.
    return f"ROUND({formula},6)"


def _cells(plan: Sheets, family: str) -> str:
    rows = [LINE_ROWS[x.key] for x in plan.layout.lines_of(family)]
    return f"{quoted(plan.layout.families[family])}!{column(0)}{min(rows)}:{column(5)}{max(rows)}"
