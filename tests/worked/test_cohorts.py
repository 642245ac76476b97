"""What is said about grades: steps at a trigger, remarks, an even start, and the levers that a choice sets
aside.
"""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.explain.changes import changes
from model.explain.ledger import ledger
from model.grades.cohorts import Row, remarks, rows, steps
from model.lines.grades import NOT_IN_YEAR_1, year_1_lever
from model.lines.worksheet import BOOK
from model.plan.by_grade import BY_TABLE, CHOICE, ever_served, served
from model.plan.in_play import set_aside_by
from model.plan.scenario import Scenario, setting_name
from model.results.counting import even, same_school, under_assumptions
from model.results.idle_settings import idle_remarks
from model.results.projection import project
from model.texts import counted, say
from tests.closed import moves_nothing
from tests.first_versions import FIRST
from tests.worked.school import PLAIN
from tests.worked.test_grades import SMALL

MINUS = "\N{MINUS SIGN}"

SCHOOL = PLAIN.changed(SMALL)  # three grades of 25 at a trigger of 25


def said(scenario: Scenario) -> list[str]:
    return [str(s) for s in steps(scenario)]


def test_a_step_up_in_every_grade():
    """Full sections everywhere: one student more opens one in each grade and among those who enter, at
    $60,000 and $10,000.
    """
    found = steps(SCHOOL)
    up = [s for s in found if s.pupils > 0]
    assert [(s.lever, s.grade, s.year, s.pupils) for s in up] == [
        ("grade_k_year1", 0, 1, 1),
        ("grade_1_year1", 1, 1, 1),
        ("grade_2_year1", 2, 1, 1),
        ("entering_pupils", 0, 2, 1),
    ]
    assert [(s.positions, s.pay, s.revenue) for s in up] == [(1, pytest.approx(60_000), 10_000)] * 4
    down = [s for s in found if s.pupils < 0]
    assert [s.pupils for s in down] == [-25] * 4  # the only section of a grade closes when nobody is left
    assert [(s.positions, s.pay, s.revenue) for s in down] == [(-1, pytest.approx(-60_000), -250_000)] * 4


def test_the_sentence_of_a_step():
    """20 in kindergarten: 6 more open a section, 20 fewer close it. 27 in Grade 1: 24 more, or 2 fewer."""
    found = said(SCHOOL.changed(grade_k_year1=20, grade_1_year1=27))
    pay = say("students.pay_changes", pay="+$60,000", count=counted("1"), funding="+$10,000")
    assert found[0] == f"{say('students.opens_in', count=1, grade='Grade 2')} {pay}"
    entering = say("students.opens_entering", count=1, grade="Kindergarten", year="Year 2")
    assert found[1] == f"{entering} {pay}"
    assert found[2].startswith(say("students.closes_in", count=2, grade="Grade 1"))
    assert f"{MINUS}$60,000" in found[2]
    assert found[3].startswith(say("students.opens_in", count=6, grade="Kindergarten"))
    assert any(x.startswith(say("students.opens_in", count=24, grade="Grade 1")) for x in found)


def test_half_positions_and_none():
    """At 1.5 a section 4.5 positions become 6: 1.5 more, $90,000. At 0.1 half a position stays: nothing."""
    more = say("students.pay_changes", pay="+$90,000", count=counted("1.5"), funding="+$10,000")
    assert said(SCHOOL.changed(teachers_per_section=1.5))[0].endswith(more)
    none = said(SCHOOL.changed(teachers_per_section=0.1))[0]
    assert none.endswith(say("students.pay_stays", funding="+$10,000"))


def test_an_empty_grade_is_opened_by_one_and_cannot_close():
    found = [s for s in steps(SCHOOL.changed(grade_k_year1=0)) if s.lever == "grade_k_year1"]
    assert [s.pupils for s in found] == [1]


def test_a_step_is_what_the_model_says_with_that_many_pupils():
    """Set each step's students, and the section is there or gone; one student less and it is not."""
    school = SCHOOL.changed(grade_k_year1=20, grade_1_year1=27, grade_2_year1=50)
    before = project([school]).cell("sections", 1)
    for s in (s for s in steps(school) if s.year == 1):
        pupils = school.number(s.lever)
        nearly = pupils + s.pupils - (1 if s.pupils > 0 else -1)
        p = project([school.changed({s.lever: pupils + s.pupils}), school.changed({s.lever: nearly})])
        assert p.cell("sections", 1, 0) - before == (1 if s.pupils > 0 else -1)
        assert p.cell("sections", 1, 1) == before


def test_no_steps_without_grades():
    assert steps(PLAIN) == []
    assert steps(SCHOOL.changed(lowest_grade=2, top_grade=1)) == []


def test_rows_say_which_sections_open_and_close():
    """27 in Grade 1 of Year 1 move up as two sections and leave."""
    school = SCHOOL.changed(grade_1_year1=27)
    assert rows(project([school]), school) == [
        Row(0, (25,) * 5, (1,) * 5, (0,) * 5),
        Row(1, (27, 25, 25, 25, 25), (2, 1, 1, 1, 1), (0, -1, 0, 0, 0)),
        Row(2, (25, 27, 25, 25, 25), (1, 2, 1, 1, 1), (0, 1, -1, 0, 0)),
    ]


def test_grades_served_by_year():
    growing = SCHOOL.changed(lowest_grade=6, top_grade=(6, 7, 8, 8, 8))
    assert [list(served(growing, y)) for y in (1, 2, 3)] == [[6], [6, 7], [6, 7, 8]]
    assert ever_served(growing) == [6, 7, 8]
    assert ever_served(SCHOOL.changed(lowest_grade=5, top_grade=4)) == []


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, []),
        (
            dict.fromkeys(("grade_k_year1", "grade_1_year1", "grade_2_year1"), 0),
            [("students.nobody_counted", {})],
        ),
        (
            {"grade_9_year1": 30, "grade_12_year1": 7},
            [
                (
                    "students.left_out",
                    {"grades": "Kindergarten to Grade 2", "outside": "Grade 9 (30) and Grade 12 (7)"},
                )
            ],
        ),
        ({"entering_pupils": 0}, [("students.nobody_enters", {})]),
        (
            {"entering_pupils": (0, 5, 0, 5, 0)},
            [("students.nobody_enters_in", {"years": "Year 3 and Year 5"})],
        ),
        (
            {"lowest_grade": 2, "top_grade": (2, 1, 2, 2, 2)},
            [
                ("students.no_grade_in", {"years": "Year 2"}),
                (
                    "students.left_out",
                    {"grades": "Grade 2", "outside": "Kindergarten (25) and Grade 1 (25)"},
                ),
            ],
        ),
        ({"lowest_grade": 2, "top_grade": 1}, [("students.no_grade_ever", {})]),
    ],
)
def test_remarks(changes, wanted):
    """Everything that a reader would wonder about is said, and nothing else."""
    assert remarks(SCHOOL.changed(changes)) == [say(key, **values) for key, values in wanted]


def test_one_number_has_no_remarks():
    assert remarks(PLAIN.changed({**SMALL, "enrollment_from": "one_number", "entering_pupils": 0})) == []


@pytest.mark.parametrize("preset", FIRST)
def test_an_even_start_keeps_pupils_and_teachers(preset):
    """Spread over K to 8: every result of every year stays as it was, students and teachers among them."""
    one = Scenario.preset(preset)
    counted = one.changed(even(one, 0, 8))
    p = project([one, counted])
    for line in ("enrollment", "teachers", "public_revenue", "recurring_cost", "fund_balance"):
        assert p.row(line, 0) == p.row(line, 1), line
    assert remarks(counted) == []


def test_an_even_start_by_hand():
    """100 students and 10 teachers over three grades: 34, 33, 33; two sections each at 25, so 10/6 positions,
    down to 1.6666. The 33, 33 and 34 who leave are replaced one by one, and then the first 33 again.
    """
    found = even(PLAIN.changed(class_size_trigger_1_3=25), 0, 2)
    assert [found[year_1_lever(g)] for g in range(4)] == [34, 33, 33, 0]
    assert found["entering_pupils"] == (33, 33, 33, 34, 33)
    assert found["retention"] == 1
    assert found["teachers_per_section"] == 1.6666


def test_a_falling_school_takes_in_fewer_and_no_pupil_is_lost():
    """100, 90, 81, 73 and 66 students in three grades of 34, 33 and 33: 100 - 33 + 23 = 90, 90 - 33 + 24 =
    81, 81 - 34 + 26 = 73, and 73 - 23 + 16 = 66 when those 23 leave. Ten teachers a hundred students, to the
    half.
    """
    one = PLAIN.changed(enrollment_growth=-0.1)
    found = even(one, 0, 2)
    assert found["entering_pupils"] == (23, 23, 24, 26, 16)
    p = project([one, one.changed(found)])
    assert p.row("enrollment", 1)[1:] == [100, 90, 81, 73, 66]
    assert p.row("teachers", 0) == p.row("teachers", 1)


def test_a_school_that_halves_lets_fewer_move_up():
    """100 and 50 students in 13 grades of 8 or 7: even with nobody entering 93 would be left, so that half of
    each grade moves up.
    """
    one = PLAIN.changed(enrollment_growth=(0, -0.5, 0, 0, 0))
    found = even(one, 0, 12)
    assert isinstance(found["retention"], tuple)
    assert found["retention"][1:] == (0.5, 1, 1, 1)
    assert same_school(one, one.changed(found))


def test_a_school_too_large_for_its_grade_is_not_the_same():
    """1,500 students in one grade, which holds 1,000 at most."""
    one = PLAIN.changed(enrollment_year1=1500)
    assert not same_school(one, one.changed(even(one, 6, 6)))


def test_levers_that_counting_by_grade_sets_aside():
    """Found in the equations: the five that one number needs, against the whole panel of the grades, and
    rates by grade span. A table needs nothing of what leads from one year to the next.
    """
    panel = {k for k, x in LEVERS.items() if x.panel == "by_grade"} - {CHOICE}
    assert set_aside_by(CHOICE, PLAIN) == {*panel, "funding_rates"}
    table = SCHOOL.changed({CHOICE: BY_TABLE})
    of_cohorts = {"lowest_grade", "top_grade", *NOT_IN_YEAR_1}
    assert set_aside_by(CHOICE, table) == {*of_cohorts, *set_aside_by(CHOICE, SCHOOL)}
    assert set_aside_by(CHOICE, SCHOOL) == {
        "enrollment_year1",
        "enrollment_growth",
        "pupils_per_teacher",
        "forecast_enrollment",
        "forecast_enrollment_each_year",
        "contact_ratio",
    }


def test_a_lever_that_is_set_aside_moves_nothing():
    """Each of them, moved to its other end, moves no line but the factor, which nobody uses then."""
    for scenario in (PLAIN, SCHOOL):
        for key in set_aside_by(CHOICE, scenario):
            lever = LEVERS[key]
            p = project(
                [scenario, scenario.changed({key: lever.choices[-1] if lever.is_choice else lever.bounds[1]})]
            )
            moved = {k for k in BOOK.lines if p.row(k, 0) != p.row(k, 1)}
            assert moved <= {"enrollment_factor"}, key


def test_a_change_that_has_no_part_is_named():
    """By whichever choice closes it; a lever that has its part is not named."""
    changed = SCHOOL.changed(enrollment_growth=0.03, retention=0.5, teacher_salary=70_000)
    assert [r.text for r in idle_remarks(SCHOOL, changed)] == [
        moves_nothing("enrollment_growth", setting_name, enrollment_from="By grade")
    ]
    waiver = PLAIN.changed(leader_pay="salary_waiver")
    (remark,) = idle_remarks(waiver, waiver.changed(stipend_benefit_rate=0.05))
    paid = LEVERS["leader_pay"].choice_label("salary_waiver")
    assert remark.text == moves_nothing("stipend_benefit_rate", setting_name, leader_pay=paid)
    assert dict(remark.offers) == {"leader_pay": "stipend"}


def test_a_school_counted_anew_is_told_in_two_steps():
    """100 students become 90, are counted by grade as 30 each, then 34 are found in Grade 2, and sections get
    2 teachers instead of the 9/6 = 1.5 that 90 students have.

    At $10,000 a student the ten students cost $100,000 of revenue and the four bring $40,000. No dollar is
    counted twice: the changes alone add up to the whole.
    """
    triggers = dict.fromkeys(("class_size_trigger_k", "class_size_trigger_1_3"), 25.0)
    start = PLAIN.changed(triggers)
    one = start.changed(enrollment_year1=90)
    counted = one.changed(even(one, 0, 2))
    assert counted["teachers_per_section"] == 1.5
    now = counted.changed(grade_2_year1=34, teachers_per_section=2)
    found = changes(start, now, "public_revenue", 1)
    assert {e.lever.key: e.effect for e in found.effects} == {
        "enrollment_year1": pytest.approx(-100_000),
        "enrollment_from": pytest.approx(40_000),
        "teachers_per_section": 0,
    }
    assert found.together == pytest.approx(0)
    moved = {e.lever.key: (e.start, e.now) for e in found.effects}
    assert moved["teachers_per_section"] == (1.5, 2)
    assert moved["enrollment_from"] == ("one_number", "by_grade")
    teachers = {e.lever.key: e.effect for e in changes(start, now, "teachers", 1).effects}
    assert teachers == {"enrollment_year1": -1, "enrollment_from": 0, "teachers_per_section": 3}
    sides = ledger(start, now)
    assert [e.label for e in sides.of(decisions=True)] == ["Teacher positions per class"]
    between = under_assumptions(start, now)
    p = project([between, now])
    assert p.cell("public_revenue", 1, 0) == p.cell("public_revenue", 1, 1)
    # Six sections for the 94 who are counted, and without the decision 1.5 teachers to each.
    assert p.cell("teachers", 1, 0) == 9
