"""The routes of teacher leaders' pay as markup: the plan's own, the study's open question, the table.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from model.evidence import FINDINGS
from model.results.rating import Chance, Untested
from model.routes import Compared, Route
from model.routes.routes_in_words import budget_badges, footing, lasts, needs, standing, tone
from model.texts import say
from model.units import money
from views.answer.panel import badges_of
from views.markup.said import said
from views.markup.sources import named
from views.markup.tables import asking, table

Chances = Mapping[str, Chance | Untested]
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


def routes_table(found: Compared, chances: Chances) -> Markup:
    """Each route: how long it lasts with both badges, its cost beyond a plan without leaders, Year 5 result,
    needs. `chances` are those of the routes that can be taken, by their keys.
    """
    head = list(map(say, _COLUMNS))
    rows = [[_name(r), _lasts(r, chances), *_figures(r), _small(needs(found, r))] for r in found.routes]
    return table(say("leaders.table"), head, rows)


def _name(r: Route) -> Markup:
    name = Markup('<span class="route">{}</span>').format(r.label)
    return name + Markup("<br><b>{}</b>").format(say("leaders.your_plan")) if r.is_used else name


def _lasts(r: Route, chances: Chances) -> Markup:
    badges = badges_of(budget_badges(r, chances[r.key])) if r.plan else Markup()
    return Markup('<b class="wrap {}">{}</b>{}').format(tone(r), lasts(r), badges)


def _small(text: str) -> Markup:
    return Markup('<small class="than">{}</small>').format(text)


def _figures(r: Route) -> list[str]:
    if r.verdict is None:
        return ["\N{EN DASH}"] * 4
    result = money(r.verdict.result_year5, plus=True)
    asked = asking(result, "structural_result", 5) if r.is_used else result
    return [*(money(x) for x in (r.costs[0], r.costs[-1], sum(r.costs))), asked]
