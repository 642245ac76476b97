"""The part with one page for the board: rating, figures, five years and what was decided, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from exchange import link
from exchange.link_base import reach_in_words
from model.answer.answer_in_words import key_figures
from model.answer.numbers import ViewNumbers
from model.evidence import LEVERS
from model.explain.account import moved_in_words
from model.explain.changes import moves
from model.plan.plan import Plan
from model.plan.sides import is_decision
from model.results.horizon_in_words import after_year_5
from model.results.projection import Projection
from model.results.rating import Untested
from model.texts import counted, day, say
from model.units import money
from model.years import YEARS
from views.answer import panel
from views.charts.multiples import Panel, multiples
from views.charts.palette import LIGHT
from views.compare import kept_name, shelf
from views.context import Context
from views.markup.image import image
from views.shell import drawing
from views.shell.page_markup import put_markup
from views.shell.today import today

_LINES = (
    ("public_revenue", "board.public_funding"),
    ("recurring_cost", "board.yearly_cost"),
    ("structural_result", "board.result"),
    ("fund_balance", "board.savings"),
)
_MOST_CHANGES = 8  # that fit on the page with everything else


def board_page(context: Context) -> None:
    """The whole part."""
    shelf.mount()
    put_markup(
        Markup(
            '<p class="soft">{}</p><p><button type="button" class="press" data-print>{}</button></p>'
        ).format(say("board.about"), say("board.print"))
    )
    plan, v = context.plan, context.numbers
    curve = multiples([Panel(say("board.result"), v.results, None)], LIGHT)
    body = (
        _head(plan),
        _rating(v, context.futures or Untested.OFF),
        _figures(v),
        _table(context.projection),
        curve,
        _changes(plan),
        _foot(plan),
    )
    put_markup(Markup('<article class="board-page">{}</article>').format(Markup().join(body)))


def _head(plan: Plan) -> Markup:
    name = kept_name.name_of(plan)
    school = Markup("<p>{}</p>").format(plan.school) if name != plan.school else Markup()
    made = say("board.made_on", day=day(today()))
    return Markup("<h2>{}</h2>{}<p>{}</p>").format(name, school, made)


def _rating(v: ViewNumbers, tested: panel.Tested) -> Markup:
    t = panel.slots(v, tested)
    later = " ".join(after_year_5(v.horizon))
    return Markup('<div class="board-rating">{}<p>{} {} {} {}</p></div>').format(
        panel.still_badges(t), t["sentence"], t[panel.CHANCE], t["flags"], later
    )


def _figures(v: ViewNumbers) -> Markup:
    tiles = Markup().join(
        Markup('<div><dt>{}</dt><dd class="value">{}</dd><dd class="beside">{}</dd></div>').format(
            f.label, f.value, f.beside
        )
        for f in key_figures(v)
    )
    return Markup('<dl class="figures">{}</dl>').format(tiles)


def _table(p: Projection) -> Markup:
    years = range(1, YEARS)
    head = Markup().join(Markup('<th scope="col">{}</th>').format(say("board.year", year=t)) for t in years)
    rows = Markup().join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            say(label), Markup().join(Markup("<td>{}</td>").format(money(p.cell(line, t))) for t in years)
        )
        for line, label in _LINES
    )
    # On a phone the years scroll inside their own place, so it takes the focus.
    return Markup(
        '<div class="years" tabindex="0" role="region" aria-label="{}"><table><thead><tr><td></td>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(say("board.years"), head, rows)


def _changes(plan: Plan) -> Markup:
    """What was decided and assumed since the start, decisions first."""
    keys = sorted((k[0] for k in moves(plan.start, plan.now)), key=lambda k: not is_decision(k))
    if not keys:
        return Markup()
    lines = [*_said(plan, keys[:_MOST_CHANGES])]
    if len(keys) > _MOST_CHANGES:
        lines.append(say("board.more_changes", count=counted(len(keys) - _MOST_CHANGES)))
    items = Markup().join(Markup("<li>{}</li>").format(x) for x in lines)
    return Markup("<h3>{}</h3><ul>{}</ul>").format(say("board.changes"), items)


def _said(plan: Plan, keys: list[str]) -> Iterator[str]:
    for key in keys:
        lever = LEVERS[key]
        yield say("board.change", setting=lever.label, moved=moved_in_words(lever, plan.start, plan.now))


def _foot(plan: Plan) -> Markup:
    """The link of the plan as a code to scan, where a link can hold it."""
    base = st.context.url or "http://127.0.0.1:8501/"
    try:
        address = link.address_of(plan, base)
    except link.LinkTooLong:
        return Markup()
    drawing.load("segno")  # draws the QR code
    return Markup('<footer><img alt="{}" src="{}"><p>{} {}</p></footer>').format(
        say("board.code"), image(link.qr_svg(address)), say("board.scan"), reach_in_words(base)
    )
