"""The dialog of students by grade: count the students of each grade, see the results, and use them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Value
from model.grades.cohorts import remarks
from model.lines.grades import trigger_lever, year_1_lever
from model.plan.by_grade import BY_TABLE, ENTERING
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.plan.taken import Remark
from model.results.plan_remarks import plan_remarks
from model.results.projection import Projection, project
from model.texts import listed, say
from model.units import amount, grade, number, positions
from views.context import Context
from views.levers import to_check
from views.markup.plain_text import plain
from views.shell import history
from views.shell.attempt import attempt
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup
from views.shell.typed_fields import Draft, messages_of
from views.students import grade_fields, table_fields
from views.students.grade_fields import GROWN, LOWEST, TOP, chosen, grade_list, number_field
from views.students.grade_rows import picture
from views.students.joining_fields import joining_fields
from views.students.ways_of_counting import fill_from_plan, way_field

KEY = "grades"  # among the dialogs


def button(place: str) -> None:
    """Opens the dialog."""
    st.button(
        plain(say("students.by_grade")),
        key=f"grades-ask-{place}",
        on_click=_open,
        icon=":material/table_rows:",
        width="content" if place == "tab" else "stretch",
    )


def _open() -> None:
    fill_from_plan()
    open_dialog(KEY)


def ask(_: Context) -> None:
    """The dialog. Input is previewed at once; the plan changes on *Use it*, and Undo takes it back."""
    plan = history.plan()
    grade_fields.begin_run()
    if way_field() == BY_TABLE:
        _table(plan)
        return
    with st.container(key="grades-span", horizontal=True):
        grade_list(LOWEST, say("students.lowest_grade"))
        grade_list(TOP, say("students.top_grade"))
        grade_list(GROWN, say("students.growing_to"))
    lowest, top = chosen(LOWEST), chosen(TOP)
    if top < lowest:
        st.error(plain(say("students.top_below_lowest", top=grade(top), lowest=grade(lowest))))
        return
    inside = range(lowest, top + 1)
    with st.container(key="grades-counts"):
        for g in inside:
            number_field(year_1_lever(g), grade(g), said=False)
    grade_fields.paste_field(inside)
    ever = range(lowest, max(top, chosen(GROWN)) + 1)
    with st.container(key="grades-rules"):
        number_field(ENTERING, say("students.entering", grade=grade(lowest)))
        number_field("retention", say("students.moving_up"))
        for lever in dict.fromkeys(trigger_lever(g) for g in ever):
            number_field(lever, LEVERS[lever].label)
        number_field("teachers_per_section", LEVERS["teachers_per_section"].label)
    joining_fields(ever)
    typed, missing = grade_fields.values_typed(inside)
    _answer(plan, grade_fields.drafts(), typed, missing)


def _table(plan: Plan) -> None:
    """The fields of a table of five years, and its results."""
    with st.container(key="grades-span", horizontal=True):
        table_fields.grade_lists()
    inside = table_fields.inside()
    if not inside:
        lowest, top = inside.start, inside.stop - 1
        st.error(plain(say("students.top_below_lowest", top=grade(top), lowest=grade(lowest))))
        return
    table_fields.paste_field()
    st.caption(plain(say("students.five_a_row")))
    with st.container(key="grades-table"):
        table_fields.row_fields(inside)
    rules = (*dict.fromkeys(trigger_lever(g) for g in inside), "teachers_per_section")
    with st.container(key="grades-rules"):
        for lever in rules:
            number_field(lever, LEVERS[lever].label)
    typed, missing = grade_fields.rules_typed(rules)
    drafts = [*table_fields.drafts(), *grade_fields.drafts()]
    _answer(plan, drafts, {**table_fields.values_typed(), **typed}, missing)


def _answer(plan: Plan, fields: list[Draft], typed: dict[str, Value], missing: list[str]) -> None:
    """The results of the counts, or why they cannot be used."""
    messages_of(fields)
    for said in grade_fields.by_year():
        st.caption(plain(said))
    if missing:
        st.info(plain(say("students.fill_in", fields=listed(missing))))
    if missing or any(d.is_wrong for d in fields):
        return
    try:
        then = plan.now.changed(typed)
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    for said in remarks(then):
        st.warning(plain(said))
    found = [r for r in plan_remarks(plan.start, then) if r.lever in typed]
    for remark in found:
        st.warning(plain(to_check.on_page(remark)))
    _presses(plan, typed, found)
    p = project([then, plan.now])
    put_markup(_compared(p))
    if st.button(plain(say("students.use_it")), key="grades-use", disabled=then.values == plan.now.values):
        _use(typed)
    put_markup(picture(p, then))


def _use(changes: Mapping[str, Value]) -> None:
    attempt(changes)
    close_dialog()
    st.rerun()


def _presses(plan: Plan, typed: Mapping[str, Value], found: Iterable[Remark]) -> None:
    """What would let idle settings act: filled in where the dialog has the field, used along otherwise."""
    by_press = {r.press: more for r in found if (more := to_check.offered(plan, r))}
    if not by_press:
        return
    with st.container(horizontal=True, key="grades-presses"):
        for i, (press, more) in enumerate(by_press.items()):
            if grade_fields.holds(more):
                st.button(plain(press), key=f"grades-press-{i}", on_click=grade_fields.fill_in, args=(more,))
            elif st.button(plain(say("students.use_it_with", press=press)), key=f"grades-press-{i}"):
                _use({**typed, **more})


def _compared(p: Projection) -> Markup:
    """Students and teachers as typed beside the present plan, to show mistakes before they are used."""
    (pupils, before), (teachers, were) = (p[line][:, 1] for line in ("enrollment", "teachers"))
    first = say(
        "students.year1_typed",
        students=amount(pupils, "pupils"),
        positions=amount(teachers, "positions"),
        students_now=amount(before, "pupils"),
        positions_now=amount(were, "positions"),
    )
    return Markup('<p class="soft">{} {}</p>').format(first, _later(p))


def _later(p: Projection) -> str:
    """Whether the later years stay as well, or how they differ."""
    if all((p[line][0] == p[line][1]).all() for line in ("enrollment", "teachers")):
        return say("students.later_same")
    (pupils, before), (teachers, were) = (p[line][:, 2:].tolist() for line in ("enrollment", "teachers"))
    typed = say("students.later_typed", students=_list(pupils, number), teachers=_list(teachers, positions))
    now = say("students.later_now", students=_list(before, number), teachers=_list(were, positions))
    return f"{typed} {now}"


def _list(years: Iterable[float], shown: Callable[[float], str]) -> str:
    return ", ".join(map(shown, years))
