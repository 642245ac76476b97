"""Students by grade on the page: the dialog that counts them, the tab, the levers used, the way back."""

from __future__ import annotations

import pytest

from exchange import link
from model.evidence import LEVERS, PRESETS
from model.grades.cohorts import steps
from model.lines.grades import year_1_lever
from model.plan.facts import of_preset
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.results.counting import even
from model.results.projection import project
from model.texts import say
from tests.app.screen import (
    FRONT,
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
    type_in,
)
from tests.first_versions import first_version
from views.levers.controls import INSTEAD
from views.students.grade_fields import widget_of

COUNTS = (52, 48, 56, 57, 61, 58)  # kindergarten to Grade 5
SCHOOL = {
    "from": "us_elementary.1",
    "enrollment_from": "by_grade",
    "top_grade": "5",
    **{year_1_lever(g): str(n) for g, n in enumerate(COUNTS)},
    "entering_pupils": "50",
}


def dialog(**query):
    """The page with the dialog open, by the button of the tab."""
    app = open_app(**query)
    return click(open_part(app, "by_grade"), "grades-ask-tab")


def tab(**query):
    app = open_app(**query)
    return open_part(app, "by_grade")


def table(app) -> str:
    (found,) = [h for h in htmls(app) if say("students.grades_table") in h]
    return found


def shown(app) -> list[float]:
    return [float(app.text_input(key=widget_of(year_1_lever(g))).value) for g in range(6)]


def test_the_dialog_begins_with_the_plans_pupils_spread_evenly():
    """450 students over kindergarten to Grade 5: 75 each; 30 teachers stay 30. Nothing has changed yet."""
    app = dialog()
    assert shown(app) == [75] * 6
    same = {"students": "450 students", "positions": "30 positions"}
    typed = say("students.year1_typed", **same, **{f"{k}_now": v for k, v in same.items()})
    assert typed in "".join(htmls(app))
    assert address(app) == {"from": "us_elementary.1"}


def test_counts_are_typed_and_used_in_one_step():
    app = dialog()
    for g, n in enumerate(COUNTS):
        app.text_input(key=widget_of(year_1_lever(g))).set_value(str(n))
    run(app)
    assert "332 students" in "".join(htmls(app))
    click(app, "grades-use")
    assert [now(app)[year_1_lever(g)] for g in range(7)] == [*COUNTS, 0]
    assert now(app)["enrollment_from"] == "by_grade"
    assert (now(app)["lowest_grade"], now(app)["top_grade"]) == (0, 5)
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1"}


@pytest.mark.parametrize(
    "typed",
    ["52 48 56 57 61 58", "52\t48\t56\t57\t61\t58", "52\n48\n56\n57\n61\n58\n", "52, 48; 56,57,61,58"],
)
def test_a_row_or_column_can_be_pasted(typed):
    """As a sheet gives it, with tabs or one a line, or as people write it."""
    app = dialog()
    app.text_area(key="grades-paste").set_value(typed)
    run(app)
    assert shown(app) == list(COUNTS)
    assert app.text_area(key="grades-paste").value == ""
    assert not app.error


def test_what_cannot_be_pasted_stays_and_everything_wrong_is_said():
    app = dialog()
    app.text_area(key="grades-paste").set_value("52 many 56 -3")
    run(app)
    errors = " ".join(as_read(e.value) for e in app.error)
    assert say("students.no_count", typed="many") in errors
    assert say("students.no_count", typed="-3") in errors
    assert say("students.wrong_count", count=6, given=4, grades="Kindergarten to Grade 5") in errors
    assert app.text_area(key="grades-paste").value == "52 many 56 -3"
    assert shown(app) == [75] * 6


def test_other_grades_spread_the_pupils_anew_until_a_count_is_typed():
    """450 over nine grades are 50 each; after a typed count the others stay as they are."""
    app = dialog()
    app.selectbox(key="grades-top").set_value(8)
    run(app)
    assert shown(app) == [50] * 6
    app.text_input(key=widget_of("grade_3_year1")).set_value("61")
    run(app)
    app.selectbox(key="grades-top").set_value(5)
    run(app)
    assert shown(app) == [50, 50, 50, 61, 50, 50]


def test_a_school_that_grows_a_grade_a_year():
    """Grade 6 in Year 1, up to Grade 8: 6, 7, 8, 8, 8."""
    app = dialog()
    for widget, g in (("lowest", 6), ("top", 6), ("grown", 8)):
        app.selectbox(key=f"grades-{widget}").set_value(g)
        run(app)
    app.text_input(key=widget_of("grade_6_year1")).set_value("60")
    app.text_input(key=widget_of("entering_pupils")).set_value("60")
    run(app)
    click(app, "grades-use")
    assert now(app)["top_grade"] == (6, 7, 8, 8, 8)
    assert project([now(app)]).row("enrollment")[1:] == [60, 120, 180, 180, 180]


def test_what_cannot_be_is_refused_in_words():
    """A top grade below the lowest; a share outside what is possible; a field left empty. The plan stays."""
    app = dialog()
    app.selectbox(key="grades-lowest").set_value(9)
    run(app)
    below = say("students.top_below_lowest", top="Grade 5", lowest="Grade 9")
    assert as_read(app.error[0].value) == below
    app.selectbox(key="grades-lowest").set_value(0)
    run(app)
    assert shown(app) == [75] * 6  # what was typed is not lost by a slip
    app.text_input(key=widget_of("retention")).set_value("900")
    run(app)
    assert "900.0% is outside" in app.error[0].value
    app.text_input(key=widget_of("retention")).set_value("")
    run(app)
    missing = say("students.fill_in", fields=LEVERS["retention"].label)
    assert missing in [as_read(i.value) for i in app.info]
    assert address(app) == {"from": "us_elementary.1"}


def test_a_path_by_year_survives_the_dialog():
    """Entry by year is shown as Year 1's number; used unchanged, the five numbers stay."""
    app = dialog(**{**SCHOOL, "entering_pupils": "50,49,48,47,46"})
    app.text_input(key=widget_of("grade_3_year1")).set_value("60")
    run(app)
    click(app, "grades-use")
    assert now(app)["entering_pupils"] == (50, 49, 48, 47, 46)
    assert now(app)["grade_3_year1"] == 60


def test_the_tab_shows_pupils_sections_and_what_opens_and_closes():
    """57 in Grade 3 at a trigger of 28 are 3 sections; in Year 2 the 56 of Grade 2 come, and one closes."""
    app = tab(**SCHOOL)
    assert '<span data-explain="grade_3_pupils 1" class="count">57</span>' in table(app)
    assert say("students.classes", count=3) in table(app)
    assert say("students.closes", count=1) in table(app)
    assert say("students.opens", count=1) in table(app)
    nearest = "".join(h for h in htmls(app) if 'class="steps"' in h)
    assert str(steps(now(app))[0]) in nearest
    pay = say("students.pay_changes", pay="+$103,363", count=1, funding="+$11,600")
    assert f"{say('students.opens_in', count=1, grade='Grade 2')} {pay}" in nearest


def test_the_tab_invites_who_counts_by_one_number():
    app = tab()
    assert [h for h in htmls(app) if say("students.one_number_now") in h]
    assert not [h for h in htmls(app) if say("students.grades_table") in h]


def test_an_empty_school_is_said():
    """By grade without a count, straight from the address: the page stands and says what is missing."""
    app = tab(**{"from": "us_elementary.1", "enrollment_from": "by_grade"})
    assert [w.value for w in app.warning] == [say("students.nobody_counted")]


def test_levers_of_the_first_view_stand_in_for_those_set_aside():
    """No slider in sight is without effect, and the heading says how students are counted."""
    app = open_app(**SCHOOL)
    keys = [s.key.removeprefix("lever-") for s in app.sidebar.slider]
    assert keys == [INSTEAD.get(k, k) for k in FRONT]
    heading = "".join(h.body for h in app.sidebar.get("html"))
    summary = say("students.summary", grades="Kindergarten to Grade 5", students="332 students")
    assert summary in heading
    before = said(app)
    move(app, "entering_pupils", 80)
    assert said(app) != before
    assert say("answer.range_by_grade") in said(app)


def test_one_press_leads_back_to_one_number():
    """The plan is as one number gave it; the counts stay for another day, and Undo brings the grades back."""
    app = open_app(**SCHOOL)
    click(app, "grades-leave-front")
    assert now(app)["enrollment_from"] == "one_number"
    assert now(app)["grade_3_year1"] == 57
    assert "$35,966" in said(app)
    assert [s.key for s in app.sidebar.slider] == [f"lever-{k}" for k in FRONT]
    click(app, "undo")
    assert now(app)["enrollment_from"] == "by_grade"


def test_a_lever_says_what_one_pupil_does():
    """In the group of the grades the step stands under each count; elsewhere a lever set aside says so."""
    app = open_panel(open_app(**SCHOOL), "enrollment", "by_grade")
    captions = [as_read(c.value) for c in app.sidebar.caption]
    for step in ("grade_2_year1", "grade_4_year1", "entering_pupils"):
        nearest = next(s for s in steps(now(app)) if s.lever == step)
        assert str(nearest) in captions
    assert captions.count(say("settings.set_aside")) == 2  # enrollment and its change
    type_in(app, "grade_2_year1", 57)
    closes = say("students.closes_in", count=1, grade="Grade 2")
    assert any(as_read(c.value).startswith(closes) for c in app.sidebar.caption)


def test_a_decision_without_a_part_cannot_be_dated():
    """By grade the one number is not offered, nor the grades where one number counts."""
    for query, there, gone in (
        (SCHOOL, "entering_pupils", "enrollment_year1"),
        ({}, "enrollment_year1", "entering_pupils"),
    ):
        app = click(open_app(**query), "date")
        options = app.selectbox(key="date-lever").options
        assert any(LEVERS[there].label in x for x in options)
        assert not any(x.endswith(f": {LEVERS[gone].label}") for x in options)


def test_lines_of_the_grades_are_listed_only_by_grade():
    for query, listed in ((SCHOOL, True), ({}, False)):
        app = open_app(**query)
        open_part(app, "lines")
        assert any("Grade 3: classes" in h for h in htmls(app)) is listed


def test_the_bar_of_a_room_holds_levers_that_move_something():
    """The usual bar, and one that names a lever and the one that stands in for it: each once."""
    app = open_app(**SCHOOL, show="present")
    assert [s.key for s in app.slider] == [
        "lever-entering_pupils",
        "lever-teachers_per_section",
        "lever-teacher_leaders",
    ]
    app = open_app(**SCHOOL, show="present", levers="enrollment_year1,entering_pupils,contact_ratio")
    assert [s.key for s in app.slider] == ["lever-entering_pupils", "lever-contact_ratio"]
    assert app.slider(key="lever-contact_ratio").label == "Share of paid time spent teaching (set aside)"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_begins_with_its_own_grades(preset):
    """An even start over the grades that its name speaks of keeps students and teachers of Year 1."""
    one = Scenario.preset(preset)
    school = of_preset(preset)
    counted = one.changed(even(one, school.lowest_grade, school.top_grade))
    p = project([one, counted])
    assert (p["enrollment"][0, 1], p["teachers"][0, 1]) == (p["enrollment"][1, 1], p["teachers"][1, 1])


def test_a_link_with_thirteen_counts_is_short_enough_and_comes_back():
    """Every grade, entry and retention by year: well below what a picture code holds."""
    large = first_version("chicago_large_k8")
    start = Scenario.preset(large)
    full = start.changed(
        {
            **even(start, 0, 12),
            **{year_1_lever(g): 71.0 + g for g in range(13)},
            "entering_pupils": (70, 71, 72, 73, 74),
            "retention": (1, 0.97, 0.96, 0.98, 0.95),
        }
    )
    written = link.address_of(begun_from(large, start, full), "https://school.example/")
    assert len(written) < link.LONGEST / 3
    opened = link.opened(written)
    assert (opened.problems, opened.plan.now) == ((), full)


def test_the_plan_comes_back_after_a_reload():
    app = open_app(**SCHOOL)
    assert plan(open_app(**address(app))).now == now(app)
