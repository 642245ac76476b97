"""The stress board on the screen: shocks, responses, the board, the same as curves, and the study's claim."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from model.evidence import STRESS
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.stress import READINGS, RESPONSES, Board, Compared, Row, board, claim, shocks_of
from model.stress.responses import changes_of
from views.charts import plans as picture
from views.charts.multiples import Panel, multiples
from views.markup.plain_text import plain
from views.shell import history, messages, widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.what_if import stress_board

RESPOND, EVERY, CURVES, SHOCK, ADOPT = (
    f"stress-{x}" for x in ("respond", "every", "curves", "shock", "adopt")
)


def stress(plan: Plan) -> None:
    """The whole board. Computed again in every run; nothing of a plan is kept."""
    st.subheader("If it comes: the stress board")
    responses = st.pills(
        "What we would do while it lasts",
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
    idle = [RESPONSES[r].label for r in found.responses if not changes_of(plan.now, [r], range(1, 6))]
    notes = (
        Markup('<p class="soft">Changes nothing in this plan: {}.</p>').format(", ".join(idle))
        if idle
        else ""
    )
    put_markup(stress_board.summary(found) + notes + stress_board.board_table(found))
    with st.container(horizontal=True, key="stress-more"):
        curves = st.toggle("As curves", key=CURVES, on_change=history.mark_due, persist_state="session")
        st.toggle(
            f"All {len(STRESS)} documented shocks",
            key=EVERY,
            on_change=history.mark_due,
            persist_state="session",
        )
    if curves:
        put_markup(_multiples(found))
    if curves or found.responses:
        key = _closer(plan, found)
        if curves and key:
            _curves(found, found.row(key))
    _behind(plan, found)


def _multiples(found: Board) -> Markup:
    panels = [
        Panel(r.label, r.plan.results, r.twin.results if r.twin else None) for r in found.rows if r.plan
    ]
    answer = ", both with the responses" if found.responses else ""
    return Markup(
        '<h2 class="caption">Left over or short each year <small>Without grants, Years 1 to 5, one scale. Solid: my plan. '
        "Dashed: its twin without the model{}.</small></h2>{}"
    ).format(answer, multiples(panels, palette()))


def _curves(found: Board, row: Row) -> None:
    lines = _lines(found, row)
    put_markup(Markup('<h2 class="caption">{}</h2>').format(row.label))
    pictured = {**picture.spec(palette()), "datasets": picture.data(list(lines), list(lines.values()))}
    st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-stress", alt=picture.alt_text())


def _lines(found: Board, row: Row) -> dict[str, tuple[float, ...]]:
    """The curves of one shock by their names."""
    calm = found.rows[0].plan
    named = {
        "My plan, no shock": calm,
        "My plan": row.unanswered or row.plan,
        "My plan with the responses": row.plan if row.unanswered else None,
        "Its twin with the responses" if row.unanswered else "Its twin": row.twin,
    }
    return {name: o.results for name, o in named.items() if o is not None}


def _closer(plan: Plan, found: Board) -> str | None:
    """The choice of a shock to look at, and the button to make the responses to it part of the plan."""
    keys = [r.key for r in found.rows if r.shock and r.plan]
    with st.container(horizontal=True, vertical_alignment="bottom", key="stress-closer"):
        key: str | None = st.selectbox(
            "One shock",
            keys,
            format_func=_dated,
            key=SHOCK,
            on_change=history.mark_due,
            persist_state="session",
        )
        if found.responses and key:
            st.button(
                "Make the responses my plan",
                key=ADOPT,
                on_click=_adopt,
                args=(plan, found.responses, key),
                help="Sets the levers of the responses in the years of this shock. The shock itself stays out of the plan.",
            )
    for problem in widgets.problems(ADOPT):
        st.error(plain(problem))
    return key


def _dated(key: str) -> str:
    years = STRESS[key].years
    when = f"Year {years[0]}" if len(years) == 1 else f"Years {years[0]} to {years[-1]}"
    return f"{STRESS[key].label} ({when})"


def _adopt(plan: Plan, responses: tuple[str, ...], key: str) -> None:
    """Set the levers of the responses. They are then removed from the board, or they would count twice."""
    made = ", ".join(RESPONSES[r].label.lower() for r in responses)
    changes = changes_of(plan.now, responses, STRESS[key].years)
    try:
        history.change(changes)
    except ScenarioError as e:
        widgets.refuse(ADOPT, None, [p.on_page for p in e.problems])
        history.mark_due()
        return
    widgets.accept(ADOPT)
    widgets.prepare(RESPOND, [])
    if not changes:
        messages.say(f"Nothing changed: {made} does nothing in this plan.")
        return
    messages.say(f"Now in your plan, for {_dated(key)}: {made}. The shock itself is not. Undo takes it back.")


def _behind(plan: Plan, found: Board) -> None:
    study = _study()
    put_markup(Markup("<h3>The study's claim, computed</h3>{}").format(stress_board.claim_lead(study)))
    with st.expander("How the claim is defined, shock by shock"):
        put_markup(stress_board.claim_table(study))
    box = st.expander("The twin and the words of the board", key="stress-words", on_change=history.mark_due)
    if box.open:
        with box:
            st.markdown(stress_board.WORDS)
            if found.twin is not None:
                put_markup(stress_board.twin_table(plan.now, found.twin))


@cache
def _study() -> dict[str, list[Compared]]:
    """The six schools are constants, the same for everybody; no plan is involved."""
    return {key: claim(key) for key in READINGS}
