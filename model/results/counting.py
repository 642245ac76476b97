"""The same school counted by grade: as many pupils and teachers in every year as its one number gives."""

from __future__ import annotations

import numpy as np

from model.evidence import LEVERS, Value
from model.lines.grades import GRADES, year_1_lever
from model.plan.by_grade import BY_GRADE, CHOICE, ENTERING, ONE_NUMBER, is_by_grade
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.projection import project
from model.years import OPERATING

RETENTION, PER_SECTION = "retention", "teachers_per_section"
# What counting by grade sets, all of it together.
COUNTED = (
    CHOICE,
    "lowest_grade",
    "top_grade",
    *(year_1_lever(g) for g in range(len(GRADES))),
    ENTERING,
    RETENTION,
    PER_SECTION,
)


def even(scenario: Scenario, lowest: int, top: int) -> dict[str, Value]:
    """The values of `COUNTED` for a school that serves these grades, with its pupils spread evenly in Year 1.

    The lowest grades take the remainder. All move up, and as many enter as keep each year's enrollment; where
    that would take fewer than none or more than the bounds allow, the share that moves up follows the
    enrollment. Positions per section keep each year's teachers. Where the bounds of the levers allow no such
    school the nearest is given: `same_school` tells.
    """
    one = scenario.changed({CHOICE: ONE_NUMBER})
    p = project([one], only=("enrollment", "teachers"))
    pupils = [round(x) for x in p.row("enrollment")[1:]]
    each, over = divmod(pupils[0], top - lowest + 1)
    begun: dict[str, Value] = {
        **{year_1_lever(g): 0.0 for g in range(len(GRADES))},
        **{
            year_1_lever(g): _within(year_1_lever(g), each + (g - lowest < over))
            for g in range(lowest, top + 1)
        },
        CHOICE: BY_GRADE,
        "lowest_grade": float(lowest),
        "top_grade": float(top),
    }
    begun |= _kept_up(one.changed(begun), pupils)
    sections = project([one.changed(begun)], only=("sections",)).row("sections")[1:]
    staffed = zip(p.row("teachers")[1:], sections, strict=True)
    begun[PER_SECTION] = plainest([_per_section(teachers, many) for teachers, many in staffed])
    return {k: begun[k] for k in COUNTED}


def _kept_up(counted: Scenario, pupils: list[int]) -> dict[str, Value]:
    """Who enters and what share moves up, so that the grades hold these pupils in Years 1 to 5."""
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
    """Whether two scenarios have the same pupils and teachers in every year."""
    p = project([one, other], only=("enrollment", "teachers"))
    return all((p[line][0] == p[line][1]).all() for line in ("enrollment", "teachers"))


def apart_from_counting(start: Scenario, now: Scenario) -> tuple[Scenario, Scenario, tuple[str, ...]]:
    """A start and a plan that differ in what was decided and assumed, apart from how pupils are counted.

    Counting by grade what was one number is one change of facts. Where it keeps the pupils and teachers of
    every year it does nothing by itself: then both come back as they are in one number, with the levers that
    it has set. Otherwise pupils were counted anew; then the start comes back with the decisions that went
    along, such as positions per section, where counting alone would have put them. They have no effect there,
    and what was decided besides is the difference from them.
    """
    if is_by_grade(start) or not is_by_grade(now):
        return start, now, ()
    one = Scenario.of({**now.values, CHOICE: ONE_NUMBER}, now.name)
    if same_school(one, now):
        set_by_it = tuple(k for k in COUNTED if now[k] != start[k])
        return start, one.changed({k: start[k] for k in set_by_it}), set_by_it
    lowest, top = int(now.number("lowest_grade")), int(now.number("top_grade"))
    if top < lowest:
        return start, now, ()
    alone = even(now, lowest, top)
    moved = [k for k in COUNTED if is_decision(k) and now[k] != start[k]]
    return start.changed({k: alone[k] for k in moved}), now, ()


def under_assumptions(start: Scenario, now: Scenario) -> Scenario:
    """The starting plan under the assumptions of the present plan, with no decision changed.

    If only assumptions have changed it comes to the plan itself; if only decisions have, to the start.
    """
    before, after, _ = apart_from_counting(start, now)
    return Scenario.of({k: (before if is_decision(k) else after)[k] for k in LEVERS}, start.name)
