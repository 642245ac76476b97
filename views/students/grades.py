"""The tab of students by grade, and the switch back to one number."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.grades.cohorts import remarks
from model.plan.by_grade import CHOICE, ONE_NUMBER, ever_served, is_by_grade, is_table, served, span
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from model.units import amount
from views.context import Context
from views.markup.plain_text import plain
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.students.grade_dialog import button
from views.students.grade_rows import nearest, picture


def grades(context: Context) -> None:
    """The whole tab."""
    plan = context.plan
    if not is_by_grade(plan.now):
        text = Markup("<p>{}</p><p>{}</p>")
        put_markup(text.format(say("students.one_number_now"), say("students.how_grades_work")))
        button("tab")
        return
    for said in remarks(plan.now):
        st.warning(plain(said))
    put_markup(nearest(plan.now) + picture(context.projection, plan.now))
    with st.container(key="grades-ways", horizontal=True, gap="small"):
        button("tab")
        way_back("tab")


def way_back(place: str) -> None:
    """A button to count in one number again. Undo brings the grades back; their counts stay in the plan."""
    st.button(
        plain(say("students.one_number_again")),
        key=f"grades-leave-{place}",
        on_click=_leave,
        width="content" if place == "tab" else "stretch",
    )


def _leave() -> None:
    attempt({CHOICE: ONE_NUMBER})


def summary(now: Scenario) -> str:
    """How students are counted, for the heading of the levers."""
    inside = served(now, 1)
    if not inside:
        return say("students.summary_no_grade")
    students = project([now], only=("enrollment",))
    first, last = (amount(students.cell("enrollment", year), "pupils") for year in (1, 5))
    if is_table(now):
        return say("students.summary_table", grades=span(ever_served(now)), students=first, last=last)
    return say("students.summary", grades=span(inside), students=first)
