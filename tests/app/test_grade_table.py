"""A table of grades by years on the page: pasted, typed, used in one step; the way to cohorts and back."""

from __future__ import annotations

import pytest

from model.evidence import PROGRESSION
from model.explain.ledger import ledger
from model.grades.grade_table import cohorts_of
from model.lines.grades import year_1_lever
from model.results.projection import project
from model.texts import say
from model.units import year_name
from tests.app.screen import (
    address,
    as_read,
    click,
    htmls,
    move,
    now,
    open_app,
    open_panel,
    open_part,
    plan,
    run,
    said,
)
from tests.app.test_grades import dialog, table
from tests.worked.test_grade_table import COHORTS, PETITION, TABLE, TOTALS
from tests.worked.test_pasted_table import pasted
from views.students.table_fields import PASTE, row_text
from views.students.ways_of_counting import WAY

QUERY = {
    "from": "us_elementary.1",
    **{k: row_text(v) if isinstance(v, tuple) else str(v) for k, v in TABLE.items()},
}


def field(app, g):
    return app.text_input(key=f"grades-table-{year_1_lever(g)}")


def in_table(app):
    app.segmented_control(key=WAY).set_value("by_table")
    return run(app)


def paste(app, text):
    app.text_area(key=PASTE).set_value(text)
    return run(app)


def test_nothing_typed_moves_nothing():
    """395 students as a table: one change of facts of $0, no decision, and each year as it was."""
    app = in_table(dialog(enrollment_year1="395"))
    assert say("students.later_same") in "".join(htmls(app))
    assert [field(app, g).value.split(", ")[0] for g in range(6)] == ["66"] * 5 + ["65"]
    click(app, "grades-use")
    assert now(app)["enrollment_from"] == "by_table"
    (row, *others) = [
        e for e in ledger(plan(app).start, now(app)).entries if e.effects[0] or not e.is_decision
    ]
    assert all(e.levers[0].key in ("enrollment_year1", "enrollment_from") for e in (row, *others))
    assert not [e for e in ledger(plan(app).start, now(app)).entries if e.is_decision]
    assert project([now(app)]).row("enrollment")[1:] == [395] * 5


def test_a_pasted_table_fills_the_fields_and_is_used_in_one_step():
    head, totals = "Grade\tY1\tY2\tY3\tY4\tY5", "Total\t438\t678\t797\t950\t1,056"
    app = paste(in_table(dialog()), pasted("\t", head=head, totals=totals))
    assert not app.error
    assert [field(app, g).value for g in range(9)] == [row_text(row) for row in PETITION]
    assert app.text_area(key=PASTE).value == ""
    differs = say("pasted.total_differs", row=11, column="“Y3”", given="797", sum="796")
    assert differs in [as_read(c.value) for c in app.caption]
    click(app, "grades-use")
    assert project([now(app)]).row("enrollment")[1:] == TOTALS
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1"}


def test_bad_cells_are_named_and_what_was_pasted_stays():
    app = paste(in_table(dialog()), "K\tmany\t96\t96\t96\t-1")
    where = {"row": 1, "grade": "Kindergarten"}
    assert [as_read(e.value) for e in app.error] == [
        say("pasted.no_count", **where, column=year_name(1), given="“many”"),
        say("pasted.outside", **where, column=year_name(5), given="“-1”", most="1,000"),
    ]
    assert app.text_area(key=PASTE).value.startswith("K\tmany")
    assert address(app) == {"from": "us_elementary.1"}


def test_a_row_is_typed():
    app = in_table(dialog())
    field(app, 3).set_value("75, 80, 85, 0, 90")
    field(app, 4).set_value("60")
    run(app)
    click(app, "grades-use")
    assert now(app)["grade_3_year1"] == (75, 80, 85, 0, 90)
    assert now(app)["grade_4_year1"] == 60


@pytest.mark.parametrize("text", ["75, many, 85, 80, 80", "75, 80", "1,001, 1, 1, 1, 1"])
def test_a_row_that_cannot_be_read_is_refused(text):
    app = in_table(dialog())
    field(app, 3).set_value(text)
    run(app)
    assert app.error
    assert field(app, 3).value == text
    assert "grades-use" not in [b.key for b in app.button]


def test_from_the_table_to_cohorts_and_back_moves_nothing():
    """The petition as students who move up: 108, 76, 118, 130 join Grade 6, and 36, 36, 36, 48 Grade 7."""
    app = open_part(open_app(**QUERY), "by_grade")
    click(app, "grades-ask-tab")
    app.segmented_control(key=WAY).set_value("by_grade")
    run(app)
    assert app.text_input(key="grades-joining_6").value == "0, 108, 76, 118, 130"
    assert app.text_input(key="grades-joining_7").value == "0, 36, 36, 36, 48"
    assert say("students.later_same") in "".join(htmls(app))
    click(app, "grades-use")
    assert project([now(app)]).row("enrollment")[1:] == TOTALS
    assert cohorts_of(now(app).changed(TABLE))["joining_6"] == COHORTS["joining_6"]
    click(app, "grades-ask-tab")
    in_table(app)
    assert field(app, 6).value == row_text(PETITION[6])


def test_usual_rates_are_filled_in_by_one_press():
    app = dialog()
    click(app, "grades-usual")
    assert app.text_input(key="grades-progression_2").value == "97.6"
    click(app, "grades-use")
    assert now(app)["progression_2"] == PROGRESSION[2].middle == 0.976


def test_the_first_view_has_no_slider_that_moves_nothing():
    app = open_app(**QUERY)
    keys = [s.key for s in app.sidebar.slider]
    assert "lever-teachers_per_section" in keys
    assert not {
        f"lever-{k}" for k in ("enrollment_year1", "enrollment_growth", "entering_pupils", "retention")
    } & {*keys}
    heading = "".join(h.body for h in app.sidebar.get("html"))
    grades = "Kindergarten to Grade 8"
    summary = say("students.summary_table", grades=grades, students="438 students", last="1,056 students")
    assert summary in heading
    before = said(app)
    move(app, "teachers_per_section", 1.5)
    assert said(app) != before


def test_the_tab_shows_the_table_and_the_levers_their_years():
    app = open_part(open_app(**QUERY), "by_grade")
    assert '<span data-explain="grade_6_pupils 2" class="count">132</span>' in table(app)
    app = open_panel(app, "by_grade")
    fields = [t.key for t in app.sidebar.text_input]
    assert "exact-grade_6_year1" in fields
    assert "exact-joining_6" not in fields
    years = say("settings.by_year", values="60, 132, 100, 142, and 154")
    assert any(as_read(c.value).startswith(years) for c in app.sidebar.caption)


def test_the_table_comes_back_after_a_reload():
    app = open_app(**QUERY)
    assert plan(open_app(**address(app))).now == now(app)
