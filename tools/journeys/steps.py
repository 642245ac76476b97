"""The ten journeys: every place of the screen, by labels and keys of widgets."""

from __future__ import annotations

from typing import Any

from model.texts import say
from tools.journeys.journey import Journey, Step
from views.places import KEY, PLACE_OF


def _click(key: str) -> Step:
    return Step("click", key)


def _set(key: str, value: Any) -> Step:
    return Step("set", key, (value,))


def _part(key: str) -> tuple[Step, Step]:
    """Open a part by its key: its place, then the part."""
    place = PLACE_OF[key]
    label = next(p.label for p in place.parts if p.key == key)
    return _set(KEY, say(place.label)), _set(place.widget, say(label))


def _tell(key: str, event: str, value: Any) -> Step:
    return Step("tell", key, (event, value))


def _download(key: str) -> Step:
    return Step("download", key)


_FIRST_VISIT = Journey(
    "First visit, an example, enrollment moved, undone and done again",
    "",
    (
        _click("start-preset"),
        _tell("live", "touch", {"lever": "enrollment_year1"}),
        _set("lever-enrollment_year1", 500.0),
        _click("undo"),
        _click("redo"),
        _click("replay"),
        _set("panels", ["Enrollment", "Staffing", "PD", "IT", "Funding", "Start-up", "Other", "By grade"]),
        _set("exact-teacher_salary", "75000"),
        _set("exact-enrollment_year1", "99999"),
        _set("exact-inflation", ""),
        _set("exact-refresh", "*umpy*"),
        _set("ranges-shown", False),
        Step("address", "from=us_elementary.1&enrollment_year1=500"),
    ),
)
_PRESET = Journey(
    "Another preset, more teacher leaders, reset",
    "from=us_elementary.1",
    (
        _set("preset", "High school, 850 students"),
        _set("lever-teacher_leaders", 8.0),
        _set("lever-device_unit_cost", 400.0),
        _set("changes", True),
        _click("reset-device_unit_cost"),
        _set("changes", True),
        _click("reset-all"),
        _click("stories"),
        _click("tell-demo_refresh"),
        _click("undo"),
    ),
    dark=True,
)
_LINK = (
    "from=us_elementary.1&v=1.0.2&r=35966&start.enrollment_year1=420&start.teacher_salary=70000&pupils_per_teacher=16"
    "&locked=pupils_per_teacher.mandate,device_unit_cost.central&enrollment_from=by_grade&top_grade=5"
    "&grade_k_year1=52&grade_1_year1=48&grade_2_year1=56&grade_3_year1=57&grade_4_year1=61&grade_5_year1=58"
    "&entering_pupils=50"
)
_BY_LINK = Journey(
    "A link with a start of its own, locks and students by grade",
    _LINK,
    (
        *_part("by_grade"),
        _set("lever-entering_pupils", 60.0),
        _set("panels", ["By grade", "Staffing"]),
        _click("grades-ask-tab"),
        _set("grades-top", "Grade 6"),
        _set("grades-grade_3_year1", "64"),
        _set("grades-paste", "52 many 56"),
        _set("grades-paste", "52 48 56 64 61 58 40"),
        _click("grades-use"),
        _click("lock"),
        _set("lock-lever", "*Teacher leaders"),
        _set("lock-kind", "Restricted money"),
        _click("lock-it"),
        _click("lock"),
        _click("unlock-pupils_per_teacher"),
        _click("grades-leave-front"),
        _click("undo"),
    ),
)
_DAMAGED = Journey(
    "A damaged link, and what can be read of it",
    "c=000000&from=us_elementary.1&teacher_leaders=6&enrollment_year1=many&no_such_lever=3&look=red&locked=inflation.whim",
    (
        _click("take-offer"),
        _click("undo"),
        Step("address", "from=nowhere.9&teacher_leaders=x"),
        _click("leave-offer"),
    ),
)
_MINE = Journey(
    "A school like mine",
    "from=us_elementary.1&teacher_leaders=6",
    (
        _click("mine"),
        _set("school-like", "Middle school*"),
        _set("school-enrollment", "412"),
        _set("school-teachers", "twenty-six"),
        _set("school-kind", "Funding per student"),
        _set("school-money", "11,900"),
        _click("label:Show my school"),
        _set("school-teachers", "26"),
        _click("label:Show my school"),
        *_part("assumptions"),
        _set("lever-teacher_leaders", 2.0),
        _set("preset", "A school like mine"),
        _click("undo"),
    ),
)
_PARTS = Journey(
    "Every part in turn, with its main control",
    "from=chicago_charter_k8.1&teacher_leaders=6&public_funding_growth=0.02",
    (
        *_part("months"),
        _set("months-revenue", "Twelve payments"),
        _set("months-late", "1 month late"),
        *_part("pupils"),
        *_part("by_grade"),
        *_part("leaders"),
        _set("route-position", "counselor"),
        _set("route-release", "25"),
        _set("route", "Salary waiver"),
        *_part("ways"),
        _set("ways-goal", "A reserve of two months"),
        _set("ways-size", "28"),
        _set("ways-keep", ["No cut in PD", "Keep teacher leaders"]),
        _set("ways-keep", []),
        _click("take-way-0"),
        *_part("matters"),
        _set("ways-of", "Decisions"),
        *_part("two"),
        _set("ways-up", "*Teacher leaders"),
        *_part("trade"),
        _set("ways-measure", "Class size*"),
        *_part("risk"),
        _set("stress-respond", ["Pause PD", "One student more per teacher"]),
        _set("stress-curves", True),
        _set("stress-every", True),
        _click("stress-adopt"),
        _set("stress-claim", True),
        _set("stress-words", True),
        *_part("futures"),
        _set("pin-pay", True),
        _set("ranges-place", "small districts in Texas"),
        *_part("lines"),
        *_part("origin"),
        _set("why-line", "Results: Structural result"),
        _set("why-year", "Year 3"),
        *_part("assumptions"),
        *_part("judged"),
        *_part("take"),
        _tell("question", "ask", "structural_result 5 0"),
        _set("asked-year", "Year 2"),
        _click("label:Where this number comes from"),
        *_part("board"),
        *_part("curves"),
    ),
)
_DATED = Journey(
    "A dated decision, and a lever by year",
    "from=us_elementary.1",
    (
        _click("date"),
        _set("date-value-teacher_leaders", "8"),
        _set("date-first", "Year 3"),
        _set("date-phase", "2 years"),
        _click("date-use"),
        _click("date"),
        _set("date-lever", "Enrollment: Enrollment, Year 1"),
        _set("date-way", "Five numbers"),
        _set("date-enrollment_year1-3", "430"),
        _set("date-enrollment_year1-5", "-3"),
        _set("date-enrollment_year1-5", "400"),
        _click("date-use"),
        _set("panels", ["Enrollment", "Staffing"]),
        Step("address", "from=us_elementary.1&cut_rate=0,0.07,0.07,0,0"),
        *_part("lines"),
    ),
)
_SHELF = Journey(
    "Plans on the shelf, compared; notes and decisions",
    "from=us_elementary.1&teacher_leaders=6",
    (
        *_part("plans"),
        _tell("shelf-store", "found", {}),
        _set("keep-name", "Six leaders"),
        _set("keep-reason", "More help"),
        _click("keep-plan"),
        _set("lever-pupils_per_teacher", 16.0),
        _set("keep-name", "six leaders"),
        _click("keep-plan"),
        _set("keep-name", "Larger classes"),
        _click("keep-plan"),
        _set("compare-*#1", True),
        _set("compare-*#2", True),
        _set("variance-period", "Years 1 to 5"),
        _set("plans-picture", "Side by side"),
        _download("take-compared"),
        _download("take-plans"),
        *_part("effects"),
        *_part("noted"),
        _set("log-who", "The board"),
        _set("log-why", "Class size matters less this year"),
        _click("log-it"),
        _click("log-it"),
        _set("log-day", "2026/04/01"),
        _set("lever-teacher_leaders", 5.0),
        _set("log-why", "One retires"),
        _click("log-it"),
        _click("log-remove"),
        *_part("origin"),
        _set("note-text-why-structural_result-5", "Ask the <b>district</b>"),
        _set("note-on-why", "Teacher leaders*"),
        *_part("plans"),
        _set("name-*#1", "First"),
        _click("rename-*#1"),
        _click("copy-*#1"),
        _click("remove-*#2"),
        _click("open-*#1"),
    ),
)
_ROOM = Journey(
    "Present mode: screens, cover, levers, colours",
    "from=us_elementary.1&teacher_leaders=6",
    (
        _click("present"),
        *[_click("next")] * 5,
        _click("previous"),
        _tell("live", "touch", {"lever": "teacher_leaders"}),
        _set("lever-teacher_leaders", 8.0),
        _click("guess"),
        _set("lever-teacher_leaders", 3.0),
        _click("guess"),
        _click("replay"),
        _click("undo"),
        _set("room-choose-levers", ["Inflation*", "Teacher leaders"]),
        _set("room-choose-screens", ["Cumulative balance", "Verdict and key figures"]),
        _set("room-look", "Dark"),
        _set("room-choose-levers", []),
        _click("leave"),
    ),
)
_TAKING = Journey(
    "Take it along, bring it back; where numbers come from",
    "from=us_high.1&teacher_leaders=6&cut_rate=0,0.07,0.07,0,0",
    (
        *_part("take"),
        *_part("manager"),
        _download("take-xlsx"),
        _download("take-json"),
        _download("take-csv"),
        _set("lever-teacher_leaders", 2.0),
        *_part("open"),
        Step("upload", "plan-file", ("take-json",)),
        Step("upload", "plan-file", ("take-csv",)),
        Step("page", "evidence"),
        _set("register-panels", ["Technology (IT)"]),
        _set("register-status", ["assumption"]),
        _set("family-it", True),
        Step("page", ""),
        _click("undo"),
    ),
)
JOURNEYS = (_FIRST_VISIT, _PRESET, _BY_LINK, _DAMAGED, _MINE, _PARTS, _DATED, _SHELF, _ROOM, _TAKING)
