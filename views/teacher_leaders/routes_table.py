"""The routes of teacher leaders' pay as markup: the plan's own, the study's open question, the table.

No Streamlit here.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from model.evidence import FINDINGS
from model.routes import Compared, Route
from model.routes.routes_in_words import budget_rating, lasts, needs, standing, tone
from model.units import money
from views.markup.sources import named
from views.markup.tables import asking, table

_FINDINGS = ("teacher_leader_pay", "teacher_leader_pay_in_the_long_run")


def intro(found: Compared) -> Markup:
    """Which route the plan takes, in a sentence, and what the study says about it."""
    other = (
        Markup(" <small>Other numbers can be tried below the table.</small>")
        if found.of("none").is_used
        else ""
    )
    return Markup('<h2 class="caption">{}{}</h2><p class="soft">{}</p>').format(
        standing(found), other, _study()
    )


def _study() -> Markup:
    findings = [FINDINGS[key] for key in _FINDINGS]
    said = Markup("; ").join(
        Markup("{}, <b>{}</b>").format(f.label[0].lower() + f.label[1:], f.as_published) for f in findings
    )
    by = named(dict.fromkeys(source for f in findings for source in f.source))
    return Markup("From the study ({}): {}.").format(by, said)


def routes_table(found: Compared) -> Markup:
    """Each route: its cost beyond a plan without leaders, Year 5 result, how long it lasts, needs."""
    head = [
        "Route",
        "Lasts",
        "Cost, Year 1",
        "Cost, Year 5",
        "Years 1 to 5",
        "Year 5 result",
        "What it needs",
    ]
    rows = [[_name(r), _lasts(r), *_figures(r), _small(needs(found, r))] for r in found.routes]
    return table("Six routes side by side", head, rows)


def _name(r: Route) -> Markup:
    name = Markup('<span class="route">{}</span>').format(r.label)
    return name + Markup("<br><b>your plan</b>") if r.is_used else name


def _lasts(r: Route) -> Markup:
    return Markup('<b class="wrap {}">{}</b>').format(tone(r), lasts(r))


def _small(text: str) -> Markup:
    return Markup('<small class="than">{}</small>').format(text)


def _figures(r: Route) -> list[str]:
    if r.verdict is None:
        return ["\N{EN DASH}"] * 4
    result = money(r.verdict.result_year5, plus=True)
    asked = asking(result, "structural_result", 5) if r.is_used else escape(result)
    cell = Markup('{}<br><span class="soft">{}</span>').format(asked, budget_rating(r))
    return [*(money(x) for x in (r.costs[0], r.costs[-1], sum(r.costs))), cell]


NOTE = (
    "Cost means what this option adds compared with no teacher leaders. A minus sign means it saves more than it costs. Every other "
    "setting stays as in your plan. For a position given up, we try each step and take the least that pays for the leaders every "
    "year. The rating looks only at the budget. The budget can balance even when the leaders are not paid."
)


def note() -> Markup:
    return Markup('<p class="soft">{}</p>').format(NOTE)
