"""What matters most, and the cost of a better student's side: two charts with tables."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.goals import ways_in_words as told
from model.goals.frontier import MEASURED, MOST_LEVERS, Frontier, frontier
from model.goals.influence import Influence, influences
from model.goals.maps import LINE
from model.goals.pupils import MEASURES
from model.goals.reaching import TIMING
from model.lines.worksheet import BOOK
from model.plan.plan import Plan
from model.texts import counted, say
from model.units import money, number
from views.charts import frontier as frontier_picture
from views.charts import tornado as tornado_picture
from views.context import Context
from views.markup.plain_text import plain
from views.markup.tables import table, usual
from views.shell import history, parts, widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, restore
from views.shell.signature import of_plan

OF, MEASURE, TRADED = "ways-of", "ways-measure", "ways-traded"
_KINDS = {
    "world": "find_a_fix.kind_world",
    "decision": "find_a_fix.kind_decision",
    "fact": "find_a_fix.kind_fact",
}
DECISIVE = tuple(k for k, x in LEVERS.items() if not (x.of or x.own) and k in BOOK.levers_of(LINE))
_TRADED = tuple(k for k in DECISIVE if LEVERS[k].kind == "decision" and k not in TIMING)
_FIRST_TRADED = ["pupils_per_teacher", "paraprofessional_positions", "recurring_pd_per_teacher"]


def _plan() -> Hashable:
    return of_plan(history.plan())


def tornado(plan: Plan) -> None:
    """Each lever of a kind over its usual range."""
    restore(OF, next(iter(_KINDS)))
    kind = st.segmented_control(
        plain(say("find_a_fix.which_settings")),
        tuple(_KINDS),
        format_func=lambda k: plain(say(_KINDS[k])),
        required=True,
        key=OF,
        label_visibility="collapsed",
        on_change=remember,
        args=(OF,),
    )
    result, found = influences(plan.now, kind or "world")
    caption(
        tornado_picture.title(found),
        say("find_a_fix.matters_note"),
    )
    count = len(tornado_picture.shown_of(found))
    pictured = {**tornado_picture.spec(palette(), count), "datasets": tornado_picture.data(result, found)}
    st.vega_lite_chart(
        pictured, theme=None, width="stretch", key="chart-tornado", alt=tornado_picture.alt_text()
    )
    rows = [
        [
            i.swing.lever.label,
            told.now(plan.now, i),
            usual(i.swing.lever),
            _changes(i),
            told.break_even(i) or say("find_a_fix.no_break_even"),
        ]
        for i in found
        if i.swing.size >= 0.5
    ]
    head = [
        say("find_a_fix.column_setting"),
        say("find_a_fix.column_now"),
        say("find_a_fix.column_usual"),
        say("find_a_fix.column_year5_change"),
        say("find_a_fix.column_break_even"),
    ]
    summary = say("find_a_fix.all_settings", count=counted(len(rows)))
    put_markup(_still(found) + details(summary, say("find_a_fix.part_matters"), head, rows))


def _changes(i: Influence) -> Markup | str:
    """What each end of the usual range does, a line each."""
    ends = [
        say("find_a_fix.change_at", change=money(change, plus=True), value=x) for x, change in told.ends(i)
    ]
    return Markup("<br>").join(ends) or "\N{EN DASH}"


def _still(found: Sequence[Influence]) -> Markup:
    """What moves nothing."""
    still = [i.swing.lever for i in found if i.swing.size < 0.5]
    if not still:
        return Markup()
    names = Markup().join(Markup("<li>{}</li>").format(x.label) for x in still)
    needs = say("find_a_fix.cut_needs_years") if "cut_rate" in {x.key for x in still} else ""
    return Markup('<p class="note">{}</p><ul class="note">{}</ul><p class="note">{}</p>').format(
        say("find_a_fix.no_effect"), names, needs
    )


def still(_: Context) -> Hashable:
    """Nothing else: a choice runs the whole page."""
    return ()


def trade_off(_: Context) -> None:
    """The frontier of a measure of the student's side against the Year 5 result, below its two choices."""
    restore(MEASURE, MEASURED[0])
    restore(TRADED, _FIRST_TRADED)
    left, right = st.columns([1, 2])
    left.selectbox(
        plain(say("find_a_fix.for_students")),
        MEASURED,
        format_func=lambda k: say("find_a_fix.measure_in_year5", measure=MEASURES[k].label),
        key=MEASURE,
        on_change=remember,
        args=(MEASURE,),
    )
    right.multiselect(
        plain(say("find_a_fix.may_be_traded", most=MOST_LEVERS)),
        _TRADED,
        format_func=lambda k: LEVERS[k].label,
        max_selections=MOST_LEVERS,
        key=TRADED,
        on_change=remember,
        args=(TRADED,),
    )
    _traded()


@parts.part("traded", _plan)
def _traded() -> None:
    measure, keys = widgets.text(MEASURE), widgets.value(TRADED, list)
    if not keys:
        st.info(plain(say("find_a_fix.choose_decisions")))
        return
    found = frontier(history.plan().now, measure, keys)
    words = _SAID[measure]
    caption(say(words.title), say(words.note))
    pictured = {**frontier_picture.spec(palette()), "datasets": frontier_picture.data(found, measure)}
    st.vega_lite_chart(
        pictured, theme=None, width="stretch", key="chart-frontier", alt=frontier_picture.alt_text()
    )
    put_markup(_against(found, words) + _best(found, measure))


@dataclass(frozen=True, slots=True)
class _Words:
    """The keys of what is said about a measure of the student's side."""

    title: str
    note: str
    more_money: str
    fewer: str


_SAID = {
    "pupils_per_adult": _Words(
        "find_a_fix.trade_adults",
        "find_a_fix.trade_note_adults",
        "find_a_fix.more_money_adults",
        "find_a_fix.fewer_per_adult",
    ),
    "class_size": _Words(
        "find_a_fix.trade_classes",
        "find_a_fix.trade_note_classes",
        "find_a_fix.more_money_classes",
        "find_a_fix.fewer_in_class",
    ),
}


def _best(found: Frontier, measure: str) -> Markup:
    """The mixes that no other beats, with their class size beside whatever is measured."""
    shown = dict.fromkeys((measure, "class_size"))
    figures = {measure: found.measure, "class_size": found.class_size}
    rows = [
        [
            frontier_picture.mix(found, i),
            *(number(figures[k][i], 1) for k in shown),
            money(found.result[i], plus=True),
        ]
        for i in found.best.tolist()
    ]
    head = [
        say("find_a_fix.column_mix"),
        *(MEASURES[k].label for k in shown),
        say("find_a_fix.column_year5"),
    ]
    summary = say("find_a_fix.best_mixes", count=counted(len(rows)))
    return details(summary, say("find_a_fix.trade_caption"), head, rows, numbers_from=1)


def _against(found: Frontier, words: _Words) -> Markup:
    """What would be better than the plan at no cost to the other side, and what it does to classes."""
    if found.is_best:
        return Markup('<p class="soft">{}</p>').format(say("find_a_fix.unbeaten"))
    said = []
    gain = found.result[found.more_money] - found.result[0]
    if gain >= 0.5:
        said.append((found.more_money, say(words.more_money, amount=money(gain))))
    before, after = (number(found.measure[i], 1) for i in (0, found.fewer_pupils))
    if before != after:
        said.append((found.fewer_pupils, say(words.fewer, before=before, after=after)))
    return Markup().join(
        Markup("<p>{} {}{}</p>").format(
            first, say("find_a_fix.takes_mix", mix=frontier_picture.mix(found, at)), _classes(found, at)
        )
        for at, first in said
    )


def _classes(found: Frontier, at: int) -> Markup:
    """A warning where a mix makes classes larger than they are."""
    before, after = (number(found.class_size[i], 1) for i in (0, at))
    if before == after or found.class_size[at] <= found.class_size[0]:
        return Markup()
    return Markup(" <b>{}</b>").format(say("find_a_fix.but_classes", before=before, after=after))


def caption(title: str, note: str) -> None:
    put_markup(Markup('<h2 class="caption">{} <small>{}</small></h2>').format(title, note))


def details(
    summary: str, caption: str, head: list[str], rows: list[list[str]], numbers_from: int = 99
) -> Markup:
    return Markup("<details><summary>{}</summary>{}</details>").format(
        summary, table(caption, head, rows, numbers_from=numbers_from)
    )
