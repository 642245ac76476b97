"""Events on the screen: responses, the board, an event tried in the plan, the same as curves, the claim."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from model.evidence import STRESS
from model.plan.plan import Plan
from model.plan.responses import changes_of
from model.plan.scenario import ScenarioError
from model.results.rating import Chance, rate
from model.results.rating_in_words import if_things_change, on_paper, together
from model.stress import RESPONSES, Board, Compared, Row, board, claim, shocked, shocks_of
from model.stress.board_in_words import idle_words
from model.stress.contracts_in_words import contracts_words
from model.stress.outside_in_words import outside
from model.texts import by_language, counted, listed, say
from views.charts import plans as picture
from views.charts.multiples import Panel, multiples
from views.markup.plain_text import plain
from views.shell import history, messages, widgets
from views.shell.attempt import attempt, is_again
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.what_if import claim_tables, ranges, size_strip, stress_board

RESPOND, EVERY, CURVES, SHOCK, ADOPT = (
    f"stress-{x}" for x in ("respond", "every", "curves", "shock", "adopt")
)
_WORDS = (
    ("events.word_jobs", "events.word_jobs_text"),
    ("events.word_cut", "events.word_cut_text"),
    ("events.word_short", "events.word_short_text"),
    ("events.word_responses", "events.word_responses_text"),
    ("events.word_without", "events.word_without_text"),
    ("events.word_apply", "events.word_apply_text"),
)


def stress(plan: Plan) -> None:
    """The whole board. Computed again in every run; nothing of a plan is kept."""
    st.subheader(plain(say("events.title")))
    responses = st.pills(
        plain(say("events.respond")),
        list(RESPONSES),
        format_func=lambda key: plain(RESPONSES[key].label),
        selection_mode="multi",
        key=RESPOND,
        on_change=history.mark_due,
        help="\n".join(f"* **{plain(r.label)}.** {plain(r.means)}" for r in RESPONSES.values()),
        persist_state="session",
    )
    shocks = shocks_of(everything=bool(widgets.value(EVERY, bool)))
    found = board(plan.now, responses or (), shocks)
    chances = _chances(plan, found)
    notes = [contracts_words(plan.now, found), idle_words(plan.now, found)]
    lines = Markup().join(Markup('<p class="soft">{}</p>').format(note) for note in notes if note)
    tries = [r for r in found.rows if r.shock and r.plan and r.is_hit]
    more = Markup('<p class="soft">{}</p>').format(say("events.try")) if tries else Markup()
    put_markup(stress_board.summary(found) + lines + stress_board.board_table(found, chances) + more)
    _tries(tries)
    with st.container(horizontal=True, key="stress-more"):
        curves = st.toggle(
            plain(say("events.curves")), key=CURVES, on_change=history.mark_due, persist_state="session"
        )
        st.toggle(
            plain(say("events.every", count=counted(len(STRESS)))),
            key=EVERY,
            on_change=history.mark_due,
            persist_state="session",
        )
    if curves:
        put_markup(_multiples(found))
    if curves or found.responses:
        key = _closer(plan, found, chances)
        if curves and key:
            _curves(found, found.row(key))
    _behind(plan, found)
    put_markup(size_strip.enrollment_strip(plan.now))


def _chances(plan: Plan, found: Board) -> dict[str, Chance]:
    """The plan's chance under each event that applies, and without one; none while the ranges are off."""
    under = found.rated
    chances = ranges.chances([(scenario, plan.facts) for scenario in under.values()])
    return {key: x for key, x in zip(under, chances, strict=True) if isinstance(x, Chance)}


def _tries(rows: Sequence[Row]) -> None:
    """A press for each event that applies: it sets what the event changes, and Undo takes it back."""
    with st.container(horizontal=True, key="stress-tries", vertical_alignment="center", gap="small"):
        for r in rows:
            st.button(plain(r.label), key=f"try-{r.key}", on_click=_try, args=(r,))


def _try(row: Row) -> None:
    """Put an event into the plan, without the responses."""
    shock = STRESS[row.key]
    if is_again(lambda before: before.changed(shocked(before.now, shock).differences(before.now))):
        messages.say(say("events.tried_already", event=_dated(row.key)))
        history.mark_due()
        return
    hit = row.unanswered or row.plan
    if hit and attempt(hit.scenario.differences(history.plan().now)):
        messages.say(say("events.tried", event=_dated(row.key)))


def _multiples(found: Board) -> Markup:
    panels = [
        Panel(r.label, r.plan.results, r.twin.results if r.twin else None) for r in found.rows if r.plan
    ]
    note = say("events.curves_note_responses") if found.responses else say("events.curves_note")
    return Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(
        say("events.curves_title"), note, multiples(panels, palette())
    )


def _curves(found: Board, row: Row) -> None:
    lines = _lines(found, row)
    put_markup(Markup('<h2 class="caption">{}</h2>').format(row.label))
    pictured = {**picture.spec(palette()), "datasets": picture.data(list(lines), list(lines.values()))}
    st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-stress", alt=picture.alt_text())


def _lines(found: Board, row: Row) -> dict[str, tuple[float, ...]]:
    """The curves of one event by their names."""
    calm = found.rows[0].plan
    twin = say("events.line_twin_answered") if row.unanswered else say("events.line_twin")
    named = {
        say("events.line_calm"): calm,
        say("events.line_plan"): row.unanswered or row.plan,
        say("events.line_answered"): row.plan if row.unanswered else None,
        twin: row.twin,
    }
    return {name: o.results for name, o in named.items() if o is not None}


def _closer(plan: Plan, found: Board, chances: dict[str, Chance]) -> str | None:
    """The choice of an event to look at, its rating, and the button that makes the responses the plan."""
    keys = [r.key for r in found.rows if r.shock and r.plan]
    with st.container(horizontal=True, vertical_alignment="bottom", key="stress-closer"):
        key: str | None = st.selectbox(
            plain(say("events.one")),
            keys,
            format_func=_dated,
            key=SHOCK,
            on_change=history.mark_due,
            persist_state="session",
        )
        if found.responses and key:
            st.button(
                plain(say("events.adopt")),
                key=ADOPT,
                on_click=_adopt,
                args=(plan, found.responses, key),
                help=plain(say("events.adopt_help")),
            )
    if key and key in chances:
        put_markup(Markup('<p class="soft">{}</p>').format(_rated(found.row(key), chances[key])))
    for problem in widgets.problems(ADOPT):
        st.error(plain(problem))
    return key


def _rated(row: Row, chance: Chance) -> str:
    assert row.plan
    rating = rate(row.plan.verdict, chance)
    if rating.is_sustainable:
        return say("events.under_sustainable", event=_dated(row.key), rating=together(rating))
    return say("events.under", event=_dated(row.key), paper=on_paper(rating), tested=if_things_change(rating))


def _dated(key: str) -> str:
    label, years = STRESS[key].label, STRESS[key].years
    if len(years) == 1:
        return say("events.dated", event=label, year=years[0])
    return say("events.dated_years", event=label, first=years[0], last=years[-1])


def _adopt(plan: Plan, responses: tuple[str, ...], key: str) -> None:
    """Set the levers of the responses. They are then removed from the board, or they would count twice."""
    made = listed(RESPONSES[r].label for r in responses)
    changes = changes_of(plan.now, responses, STRESS[key].years)
    try:
        history.change(changes)
    except ScenarioError as e:
        widgets.refuse(ADOPT, None, list(dict.fromkeys(map(outside, e.problems))))
        history.mark_due()
        return
    widgets.accept(ADOPT)
    widgets.prepare(RESPOND, [])
    if not changes:
        messages.say(say("events.adopted_nothing", responses=made))
        return
    messages.say(say("events.adopted", event=_dated(key), responses=made))


def _behind(plan: Plan, found: Board) -> None:
    study = _study()
    put_markup(Markup("<h3>{}</h3>{}").format(say("events.study"), claim_tables.claim_lead(study)))
    tested = st.expander(plain(say("events.claim_box")), key="stress-claim", on_change=history.mark_due)
    if tested.open:
        with tested:
            put_markup(claim_tables.claim_details(study))
    box = st.expander(plain(say("events.words_box")), key="stress-words", on_change=history.mark_due)
    if box.open:
        with box:
            st.markdown("\n".join(f"* **{plain(say(head))}:** {plain(say(text))}" for head, text in _WORDS))
            if found.twin is not None:
                put_markup(stress_board.twin_table(plan.now, found.twin))


@by_language
def _study() -> dict[str, list[Compared]]:
    """The six schools are constants, the same for everybody; no plan is involved."""
    return claim()
