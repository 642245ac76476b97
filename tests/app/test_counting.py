"""Counting by grade on the page: one change of facts, which by itself moves nothing."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.plan.sides import side_label
from model.results.projection import project
from model.texts import quoted, say
from tests.app.screen import address, click, htmls, list_changes, move, now, open_app, open_part, plan, run
from views.answer.drawn import drawn
from views.students.grade_fields import widget_of

# A plan of 395 students; one that falls by 3% a year; one that grows by 4%; one with its own path.
PLANS = (
    {"from": "us_elementary.1", "enrollment_year1": "395"},
    {"from": "us_elementary.1", "enrollment_growth": "-0.03"},
    {"from": "chicago_neighborhood_k8.1"},
    {"from": "us_high.1", "enrollment_growth": "0.04", "pupils_per_teacher": "17"},
    {"from": "us_middle.1", "enrollment_growth": "0", "enrollment_year1": "500,450,470,400,420"},
)
LINES = (
    *("enrollment", "teachers", "public_revenue", "personnel", "recurring_cost", "one_time_cost"),
    *("structural_result", "net_position", "fund_balance", "days_of_expenditure"),
)


def counted(**query):
    """*By grade*, *Use it* with nothing typed."""
    app = click(open_part(open_app(**query), "by_grade"), "grades-ask-tab")
    assert say("students.later_same") in "".join(htmls(app))
    return click(app, "grades-use")


@pytest.mark.parametrize("query", PLANS)
def test_nothing_typed_moves_nothing(query):
    """Every dollar, student and position of every year stays; only the sections come in."""
    app = counted(**query)
    before, after = now(open_app(**query)), now(app)
    assert after["enrollment_from"] == "by_grade"
    p = project([before, after])
    for line in LINES:
        assert p.row(line, 0) == p.row(line, 1), line


def test_the_ledger_calls_it_one_change_of_facts():
    """395 students: under what is assumed one row of $0 for the counting, and no decision at all."""
    app = open_part(counted(**PLANS[0]), "effects")
    (ledger,) = [h for h in htmls(app) if say("compare.effects") in h and "<table" in h]
    assert "Count students by" in ledger
    assert "One number → By grade" in ledger
    for no_change in ("Top grade", "Teacher positions per class", "Kindergarten", "Entering"):
        assert no_change not in ledger
    assert say("explain.at_start") in ledger


def test_the_curves_draw_no_ghost_of_it_and_mark_no_year():
    """Own lines and the ghost of the assumptions are as before, where enrollment was moved, too."""
    for query in PLANS:
        before, after = (drawn(plan(app)).pictured for app in (open_app(**query), counted(**query)))
        assert after.plan == before.plan
        ghost = before.beside.assumed or before.plan
        for line in ("enrollment", "public_revenue", "recurring_cost"):
            assert after.beside.assumed[line] == ghost[line], (query, line)
        assert set(*after.beside.marks) <= set(*before.beside.marks)


def test_the_list_of_changes_has_one_row_and_resets_all_of_it():
    app = list_changes(counted(**PLANS[2]))
    rows = [b.key for b in app.button if b.key.startswith("reset-") and b.key != "reset-all"]
    assert rows == ["reset-enrollment_from"]
    click(app, "reset-enrollment_from")
    assert plan(app).now == plan(app).start


def test_the_log_writes_one_line():
    app = open_part(counted(**PLANS[2]), "noted")
    move = say("explain.move", setting="Count students by", before="One number", after="By grade")
    only = say("compare.changed_since_start", changes=move)
    effect = say("compare.changed_in_year5", amount="$0")
    assert f'{only}</p><p class="soft">{effect}</p>' in "".join(htmls(app))


def test_a_decision_made_by_grade_is_still_a_decision():
    """More teachers to a section than the school had: that alone is decided, from what counting had set."""
    app = move(counted(**PLANS[0]), "teachers_per_section", 1.6)
    open_part(app, "effects")
    (ledger,) = [h for h in htmls(app) if say("compare.effects") in h and "<table" in h]
    decided = ledger.split(side_label(True))[1].split(side_label(False))[0]
    assert "Teacher positions per class" in decided
    assert "1.47 → 1.6" in decided
    assert "Enrollment, Year 1" in ledger
    assert "Count students by" not in decided


def test_a_link_by_grade_is_the_same_fact():
    """The address that the page wrote, opened anew: the same ledger and curves."""
    app = counted(**PLANS[2])
    again = open_part(open_app(**address(app)), "effects")
    assert now(again) == now(app)
    (ledger,) = [h for h in htmls(again) if say("compare.effects") in h and "<table" in h]
    assert "Count students by" in ledger
    assert "Top grade" not in ledger


def test_a_school_too_large_for_its_grades_is_told_before():
    """1,500 students in a single grade, which holds 1,000: the dialog compares, and nothing is hidden. It
    keeps the teachers of the plan, 1,500 / 15.1 in halves: 99.5.
    """
    app = click(
        open_part(open_app(**{"from": "us_elementary.1", "enrollment_year1": "1500"}), "by_grade"),
        "grades-ask-tab",
    )
    for widget in ("top", "grown"):
        app.selectbox(key=f"grades-{widget}").set_value(0)
        run(app)
    text = "".join(htmls(app))
    teachers = {"positions": "99.5 positions", "positions_now": "99.5 positions"}
    first = say("students.year1_typed", students="1,000 students", students_now="1,500 students", **teachers)
    assert first in text
    later = {"students": ", ".join(["1,000"] * 4), "teachers": ", ".join(["99.5"] * 4)}
    assert say("students.later_typed", **later) in text


def test_a_count_that_may_be_two_is_asked_in_the_dialog():
    """The fields of grades read as all others do; a text that is no number is refused below them."""
    app = click(open_part(open_app(), "by_grade"), "grades-ask-tab")
    app.text_input(key=widget_of("grade_3_year1")).set_value("61 students")
    app.text_input(key=widget_of("retention")).set_value("97,5 %")
    app.text_input(key=widget_of("grade_k_year1")).set_value("many")
    run(app)
    wrong = say("values.not_a_number", given=quoted("many"), example="0")
    assert [e.value for e in app.error] == [
        say("values.of_setting", setting=LEVERS["grade_k_year1"].label, message=wrong)
    ]
    assert any("97,5 % is read as 97.5%" in c.value for c in app.caption)
    assert not [b for b in app.button if b.key == "grades-use"]
    app.text_input(key=widget_of("grade_k_year1")).set_value("75")
    run(app)
    click(app, "grades-use")
    assert (now(app)["grade_3_year1"], now(app)["retention"]) == (61, 0.975)
