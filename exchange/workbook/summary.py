"""The summary: key lines gathered by reference, and the charts drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from exchange.workbook import style
from exchange.workbook.calculations import form
from exchange.workbook.layout import HEAD, column, quoted, years
from exchange.workbook.page import Page, literal
from exchange.workbook.plans import Sheets
from exchange.workbook.style import NOT_HERE
from model.lines.worksheet import BOOK
from model.results.projection import GAPS
from model.texts import say
from model.units import unit_name, year_name

# Revenue and cost follow the book, so that a total added to it appears here and in the charts too.
COST_PARTS = BOOK.parts("recurring_cost")
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "workbook.group.people": ("enrollment", "teachers", "class_size"),
        "workbook.group.revenue": (*BOOK.parts("total_revenue"), "total_revenue"),
        "workbook.group.cost": (*COST_PARTS, *BOOK.parts("total_cost"), "total_cost"),
        "workbook.group.covers": ("structural_result", *GAPS),
        "workbook.group.cash": ("net_position", "fund_balance", "days_of_expenditure"),
        "workbook.group.shares": ("personnel_share", "pd_share", "it_share", "grant_dependency"),
        "workbook.group.per_student": (
            "public_revenue_per_pupil",
            "recurring_cost_per_pupil",
            "startup_per_pupil",
        ),
    }
)
KEY_LINES = tuple(k for group in GROUPS.values() for k in group)


def _rows() -> dict[str, int]:
    rows: dict[str, int] = {}
    row = HEAD
    for keys in GROUPS.values():
        row += 1
        for key in keys:
            row += 1
            rows[key] = row
    return rows


ROWS: Mapping[str, int] = MappingProxyType(_rows())
LAST_ROW = max(ROWS.values())
_SUMS = {"total_revenue", "recurring_cost", "total_cost"}
_STRONG = {"structural_result", "fund_balance"}


def summary_cell(plan: Sheets, key: str, year: int) -> str:
    return f"{quoted(plan.layout.summary)}!{column(year)}{ROWS[key]}"


def write_summary(page: Page, plan: Sheets) -> None:
    lead = say("workbook.summary_lead", plan=plan.title)
    page.title(say("workbook.summary"), lead)
    page.heads(A=say("workbook.line"), B=say("workbook.unit"))
    for year in years():
        source = f"{quoted(plan.layout.inputs)}!{column(max(year, 1))}${HEAD}"
        page.formula(f"{column(year)}{HEAD}", _year_formula(year, source), year_name(year), look="head")
    row = HEAD
    for group, keys in GROUPS.items():
        row += 1
        for letter in "ABCDEFGH":
            page.text(f"{letter}{row}", say(group) if letter == "A" else "", "panel")
        for key in keys:
            row += 1
            write_line(page, plan, key, row)
    page.widths(A=34, B=14)
    page.year_widths(13.5)
    rule = {"type": "cell", "criteria": "<", "value": 0, "format": page.styles.rule("negative")}
    page.sheet.conditional_format(f"C{HEAD + 1}:H{LAST_ROW}", rule)
    page.freeze()
    page.printed(plan.title, area=f"A1:H{LAST_ROW}", one_page=True)


def _year_formula(year: int, source: str) -> str:
    """The name of a year as a text, because the charts write it below their columns."""
    if year == 0:
        return literal(year_name(0))
    before, after = year_name(year).split(str(year))
    return "&".join([literal(before), source, *([literal(after)] if after else [])])


def write_line(page: Page, plan: Sheets, key: str, row: int) -> None:
    """A row that takes a line from its calculation sheet."""
    line = BOOK.lines[key]
    look = "total" if key in _SUMS else "strong" if key in _STRONG else "plain"
    page.text(f"A{row}", line.label, look)
    page.text(f"B{row}", unit_name(line.unit), "muted_total" if look == "total" else "muted")
    for year in years():
        here = year in line.years
        page.formula(
            f"{column(year)}{row}",
            plan.layout.line_cell(key, year),
            plan.value(key, year),
            form(line) if here else NOT_HERE,
            look if here else "number_total" if look == "total" else "number",
        )


def write_charts(workbook: Any, page: Page, plan: Sheets) -> None:
    """Four native charts on one sheet that prints on one page."""
    lead = say("workbook.charts_lead", plan=plan.title, sheet=quoted(plan.layout.summary))
    page.title(say("workbook.charts"), lead)
    page.text("A3", "", "plain")
    charts = (
        _lines(workbook, plan),
        _columns(workbook, plan, "structural_result", say("workbook.chart.result"), first=1),
        _columns(workbook, plan, "fund_balance", say("workbook.chart.balance"), first=0),
        _composition(workbook, plan),
    )
    page.sheet.set_column("A:P", 9.3)
    for chart, at in zip(charts, ("A4", "I4", "A25", "I25"), strict=True):
        chart.set_size({"width": 536, "height": 390})
        page.sheet.insert_chart(at, chart, {"object_position": 2})
    page.printed(plan.title, area="A1:P45", repeat_head=False, one_page=True)


def _series(plan: Sheets, key: str, first: int) -> dict[str, Any]:
    sheet = quoted(plan.layout.summary)

    def cells(row: int) -> str:
        return f"={sheet}!${column(first)}${row}:${column(5)}${row}"

    return {
        "name": f"={sheet}!$A${ROWS[key]}",
        "categories": cells(HEAD),
        "values": cells(ROWS[key]),
    }


def axis_look(chart: Any, title: str, *, legend: bool = True) -> Any:
    """The chart in the workbook's style, with its title."""
    font = {"name": style.FONT, "size": 9, "color": style.MUTED, "bold": False}
    chart.set_title(
        {
            "name": title,
            "overlay": False,
            "name_font": {"name": style.FONT, "size": 12, "color": style.INK, "bold": True},
        }
    )
    chart.set_x_axis(
        {"num_font": font, "line": {"color": style.LINE}, "label_position": "low", "major_tick_mark": "none"}
    )
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": '$#,##0,"K";-$#,##0,"K";$0',
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": "#E6EAEE", "width": 0.75}},
        }
    )
    chart.set_legend({"position": "bottom", "font": font} if legend else {"none": True})
    chart.set_chartarea({"border": {"color": style.LINE}})
    return chart


def _lines(workbook: Any, plan: Sheets) -> Any:
    chart = workbook.add_chart({"type": "line"})
    looks = (
        ("public_revenue", style.REVENUE, "solid", 2.5),
        ("recurring_cost", style.COST, "solid", 2.5),
        ("total_cost", style.TOTAL, "dash", 1.5),
    )
    for key, color, dash, width in looks:
        line = {"color": color, "width": width, "dash_type": dash}
        chart.add_series({**_series(plan, key, 1), "line": line, "smooth": False})
    return axis_look(chart, say("workbook.chart.curves"))


def _columns(workbook: Any, plan: Sheets, key: str, title: str, *, first: int) -> Any:
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            **_series(plan, key, first),
            "fill": {"color": style.SURPLUS},
            "invert_if_negative": True,
            "invert_if_negative_color": style.DEFICIT,
            "gap": 60,
            "data_labels": {
                "value": True,
                "num_format": '$#,##0,"K";-$#,##0,"K";$0',
                "font": {"name": style.FONT, "size": 9, "color": style.INK},
            },
        }
    )
    return axis_look(chart, title, legend=False)


def _composition(workbook: Any, plan: Sheets) -> Any:
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    spare = iter(style.SPARE_PARTS)
    for key in (*COST_PARTS, "one_time_cost"):
        color = style.ONE_TIME if key == "one_time_cost" else style.PARTS.get(key) or next(spare, style.LINE)
        fill = {"color": color}
        chart.add_series({**_series(plan, key, 0), "fill": fill, "gap": 60})
    return axis_look(chart, say("workbook.chart.parts"))
