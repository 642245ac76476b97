"""A plan is called by the students that it has, everywhere it is read; names that people gave stay."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from html import unescape

import pytest

from commands import exchange_program, model_program
from exchange import files
from exchange import table_files as tables
from exchange.file_names import LONGEST, file_name
from exchange.files import Filed
from exchange.heading import heading, made
from exchange.python_code import as_python
from exchange.workbook import write_workbook
from model import MODEL_VERSION
from model.evidence import DATA_VERSION
from model.plan.named_presets import held_presets
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.starts.calibrate import School, calibrate
from model.starts.naming import like_mine, name_now
from model.texts import counted, day, say
from tests.first_versions import first_version

HOME = first_version("us_elementary")  # 450 students
TODAY = date(2026, 3, 4)
SMALLER = {"enrollment_year1": 395}


def of_395(school: str = "") -> Plan:
    """A school that began with 412 students and has 395 in its plan."""
    typed = calibrate(School(HOME, 412, 26, budget=4_900_000)).scenario
    typed = typed.named(school or like_mine(412))
    return begun_from(HOME, typed, typed.changed(SMALLER))


def test_every_preset_is_named_with_the_count_of_now():
    """Each name holds its count once, and nothing else of it changes."""
    for preset in held_presets():
        start = Scenario.preset(preset.name)
        count = f"{start.number('enrollment_year1'):.0f}"
        assert start.name.count(count) == 1, preset.name
        for now in (395, 1395):
            moved = start.changed({"enrollment_year1": now})
            assert name_now(start, moved) == start.name.replace(count, f"{now:,}"), preset.name


def test_a_head_says_the_count_once():
    """A name of ours that holds the count needs no line beside it; one that somebody gave does."""
    for preset in held_presets():
        plan = from_preset(preset.name)
        assert heading(plan).students_beside == "", preset.name
        assert heading(plan.named("Plan B")).students_beside == "", preset.name  # the school says it
        moved = heading(plan.changed(SMALLER))
        assert moved.students_beside == moved.students != "", preset.name
    typed = calibrate(School(HOME, 412, 26, budget=4_900_000)).scenario
    named = begun_from(HOME, typed.named("School 412"))
    assert heading(named).students_beside == heading(named).students != ""
    assert heading(begun_from(HOME, typed.named(like_mine(412)))).students_beside == ""


def test_students_by_grade_are_added_up():
    """80 in each of six grades are 480, whatever stands in the one number."""
    grades = {f"grade_{g}_year1": 80 for g in "k12345"} | {"enrollment_from": "by_grade", "top_grade": 5}
    plan = from_preset(HOME).changed(grades)
    assert name_now(plan.start, plan.now) == plan.school.replace("450", "480")


def test_one_student_is_no_plural():
    """As a school by grade may have while its table is filled in; and back again."""
    plan = from_preset(HOME)
    one = plan.changed({"enrollment_from": "by_grade", "grade_1_year1": 1}).now
    students = say("units.students", count=counted(450))
    said = name_now(plan.start, one)
    assert said == plan.school.replace(students, say("units.students", count=counted(1)))
    assert name_now(one.named(plan.school), plan.now.named(plan.school)) == plan.school


def test_what_people_named_stays():
    """A plan's name and a school's, also where they hold a count that is not that of now."""
    assert Filed(of_395().named("All 412 stay")).name == "All 412 stay"
    lincoln = of_395("Lincoln, 412 students")
    assert Filed(lincoln).name == "Lincoln, 412 students"
    assert heading(lincoln).students == say("heading.students_before", count=counted("395"), before="412")


def test_nothing_that_leaves_says_412():
    """Workbook, table, results, file and lines of Python of a plan of 395."""
    plan = of_395()
    name = like_mine(395)
    with zipfile.ZipFile(io.BytesIO(write_workbook([plan], today=TODAY))) as book:
        texts = unescape("".join(book.read(n).decode() for n in book.namelist()))
    assert name in texts
    assert like_mine(412) not in texts
    assert say("heading.students_before", count=counted("395"), before="412") in texts
    assert {r["plan"] for r in csv.DictReader(io.StringIO(tables.tidy_csv([plan])))} == {name}
    assert tables.results([plan], "table").startswith(name)
    assert f'"name": "{name}"' in files.write([Filed(plan)]).decode()
    assert name in as_python(plan)
    assert file_name(plan, TODAY, "csv") == "a-school-like-mine-395-students-2026-03-04.csv"


def test_a_file_brings_no_name_that_nobody_gave():
    """Read again the plan is as it was, so its name follows when it moves on."""
    plan = of_395()
    (opened,) = files.read(files.write([Filed(plan)])).plans
    assert opened.plan == plan
    assert Filed(opened.plan.changed({"enrollment_year1": 500})).name == like_mine(500)


def test_the_shell_says_395(capsys):
    """What is printed for people and what programs read."""
    preset = ["--preset", "us_elementary", "--set", "enrollment_year1=395"]
    for words in (["run"], ["run", "--format", "csv"], ["run", "--format", "json"], ["sizes"], ["standards"]):
        assert model_program.main([*words, *preset]) == 0
        said = capsys.readouterr().out
        assert "395 students" in said, words
        assert "450 students" not in said, words
    assert exchange_program.main(["table", *preset]) == 0
    assert "395 students" in capsys.readouterr().out


def test_the_reason_is_what_was_written_or_what_was_changed():
    plan = from_preset(HOME).changed({**SMALLER, "teacher_leaders": 6})
    assert heading(Filed(plan, "The grant ends.")).reason == "The grant ends."
    told = heading(plan).reason
    assert "450 → 395" in told
    assert "4 → 6" in told
    assert heading(plan.at_start).reason == ""
    assert heading(plan.named("Plan A")).school == "Elementary school, 395 students"


def test_what_leaves_says_day_and_versions():
    version = say("heading.version", model=MODEL_VERSION, data=DATA_VERSION)
    assert made(TODAY) == say("heading.made", day=day(TODAY), version=version)


@pytest.mark.parametrize(
    "name", ["CON", "学校" * 200, "a/b\\c:*?<>|", "\N{GRINNING FACE}", "..", "x" * 400, " "]
)
def test_a_file_can_be_saved_on_every_system(name):
    """Nothing but letters, digits and hyphens before the one dot; the count, the day, and under 255 bytes."""
    plan = from_preset(HOME).changed(SMALLER).named(name)
    given = file_name(plan, TODAY, "xlsx")
    stem, _, ending = given.partition(".")
    assert ending == "xlsx"
    assert all(x.isalnum() or x == "-" for x in stem)
    assert stem.endswith("395-students-2026-03-04")
    assert len(given.encode()) <= 2 * LONGEST + 40
