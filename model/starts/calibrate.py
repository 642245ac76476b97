"""A school like mine: four facts a principal knows; everything else is calibrated from a preset.

As in the presets, other non-personnel cost is the residual that leaves 1.5% of revenue in year 1, because a
school spends what it receives, or what the school's own total leaves for it. Staff, pay and building are
those of the preset where the school does not say its own: a small or new school has less of everything.
The filled-in values are returned by lever, to be shown as assumptions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from model.evidence import LEVERS, Range, Value
from model.lines.staffing import ROLES
from model.plan.as_typed import in_few_digits
from model.plan.came_from import CameFrom, in_order
from model.plan.in_play import waiting
from model.plan.named_presets import find_preset
from model.plan.scenario import Problem, Scenario, ScenarioError, unknown_preset
from model.results.projection import Projection, project
from model.starts.naming import like_mine
from model.starts.supplies import SUPPLIES, supplies_for
from model.texts import counted, say
from model.units import amount, money, number, percent, plain, positions

LEFT_OVER = 0.015  # share of year-1 revenue that the calibrated school keeps
GRANTS = "startup_grants"
# Settings that follow from what is typed. Every other one is typed itself, or is that of the preset.
FITTED = frozenset(
    {"base_rate_per_pupil", "pupils_per_teacher", "startup_other", "startup_it_other", SUPPLIES, GRANTS}
    | {"rent_basis", *(f"pupils_per_{role}" for role in ROLES)}
)


@dataclass(frozen=True, slots=True)
class School:
    """Four facts about a school: exactly one of `budget` (USD a year) and `per_pupil` (USD) is given.

    `own` are settings by lever that the school knows of itself. A number of positions is all there is of that
    kind, so none come with the students. `total` is what Year 1 costs (USD), start-up aside, if it is known.
    """

    like: str
    enrollment: float
    teachers: float
    budget: float | None = None
    per_pupil: float | None = None
    own: Mapping[str, Value] = field(default_factory=dict)
    total: float | None = None


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The scenario, and by lever the values that nobody typed, of those that act.

    `stated` is where values came from that tell nothing of it: typed ones that are those of the preset, and
    supplies that follow from a known total.
    """

    scenario: Scenario
    filled_in: Mapping[str, Value]
    stated: CameFrom


def calibrate(school: School) -> Calibrated:
    """A complete scenario for the school. Raises `ScenarioError` with the problems of its facts."""
    problems = _check_facts(school)
    if problems:
        raise ScenarioError(problems)
    preset = Scenario.preset(school.like)
    base = preset.changed(_own_settings(school))
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
        SUPPLIES: 0.0,
    }
    bare = base.changed(changes)
    p = project([bare])
    changes[SUPPLIES] = _residual(school, p) if school.total is None else supplies_for(bare, school.total)
    changes[GRANTS] = _round_to(p.cell("one_time_cost", 0), 10_000)
    scenario = base.changed(changes).named(like_mine(school.enrollment))
    typed = {"enrollment_year1", *school.own}
    stated = {k: "typed" for k in typed if scenario[k] == preset[k]}
    stated |= {} if school.total is None else {SUPPLIES: "own_budget"}
    left_out = waiting(scenario, scenario) | typed
    asked = (k for k, x in LEVERS.items() if not x.of and x.own in (0, *scenario.own_lines))
    filled = {k: scenario[k] for k in asked if k not in left_out}
    return Calibrated(scenario, filled, in_order(stated))


def _own_settings(school: School) -> dict[str, Value]:
    """The school's own settings; the students bring no more of a staff whose number it says, and a lease that
    it names is the rent.
    """
    counted_ones = [role for role in ROLES if f"{role}_positions" in school.own]
    rent: dict[str, Value] = {"rent_basis": "lease"} if "lease" in school.own else {}
    return {**school.own, **{f"pupils_per_{role}": 0.0 for role in counted_ones}, **rent}


def _residual(school: School, p: Projection) -> float:
    """Supplies and services per student that leave 1.5% of Year 1's revenue."""
    revenue, recurring = p.cell("public_revenue", 1), p.cell("recurring_cost", 1)
    residual = (revenue * (1 - LEFT_OVER) - recurring) / school.enrollment
    low, high = _bounds(SUPPLIES)
    if not low <= residual <= high:
        raise ScenarioError([_does_not_fit(school, residual, revenue, p.cell("personnel", 1), recurring)])
    return round(residual, 2)


def _round_to(x: float, step: float) -> float:
    return round(x / step) * step


# The texts of a fact that is not possible, with what is.
_IMPOSSIBLE = {
    "enrollment": "own_school.enrollment",
    "teachers": "own_school.teachers",
    "budget": "own_school.budget",
    "per_pupil": "own_school.per_student",
}
# What is possible of a fact that is no setting itself.
_POSSIBLE: Mapping[str, Range] = {
    "teachers": (0.5, 1000),
    "budget": (50_000, 500_000_000),
    "per_pupil": (1_000, 100_000),
}


def impossible(**facts: float | None) -> list[Problem]:
    """What is wrong with facts one by one, by the names that `School` has for them; None is not judged."""
    problems = []
    for key, value in facts.items():
        low, high = _POSSIBLE.get(key) or _bounds("enrollment_year1")
        if value is not None and not low <= value <= high:  # also refuses NaN
            text = say(_IMPOSSIBLE[key], given=in_few_digits(value), low=number(low), high=number(high))
            problems.append(Problem(key, value, text))
    return problems


def _check_facts(school: School) -> list[Problem]:
    problems = [] if find_preset(school.like) else [unknown_preset(school.like)]
    problems += impossible(enrollment=school.enrollment, teachers=school.teachers)
    if (school.budget is None) == (school.per_pupil is None):
        problems.append(Problem("budget", school.budget, say("own_school.money_once")))
    else:
        problems += impossible(budget=school.budget, per_pupil=school.per_pupil)
    return problems or _check_together(school)


def _bounds(lever: str) -> Range:
    bounds = LEVERS[lever].bounds
    assert bounds is not None
    return bounds


def _check_together(school: School) -> list[Problem]:
    """What facts that are possible one by one come to: students per teacher, dollars per student."""
    problems = []
    (low, high), each = _bounds("pupils_per_teacher"), school.enrollment / school.teachers
    if not low <= each <= high:
        text = say(
            "own_school.ratio",
            count=counted(positions(school.teachers)),
            students=amount(school.enrollment, "pupils"),
            ratio=say("own_school.per_teacher", count=counted(plain(round(each, 2)))),
            low=plain(low),
            high=plain(high),
        )
        problems.append(Problem("teachers", school.teachers, text))
    low, high = _bounds("base_rate_per_pupil")
    dollars = school.per_pupil if school.per_pupil is not None else (school.budget or 0) / school.enrollment
    if not low <= dollars <= high:
        text = say("own_school.rate", given=money(dollars), low=money(low), high=money(high))
        problems.append(Problem("budget", school.budget, text))
    return problems


def _does_not_fit(
    school: School, residual: float, revenue: float, personnel: float, recurring: float
) -> Problem:
    if residual < 0:
        facts = {"money": money(revenue), "count": counted(positions(school.teachers))}
        facts |= {"people": money(personnel), "cost": money(recurring)}
        if personnel > revenue:
            text = say("own_school.too_little", **facts)
        elif recurring > revenue:
            text = say("own_school.too_little_for_rest", **facts, rest=money(recurring - personnel))
        else:
            text = say("own_school.nothing_kept", **facts, share=percent(LEFT_OVER))
    else:
        text = say("own_school.too_much", money=money(revenue), rest=money(residual))
    return Problem("budget", school.budget, text)
