"""What a page must show at each place of the slider that is moved, computed from the model as texts.

A redraw counts only when every chart holds the texts of the plan that the slider shows. The texts are whole
dollars in the descriptions of the chart's marks, and the visible labels. Every neighboring place has other
texts in every chart.
"""

from __future__ import annotations

from typing import Any

from benchmarks.plain_charts import CHARTS
from model.answer.numbers import ViewNumbers
from model.evidence import LEVERS
from model.plan.plan import Plan, begun_from
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from model.units import money
from model.year_names import year_name
from views import charts
from views.answer import panel
from views.answer.drawn import drawn
from views.charts.rows import Rows
from views.live.response import positions
from views.markup.plain_text import held_together
from views.shell.scale import from_screen, to_screen

PRESET = "us_elementary.1"
LEVER = "enrollment_year1"
WIDGET = f"lever-{LEVER}"
# Of a chart: for each text one or more spellings, one of which must be there. Of the page: where, and what.
Place = dict[str, list[Any]]


def start() -> Plan:
    scenario = Scenario.preset(PRESET)
    return begun_from(PRESET, scenario, scenario)


def places() -> list[float]:
    """Where the slider can stand, on the scale of the screen."""
    lever = LEVERS[LEVER]
    low, high, step = (to_screen(lever, x) for x in (*(lever.usual or ()), lever.step or 1.0))
    return positions(low, high, step, to_screen(lever, start().now.number(LEVER)))


def plan_at(place: float) -> Plan:
    first = start()
    return begun_from(PRESET, first.start, first.now.changed({LEVER: from_screen(LEVERS[LEVER], place)}))


def key(place: float) -> str:
    """As the browser writes a number."""
    return f"{place:.12g}"


def of_app() -> dict[str, Place]:
    """For our page, with or without the live layer, and for the page without a server."""
    return {key(x): _app_at(plan_at(x)) for x in places()}


def _app_at(plan: Plan) -> Place:
    numbers, _, pictured, _ = drawn(plan)
    seen = pictured.plan
    spoken = {
        "sustainability": [
            _year_told(t, r, c, r - c) for t, r, c in _years(seen, "public_revenue", "recurring_cost")
        ],
        "result": [_bar_told(t, x) for t, x in _years(seen, "structural_result")],
        "balance": [_bar_told(t, x) for t, x in _years(seen, "fund_balance")],
    }
    each = charts.batch("per_pupil", *pictured)["years"]
    spoken["per_pupil"] = [
        _year_told(t, r, c, x)
        for t, r, c, x in zip(*(each[f][0].tolist() for f in ("t", "revenue", "cost", "result")), strict=True)
    ]
    blocks = charts.batch("composition", *pictured)["blocks"]
    spoken["composition"] = [
        f"{name}, {year}: {money(high - low)}, "
        for name, year, low, high in zip(
            *(blocks[f][0].tolist() for f in ("name", "year", "usd", "top")), strict=True
        )
    ]
    texts = slots(numbers)
    compared = [s for s in texts if s in ("sentence", "paper", "headline") or s.startswith("value-")]
    return {
        "charts": [
            [[f"|{x}"] for x in spoken.get(name, ())] + _labels(charts.batch(name, *pictured))
            for name in charts.NAMES
        ],
        "texts": [[f'[data-live="{slot}"]', texts[slot]] for slot in compared],
    }


def slots(numbers: ViewNumbers) -> dict[str, str]:
    """The texts of the first view by their slots, to the last character of what the page shows."""
    return {slot: held_together(text) for slot, text in panel.slots(numbers).items()}


def _year_told(year: float, funding: float, cost: float, result: float) -> str:
    """What a screen reader says of a year of both curves, as far as no mark is named after it."""
    amounts = {"funding": money(funding), "cost": money(cost), "result": money(result, plus=True)}
    return say("charts.year_told", year=year_name(int(year)), **amounts)


def _bar_told(year: int, amount: float) -> str:
    return say("charts.bar_told", year=year_name(year), amount=money(amount))


def _years(seen: Any, *lines: str) -> list[tuple[Any, ...]]:
    return [(t, *(seen[line][t] for line in lines)) for t in range(1, 6)]


def _labels(rows: Rows) -> list[list[str]]:
    """Labels that are seen, in their long form and, where the picture is narrow, their short one."""
    found = []
    for fields in rows.values():
        long = fields["text"][0].tolist() if "text" in fields else []
        short = fields["short"][0].tolist() if "short" in fields else long
        found += [[f"|{a}|", f"|{b}|"] for a, b in zip(long, short, strict=True) if a and b]
    return found


def of_plain() -> dict[str, Place]:
    """For the page with stock habits: the figure in each chart's title, and the tiles."""
    return {key(x): _plain_at(plan_at(x)) for x in places()}


def _plain_at(plan: Plan) -> Place:
    p = project([plan.now])
    return {
        "charts": [
            [[f"|{title}: {p.row(lines[-1])[-1]:,.0f} in Year 5|"]] for title, lines in CHARTS.items()
        ],
        "texts": [['[data-testid="stMetricValue"]', f"{p.cell('enrollment', 5):,.0f}"]],
    }
