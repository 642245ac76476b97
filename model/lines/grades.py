"""Students and sections by grade.

Cohorts move up a grade a year, or a table holds each grade in each year. Classes (sections) open and close at
the class-size limit.
"""

from collections.abc import Callable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_least, before, both, when, whole, whole_up

COHORTS, TABLE = "by_grade", "by_table"
grades = Family("grades", "Students by grade", only_if=("enrollment_from", COHORTS, TABLE))

# A grade's place in this list is its number; kindergarten is 0.
GRADES = ("k", *(str(n) for n in range(1, 13)))
GOING_ON = {g: f"progression_{g}" for g in range(1, len(GRADES))}  # the share of the grade below that goes on
JOINING = {g: f"joining_{g}" for g in range(1, len(GRADES))}  # who enters a grade from outside
NOT_IN_YEAR_1 = ("entering_pupils", "retention", *JOINING.values(), *GOING_ON.values())
TRIGGERS = {"k": range(1), "1_3": range(1, 4), "4_8": range(4, 9), "9_12": range(9, 13)}


def name_of(grade: int) -> str:
    return f"Grade {grade}" if grade else "Kindergarten"


def year_1_lever(grade: int) -> str:
    return f"grade_{GRADES[grade]}_year1"


def pupils_line(grade: int) -> str:
    return f"grade_{GRADES[grade]}_pupils"


def sections_line(grade: int) -> str:
    return f"grade_{GRADES[grade]}_sections"


def trigger_lever(grade: int) -> str:
    """Contracts and class-size laws set the trigger for bands of grades; a grade's is that of its band."""
    return f"class_size_trigger_{next(band for band, inside in TRIGGERS.items() if grade in inside)}"


_declare: Callable[..., None] = grades.declare


def _pupils(grade: int) -> None:
    def equation(
        counted_by: Any, counted: Any, lowest: Any, top: Any, entering: Any, t: Any, *from_below: Any
    ) -> Any:
        later = entering
        if from_below:
            below, retention, going_on, joining = from_below
            moved_up = before(below) * retention * going_on
            later = when(lowest == grade, entering, moved_up) + joining
        by_cohorts = when(both(lowest <= grade, top >= grade), when(t == 1, counted, later), 0)
        return whole(when(counted_by == TABLE, counted, by_cohorts))

    from_below = (pupils_line(grade - 1), "retention", GOING_ON[grade], JOINING[grade]) if grade else ()
    _declare(
        pupils_line(grade),
        f"{name_of(grade)}: students",
        "pupils",
        (
            "enrollment_from",
            year_1_lever(grade),
            "lowest_grade",
            "top_grade",
            "entering_pupils",
            "t",
            *from_below,
        ),
        equation,
        adds_to="pupils_in_grades",
        help="Year 1 is your count. Later years are the students who move up from the grade below, and those who "
        "join. The lowest grade takes those who enter. A grade that the school does not serve has none. Students "
        "leave after the top grade. If you count by grade and year, every year is your count.",
    )


def _sections(grade: int) -> None:
    def equation(pupils: Any, trigger: Any) -> Any:
        return whole_up(pupils / trigger)

    _declare(
        sections_line(grade),
        f"{name_of(grade)}: classes",
        "sections",
        (pupils_line(grade), trigger_lever(grade)),
        equation,
        adds_to="sections",
        help="As few classes (sections) as the class-size limit allows. One student past it opens another class. An "
        "empty grade has none.",
    )


for _grade in range(len(GRADES)):
    _pupils(_grade)
grades.total("pupils_in_grades", "Students in all grades", "pupils", help="Students of every grade together.")
for _grade in range(len(GRADES)):
    _sections(_grade)
grades.total("sections", "Classes (sections)", "sections", help="Classes of every grade together.")


@grades.line("Classes that teachers are hired for", "sections")
def staffed_sections(sections, staffing_count, t):
    """This fall's classes. Where teachers follow last fall's count those of last fall, or this fall's where
    they are more: a class that closes keeps its teacher for a year, and one that opens has one.
    """
    most = at_least(sections, when(t > 1, before(sections), sections))
    return when(staffing_count == "last_fall", most, sections)
