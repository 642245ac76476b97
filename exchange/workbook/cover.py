"""The cover: title, verdict and key figures by formula, when and from what it was made, how to read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exchange.workbook.checks import all_tie
from exchange.workbook.figures import FIGURES, Figure
from exchange.workbook.inputs import count_changed
from exchange.workbook.layout import (
    CHECKS,
    DECISIONS,
    DIFFERENCE,
    HEAD,
    INPUT_DIFFERENCE,
    NOTES,
    SOURCES,
    plan_column,
    quoted,
)
from exchange.workbook.page import PRODUCT, Page
from exchange.workbook.plans import Sheets, cell_text
from exchange.workbook.rating_cells import state_cell
from model.evidence import DATA_VERSION
from model.lines.worksheet import BOOK
from model.results.verdicts import State
from model.texts import say

LONGEST_LINK = 2_000  # characters; spreadsheet programs open no longer link
HOW_TO_READ = (
    "Inputs hold every number that is typed. Yellow cells are there to be changed; pale cells take the year before.",
    "Calculation sheets hold formulas only, in the order of the model; each refers to inputs or to lines before it.",
    "The same column is the same year on every sheet.",
    "A dash means that the line does not apply in that year. The start-up year holds one-time money only.",
    "Dollars are not rounded until shown. Rates are Year 1 dollars and grow with the growth factors.",
    "Checks say whether everything ties, and whether the sheets still hold what the app computed.",
    "A model of averages, not a budget: it shows whether a plan can pay its own way, not what a line item will cost.",
)


_COLORS = {State.SUSTAINABLE: "good", State.AT_RISK: "warning", State.NOT_SUSTAINABLE: "bad"}


def write_cover(page: Page, plans: Sequence[Sheets], *, link: str, today: date) -> None:
    page.title(PRODUCT, "Five-year cost model of one school: the start-up year and Years 1 to 5.")
    row = _figures(page, plans)
    row = _about(page, row + 1, plans, link, today)
    row = _reading(page, row + 1)
    row = _contents(page, row + 1, plans)
    page.widths(A=34)
    page.sheet.set_column(1, len(plans), 92 if len(plans) == 1 else 46 if len(plans) == 2 else 34)
    page.sheet.freeze_panes(HEAD, 1)
    area = f"A1:{plan_column(len(plans) - 1)}{row}"
    page.printed(" / ".join(p.name for p in plans), area=area, repeat_head=False, one_page=True)


def _figures(page: Page, plans: Sequence[Sheets]) -> int:
    page.heads(A="Plan", **{plan_column(i): plan.title for i, plan in enumerate(plans)})
    row = HEAD + 1
    page.text(f"A{row}", "Started from", "label")
    for i, plan in enumerate(plans):
        page.text(f"{plan_column(i)}{row}", plan.preset, "wrap")
    for figure in FIGURES:
        row += 1
        _figure(page, plans, figure, row)
    row += 1
    page.text(f"A{row}", "Inputs that differ from the start", "label")
    for i, plan in enumerate(plans):
        formula, now = count_changed(plan)
        page.formula(f"{plan_column(i)}{row}", formula, now, "0", "figure_left")
    row += 1
    page.text(f"A{row}", "All checks tie", "label")
    page.formula(f"B{row}", all_tie(), "yes", look="figure_left")
    page.sheet.conditional_format(
        f"B{row}",
        {"type": "cell", "criteria": "!=", "value": '"yes"', "format": page.styles.rule("bad")},
    )
    return row


def _figure(page: Page, plans: Sequence[Sheets], figure: Figure, row: int) -> None:
    page.text(f"A{row}", figure.label, "label")
    for i, plan in enumerate(plans):
        at = f"{plan_column(i)}{row}"
        look = "big" if figure.is_verdict else "wrap" if figure.is_text else "figure_left"
        page.formula(at, figure.formula(plan), figure.value(plan), figure.form, look)
        if figure.is_verdict:
            for state, color in _COLORS.items():
                rule = {"type": "formula", "criteria": f"={state_cell(plan)}={state.value}"}
                page.sheet.conditional_format(at, {**rule, "format": page.styles.rule(color)})
    if figure.is_verdict:
        page.sheet.set_row(row - 1, 24)
    elif figure.is_text:
        longest = max(len(str(figure.value(plan))) for plan in plans)
        page.height(row, 1 if len(plans) == 1 or longest < 30 else 3 if len(plans) > 2 else 2)


def _about(page: Page, row: int, plans: Sequence[Sheets], link: str, today: date) -> int:
    row += 1
    page.text(f"A{row}", "About this file", "band")
    row += 1
    page.text(f"A{row}", "Made on", "label")
    page.text(f"B{row}", f"{today:%B} {today.day}, {today.year}", "plain")
    row += 1
    page.text(f"A{row}", "Model and data", "label")
    lines = f"{len(BOOK.lines)} lines in {len(BOOK.families)} families; data version {DATA_VERSION}"
    page.text(f"B{row}", lines, "plain")
    row += 1
    page.text(f"A{row}", say("rating.cover_rule"), "label")
    page.text(f"B{row}", say("rating.cover_rule_text"), "wrap")
    page.sheet.set_row(row - 1, 28 if len(plans) == 1 else 66 if len(plans) == 2 else 92)
    said = cell_text(link, LONGEST_LINK)
    if said:
        row += 1
        page.text(f"A{row}", "Open in the app", "label")
        if said == link and said.startswith(("https://", "http://")):
            page.sheet.write_url(f"B{row}", said, page.styles("link"), string=said)
        else:
            page.text(f"B{row}", said, "wrap")
    return row


def _reading(page: Page, row: int) -> int:
    row += 1
    page.text(f"A{row}", "How to read it", "band")
    for text in HOW_TO_READ:
        row += 1
        page.text(f"A{row}", text, "plain")
    for look, sample, said in (
        ("key_input", "an input", "type here"),
        ("key_follows", "takes the year before", "type over it to change the input from that year on"),
        ("changed", "changed", "differs from the starting plan"),
    ):
        row += 1
        page.text(f"A{row}", sample, look)
        page.text(f"B{row}", said, "plain")
    return row


def _contents(page: Page, row: int, plans: Sequence[Sheets]) -> int:
    row += 1
    page.text(f"A{row}", "Sheets", "band")
    for what, sheets in _plan_sheets(plans):
        row += 1
        if len(plans) == 1:
            _to_sheet(page, f"A{row}", sheets[0])
            page.text(f"B{row}", what, "muted")
        else:
            page.text(f"A{row}", what, "plain")
            for i, sheet in enumerate(sheets):
                _to_sheet(page, f"{plan_column(i)}{row}", sheet)
    for sheet, what in _common_sheets(plans):
        row += 1
        _to_sheet(page, f"A{row}", sheet)
        page.text(f"B{row}", what, "muted")
    return row


def _to_sheet(page: Page, at: str, sheet: str) -> None:
    page.sheet.write_url(at, f"internal:{quoted(sheet)}!A1", page.styles("link"), string=sheet)


def _plan_sheets(plans: Sequence[Sheets]) -> list[tuple[str, list[str]]]:
    """Every sheet that exists once per plan, and its name for each plan."""
    names = [p.layout for p in plans]
    families = [(f"{f.label}: formulas", [n.families[f.key] for n in names]) for f in BOOK.families]
    return [
        ("Every input with its range and evidence", [n.inputs for n in names]),
        *families,
        ("Key lines, by reference", [n.summary for n in names]),
        ("Four charts", [n.charts for n in names]),
        ("What the app computed, beside now", [n.exported for n in names]),
    ]


def _common_sheets(plans: Sequence[Sheets]) -> list[tuple[str, str]]:
    last = [(CHECKS, "Does everything tie?"), (SOURCES, "Where the figures come from")]
    if any(p.notebook.decisions for p in plans):
        last.insert(0, (DECISIONS, "What was decided, when, by whom and why"))
    if any(p.notebook.notes for p in plans):
        last.insert(0, (NOTES, "Notes on numbers, with the numbers now"))
    if len(plans) == 1:
        return last
    return [
        (DIFFERENCE, "The plans side by side, and each less plan A"),
        (INPUT_DIFFERENCE, "The inputs side by side"),
        *last,
    ]
