"""The cover: title, verdict and key figures by formula, when and from what it was made, how to read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exchange.heading import version
from exchange.workbook.checks import all_tie, ties
from exchange.workbook.figures import FIGURES, Figure
from exchange.workbook.inputs import changed_flag, count_changed
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
from exchange.workbook.page import Page, literal
from exchange.workbook.plans import Sheets, cell_text
from exchange.workbook.rating_cells import state_cell
from model.evidence import DATA_VERSION
from model.results.verdicts import State
from model.texts import day, say

LONGEST_LINK = 2_000  # characters; spreadsheet programs open no longer link
HOW_TO_READ = (
    "workbook.read.inputs",
    "workbook.read.formulas",
    "workbook.read.columns",
    "workbook.read.dash",
    "workbook.read.dollars",
    "workbook.read.checks",
    "workbook.read.averages",
)


_COLORS = {State.SUSTAINABLE: "good", State.AT_RISK: "warning", State.NOT_SUSTAINABLE: "bad"}


def write_cover(page: Page, plans: Sequence[Sheets], *, link: str, today: date) -> None:
    page.title(say("workbook.product"), say("workbook.cover_lead"))
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
    page.heads(A=say("workbook.plan"), **{plan_column(i): plan.title for i, plan in enumerate(plans)})
    row = _heads(page, plans)
    page.text(f"A{row}", say("workbook.started_from"), "label")
    for i, plan in enumerate(plans):
        page.text(f"{plan_column(i)}{row}", plan.preset, "wrap")
    for figure in FIGURES:
        row += 1
        _figure(page, plans, figure, row)
    row += 1
    page.text(f"A{row}", say("workbook.inputs_differ"), "label")
    for i, plan in enumerate(plans):
        formula, now = count_changed(plan)
        page.formula(f"{plan_column(i)}{row}", formula, now, "0", "figure_left")
    row += 1
    page.text(f"A{row}", say("workbook.checks_tie"), "label")
    page.formula(f"B{row}", all_tie(), ties(), look="figure_left")
    page.sheet.conditional_format(
        f"B{row}",
        {"type": "cell", "criteria": "!=", "value": literal(ties()), "format": page.styles.rule("bad")},
    )
    return row


def _heads(page: Page, plans: Sequence[Sheets]) -> int:
    """What names the plans: school, students of now, reason. Returns the next row."""
    row = HEAD + 1
    wide = 92 if len(plans) == 1 else 30
    for label, texts in (
        ("workbook.school", [p.school for p in plans]),
        ("workbook.students", [p.students for p in plans]),
        ("workbook.reason", [p.reason for p in plans]),
    ):
        if not any(texts):
            continue
        page.text(f"A{row}", say(label), "label")
        for i, text in enumerate(texts):
            page.text(f"{plan_column(i)}{row}", text, "wrap")
        page.height(row, max(-(-len(x) // wide) for x in texts))
        row += 1
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
    page.text(f"A{row}", say("workbook.about"), "band")
    row += 1
    page.text(f"A{row}", say("workbook.made_on"), "label")
    page.text(f"B{row}", say("workbook.made_with", day=day(today), version=version()), "plain")
    row += 1
    page.text(f"A{row}", say("workbook.lines_and_data"), "label")
    families = plans[0].layout.families_held
    count = sum(len(plans[0].layout.lines_of(f.key)) for f in families)
    lines = say("workbook.size", lines=count, sheets=len(families), version=DATA_VERSION)
    page.text(f"B{row}", lines, "plain")
    row += 1
    page.text(f"A{row}", say("rating.cover_rule"), "label")
    page.text(f"B{row}", say("rating.cover_rule_text"), "wrap")
    page.sheet.set_row(row - 1, 28 if len(plans) == 1 else 66 if len(plans) == 2 else 92)
    said = cell_text(link, LONGEST_LINK)
    if said:
        row += 1
        page.text(f"A{row}", say("workbook.open_in_app"), "label")
        if said == link and said.startswith(("https://", "http://")):
            page.sheet.write_url(f"B{row}", said, page.styles("link"), string=said)
        else:
            page.text(f"B{row}", said, "wrap")
    return row


def _reading(page: Page, row: int) -> int:
    row += 1
    page.text(f"A{row}", say("workbook.how_to_read"), "band")
    for text in HOW_TO_READ:
        row += 1
        page.text(f"A{row}", say(text), "plain")
    for look, sample, said in (
        ("key_input", say("workbook.key.input"), say("workbook.key.input_means")),
        ("key_follows", say("workbook.key.follows"), say("workbook.key.follows_means")),
        ("changed", changed_flag(), say("workbook.key.changed_means")),
    ):
        row += 1
        page.text(f"A{row}", sample, look)
        page.text(f"B{row}", said, "plain")
    return row


def _contents(page: Page, row: int, plans: Sequence[Sheets]) -> int:
    row += 1
    page.text(f"A{row}", say("workbook.sheets"), "band")
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
    families = [
        (say("workbook.what.formulas", family=f.label), [n.families[f.key] for n in names])
        for f in plans[0].layout.families_held
    ]
    return [
        (say("workbook.what.inputs"), [n.inputs for n in names]),
        *families,
        (say("workbook.what.summary"), [n.summary for n in names]),
        (say("workbook.what.charts"), [n.charts for n in names]),
        (say("workbook.what.exported"), [n.exported for n in names]),
    ]


def _common_sheets(plans: Sequence[Sheets]) -> list[tuple[str, str]]:
    last = [(CHECKS, say("workbook.what.checks")), (SOURCES, say("workbook.what.sources"))]
    if any(p.notebook.decisions for p in plans):
        last.insert(0, (DECISIONS, say("workbook.what.decisions")))
    if any(p.notebook.notes for p in plans):
        last.insert(0, (NOTES, say("workbook.what.notes")))
    if len(plans) == 1:
        return last
    return [
        (DIFFERENCE, say("workbook.what.difference")),
        (INPUT_DIFFERENCE, say("workbook.what.input_difference")),
        *last,
    ]
