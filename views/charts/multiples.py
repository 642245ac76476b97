"""Small charts: the yearly result of the plan and its twin under each shock, on one scale.

Ten Vega-Lite charts would be ten messages and ten engines in the browser; these are one message and draw at
once. They are images, because the page removes drawings from markup. Each has a text alternative with what it
shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from model.texts import listed, say
from model.units import money_short
from views.charts.palette import Palette
from views.markup.image import image

WIDE, HIGH, EDGE = 200.0, 80.0, 6.0


class Panel(NamedTuple):
    """One chart: its title, and the structural results of years 0 to 5 of the plan and, if any, its twin."""

    title: str
    plan: Sequence[float]
    twin: Sequence[float] | None


def multiples(panels: Sequence[Panel], palette: Palette) -> Markup:
    """The panels as a list of figures. They share one scale, so that they can be compared by eye."""
    values = [x for p in panels for line in (p.plan, p.twin) if line for x in line[1:]]
    low, high = min([0.0, *values]), max([0.0, *values])
    scale = _Scale(low, max(high, low + 1.0))
    return Markup('<div class="multiples" role="list">{}</div>').format(
        Markup().join(_figure(p, scale, palette) for p in panels)
    )


class _Scale(NamedTuple):
    low: float
    high: float

    def y(self, usd: float) -> float:
        return EDGE + (HIGH - 2 * EDGE) * (self.high - usd) / (self.high - self.low)

    def line(self, results: Sequence[float], style: Markup) -> Markup:
        step = (WIDE - 2 * EDGE) / 4
        points = " ".join(f"{EDGE + step * i:.1f},{self.y(usd):.1f}" for i, usd in enumerate(results[1:]))
        return Markup('<polyline points="{}" fill="none" {}/>').format(points, style)


def _figure(p: Panel, scale: _Scale, palette: Palette) -> Markup:
    drawn = image(_drawing(p, scale, palette))
    return Markup(
        '<figure role="listitem"><figcaption>{} <small>{}</small></figcaption>'
        '<img src="{}" alt="{}"></figure>'
    ).format(p.title, _ends(p), drawn, _words(p))


def _ends(p: Panel) -> str:
    amount = money_short(p.plan[5], plus=True)
    if not p.twin:
        return say("charts.panel_end", amount=amount)
    return say("charts.panel_ends", amount=amount, twin=money_short(p.twin[5], plus=True))


def _drawing(p: Panel, scale: _Scale, palette: Palette) -> Markup:
    # Hue and dash together: the two never differ by color alone.
    twin = (
        scale.line(p.twin, Markup('stroke="{}" stroke-width="2" stroke-dasharray="5 4"').format(palette.cost))
        if p.twin
        else ""
    )
    plan = scale.line(p.plan, Markup('stroke="{}" stroke-width="2.5"').format(palette.revenue))
    zero = Markup('<path d="M0 {:.1f}H{:g}" stroke="{}"/>').format(scale.y(0), WIDE, palette.ghost)
    return Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:g} {:g}">{}{}{}</svg>').format(
        WIDE, HIGH, zero, twin, plan
    )


def _words(p: Panel) -> str:
    def row(line: Sequence[float]) -> str:
        return listed(money_short(x, plus=True) for x in line[1:])

    if not p.twin:
        return say("charts.panel_told", title=p.title, plan=row(p.plan))
    return say("charts.panel_told_twin", title=p.title, plan=row(p.plan), twin=row(p.twin))
