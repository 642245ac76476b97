"""The whole workbook: its sheets in order, its names, its properties."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from exchange.plan_like import PlanLike
from exchange.workbook.calculations import write_family
from exchange.workbook.checks import write_checks
from exchange.workbook.cover import write_cover
from exchange.workbook.difference import write_difference, write_input_difference
from exchange.workbook.exported import write_exported
from exchange.workbook.inputs import define_names, write_inputs
from exchange.workbook.layout import CHECKS, COVER, DECISIONS, DIFFERENCE, INPUT_DIFFERENCE, NOTES, SOURCES
from exchange.workbook.notebook_sheets import write_decisions, write_notes
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets, sheets_of
from exchange.workbook.sources import write_sources
from exchange.workbook.style import Styles
from exchange.workbook.summary import write_charts, write_summary
from model.texts import listed, naming, say


def write_workbook(plans: Sequence[PlanLike], *, link: str = "", today: date) -> bytes:
    """An .xlsx file of one to four plans: live formulas with their values beside them.

    `link` opens the plan in the app. The same plans on the same day give the same bytes.
    """
    # The writer is loaded here, because opening the page must not wait for it.
    import xlsxwriter

    held = sheets_of(plans)
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as workbook:
        workbook.set_properties(
            {
                "title": listed(plan.name for plan in held),
                "subject": say("workbook.subject"),
                "comments": say("workbook.properties"),
                "created": datetime(today.year, today.month, today.day, tzinfo=UTC).replace(tzinfo=None),
            }
        )
        workbook.set_size(2400, 1600)
        _write_sheets(workbook, held, link, today)
    return out.getvalue()


def _write_sheets(workbook: Any, plans: list[Sheets], link: str, today: date) -> None:
    styles = Styles(workbook)

    def page(name: str, tab: str) -> Page:
        return Page(workbook, styles, name, tab)

    with naming(plans[0].now.names):
        _write_all(workbook, page, plans, link, today)


def _write_all(
    workbook: Any, page: Callable[[str, str], Page], plans: list[Sheets], link: str, today: date
) -> None:
    """The sheets in their order. Those of several plans call an own line as the first plan does."""
    write_cover(page(COVER, "cover"), plans, link=link, today=today)
    for plan in plans:
        with naming(plan.now.names):
            _write_plan(workbook, page, plan)
    if len(plans) > 1:
        write_difference(workbook, page(DIFFERENCE, "summary"), plans)
        write_input_difference(page(INPUT_DIFFERENCE, "summary"), plans)
    if any(p.notebook.notes for p in plans):
        write_notes(page(NOTES, "summary"), plans)
    if any(p.notebook.decisions for p in plans):
        write_decisions(page(DECISIONS, "summary"), plans)
    write_checks(page(CHECKS, "checks"), plans)
    write_sources(page(SOURCES, "sources"))


def _write_plan(workbook: Any, page: Callable[[str, str], Page], plan: Sheets) -> None:
    """The sheets of one plan, with its own names of its own lines."""
    names = plan.layout
    write_inputs(page(names.inputs, "inputs"), plan)
    for family in names.families_held:
        write_family(page(names.families[family.key], "calculation"), plan, family)
    write_summary(page(names.summary, "summary"), plan)
    write_charts(workbook, page(names.charts, "summary"), plan)
    write_exported(page(names.exported, "checks"), plan)
    define_names(workbook, plan)
