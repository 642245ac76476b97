"""What matters most, a map of two levers, the cost of a better student's side: three charts with tables."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.goals import ways_in_words as told
from model.goals.frontier import MEASURED, MOST_LEVERS, Frontier, frontier
from model.goals.influence import influences
from model.goals.maps import LINE, Map, two_way
from model.goals.pupils import MEASURES
from model.lines.worksheet import BOOK
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.units import money, number
from views.charts import frontier as frontier_picture
from views.charts import tornado as tornado_picture
from views.charts import two_way as map_picture
from views.levers.dating import lever_name
from views.markup.plain_text import plain
from views.markup.tables import table, usual
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, restore
from views.shell.session import Slot

OF, ACROSS, UP = "ways-of", "ways-across", "ways-up"
MEASURE, TRADED = "ways-measure", "ways-traded"
KINDS = {"world": "Assumptions", "decision": "Decisions", "fact": "This school"}
_DECISIVE = tuple(k for k in LEVERS if k in BOOK.levers_of(LINE))
_TRADED = tuple(k for k in _DECISIVE if LEVERS[k].kind == "decision")
_FIRST_TRADED = ["pupils_per_teacher", "paraprofessional_positions", "recurring_pd_per_teacher"]


@dataclass(frozen=True, slots=True)
class _Last:
    """The last map and what it was asked for."""

    asked: object = None
    map: Map | None = None


_last = Slot(_Last)


def tornado(plan: Plan) -> None:
    """Each lever of a kind over its usual range."""
    restore(OF, next(iter(KINDS)))
    kind = st.segmented_control(
        "Which levers",
        tuple(KINDS),
        format_func=lambda k: KINDS[k],
        required=True,
        key=OF,
        label_visibility="collapsed",
        on_change=remember,
        args=(OF,),
    )
    result, found = influences(plan.now, kind or "world")
    _caption(
        tornado_picture.title(found),
        "Year 5 result over each lever's usual range, one at a time. Solid line: this plan. Dashed: zero; a diamond where a lever crosses it.",
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
            "; ".join(f"{money(change, plus=True)} at {x}" for x, change in told.ends(i)) or "–",
            told.break_even(i) or "not in its usual range",
        ]
        for i in found
        if i.swing.size >= 0.5
    ]
    head = ["Lever", "Now", "Usual range", "Change of the Year 5 result", "Break-even"]
    still = [i.swing.lever.label for i in found if i.swing.size < 0.5]
    cut = (
        " A cut moves Year 5 only where its years reach it."
        if "cut_rate" in {i.swing.lever.key for i in found if i.swing.size < 0.5}
        else ""
    )
    none = (
        Markup('<p class="soft">No effect on Year 5 of this plan: {}.{}</p>').format(", ".join(still), cut)
        if still
        else ""
    )
    put_markup(none + _details(f"All {len(rows)} as a table", "What matters most", head, rows))


def two_levers(plan: Plan) -> None:
    """The map of two levers."""
    restore(ACROSS, "public_funding_growth")
    restore(UP, "pupils_per_teacher")
    left, right = st.columns(2)
    across, up = (
        column.selectbox(
            plain(name), _DECISIVE, format_func=lever_name, key=widget, on_change=remember, args=(widget,)
        )
        for column, name, widget in ((left, "Across", ACROSS), (right, "Up", UP))
    )
    try:
        found = _map(plan, across, up)
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    _caption(
        "Year 5 result for each mix",
        "Blue: left over; orange, with a minus sign: short. Figures without a letter are thousands. Thick line: break-even, to the step of each lever. Dashed frame: this plan.",
    )
    pictured = {**map_picture.spec(palette()), "datasets": map_picture.data(found)}
    st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-map", alt=map_picture.alt_text())
    head, rows = map_picture.table_of(found)
    put_markup(
        _notes(found) + _details("As a table", "Year 5 result of two levers", head, rows, numbers_from=1)
    )


def _map(plan: Plan, across: str, up: str) -> Map:
    """Computed again only when the plan or the levers have changed."""
    asked = (dict(plan.now.values), across, up)
    last = _last.get()
    if last.map is not None and last.asked == asked:
        return last.map
    found = two_way(plan.now, across, up)
    _last.put(_Last(asked, found))
    return found


def _notes(found: Map) -> Markup:
    notes = []
    if not len(found.break_even):
        notes.append("The result does not turn on this map, so there is no break-even line.")
    axes = (found.across, found.up)
    notes += [
        f"{a.lever.label} holds five yearly values; on the map it has one for all years, so the plan itself is not marked."
        for a in axes
        if a.now is None
    ]
    if max(a.every for a in axes) > 1:
        notes.append(
            f"Both levers are very fine: the line is found on every {_nth(max(a.every for a in axes))} step."
        )
    return Markup().join(Markup('<p class="soft">{}</p>').format(n) for n in notes)


def _nth(n: int) -> str:
    return {2: "second", 3: "third"}.get(n, f"{n}th")


def trade_off(plan: Plan) -> None:
    """The frontier of a measure of the student's side against the Year 5 result."""
    restore(MEASURE, MEASURED[0])
    restore(TRADED, _FIRST_TRADED)
    left, right = st.columns([1, 3])
    measure = left.selectbox(
        "For students",
        MEASURED,
        format_func=lambda k: f"{MEASURES[k].label}, Year 5",
        key=MEASURE,
        on_change=remember,
        args=(MEASURE,),
    )
    keys = right.multiselect(
        f"Decisions that may be traded, up to {MOST_LEVERS}",
        _TRADED,
        format_func=lambda k: LEVERS[k].label,
        max_selections=MOST_LEVERS,
        key=TRADED,
        on_change=remember,
        args=(TRADED,),
    )
    if not keys:
        st.info("Choose one to three decisions to trade.")
        return
    found = frontier(plan.now, measure, keys)
    label = MEASURES[measure].label
    _caption(
        f"{label} against the Year 5 result",
        f"Each point is a mix of up to nine settings of each lever. Line: mixes that no other beats. Further left: fewer {_noun(label)}.",
    )
    pictured = {**frontier_picture.spec(palette()), "datasets": frontier_picture.data(found, measure)}
    st.vega_lite_chart(
        pictured, theme=None, width="stretch", key="chart-frontier", alt=frontier_picture.alt_text()
    )
    rows = [
        [frontier_picture.mix(found, i), number(found.measure[i], 1), money(found.result[i], plus=True)]
        for i in found.best.tolist()
    ]
    head = ["Mix", label, "Year 5 result"]
    put_markup(
        _against(found, label)
        + _details(f"The {len(rows)} mixes that no other beats", "Trade-off", head, rows, numbers_from=1)
    )


def _noun(label: str) -> str:
    return "students in a class" if label == MEASURES["class_size"].label else "students per adult"


def _against(found: Frontier, label: str) -> Markup:
    if found.is_best:
        return Markup('<p class="soft">No mix of these settings beats this plan on both counts.</p>')
    money_at, pupils_at = found.more_money, found.fewer_pupils
    gain = found.result[money_at] - found.result[0]
    parts = []
    if gain >= 0.5:
        parts.append(
            f"At no more {_noun(label)}, {frontier_picture.mix(found, money_at)} would leave {money(gain)} more in Year 5."
        )
    if number(found.measure[pupils_at], 1) != number(found.measure[0], 1):
        parts.append(
            f"At no worse a result, {frontier_picture.mix(found, pupils_at)} would bring {label.lower()} from "
            f"{number(found.measure[0], 1)} to {number(found.measure[pupils_at], 1)}."
        )
    return Markup().join(Markup("<p>{}</p>").format(p) for p in parts)


def _caption(title: str, note: str) -> None:
    put_markup(Markup('<h2 class="caption">{} <small>{}</small></h2>').format(title, note))


def _details(
    summary: str, caption: str, head: list[str], rows: list[list[str]], numbers_from: int = 99
) -> Markup:
    return Markup("<details><summary>{}</summary>{}</details>").format(
        summary, table(caption, head, rows, numbers_from=numbers_from)
    )
