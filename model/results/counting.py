"""The same school counted by grade: as many students and teachers in every year as its one number gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from model.evidence import LEVERS, Value
from model.lines.grades import GOING_ON, GRADES, JOINING, trigger_lever, year_1_lever
from model.plan.by_grade import (
    BY_GRADE,
    BY_TABLE,
    CHOICE,
    ENTERING,
    ONE_NUMBER,
    ever_served,
    is_by_grade,
    is_table,
    served,
)
from model.plan.dating import plainest
from model.plan.in_play import set_aside_by
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.projection import project
from model.years import OPERATING

RETENTION, PER_SECTION = "retention", "teachers_per_section"
_STUDENTS, _STAFF = ("enrollment_year1", "enrollment_growth"), ("pupils_per_teacher", "forecast_enrollment")
_LIMITS = tuple(dict.fromkeys(map(trigger_lever, range(len(GRADES)))))
# What counting by grade sets, all of it together.
COUNTED = (
    CHOICE,
    "lowest_grade",
    "top_grade",
    *(year_1_lever(g) for g in range(len(GRADES))),
    ENTERING,
    RETENTION,
    *JOINING.values(),
    *GOING_ON.values(),
    PER_SECTION,
)


def even(scenario: Scenario, lowest: int, top: int) -> dict[str, Value]:
    """The values of `COUNTED` for a school that serves these grades, with its students spread evenly in Year
    1.

    The lowest grades take the remainder. All move up, and as many enter as keep each year's enrollment; where
    that would take fewer than none or more than the bounds allow, the share that moves up follows the
    enrollment. Positions per section keep each year's teachers. Where the bounds of the levers allow no such
    school the nearest is given: `same_school` tells.
    """
    one = scenario.changed({CHOICE: ONE_NUMBER})
    p = project([one], only=("enrollment", "teachers"))
    pupils = [round(x) for x in p.row("enrollment")[1:]]
    each, over = divmod(pupils[0], top - lowest + 1)
    in_grades = [_within(year_1_lever(lowest + i), each + (i < over)) for i in range(top - lowest + 1)]
    begun: dict[str, Value] = {
        **{year_1_lever(g): 0.0 for g in range(len(GRADES))},
        **{year_1_lever(lowest + i): n for i, n in enumerate(in_grades)},
        **dict.fromkeys(JOINING.values(), 0.0),
        **dict.fromkeys(GOING_ON.values(), 1.0),
        CHOICE: BY_GRADE,
        "lowest_grade": float(lowest),
        "top_grade": float(top),
    }
    begun |= _all_move_up(in_grades, pupils) or _kept_up(one.changed(begun), pupils)
    return _staffed(one, begun)


def even_table(scenario: Scenario, grades: Sequence[int]) -> dict[str, Value]:
    """The values of `COUNTED` for a table: each year's students spread evenly over these grades.

    What only cohorts need stays as it is. Positions per section keep each year's teachers.
    """
    one = scenario.changed({CHOICE: ONE_NUMBER})
    p = project([one], only=("enrollment",))
    by_year = [divmod(round(x), len(grades)) for x in p.row("enrollment")[1:]]
    begun: dict[str, Value] = {
        **{k: one[k] for k in COUNTED},
        **{year_1_lever(g): 0.0 for g in range(len(GRADES))},
        **{
            year_1_lever(g): plainest([_within(year_1_lever(g), each + (i < over)) for each, over in by_year])
            for i, g in enumerate(grades)
        },
        CHOICE: BY_TABLE,
    }
    return _staffed(one, begun)


def _staffed(one: Scenario, begun: dict[str, Value]) -> dict[str, Value]:
    """These values of the count, with the positions per section that keep each year's teachers."""
    p = project([one.changed({**begun, PER_SECTION: 1.0}), one], only=("sections", "teachers"))
    staffed = zip(p.row("teachers", 1)[1:], p.row("sections")[1:], strict=True)
    begun[PER_SECTION] = plainest([_per_section(teachers, many) for teachers, many in staffed])
    return {k: begun[k] for k in COUNTED}


def _counted_as(scenario: Scenario, now: Scenario) -> dict[str, Value]:
    """A school in one number, counted evenly in the grades and in the way of a plan; empty where that serves
    no grade.
    """
    if is_table(now):
        grades = ever_served(now)
        # Which grades cohorts would serve has no part in a table, so that stands as the plan has it.
        idle = {k: now[k] for k in COUNTED if k != PER_SECTION}
        return {**idle, **even_table(scenario.changed(idle), grades)} if grades else {}
    grades = list(served(now, 1))
    return even(scenario, grades[0], grades[-1]) if grades else {}


def _all_move_up(in_grades: list[float], pupils: list[int]) -> dict[str, Value]:
    """Who enters where everybody moves up, so the grades hold these students; empty if that cannot be."""
    bounds = LEVERS[ENTERING].bounds
    assert bounds is not None
    entering, cohorts = [0.0] * len(pupils), in_grades
    for i in range(1, len(pupils)):
        entering[i] = pupils[i] - sum(cohorts[:-1])
        cohorts = [entering[i], *cohorts[:-1]]
    if not all(bounds[0] <= x <= bounds[1] for x in entering):
        return {}
    entering[0] = entering[1]  # Year 1 is the count itself
    return {ENTERING: plainest(entering), RETENTION: 1.0}


def _kept_up(counted: Scenario, pupils: list[int]) -> dict[str, Value]:
    """Who enters and what share moves up, so the grades hold these students in Years 1 to 5."""
    bounds = LEVERS[ENTERING].bounds
    assert bounds is not None
    entering, share = [0.0] * len(pupils), [1.0] * len(pupils)
    for i, year in enumerate(OPERATING[1:], 1):
        for moving_up in (1.0, pupils[i] / max(pupils[i - 1], 1)):
            share[i] = _within(RETENTION, round(moving_up, 4))
            tried = counted.changed({ENTERING: (*entering,), RETENTION: (*share,)})
            lacking = pupils[i] - project([tried], only=("pupils_in_grades",)).cell("pupils_in_grades", year)
            if bounds[0] <= lacking <= bounds[1]:
                break
        entering[i] = _within(ENTERING, lacking)
    entering[0] = entering[1]  # Year 1 is the count itself
    return {ENTERING: plainest(entering), RETENTION: plainest([share[1], *share[1:]])}


def _per_section(teachers: float, sections: float) -> float:
    """Rounded down to four digits: rounding up to the next half position then gives the teachers again."""
    return _within(PER_SECTION, np.floor(teachers / sections * 1e4 + 1e-6) / 1e4 if sections else 1.0)


def _within(lever: str, value: float) -> float:
    bounds = LEVERS[lever].bounds
    assert bounds is not None
    return float(np.clip(value, *bounds))


def same_school(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios have the same students and teachers in every year, and the same money.

    Students and teachers are not all of it. Rates by grade span act only where students are counted by grade,
    and what is bought for the students of a forecast only where they are one number.
    """
    lines = ("enrollment", "teachers", "structural_result", "fund_balance")
    p = project([one, other], only=lines)
    return all((p[line][0] == p[line][1]).all() for line in lines)


class Steps(NamedTuple):
    """The way from a start in one number to a plan by grade, in two steps that add up.

    The first leads from the start to `one`: everything but the count. The second leads from `counted`, the
    same school counted by grade, to the plan. Its changes are `groups`: the count, which is one change of
    facts named by its choice, then each of `decided`. Where counting was all, `counted` is the plan itself.
    """

    one: Scenario
    counted: Scenario
    decided: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]


def steps(start: Scenario, now: Scenario) -> Steps | None:
    """The two steps; None for a plan that counts its students as the start does.

    What the count has set aside and does not carry acts on nothing, so it moves on the second step, where it
    comes to 0.
    """
    if is_by_grade(start) or not is_by_grade(now):
        return None
    carried = carried_by_count(start, now)
    idle = tuple(k for k in _set_aside(start, now) if k not in carried)
    one = _before_the_count(start, now, idle)
    count = tuple(k for k in COUNTED if now[k] != start[k])
    if same_school(one, now):
        return Steps(one, now, (), (count, *((k,) for k in idle)))
    counted = one.changed(_counted_as(one, now))
    if not same_school(one, counted) or counted == one:
        return Steps(one, one, (), ((*count, *idle),))
    decided = tuple(k for k in COUNTED if is_decision(k) and now[k] not in (start[k], counted[k]))
    count = tuple(k for k in COUNTED if k not in decided and (k in count or now[k] != counted[k]))
    return Steps(one, counted, decided, (count, *((k,) for k in (*idle, *decided))))


def carried_by_count(start: Scenario, now: Scenario) -> frozenset[str]:
    """The settings that moved before students were counted by grade, so that the count carries them on.

    Counting sets them aside and fills in students, and positions per section that keep each year's teachers.
    Where the plan has what counting fills in with a moved setting rather than without it, that setting's
    effect is in the plan still. Moved after counting, or counted over by hand, a setting acts on nothing.
    """
    moved = _set_aside(start, now)
    some = ever_served(now) if is_table(now) else served(now, 1)
    if not moved or not some or now[PER_SECTION] == start[PER_SECTION]:
        return frozenset()
    of_students, of_staff = (tuple(k for k in moved if k in group) for group in (_STUDENTS, _STAFF))

    def before(students: bool, staff: bool) -> Scenario:
        return _before_the_count(
            start, now, (*(() if students else of_students), *(() if staff else of_staff))
        )

    def given(students: bool, staff: bool) -> list[Mapping[str, Value]]:
        """What counting gives under the class-size limits of the plan, and under those of the start."""
        one = before(students, staff)
        as_then = one.changed({k: start[k] for k in _LIMITS})
        return [_counted_as(x, now) for x in dict.fromkeys((one, as_then))]

    def alike(students: bool) -> int:
        """How many values of the count are those that counting gives."""
        tried = (x for staff in (True, False) for x in given(students, staff))
        return max(sum(x[k] == now[k] for k in COUNTED) for x in tried)

    p = project([now, before(True, True), before(False, True)], only=("enrollment",))["enrollment"][:, 1:]
    as_moved, as_begun = (bool((p[0] == p[i]).all()) for i in (1, 2))
    students = as_moved if as_moved != as_begun else alike(True) > alike(False)
    staff = any(x[PER_SECTION] == now[PER_SECTION] for x in given(students, True)) and not any(
        x[PER_SECTION] == now[PER_SECTION] for x in given(students, False)
    )
    return frozenset((*(of_students if students else ()), *(of_staff if staff else ())))


def _set_aside(start: Scenario, now: Scenario) -> tuple[str, ...]:
    """The settings that moved and that the way of counting closes, in the order of the register."""
    closed = set_aside_by(CHOICE, now)
    return tuple(k for k in now.differences(start) if k in closed)


def _before_the_count(start: Scenario, now: Scenario, out: Iterable[str]) -> Scenario:
    """The plan without its count, and without what moved in these settings."""
    return Scenario.of({**now.values, **{k: start[k] for k in (*COUNTED, *out)}}, now.name, now.names)


def recounted(start: Scenario, now: Scenario) -> tuple[str, ...]:
    """What a plan that was counted by grade already has set by counting otherwise: one change of facts, named
    by its choice. Empty where the way of counting stayed, or one number is counted before or now.
    """
    ways = {start[CHOICE], now[CHOICE]}
    if len(ways) < 2 or ONE_NUMBER in ways:
        return ()
    return tuple(k for k in COUNTED if now[k] != start[k] and not is_decision(k))


def began(start: Scenario, now: Scenario) -> Scenario:
    """The start, but for what was decided besides the count: that stands where counting alone had put it."""
    way = steps(start, now)
    return start.changed({k: way.counted[k] for k in way.decided}) if way else start


def under_assumptions(start: Scenario, now: Scenario) -> Scenario:
    """The starting plan under the assumptions of the present plan, with no decision changed.

    If only assumptions have changed it comes to the plan itself; if only decisions have, to the start.
    """
    way = steps(start, now)
    after = way.one if way else now
    base = Scenario.of({k: (start if is_decision(k) else after)[k] for k in LEVERS}, start.name, start.names)
    if way is None or way.counted == now:
        return base
    alone: Mapping[str, Value] = {}
    if way.decided:
        alone = _counted_as(base, now)
    return base.changed({k: alone[k] if k in way.decided else now[k] for k in COUNTED})
