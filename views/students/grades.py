"""Pupils by grade on the screen: a dialog to count them in, a tab that shows them, and the way back to one number."""

from __future__ import annotations

import re

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Value
from model.grades.cohorts import remarks, spread
from model.lines.grades import trigger_lever, year_1_lever
from model.plan.by_grade import (
    ALL,
    BY_GRADE,
    CHOICE,
    ENTERING,
    ONE_NUMBER,
    any_counted,
    is_by_grade,
    served,
    span,
)
from model.plan.dating import plainest
from model.plan.plan import Plan
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import Projection, project
from model.units import grade, number, positions
from model.years import OPERATING, OPERATING_YEARS
from views.shell import state
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.shell.scale import from_screen, outside, to_screen
from views.students.grade_rows import counts, nearest, picture

LOWEST, TOP, GROWN, PASTE = "grades-lowest", "grades-top", "grades-grown", "grades-paste"
OPEN, PROPOSED = "grades-open", "grades-proposed"
TYPED, DRAWN = "grades-typed", "grades-drawn"  # what each field shows, and which fields the last run drew


def field(lever: str) -> str:
    """The dialog's own widget of a lever."""
    return f"grades-{lever}"


# --- ways in and out -------------------------------------------------------------------------------------------------


def button(place: str) -> None:
    """The way in."""
    st.button(
        "Pupils by grade",
        key=f"grades-ask-{place}",
        on_click=_open,
        icon=":material/table_rows:",
        width="content" if place == "tab" else "stretch",
    )


def way_back(place: str) -> None:
    """One press, and one number counts again. Undo brings the grades back; their counts stay in the plan."""
    st.button(
        "One number again",
        key=f"grades-leave-{place}",
        on_click=_leave,
        width="content" if place == "tab" else "stretch",
    )


def _leave() -> None:
    attempt({CHOICE: ONE_NUMBER})


def _open() -> None:
    plan = state.plan()
    state.note(OPEN, True)
    now = plan.now
    if not is_by_grade(now) and not any_counted(now):
        low, high = plan.facts.lowest_grade, plan.facts.top_grade
        _fill(spread(now, low, high), high)
    else:
        tops = [int(now.number("top_grade", year)) for year in OPERATING]
        _fill({k: x for k, x in now.values.items() if LEVERS[k].panel == "by_grade"}, tops[-1])
    state.accept(PASTE)
    state.prepare(PASTE, "")
    state.keep()


def _fill(values: dict[str, Value], grown: int) -> None:
    """Let the dialog show these values."""
    now = state.plan().now.changed(values)
    state.note(PROPOSED, counts(now))
    state.prepare(LOWEST, int(now.number("lowest_grade")))
    state.prepare(TOP, int(now.number("top_grade")))
    state.prepare(GROWN, grown)
    fields = (x for x in LEVERS.values() if x.panel == "by_grade" and not x.is_choice and x.unit != "grade")
    state.note(TYPED, {x.key: to_screen(x, now.number(x.key)) for x in fields})
    state.note(DRAWN, set())


def _close() -> None:
    state.take(OPEN)
    state.keep()


def is_open() -> bool:
    return bool(state.held(OPEN))


# --- the dialog ------------------------------------------------------------------------------------------------------


@st.dialog("Pupils by grade", width="large", on_dismiss=_close)
def ask() -> None:
    """The dialog. What is typed shows at once as sections and years; the plan changes on *Use it*, and Undo takes it back."""
    plan, drawn = state.plan(), state.held(DRAWN)
    state.note(DRAWN, set())
    with st.container(key="grades-span", horizontal=True):
        _grade(LOWEST, "Lowest grade")
        _grade(TOP, "Top grade in Year 1")
        _grade(GROWN, "Growing a grade a year up to")
    lowest, top = int(state.held(LOWEST)), int(state.held(TOP))
    if top < lowest:
        st.error(f"The top grade ({grade(top)}) lies below the lowest ({grade(lowest)}). Choose another.")
        return
    inside = range(lowest, top + 1)
    with st.container(key="grades-counts"):
        for g in inside:
            _number(drawn, year_1_lever(g), grade(g), said=False)
    st.text_area(
        f"Or paste a row or column of counts, {span(inside)}",
        key=PASTE,
        height=68,
        placeholder="52 48 50 51 49 47",
        on_change=_pasted,
    )
    for problem in state.problems(PASTE):
        st.error(problem)
    ever = range(lowest, max(top, int(state.held(GROWN))) + 1)
    with st.container(key="grades-rules"):
        _number(drawn, ENTERING, f"Entering {grade(lowest).lower()} a year")
        _number(drawn, "retention", "Moving up a grade, %")
        for lever in dict.fromkeys(trigger_lever(g) for g in ever):
            _number(drawn, lever, LEVERS[lever].label)
        _number(drawn, "teachers_per_section", LEVERS["teachers_per_section"].label)
    _answer(plan, inside)


def _grade(widget: str, label: str) -> None:
    st.selectbox(label, ALL, format_func=grade, key=widget, on_change=_span_changed)


def _number(drawn: set[str], lever: str, label: str, *, said: bool = True) -> None:
    """A field. One that the run before did not draw has lost what it held: it shows what was typed in it last."""
    if lever not in drawn:
        state.prepare(field(lever), state.held(TYPED)[lever])
    state.held(TYPED)[lever] = st.number_input(
        label,
        value=None,
        step=to_screen(LEVERS[lever], LEVERS[lever].step or 1.0),
        format="%.12g",
        placeholder="0",
        key=field(lever),
        help=LEVERS[lever].help if said else None,
    )
    state.held(DRAWN).add(lever)


def _span_changed() -> None:
    """Other grades: as long as nobody has typed a count, the pupils are spread anew over them."""
    lowest, top = int(state.held(LOWEST)), int(state.held(TOP))
    if int(state.held(GROWN)) < top:
        state.prepare(GROWN, top)
    now = state.plan().now
    typed = [float(state.held(TYPED)[year_1_lever(g)] or 0) for g in ALL]
    if not is_by_grade(now) and typed == state.held(PROPOSED) and top >= lowest:
        _fill(spread(now, lowest, top), int(state.held(GROWN)))


def _pasted() -> None:
    """A row of counts goes into the fields, or is refused with what is wrong with it."""
    text = str(state.held(PASTE) or "")
    inside = range(int(state.held(LOWEST)), int(state.held(TOP)) + 1)
    parts = [p for p in re.split(r"[\s,;]+", text) if p]
    wrong = [
        f"“{p[:20]}” is not a number of pupils." for p in parts if not re.fullmatch(r"\d{1,4}(\.\d+)?", p)
    ]
    if parts and len(parts) != len(inside):
        wrong.append(
            f"{len(parts)} numbers for {len(inside)} grades ({span(inside)}). Give one for each grade."
        )
    if wrong:
        state.refuse(PASTE, text, wrong)
        return
    state.accept(PASTE)
    if parts:
        for g, part in zip(inside, parts, strict=True):
            state.held(TYPED)[year_1_lever(g)] = float(part)
            state.held(DRAWN).discard(year_1_lever(g))
        state.prepare(PASTE, "")


def _answer(plan: Plan, inside: range) -> None:
    """What the counts come to, or why they cannot be used."""
    typed, missing = _typed(inside)
    if missing:
        st.info(f"Fill in: {', '.join(missing)}.")
        return
    try:
        then = plan.now.changed(typed)
    except ScenarioError as e:
        for p in e.problems:
            lever = LEVERS[p.lever]
            shown = p.value if isinstance(p.value, float) else None
            st.error((outside(lever, to_screen(lever, shown)) if shown is not None else "") or p.message)
        return
    for said in remarks(then):
        st.warning(said)
    p = project([then, plan.now])
    put_markup(_compared(p))
    if st.button("Use it", key="grades-use", disabled=then.values == plan.now.values):
        attempt(typed)
        _close()
        st.rerun()
    put_markup(picture(p, then))


def _compared(p: Projection) -> Markup:
    """Pupils and teachers as typed against the plan as it is, so that a slip shows before it is used."""
    (pupils, before), (teachers, were) = (p[line][:, 1] for line in ("enrollment", "teachers"))
    return Markup(
        '<p class="soft">Year 1 as typed: {} pupils and {} teachers; in the plan now: {} and {}.</p>'
    ).format(number(pupils), positions(teachers), number(before), positions(were))


def _typed(inside: range) -> tuple[dict[str, Value], list[str]]:
    """The values as typed, and the labels of fields that were left empty. An empty count is nobody."""
    last = max(inside[-1], int(state.held(GROWN)))
    typed: dict[str, Value] = {
        CHOICE: BY_GRADE,
        "lowest_grade": float(inside[0]),
        "top_grade": plainest([float(min(inside[-1] + n, last)) for n in range(OPERATING_YEARS)]),
    }
    missing = []
    for lever in (x for x in LEVERS.values() if x.panel == "by_grade" and x.key not in typed):
        shown = state.held(TYPED)[lever.key]
        if lever.unit == "pupils":
            counted = lever.key == ENTERING or lever.key in map(year_1_lever, inside)
            shown = float(shown or 0) if counted else 0.0
        elif shown is None and lever.key in (
            "retention",
            "teachers_per_section",
            *(trigger_lever(g) for g in range(inside[0], last + 1)),
        ):
            missing.append(lever.label)
        if shown is not None:
            typed[lever.key] = _kept(lever.key, from_screen(lever, float(shown)))
    return typed, missing


def _kept(lever: str, typed: float) -> Value:
    """A path of five numbers stays as it is unless its Year 1, which the field shows, was typed over."""
    now = state.plan().now[lever]
    return now if isinstance(now, tuple) and now[0] == typed else typed


# --- the tab ---------------------------------------------------------------------------------------------------------

INVITATION = """
Enrollment is **one number** here that changes by a share each year. When you know how many pupils sit in each grade, count
them by grade: each cohort moves up a year later, new pupils enter below, and a section opens or closes where a grade passes
its class-size trigger.
"""


def grades(plan: Plan, projection: Projection) -> None:
    """Everything of the tab."""
    if not is_by_grade(plan.now):
        st.markdown(INVITATION)
        button("tab")
        return
    for said in remarks(plan.now):
        st.warning(said)
    put_markup(nearest(plan.now) + picture(projection, plan.now))
    with st.container(key="grades-ways", horizontal=True, gap="small"):
        button("tab")
        way_back("tab")


def summary(now: Scenario) -> str:
    """How pupils are counted, for the heading of the levers."""
    inside = served(now, 1)
    where = span(inside) if inside else "no grade"
    return f"By grade, {where}: {number(project([now], only=('enrollment',)).cell('enrollment', 1))} pupils in Year 1."
