"""Where an event or a response would lead a plan outside of what can be worked out. Nobody typed that value,
so nobody is asked to type another.
"""

from __future__ import annotations

from model.evidence import LEVERS
from model.plan.as_typed import in_few_digits
from model.plan.scenario import Problem
from model.texts import say

_STUDENTS = "enrollment_year1"


def outside(problem: Problem) -> str:
    """Which setting would have which value in which year, and what it can be; other problems as a page says
    them.
    """
    lever, value = LEVERS.get(problem.lever), problem.value
    if lever is None or lever.bounds is None or not isinstance(value, int | float | tuple):
        return problem.on_page
    low, high = lever.bounds
    by_year = value if isinstance(value, tuple) else (value,)
    wrong = [(t, x) for t, x in enumerate(by_year, 1) if not low <= x <= high]
    if not wrong:
        return problem.on_page
    year, given = wrong[0]
    ends = {"low": lever.said(low, long=False), "high": lever.said(high, long=False)}
    shown = lever.said(given, long=False)
    if shown in ends.values():  # 9.96 is shown as 10, and 10 would do
        shown = in_few_digits(given, lambda x: not low <= x <= high)
    if problem.lever == _STUDENTS:
        return say("events.students_outside", year=year, given=shown, **ends)
    if len(by_year) > 1:
        return say("events.outside_in_year", setting=lever.label, year=year, given=shown, **ends)
    return say("events.outside", setting=lever.label, given=shown, **ends)
