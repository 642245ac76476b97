"""The routes of teacher leaders' pay as markup: the plan's own, the study's open question, the table.

No Streamlit here.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from model.evidence import FINDINGS
from model.routes import Compared, Route
from model.routes.routes_in_words import budget_rating, footing, lasts, needs, standing, tone
from model.texts import say
from model.units import money
from views.markup.said import said
from views.markup.sources import named
from views.markup.tables import asking, table

_FINDINGS = ("teacher_leader_pay", "teacher_leader_pay_in_the_long_run")


def intro(found: Compared) -> Markup:
    """Which route the plan takes, in a sentence, and what the study says about it."""
    other = Markup(" <small>{}</small>").format(say("leaders.try_others")) if found.of("none").is_used else ""
    return Markup('<h2 class="caption">{}{}</h2><p class="soft">{} {}</p>').format(
        standing(found), other, _study(), footing(found)
    )


def _study() -> Markup:
    findings = [FINDINGS[key] for key in _FINDINGS]
    by = named(dict.fromkeys(source for f in findings for source in f.source))
    told = [
        said("leaders.finding", what=f.label, found=Markup("<b>{}</b>").format(f.as_published))
        for f in findings
    ]
    return Markup(" ").join([said("leaders.study", source=by), *told])


_COLUMNS = (
    "leaders.column_way",
    "leaders.column_lasts",
    "leaders.column_year1",
    "leaders.column_year5",
    "leaders.column_years",
    "leaders.column_result",
    "leaders.column_needs",
)


def routes_table(found: Compared) -> Markup:
    """Each route: how long it lasts, its cost beyond a plan without leaders, Year 5 result, needs."""
    head = list(map(say, _COLUMNS))
    rows = [[_name(r), _lasts(r), *_figures(r), _small(needs(found, r))] for r in found.routes]
    return table(say("leaders.table"), head, rows)


def _name(r: Route) -> Markup:
    name = Markup('<span class="route">{}</span>').format(r.label)
    return name + Markup("<br><b>{}</b>").format(say("leaders.your_plan")) if r.is_used else name


def _lasts(r: Route) -> Markup:
    return Markup('<b class="wrap {}">{}</b>').format(tone(r), lasts(r))


def _small(text: str) -> Markup:
    return Markup('<small class="than">{}</small>').format(text)


def _figures(r: Route) -> list[str]:
    if r.verdict is None:
        return ["\N{EN DASH}"] * 4
    result = money(r.verdict.result_year5, plus=True)
    asked = asking(result, "structural_result", 5) if r.is_used else escape(result)
    cell = Markup("{}<small>{}</small>").format(asked, budget_rating(r))
    return [*(money(x) for x in (r.costs[0], r.costs[-1], sum(r.costs))), cell]
