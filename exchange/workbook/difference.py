"""Two to four plans side by side by formula: the key lines year by year, and every input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from exchange.workbook import style
from exchange.workbook.calculations import form
from exchange.workbook.inputs import YEAR_1, YEAR_5
from exchange.workbook.layout import (
    COVER,
    DIFFERENCE,
    HEAD,
    INPUT_ROWS,
    column,
    plan_column,
    quoted,
    years,
)
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets
from exchange.workbook.style import NOT_HERE, form_of
from exchange.workbook.summary import GROUPS, axis_look
from model.evidence import GROWING, Lever, Value
from model.lines.worksheet import BOOK
from model.texts import listed, say
from model.units import is_share, unit_name
from model.years import OPERATING

_LOOKS = (
    (style.REVENUE, "solid"),
    (style.COST, "dash"),
    (style.TOTAL, "round_dot"),
    (style.ONE_TIME, "long_dash"),
)


def difference_rows(plans: int) -> Mapping[str, int]:
    """The first row of each key line; the plans follow, then each plan less the first."""
    rows, row = {}, HEAD
    for keys in GROUPS.values():
        row += 1
        for key in keys:
            rows[key] = row + 1
            row += 2 * plans - 1
    return MappingProxyType(rows)


def write_difference(workbook: Any, page: Page, plans: Sequence[Sheets]) -> None:
    first = plans[0]
    page.title(say("workbook.difference"), listed(p.title for p in plans))
    page.heads(A=say("workbook.line"), B=say("workbook.plan"))
    page.year_heads(first.layout.inputs)
    rows = difference_rows(len(plans))
    for group, keys in GROUPS.items():
        for letter in "ABCDEFGH":
            page.text(f"{letter}{rows[keys[0]] - 1}", say(group) if letter == "A" else "", "panel")
        for key in keys:
            _line(page, plans, key, rows[key])
    last = max(rows.values()) + 2 * len(plans) - 2
    page.widths(A=34, B=12)
    page.year_widths(13.5)
    rule = {"type": "cell", "criteria": "<", "value": 0, "format": page.styles.rule("negative")}
    page.sheet.conditional_format(f"C{HEAD + 1}:H{last}", rule)
    for key, at in (("structural_result", "J4"), ("fund_balance", "J25")):
        page.sheet.insert_chart(at, _chart(workbook, plans, key, rows[key]), {"object_position": 2})
    page.freeze()
    page.printed(" / ".join(p.name for p in plans), area=f"A1:H{last}")


def _line(page: Page, plans: Sequence[Sheets], key: str, row: int) -> None:
    line, first = BOOK.lines[key], plans[0]
    for i, plan in enumerate(plans):
        page.text(f"A{row + i}", line.label if i == 0 else "", "total" if i == 0 else "plain")
        page.text(f"B{row + i}", plan.letter, "muted_total" if i == 0 else "muted")
        for year in years():
            here = year in line.years
            look = "plain" if i else "line_top"
            cell = plan.layout.line_cell(key, year)
            shown = form(line) if here else NOT_HERE
            page.formula(f"{column(year)}{row + i}", cell, plan.value(key, year), shown, look)
    for i, plan in enumerate(plans[1:], 1):
        at = row + len(plans) + i - 1
        page.text(f"A{at}", "", "plain")
        page.text(f"B{at}", say("workbook.less", plan=plan.letter, first=first.letter), "muted")
        for year in years():
            letter = column(year)
            apart = plan.value(key, year) - first.value(key, year)
            shown = form(line) if year in line.years else NOT_HERE
            page.formula(f"{letter}{at}", f"{letter}{row + i}-{letter}{row}", apart, shown, "figure")


def _chart(workbook: Any, plans: Sequence[Sheets], key: str, row: int) -> Any:
    chart = workbook.add_chart({"type": "line"})
    sheet, start = quoted(DIFFERENCE), column(BOOK.lines[key].years[0])
    summary = quoted(plans[0].layout.summary)
    for i, (color, dash) in enumerate(_LOOKS[: len(plans)]):
        chart.add_series(
            {
                # By reference: the writer would read a text with an exclamation mark as one.
                "name": f"={quoted(COVER)}!${plan_column(i)}${HEAD}",
                "categories": f"={summary}!${start}${HEAD}:$H${HEAD}",
                "values": f"={sheet}!${start}${row + i}:$H${row + i}",
                "line": {"color": color, "dash_type": dash, "width": 2.25},
            }
        )
    chart.set_size({"width": 640, "height": 390})
    return axis_look(chart, BOOK.lines[key].label)


def write_input_difference(page: Page, plans: Sequence[Sheets]) -> None:
    """Year 1's value of every input, and in how many years the plans differ."""
    page.title(
        say("workbook.input_difference"),
        say("workbook.input_difference_lead"),
    )
    letters = "CDEF"[: len(plans)]
    page.heads(
        right="CDEFG",
        A=say("workbook.input"),
        B=say("workbook.unit"),
        **{x: say("workbook.plan_letter", letter=p.letter) for x, p in zip(letters, plans, strict=True)},
        G=say("workbook.years_apart"),
    )
    row = HEAD
    for _, _, levers in plans[0].layout.levers_by_group():
        for lever in levers:
            row += 1
            _input(page, plans, lever, row)
    page.sheet.autofilter(f"A{HEAD}:G{row}")
    page.widths(A=34, B=20, G=14)
    page.sheet.set_column("C:F", 18)
    rule = {"type": "cell", "criteria": ">", "value": 0, "format": page.styles.rule("changed")}
    page.sheet.conditional_format(f"G{HEAD + 1}:G{row}", rule)
    page.freeze()
    page.printed(" / ".join(p.name for p in plans), area=f"A1:G{row}")


def _input(page: Page, plans: Sequence[Sheets], lever: Lever, row: int) -> None:
    page.text(f"A{row}", lever.label, "plain")
    page.text(f"B{row}", unit_name(lever.unit), "muted")
    values = [plan.lever(lever.key, 1) for plan in plans]
    fine = (
        is_share(lever.unit)
        or lever.unit == "ratio"
        or any(not isinstance(x, str) and x != int(x) for x in values)
    )
    for letter, plan, x in zip("CDEF", plans, values, strict=False):
        cell = plan.layout.lever_cell(lever.key, 1)
        page.formula(f"{letter}{row}", cell, x, form_of(lever.unit, fine=fine), "right")
    last = YEAR_5 if lever.per_year else YEAR_1

    def cells(plan: Sheets) -> str:
        at = INPUT_ROWS[lever.key]
        return f"{quoted(plan.layout.inputs)}!{YEAR_1}{at}:{last}{at}"

    differs = "+".join(f"({cells(p)}<>{cells(plans[0])})" for p in plans[1:])
    apart = f"SUMPRODUCT(--({differs}>0))"
    meanings = set[Value]()
    if lever.key in GROWING:  # where numbers mean something else, all years differ
        mark = GROWING[lever.key].mark
        meanings = {p.now[mark] for p in plans}
        first, *others = (p.layout.lever_cell(mark, 1) for p in plans)
        same = ",".join(f"{other}={first}" for other in others)
        apart = f"IF(AND({same}),{apart},{len(OPERATING)})"
    over = OPERATING if lever.per_year else OPERATING[:1]
    now = sum(len({p.lever(lever.key, y) for p in plans}) > 1 for y in over)
    now = len(OPERATING) if len(meanings) > 1 else now
    page.formula(f"G{row}", apart, now, '0_);;"–"_)', "right")
