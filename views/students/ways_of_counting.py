"""The two ways of counting by grade in the dialog: students who move up, or a table of five years."""

from __future__ import annotations

import streamlit as st

from model.evidence import LEVERS
from model.grades.grade_table import cohorts_of, table_of
from model.plan.by_grade import BY_GRADE, BY_TABLE, CHOICE, any_counted, is_by_grade, is_table
from model.plan.scenario import ScenarioError
from model.results.counting import even, even_table
from model.texts import say
from model.years import OPERATING_YEARS
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.students import grade_fields, table_fields
from views.students.grade_fields import GROWN, LOWEST, PASTE, TOP, chosen

WAY = "grades-way"
_LABELS = {BY_GRADE: "students.way_cohorts", BY_TABLE: "students.way_table"}


def fill_from_plan() -> None:
    """Let the fields show the plan's grades, or its students spread over the usual ones where it has none."""
    plan = history.plan()
    now = plan.now
    widgets.prepare(WAY, BY_TABLE if is_table(now) else BY_GRADE)
    cohorts = {k: x for k, x in now.values.items() if LEVERS[k].panel == "by_grade"}
    if is_table(now):
        cohorts |= cohorts_of(now)
    if not is_by_grade(now) and not any_counted(now):
        low, high = plan.facts.lowest_grade, plan.facts.top_grade
        grade_fields.fill(even(now, low, high), high)
        table_fields.fill(even_table(now, range(low, high + 1)))
    else:
        grown = now.changed(cohorts).number("top_grade", OPERATING_YEARS)
        grade_fields.fill(cohorts, int(grown))
        table_fields.fill(now.values if is_table(now) else table_of(now.changed({CHOICE: BY_GRADE})))
    for widget in (PASTE, table_fields.PASTE):
        widgets.accept(widget)
        widgets.prepare(widget, "")


def way_field() -> str:
    """Whether students move up from Year 1, or a table holds five years. Returns the choice."""
    way: str | None = st.segmented_control(
        plain(say("students.way")),
        tuple(_LABELS),
        required=True,
        format_func=lambda x: plain(say(_LABELS[x])),
        key=WAY,
        on_change=_way_changed,
    )
    return way or BY_GRADE


def _way_changed() -> None:
    """What was typed in one way is told in the other, so that the change moves nothing."""
    try:
        if widgets.text(WAY) == BY_TABLE:
            _to_table(range(chosen(LOWEST), chosen(TOP) + 1))
        else:
            _to_cohorts(table_fields.inside())
    except ScenarioError:
        return  # what cannot be used in one way cannot be told in the other; it is said where it stands


def _to_table(inside: range) -> None:
    now = history.plan().now
    table_fields.show(inside)
    if not inside:
        return
    if is_by_grade(now) or grade_fields.any_typed():
        table_fields.fill(table_of(now.changed(grade_fields.values_typed(inside)[0])))
    else:
        begun = even_table(now, inside)
        grade_fields.take_over(begun)
        table_fields.fill(begun)


def _to_cohorts(inside: range) -> None:
    for widget, g in ((LOWEST, inside.start), (TOP, inside.stop - 1), (GROWN, inside.stop - 1)):
        widgets.prepare(widget, g)
    if found := cohorts_of(history.plan().now.changed(table_fields.values_typed())):
        grade_fields.take_over(found)
        grade_fields.show(found)
