"""Students and sections by grade.

Cohorts move up a grade a year, and classes (sections) open and close at the class-size limit.
"""

from collections.abc import Callable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import before, both, when, whole, whole_up

grades = Family("grades", "Students by grade", only_if=("enrollment_from", "by_grade"))

# A grade's place in this list is its number; kindergarten is 0.
GRADES = ("k", *(str(n) for n in range(1, 13)))
GOING_ON = {g: f"progression_{g}" for g in (10, 11, 12)}  # where counts tell how many a grade loses
NOT_IN_YEAR_1 = ("entering_pupils", "retention", *GOING_ON.values())
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
        lowest: Any, top: Any, counted: Any, entering: Any, retention: Any, t: Any, *below: Any
    ) -> Any:
        later = entering
        if below:
            moved_up = before(below[0]) * retention
            for going_on in below[1:]:
                moved_up = moved_up * going_on
            later = when(lowest == grade, entering, moved_up)
        return when(both(lowest <= grade, top >= grade), whole(when(t == 1, counted, later)), 0)

    _declare(
        pupils_line(grade),
        f"{name_of(grade)}: students",
        "pupils",
        (
            "lowest_grade",
            "top_grade",
            year_1_lever(grade),
            "entering_pupils",
            "retention",
            "t",
            *([pupils_line(grade - 1)] if grade else []),
            *([GOING_ON[grade]] if grade in GOING_ON else []),
        ),
        equation,
        adds_to="pupils_in_grades",
        help="Year 1 is your count. Later years are the students who move up from the grade below. The lowest grade "
        "takes those who enter. A grade that the school does not serve has none. Students leave after the top grade.",
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
    """This fall's classes. Where teachers follow last fall's count it is last fall's classes."""
    return when(staffing_count == "last_fall", when(t > 1, before(sections), sections), sections)
