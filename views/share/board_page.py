"""The part with one page for the board: rating, figures, five years and what was decided, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from exchange.files import Filed
from exchange.heading import heading, made
from model.answer.key_figures import key_figures
from model.answer.numbers import ViewNumbers
from model.answer.other_money import has_other_money, other_money
from model.evidence import LEVERS
from model.explain.account import moved_in_words
from model.explain.changes import moves
from model.plan.plan import Plan
from model.plan.sides import is_decision
from model.results.horizon_in_words import after_year_5
from model.results.projection import Projection
from model.results.rating import Untested
from model.texts import counted, say
from model.units import money
from model.years import YEARS
from views.answer import panel
from views.charts.multiples import Panel, multiples
from views.charts.palette import LIGHT
from views.compare import kept_name, shelf
from views.context import Context
from views.share import board_pdf, page_link, slides
from views.share.cards import Card, cards
from views.shell import notebook
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
    """The whole part: the ways to hand it out, and the page itself."""
    cards(_CARDS, context)
    v = context.numbers
    filed = kept_name.under_its_name(context.plan)
    curve = multiples([Panel(say("board.result"), v.results, None)], LIGHT)
    body = (
        _head(filed),
        _rating(v, context.futures or Untested.OFF),
        _figures(v),
        _table(context.projection),
        curve,
        _changes(context.plan),
        _foot(context.plan),
    )
    put_markup(Markup('<article class="board-page">{}</article>').format(Markup().join(body)))
    shelf.mount()
    notebook.mount("take")


def _print(context: Context) -> None:
    """The button, and why the page has no code to scan where it has none."""
    found = page_link.link_of(context.plan)
    why = found.problem or ("" if found.works_elsewhere else f"{say('board.no_code')} {found.reach}")
    note = Markup('<p class="soft">{}</p>').format(why) if why else Markup()
    put_markup(
        Markup('<p><button type="button" class="press" data-print>{}</button></p>{}').format(
            say("board.print"), note
        )
    )


_CARDS = (
    Card("pdf", "board.as_pdf", board_pdf.board_pdf, "handout.part_about"),
    Card("print", "board.on_paper", _print, "board.about"),
    Card("slides", slides.HEADING, slides.slides, slides.ABOUT),
)


def _head(filed: Filed) -> Markup:
    """Name, school, students, day and version, and the reason that somebody wrote."""
    head = heading(filed)
    lines = (head.school, head.students_beside, head.reason if filed.reason else "", made(today()))
    told = Markup().join(Markup("<p>{}</p>").format(x) for x in lines if x)
    return Markup("<header><h2>{}</h2>{}</header>").format(head.name, told)


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
    told = [(label, [p.cell(line, t) for t in years]) for line, label in _LINES]
    if has_other_money(p):
        told.insert(-1, ("answer.other_money", list(other_money(p)[1:])))
    rows = Markup().join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            say(label), Markup().join(Markup("<td>{}</td>").format(money(x)) for x in values)
        )
        for label, values in told
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
    """The link of the plan as a code to scan, where somebody else can open it."""
    found = page_link.link_of(plan)
    code = found.code()
    if not code:
        return Markup()
    return Markup("<footer>{}<p>{} {}</p></footer>").format(code, say("board.scan"), found.reach)
