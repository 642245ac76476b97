"""A table of grades as spreadsheets paste it: what is read, what is refused and in which words."""

from __future__ import annotations

import pytest

from model.grades.grade_names import named
from model.grades.pasted_table import read_table
from model.texts import counted, say
from model.units import year_name
from tests.looped import looped
from tests.worked.test_grade_table import PETITION

COUNTS = {g: tuple(map(float, row)) for g, row in enumerate(PETITION)}
LABELS = ("K", "1", "2", "3", "4", "5", "6", "7", "8")


def pasted(part: str, *, head: str = "", labels=LABELS, totals: str = "", end: str = "\n") -> str:
    rows = [part.join([name, *map(str, row)]) for name, row in zip(labels, PETITION, strict=True)]
    return end.join([*filter(None, [head]), *rows, *filter(None, [totals])]) + end


@looped(
    "text",
    [
        pasted("\t"),
        pasted("\t", end="\r\n"),
        pasted(","),
        pasted(";"),
        pasted("|"),
        pasted(" "),
        pasted("   "),
        pasted("\t", head="Grade\tYear 1\tYear 2\tYear 3\tYear 4\tYear 5"),
        pasted("\t", head="Enrollment plan\n\nGrade\t2026\t2027\t2028\t2029\t2030"),
        pasted("\t", head="\t2026-27\t2027-28\t2028-29\t2029-30\t2030-31"),
        pasted("\t", totals="Total\t438\t678\t796\t950\t1,056"),
        pasted(",", totals='Total enrollment,438,678,796,950,"1,056"'),
        pasted(
            "\t",
            labels=("Kindergarten", "1st", "2nd grade", "Grade 3", "Gr. 4", "G5", "06", "7th", "Grade 8"),
        ),
        pasted("\t").replace("\n", "\t\t\n"),
        pasted("\t").replace("8\t0\t", "8\t\t"),
        pasted("\t").replace("8\t0\t", "8\t-\t"),
        "\n".join("\t".join(map(str, row)) for row in PETITION),
        "\n".join("\t".join(map(str, row)) for row in (*PETITION, (438, 678, 796, 950, 1056))),
    ],
)
def test_a_table_is_read(text):
    found = read_table(text)
    assert found.problems == ()
    assert found.counts == COUNTS


def test_rows_without_names_run_up_from_the_grade_that_is_named():
    found = read_table("30 30 30 30 30\n28 30 30 30 30\n", lowest=6)
    assert found.counts == {6: (30.0,) * 5, 7: (28.0, 30.0, 30.0, 30.0, 30.0)}
    assert found.remarks == (say("pasted.rows_from", first="Grade 6", last="Grade 7"),)


def test_transitional_kindergarten_counts_with_kindergarten():
    found = read_table("TK\t24\t24\t24\t24\t24\nK\t72\t72\t72\t72\t72\nTotal\t96\t96\t96\t96\t96")
    assert found.counts == {0: (96.0,) * 5}
    assert len(found.remarks) == 1


def test_totals_that_differ_are_told_and_the_grades_count():
    """Of all grades in Year 2, and of K-1 in Year 5: 192 and not 190."""
    totals = "Total K-1\t192\t192\t192\t192\t190\nTotal\t438\t679\t796\t950\t1056"
    found = read_table(pasted("\t", totals=totals))
    assert found.counts == COUNTS
    assert found.remarks == (
        say("pasted.total_differs", row=10, column=year_name(5), given="190", sum="192"),
        say("pasted.total_differs", row=11, column=year_name(2), given="679", sum="678"),
    )


def test_an_empty_cell_is_told():
    (said,) = read_table(pasted("\t").replace("8\t0\t", "8\t\t")).remarks
    assert said == say(
        "pasted.empty_are_none", cells=say("pasted.cell", grade="Grade 8", column=year_name(1))
    )


def test_every_bad_cell_is_named():
    """Row, column and value of each, and all of them at once."""
    head = "Grade\t2026-27\t2027-28\t2028-29\t2029-30\t2030-31"
    text = f"{head}\nK\tmany\t96\t96\t96\t96\n1\t96\t95.5\t-3\t1,001\t9%"
    where = [
        ("Kindergarten", "2026-27", "many"),
        ("Grade 1", "2027-28", "95.5"),
        ("Grade 1", "2030-31", "9%"),
    ]
    problems = read_table(text).problems
    for grade, column, given in where:
        row = 2 if grade == "Kindergarten" else 3
        said = say("pasted.no_count", row=row, grade=grade, column=f"“{column}”", given=f"“{given}”")
        assert said in problems
    for column, given in (("2028-29", "-3"), ("2029-30", "1,001")):
        said = say(
            "pasted.outside", row=3, grade="Grade 1", column=f"“{column}”", given=f"“{given}”", most="1,000"
        )
        assert said in problems
    assert len(problems) == 5
    assert not read_table(text).counts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", say("pasted.nothing")),
        (" \n\t\n", say("pasted.nothing")),
        ("x" * 20_001, say("pasted.too_long", count=counted("20,001"), most="20,000")),
        ("K\t1\t2\t3\t4", say("pasted.not_five", row=1, grade="Kindergarten", count=counted(4))),
        ("K\t1\t2\t3\t4\t5\t6", say("pasted.not_five", row=1, grade="Kindergarten", count=6)),
        ("K-5\t1\t2\t3\t4\t5", say("pasted.a_span", row=1, given="“K-5”")),
        ("Pre-K\t1\t2\t3\t4\t5", say("pasted.before_kindergarten", row=1, given="“Pre-K”")),
        ("Kndergarten\t1\t2\t3\t4\t5", say("pasted.no_grade", row=1, given="“Kndergarten”")),
        ("13\t1\t2\t3\t4\t5", say("pasted.no_grade", row=1, given="“13”")),
        ("6\t1\t2\t3\t4\t5\n6\t1\t2\t3\t4\t5", say("pasted.twice", row=2, grade="Grade 6")),
        ("K\t1\t2\t3\t4\t5\nKindergarten\t1\t2\t3\t4\t5", say("pasted.twice", row=2, grade="Kindergarten")),
        ("Grade\tYear 1\tYear 2\tYear 3\tYear 4\tYear 5", say("pasted.no_rows")),
    ],
)
def test_what_is_refused_says_what_to_do(text, said):
    found = read_table(text)
    assert said in found.problems
    assert found.counts == {}


def test_more_rows_than_grades_are_refused():
    found = read_table("9 9 9 9 9\n" * 3 + "8 9 9 9 9\n", lowest=11)
    assert found.problems == (say("pasted.too_many_rows", given=4, most=2, grade="Grade 11"),)


@looped(
    ("label", "grades"),
    [("k", (0,)), ("Grade K", (0,)), ("12th", (12,)), ("K-8", tuple(range(9))), ("Grades 6 to 8", (6, 7, 8))],
)
def test_names_of_grades(label, grades):
    assert named(label).grades == grades


@looped("label", ["Total", "TOTAL:", "Totals", "All grades", "Total students", "Enrollment", "Sum"])
def test_names_of_totals(label):
    assert named(label).is_total
    assert named(label).grades == ()


@looped("label", ["Grade", "Teachers", "13", "5-3", "Year 1", "Notes"])
def test_what_names_no_grade(label):
    assert named(label) is None
