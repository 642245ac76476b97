"""A school like mine: four facts a principal knows; everything else is calibrated from a preset.

As in the presets, other non-personnel cost is the residual that leaves 1.5% of revenue in year 1, because a
school spends what it receives. The filled-in values are returned as a list, to be shown as assumptions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from model.evidence import LEVERS, PRESETS, Value
from model.plan.scenario import Problem, Scenario, ScenarioError, unknown_preset
from model.results.projection import project
from model.starts.naming import like_mine
from model.units import money, number, plain, positions

LEFT_OVER = 0.015  # share of year-1 revenue that the calibrated school keeps


@dataclass(frozen=True, slots=True)
class School:
    """Four facts about a school: exactly one of `budget` (USD a year) and `per_pupil` (USD) is given."""

    like: str
    enrollment: float
    teachers: float
    budget: float | None = None
    per_pupil: float | None = None


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The scenario and the values that were filled in, by lever."""

    scenario: Scenario
    filled_in: Mapping[str, Value]


def calibrate(school: School) -> Calibrated:
    """A complete scenario for the school. Raises `ScenarioError` with the problems of the four facts."""
    problems = _check_facts(school)
    if problems:
        raise ScenarioError(problems)
    preset = PRESETS[school.like]
    base = Scenario.preset(school.like)
    per_pupil = (
        school.per_pupil if school.per_pupil is not None else (school.budget or 0.0) / school.enrollment
    )
    extra = base.number("low_income_share") * base.number("low_income_rate_per_pupil")
    # Four digits are enough for an address. Students per teacher round up, or a rounding error would add
    # half a position.
    base_rate = round(
        (per_pupil - extra - base.number("other_public_per_pupil")) / base.number("grade_weight"), 4
    )
    scale = school.enrollment / base.number("enrollment_year1")
    changes: dict[str, Value] = {
        "enrollment_year1": school.enrollment,
        "base_rate_per_pupil": base_rate,
        "pupils_per_teacher": math.ceil(school.enrollment / school.teachers * 1e4 - 1e-9) / 1e4,
        "startup_other": _round_to(base.number("startup_other") * scale, 1000),
        "startup_it_other": _round_to(base.number("startup_it_other") * scale, 1000),
        "nonpersonnel_per_pupil": 0.0,
    }
    bare = base.changed(changes)
    p = project([bare])
    revenue, recurring = p.cell("public_revenue", 1), p.cell("recurring_cost", 1)
    residual = (revenue * (1 - LEFT_OVER) - recurring) / school.enrollment
    bounds = LEVERS["nonpersonnel_per_pupil"].bounds
    assert bounds is not None
    if not bounds[0] <= residual <= bounds[1]:
        raise ScenarioError([_does_not_fit(school, residual, revenue, p.cell("personnel", 1), recurring)])
    changes["nonpersonnel_per_pupil"] = round(residual, 2)
    changes["startup_grants"] = _round_to(p.cell("one_time_cost", 0), 10_000)
    scenario = base.changed(changes).named(like_mine(school.enrollment))
    known = {"enrollment_year1"}
    filled = {k: v for k, v in scenario.values.items() if k not in known}
    assert preset.key == school.like
    return Calibrated(scenario, filled)


def _round_to(x: float, step: float) -> float:
    return round(x / step) * step


def _check_facts(school: School) -> list[Problem]:
    problems = [] if school.like in PRESETS else [unknown_preset(school.like)]

    def within(key: str, what: str, value: float, low: float, high: float, remedy: str) -> None:
        if not low <= value <= high:  # also refuses NaN
            shown = plain(value)
            problems.append(
                Problem(
                    key,
                    value,
                    f"{what}: {shown} is not possible. {remedy} from {number(low)} to {number(high)}.",
                )
            )

    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    within("enrollment", "Enrollment", school.enrollment, *bounds, "Give the number of students,")
    within("teachers", "Teachers", school.teachers, 0.5, 1000, "Give teacher positions (FTE),")
    if (school.budget is None) == (school.per_pupil is None):
        problems.append(
            Problem(
                "budget",
                school.budget,
                "Money: give either the yearly budget or the funding per student, not both.",
            )
        )
    elif school.budget is not None:
        within("budget", "Yearly budget", school.budget, 50_000, 500_000_000, "Give dollars a year,")
    elif school.per_pupil is not None:
        within(
            "per_pupil", "Funding per student", school.per_pupil, 1_000, 100_000, "Give dollars per student,"
        )
    if not problems:
        ratio = LEVERS["pupils_per_teacher"].bounds
        assert ratio is not None
        each = school.enrollment / school.teachers
        if not ratio[0] <= each <= ratio[1]:
            problems.append(
                Problem(
                    "teachers",
                    school.teachers,
                    f"Teachers: {positions(school.teachers)} teachers for {number(school.enrollment)} "
                    "students are "
                    f"{plain(round(each, 2))} students per teacher. "
                    f"Check both numbers; the tool works from {plain(ratio[0])} to {plain(ratio[1])}.",
                )
            )
        rate = LEVERS["base_rate_per_pupil"].bounds
        assert rate is not None
        money_each = (
            school.per_pupil if school.per_pupil is not None else (school.budget or 0) / school.enrollment
        )
        if not rate[0] <= money_each <= rate[1]:
            problems.append(
                Problem(
                    "budget",
                    school.budget,
                    f"Money: {money(money_each)} per student is outside what is possible. "
                    f"Check budget and enrollment; the tool works from {money(rate[0])} to {money(rate[1])}.",
                )
            )
    return problems


def _does_not_fit(
    school: School, residual: float, revenue: float, personnel: float, recurring: float
) -> Problem:
    if residual < 0:
        message = (
            f"Money: {money(revenue)} a year does not pay for {positions(school.teachers)} teachers and "
            "the staff usual "
            f"in such a school: people alone cost {money(personnel)}, all recurring cost "
            f"{money(recurring)} before supplies. "
            "Check the money and the teachers, or choose a type of school with other salaries."
        )
    else:
        message = (
            f"Money: {money(revenue)} a year leaves {money(residual)} per student after staff, PD and IT, "
            "which is more "
            "than the tool can place. Check the money and the teachers, or choose another type of school."
        )
    return Problem("budget", school.budget, message)
