"""The dialog of students by grade: what is unusual is asked back, and what moves nothing gets its press."""

from __future__ import annotations

from model.lines.grades import year_1_lever
from model.texts import say
from tests.app.screen import address, as_read, click, now, open_app, open_part, run
from tests.closed import moves_nothing, press_that_sets
from views.students.grade_fields import widget_of


def dialog(**query):
    return click(open_part(open_app(**query), "by_grade"), "grades-ask-tab")


def typed_in(app, **texts):
    for lever, text in texts.items():
        app.text_input(key=widget_of(lever)).set_value(text)
    return run(app)


def labels(app, beginning: str) -> list[str]:
    return [as_read(b.label) for b in app.button if b.key.startswith(beginning)]


def warned(app) -> list[str]:
    return [as_read(w.value) for w in app.warning]


def press(app, label):
    next(b for b in app.button if as_read(b.label) == label).click()
    return run(app)


def test_an_unusual_value_is_asked_back_before_anything_is_previewed():
    """60% moving up is outside 80% to 110%. Kept: the field shows what it began with. Used: it goes in."""
    app = typed_in(dialog(), retention="60")
    asked = "Students moving up a grade: 60.0% is outside the usual range"
    assert [w.startswith(asked) for w in warned(app)] == [True]
    assert labels(app, "answer-") == ["Use 60.0%", "Keep 100.0%"]
    assert labels(app, "grades-use") == []
    press(app, "Keep 100.0%")
    assert app.text_input(key=widget_of("retention")).value == "100"
    assert not app.warning
    press(typed_in(app, retention="60"), "Use 60.0%")
    assert [w.startswith(asked) for w in warned(app)] == [True]  # it stays in sight
    click(app, "grades-use")
    assert now(app)["retention"] == 0.6


def test_what_the_plan_has_already_is_not_asked_about():
    """60% by a link, shown as it is; another grade is typed, and nobody is asked whether the 60% is meant."""
    app = dialog(
        **{"from": "us_elementary.1", "enrollment_from": "by_grade", "top_grade": "5"}, retention="0.6"
    )
    typed_in(app, grade_k_year1="60")
    assert labels(app, "answer-") == []


def test_counts_of_any_size_are_not_asked_about():
    """How many are usual in a grade follows from the school."""
    app = typed_in(dialog(), grade_3_year1="400")
    assert labels(app, "answer-") == []
    assert labels(app, "grades-use") == [say("students.use_it")]


def test_a_setting_that_moves_nothing_says_why():
    """Nobody in kindergarten to Grade 4 and nobody entering: no student is there to move up.

    No press makes up a count of students. With 75 in kindergarten typed in, 90% of them move up.
    """
    app = dialog()
    begun = address(app)
    empty = {year_1_lever(g): "0" for g in range(5)}
    typed_in(app, **empty, entering_pupils="0", retention="90")
    why = moves_nothing("retention", grade_k_year1="0")
    assert why in warned(app)
    assert labels(app, "grades-press-") == []
    typed_in(app, grade_k_year1="75")
    assert address(app) == begun
    assert why not in warned(app)
    click(app, "grades-use")
    assert (now(app)["grade_k_year1"], now(app)["retention"]) == (75, 0.9)


def test_a_press_can_choose_another_top_grade():
    """Kindergarten alone: nobody moves up while it is the top grade, and one press adds Grade 1."""
    app = dialog()
    for widget in ("grades-top", "grades-grown"):
        app.selectbox(key=widget).set_value(0)
        run(app)
    typed_in(app, retention="90")
    assert moves_nothing("retention", top_grade="Kindergarten") in warned(app)
    press(app, press_that_sets(top_grade="Grade 1"))
    assert app.selectbox(key="grades-top").value == 1
    assert not [w for w in warned(app) if "Retention" in w]


def test_a_move_that_is_locked_is_not_offered():
    app = dialog(**{"from": "us_elementary.1", "locked": "grade_k_year1.mandate"})
    typed_in(app, **{year_1_lever(g): "0" for g in range(5)}, entering_pupils="0", retention="90")
    assert moves_nothing("retention", grade_k_year1="0") in warned(app)
    assert labels(app, "grades-press-") == []
