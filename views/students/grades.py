"""The tab of students by grade, and the switch back to one number."""

from __future__ import annotations

import streamlit as st

from model.grades.cohorts import remarks
from model.plan.by_grade import CHOICE, ONE_NUMBER, is_by_grade, served, span
from model.plan.scenario import Scenario
from model.results.projection import project
from model.units import number
from views.context import Context
from views.markup.plain_text import plain
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.students.grade_dialog import button
from views.students.grade_rows import nearest, picture

INVITATION = """
Enrollment is **one number** here that changes by a share each year. When you know how many students sit in each grade, count
them by grade: each cohort moves up a year later, new students enter below, and a section opens or closes where a grade passes
its class-size trigger.
"""


def grades(context: Context) -> None:
    """The whole tab."""
    plan = context.plan
    if not is_by_grade(plan.now):
        st.markdown(INVITATION)
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
        "One number again",
        key=f"grades-leave-{place}",
        on_click=_leave,
        width="content" if place == "tab" else "stretch",
    )


def _leave() -> None:
    attempt({CHOICE: ONE_NUMBER})


def summary(now: Scenario) -> str:
    """How students are counted, for the heading of the levers."""
    inside = served(now, 1)
    where = span(inside) if inside else "no grade"
    return f"By grade, {where}: {number(project([now], only=('enrollment',)).cell('enrollment', 1))} students in Year 1."
