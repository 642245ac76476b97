"""The checks sheet, also in formulas: totals tie, the balance rolls forward, no errors, the app agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchange.workbook.exported import inputs_changed_since, largest_difference
from exchange.workbook.inputs import count_impossible
from exchange.workbook.layout import CHECKS, HEAD, LINE_ROWS, column, lines_of, quoted, years
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets
from exchange.workbook.summary import KEY_LINES, summary_cell
from model.book.readings import lower_first
from model.lines.worksheet import BOOK

ANSWER = "B3"
CHANGED = "inputs changed"


@dataclass(frozen=True, slots=True)
class Check:
    """A number that must be zero. Where the formula `unless` is above zero the check does not apply."""

    says: str
    formula: str
    unless: str = ""


def all_tie() -> str:
    """The cell with the overall answer."""
    return f"{quoted(CHECKS)}!${ANSWER[0]}${ANSWER[1:]}"


def write_checks(page: Page, plans: Sequence[Sheets]) -> None:
    page.title("Checks", "Each difference must be below half a cent, each count zero.")
    page.heads(right="C", A="Check", B="Ties?", C="Largest difference", D="Plan")
    row = HEAD
    for plan in plans:
        for check in _checks(plan):
            row += 1
            page.text(f"A{row}", check.says, "wrap")
            page.formula(f"C{row}", check.formula, 0, "#,##0.00####_)")
            tie = f'IF(ISERROR(C{row}),"no",IF(ABS(C{row})<0.005,"yes","no"))'
            tie = f'IF({check.unless}>0,"{CHANGED}",{tie})' if check.unless else tie
            page.formula(f"B{row}", tie, "yes", look="answer")
            page.text(f"D{row}", plan.title, "muted")
    page.text("A3", "All tie:", "strong")
    page.formula(ANSWER, f'IF(COUNTIF(B{HEAD + 1}:B{row},"no")=0,"yes","no")', "yes", look="answer")
    for said, look in (("yes", "good"), ("no", "bad"), (CHANGED, "changed")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{said}"', "format": page.styles.rule(look)}
        page.sheet.conditional_format(f"B3:B{row}", rule)
    page.widths(A=72, B=18, C=18, D=44)
    page.freeze()
    page.printed("checks", area=f"A1:D{row}")


def _checks(plan: Sheets) -> Iterator[Check]:
    at = plan.layout.line_cell
    for total in BOOK.lines.values():
        if total.key in BOOK.totals:
            parts = {y: ",".join(at(n, y) for n in total.needs) for y in years()}
            yield _over_years(
                f"{total.label} is the sum of its {len(total.needs)} part{'s' if len(total.needs) > 1 else ''}",
                [f"{at(total.key, y)}-SUM({parts[y]})" for y in years()],
            )
    yield Check(
        "Opening balance, all revenue and all cost give the Year 5 balance",
        _small(
            f"{plan.layout.lever_cell('opening_fund_balance', 0)}+SUM({plan.layout.line_range('total_revenue')})"
            f"-SUM({plan.layout.line_range('total_cost')})-SUM({plan.layout.line_range('savings_handed_back')})"
            f"-{at('fund_balance', 5)}"
        ),
    )
    yield _over_years(
        "The balance rolls forward: each year starts where the year before ended",
        [
            f"{at('fund_balance', y)}-{at('net_position', y)}"
            + (f"+{at('savings_handed_back', y)}-" if y else "-")
            + (at("fund_balance", y - 1) if y else plan.layout.lever_cell("opening_fund_balance", 0))
            for y in years()
        ],
    )
    yield _over_years(
        f"{quoted(plan.layout.summary)} shows what the calculation sheets hold",
        [f"{summary_cell(plan, k, y)}-{at(k, y)}" for k in KEY_LINES for y in BOOK.lines[k].years],
    )
    errors = "+".join(f"SUMPRODUCT(--ISERROR({_cells(plan, f.key)}))" for f in BOOK.families)
    yield Check("Calculation cells in error", errors)
    yield Check(
        f"Inputs outside what is possible (see {quoted(plan.layout.inputs)}, column J)",
        count_impossible(plan),
    )
    yield Check(
        f"Every {lower_first('Line')} and year equals the app (see {quoted(plan.layout.exported)})",
        largest_difference(plan),
        unless=inputs_changed_since(plan),
    )


def _over_years(says: str, differences: list[str]) -> Check:
    return Check(says, _small(f"MAX({','.join(f'ABS({d})' for d in differences)})"))


def _small(formula: str) -> str:
    # To a millionth of a dollar: beyond that, programs differ in the binary digits.
    return f"ROUND({formula},6)"


def _cells(plan: Sheets, family: str) -> str:
    rows = [LINE_ROWS[x.key] for x in lines_of(family)]
    return f"{quoted(plan.layout.families[family])}!{column(0)}{min(rows)}:{column(5)}{max(rows)}"
