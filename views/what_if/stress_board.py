"""The event board as markup: an event, and below it the plan and the same school without the program.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from model.evidence import LEVERS, TWIN
from model.explain.account import value_in_words
from model.plan.scenario import Scenario
from model.results.rating import Chance, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper
from model.stress import Board, Outcome, Row
from model.stress.board_in_words import cells, counts, hardest, heads
from model.texts import say
from views.answer.panel import badge
from views.markup.said import said
from views.markup.sources import named
from views.markup.tables import table

Chances = Mapping[str, Chance]  # by the key of the event; "" without one
_MOVED_IN_TWIN = "nonpersonnel_per_pupil"


def summary(found: Board) -> Markup:
    """The board in a few sentences: how many events apply, what the plan comes to, and the hardest one."""
    return Markup('<p class="lead"><b>{}</b> {}</p>').format(counts(found), hardest(found))


def board_table(found: Board, chances: Chances | None = None) -> Markup:
    """The board: two rows an event, the plan and the same school without the program.

    `chances` are those of the plan under each event, where they were worked out. On a phone each event stands
    above its two schools, and each cell says what it holds; ARIA roles keep it a table.
    """
    names = (say("events.head_event"), say("events.head_school"), *heads())
    head = Markup().join(Markup('<th scope="col" role="columnheader">{}</th>').format(name) for name in names)
    body = Markup().join(_rows(r, (chances or {}).get(r.key)) for r in found.rows)
    return Markup(
        '<div class="board"><table role="table" aria-label="{}"><thead role="rowgroup">'
        '<tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table></div>'
    ).format(say("events.board"), head, body)


def _rows(r: Row, chance: Chance | None) -> Markup:
    """The rows of an event. One that changes nothing in the plan has no rating."""
    if r.shock and not r.is_hit and not r.problems:
        idle = Markup('<td role="cell" colspan="6" class="soft">{}</td>').format(say("events.does_not_apply"))
        return Markup('<tr role="row" class="event">{}{}</tr>').format(_event(r, 1), idle)
    first = _school(say("events.my_plan"), r.plan) + _plan_cells(r, chance)
    second = _school(say("events.without_program"), r.twin) + _cells(r.twin)
    return Markup('<tr role="row" class="event">{}{}</tr><tr role="row">{}</tr>').format(
        _event(r, 2), first, second
    )


def _event(r: Row, rows: int) -> Markup:
    return Markup('<th scope="rowgroup" role="rowheader" rowspan="{}">{}{}</th>').format(
        rows, r.label, _story(r)
    )


def _school(name: str, o: Outcome | None) -> Markup:
    if o is None:
        return Markup(
            '<td role="cell" class="school">{}</td><td role="cell" colspan="5" class="soft">{}</td>'
        ).format(name, say("events.impossible"))
    return Markup('<td role="cell" class="school">{}</td>').format(name)


def _plan_cells(r: Row, chance: Chance | None) -> Markup:
    """The plan's cells, with its chance and what it would be without the responses."""
    if r.plan is None:
        return Markup()
    rating = rate(r.plan.verdict, chance or Untested.OFF)
    beside = Markup()
    if chance and not rating.is_sustainable:
        beside += Markup("<p>{}</p>").format(if_things_change(rating))
    before = r.unanswered
    if before and before.verdict.state is not r.plan.verdict.state:
        beside += Markup("<p>{}</p>").format(say("events.unanswered", rating=on_paper(rate(before.verdict))))
    return _cells(r.plan, badge(rating) + beside)


def _cells(o: Outcome | None, rating: Markup | None = None) -> Markup:
    if o is None:
        return Markup()
    _, *others = cells(o)
    first = rating or badge(rate(o.verdict))
    return Markup().join(
        Markup('<td role="cell" data-label="{}">{}</td>').format(head, cell)
        for head, cell in zip(heads(), (first, *others), strict=True)
    )


def _story(r: Row) -> Markup:
    """What happened, what is assumed and the sources, in a fold."""
    problems = Markup().join(Markup('<p class="bad">{}</p>').format(p) for p in r.problems)
    if r.shock is None:
        return problems
    s = r.shock
    year = Markup("{}. ").format(s.year) if s.year else ""
    return Markup("<details><summary>{}</summary><p>{}{}<p>{}<p>{}</details>{}").format(
        say("events.what_is_that"),
        year,
        s.what_happened,
        Markup("{} {}").format(s.note, s.afterwards),
        said(_STATUS[s.status], sources=named(s.source)),
        problems,
    )


_STATUS = {
    "sourced": "events.sourced",
    "derived": "events.derived",
    "weak": "events.weak",
    "assumption": "events.assumption",
}


def twin_table(plan: Scenario, without: Scenario) -> Markup:
    """Every setting in which the school without the program differs, with the reason and the sources."""
    rows = []
    for key, row in TWIN.items():
        if plan[key] != without[key]:
            lever = LEVERS[key]
            vouched = said(_STATUS[row.status], sources=named(row.source))
            values = (value_in_words(lever, plan[key]), value_in_words(lever, without[key]))
            rows.append([lever.label, *values, row.note, vouched])
    lever = LEVERS[_MOVED_IN_TWIN]
    values = (value_in_words(lever, plan[_MOVED_IN_TWIN]), value_in_words(lever, without[_MOVED_IN_TWIN]))
    derived = said("events.derived", sources=named(("AFT18", "CALC")))
    rows.append([lever.label, *values, say("events.twin_absorbs"), derived])
    head = [
        say("events.twin_setting"),
        say("events.my_plan"),
        say("events.without_program"),
        say("events.twin_why"),
        say("events.twin_evidence"),
    ]
    return table(say("events.twin_table"), head, rows, numbers_from=99)
