"""The pieces of the page as they stand when it opens: the plan as sent, also where no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from exchange.files import Filed
from model.answer.answer_in_words import flags
from model.answer.chance_in_words import assumes
from model.answer.key_figures import key_figures
from model.answer.numbers import ViewNumbers
from model.answer.other_money import has_other_money, other_money
from model.evidence import LEVERS
from model.explain.decided import move_in_words, told
from model.explain.noted_numbers import place_name
from model.plan.locks import kind_label
from model.plan.notebook import Decision
from model.plan.plan import Plan
from model.ranges.bands import Ranges
from model.results.projection import Projection
from model.results.rating import Rating
from model.results.rating_in_words import MARKS, both_sides, if_things_change, on_paper, together
from model.stress.board import board
from model.stress.board_in_words import counts, hardest
from model.texts import day, say
from model.units import money_short, year_name
from model.years import ALL_YEARS

OTHER = "other"  # no line of the book: what moves savings beside the yearly result
ROWS = (
    ("public_revenue", "mail.funding"),
    ("recurring_cost", "mail.cost"),
    ("structural_result", "mail.result"),
    (OTHER, "answer.other_money"),
    ("fund_balance", "mail.savings"),
)
_FROM_START_UP = "fund_balance"  # the other rows say nothing of the start-up year, which the curve tells
_LESS = -0.005
_SEARCHED = 4  # the first of the key figures that are found by trying


def badges(r: Rating) -> Markup:
    """Both badges. The first says it for both where both are earned."""
    paper = together(r) if r.is_sustainable else on_paper(r)
    return _badge("paper", r.paper_tone, paper) + _badge(
        "tested", r.chance_tone, if_things_change(r), hidden=r.is_sustainable
    )


def _badge(name: str, tone: str, text: str, *, hidden: bool = False) -> Markup:
    return Markup(
        '<span class="state {1}" id="{0}-badge"{4}><span aria-hidden="true" id="{0}-mark">{2}</span>'
        '<span id="{0}">{3}</span></span>'
    ).format(name, tone, MARKS[tone], text, Markup(" hidden") if hidden else "")


def year_5(v: ViewNumbers) -> str:
    """What Year 5 leaves or lacks, in a few words: on a phone they stay in sight beside the badges."""
    result = v.verdict.result_year5
    return say("mail.year5_short" if result < _LESS else "mail.year5_left", amount=money_short(abs(result)))


def table(p: Projection) -> Markup:
    """Funding, cost, what is left and savings, start-up to Year 5."""
    head = Markup().join(Markup('<th scope="col">{}</th>').format(year_name(t)) for t in ALL_YEARS)
    rows = Markup().join(
        Markup('<tr data-line="{}"{}><th scope="row">{}</th>{}</tr>').format(
            line,
            Markup(" hidden") if line == OTHER and not has_other_money(p) else Markup(),
            say(label),
            Markup().join(_cell(p, line, t) for t in ALL_YEARS),
        )
        for line, label in ROWS
    )
    return Markup(
        '<table><caption id="years-name">{}</caption><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(say("mail.years"), head, rows)


def _cell(p: Projection, line: str, year: int) -> Markup:
    if year == 0 and line != _FROM_START_UP:
        return Markup("<td>\N{EN DASH}</td>")
    x = other_money(p)[year] if line == OTHER else p.cell(line, year)
    look = Markup(' class="minus"') if x < _LESS else ""
    return Markup("<td{}>{}</td>").format(look, money_short(x))


def settings(plan: Plan, keys: Sequence[str]) -> Markup:
    """The sliders, still until the script runs, and what is locked as fixed."""
    free = [k for k in keys if k not in plan.locked]
    sliders = Markup().join(_slider(plan, k) for k in free)
    back = Markup('<button type="button" id="back" disabled{}>{}</button>').format(
        "" if free else Markup(" hidden"), say("mail.back")
    )
    head = Markup('<h2 id="try"><span class="screen">{}</span><span class="paper">{}</span></h2>').format(
        say("mail.try"), say("mail.settings")
    )
    head = head if free else Markup()
    name = Markup(' aria-labelledby="try"') if free else Markup()
    fixed = _fixed(plan)
    return Markup('<form autocomplete="off"{}{}>{}{}{}{}</form>').format(
        name, "" if free or fixed else Markup(" hidden"), head, sliders, back, fixed
    )


def _slider(plan: Plan, key: str) -> Markup:
    lever = LEVERS[key]
    shown = lever.said(plan.now[key], long=False)
    return Markup(
        '<div class="lever"><label for="in-{0}">{1}<output id="out-{0}" for="in-{0}">{2}</output></label>'
        '<input type="range" id="in-{0}" min="0" max="1" step="1" disabled><small id="was-{0}"></small></div>'
    ).format(key, lever.label, shown)


def _fixed(plan: Plan) -> Markup:
    if not plan.locked:
        return Markup()
    items = (
        (LEVERS[k].label, say("mail.fixed_value", value=LEVERS[k].said(plan.now[k]), kind=kind_label(kind)))
        for k, kind in plan.locks
    )
    return Markup('<div class="fixed"><h3>{}</h3>{}</div>').format(say("mail.fixed"), _list(items))


def _list(items: Iterable[tuple[str, ...]]) -> Markup:
    """A list of names, each with what is said of it."""
    return Markup("<dl>{}</dl>").format(
        Markup().join(
            Markup("<div><dt>{}</dt>{}</div>").format(
                name, Markup().join(Markup("<dd>{}</dd>").format(x) for x in said if x)
            )
            for name, *said in items
        )
    )


def as_sent(plan: Plan, v: ViewNumbers, tested: Ranges | None) -> Markup:
    """What needs a search: it was worked out for the plan as sent and follows no slider."""
    found = board(plan.now)
    items: list[tuple[str, ...]] = []
    if tested is not None:
        items.append((say("mail.if_change"), both_sides(tested.chance), assumes(tested)))
    items.append((say("mail.events"), counts(found), hardest(found)))
    items += [(f.label, f.value, f.beside) for f in key_figures(v)[_SEARCHED:]]
    if remarks := " ".join(flags(v)):
        items.append((say("mail.worth_knowing"), remarks))
    return Markup(
        '<section class="sent" aria-labelledby="sent-name"><h2 id="sent-name">{}</h2>'
        '<span class="aside-told">{}</span>{}</section>'
    ).format(say("mail.for_sent"), say("mail.not_followed"), _list(items))


def notes(filed: Filed) -> Markup:
    """Notes, and who decided what and why."""
    book = filed.notebook
    out = Markup()
    if book.notes:
        out += Markup("<h2>{}</h2>").format(say("mail.notes"))
        out += _items(
            Markup.escape(say("mail.note", number=place_name(n.on, n.year), text=n.text)) for n in book.notes
        )
    if book.decisions:
        out += Markup("<h2>{}</h2>").format(say("mail.decisions"))
        out += _items(map(_decision, book.decisions))
    return Markup('<section class="notes">{}</section>').format(out) if out else out


def _decision(d: Decision) -> Markup:
    said = say("mail.decision", day=day(d.day), who=d.who, why=d.why)
    return Markup.escape(said) + _items(Markup.escape(move_in_words(m)) for m in told(d.moves))


def _items(items: Iterable[Markup]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(x) for x in items))
