"""python -m model grades: the table, the steps, and what is said of values that have no part."""

from __future__ import annotations

import pytest

from commands.model_program import main
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.texts import say
from tests.first_versions import first_version
from tools.saying import says

SMALL = {
    "enrollment_from": "by_grade",
    "top_grade": 2,
    "grade_k_year1": 25,
    "grade_1_year1": 26,
    "grade_2_year1": 25,
    "entering_pupils": 25,
    "class_size_trigger_k": 25,
    "class_size_trigger_1_3": 25,
}


def run(capsys, command="grades", **settings):
    status = main(
        [
            command,
            "--preset",
            first_version("us_elementary"),
            *(x for k, v in settings.items() for x in ("--set", f"{k}={v}")),
        ]
    )
    out, err = capsys.readouterr()
    return status, out, err


def test_the_table_by_hand(capsys):
    """26 in Grade 1 are two sections, and so is Grade 2 a year later."""
    status, out, err = run(capsys, **SMALL)
    assert (status, err) == (0, "")
    cells = {line[:20].strip(): " ".join(line[20:].split()) for line in out.splitlines() if "/" in line}
    assert cells["Grade 1"] == "26 / 2 25 / 1 -1 25 / 1 25 / 1 25 / 1"
    assert cells["Grade 2"] == "25 / 1 26 / 2 +1 25 / 1 -1 25 / 1 25 / 1"
    opens = say("students.opens_in", count=1, grade="Kindergarten")
    pay = say("students.pay_changes", pay="+$103,363", count=1, funding="+$11,600")
    assert f"{opens} {pay}" in out


def test_one_number_has_no_table(capsys):
    status, out, err = run(capsys)
    assert (status, out) == (2, "")
    assert err == f"{say('terminal.not_by_grade')}\n"


@pytest.mark.parametrize(
    ("settings", "parts"),
    [
        (
            {**SMALL, "enrollment_growth": 0.02},
            ("(enrollment_growth)", "(enrollment_from)", "enrollment_from to one_number"),
        ),
        (
            {"retention": 0.9},
            ("(retention)", "(enrollment_from)", "enrollment_from to by_grade"),
        ),
        (
            {**SMALL, "entering_pupils": "9,25,25,25,25"},
            (
                say(
                    "values.year_1_is_the_count",
                    setting=f"{LEVERS['entering_pupils'].label} (entering_pupils)",
                ),
            ),
        ),
        (
            {**SMALL, "entering_pupils": 0},
            (say("students.nobody_enters"),),
        ),
    ],
)
def test_what_has_no_part_is_said(capsys, settings, parts):
    """On standard error, and the results are given all the same."""
    status, out, err = run(capsys, "run", **settings)
    assert status == 0
    (line,) = err.splitlines()
    assert says("terminal.note").match(line)
    assert all(part in line for part in parts)
    assert BOOK.lines["structural_result"].label in out
