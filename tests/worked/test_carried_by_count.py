"""What counting by grade sets aside is told once: with its effect where the count carries it, or as idle.

100 students in three grades at a class-size limit of 25 are 34, 33 and 33: two sections each, six together.
Ten teachers are 1.6666 to a section, rounded down to four digits. At 20 students per teacher there would be
five, at $60,000 each with benefits.
"""

from __future__ import annotations

import pytest

from model.evidence import Value
from model.explain.changes import changes
from model.explain.ledger import ledger
from model.plan.scenario import Scenario
from model.results.counting import carried_by_count, even
from model.results.plan_remarks import plan_remarks
from tests.looped import looped
from tests.worked.school import PLAIN

START = PLAIN.changed(dict.fromkeys(("class_size_trigger_k", "class_size_trigger_1_3"), 25.0))
RATIO, SIZE, SECTION = "pupils_per_teacher", "enrollment_year1", "teachers_per_section"


def counted(scenario: Scenario) -> Scenario:
    """As *Use it* with nothing typed."""
    return scenario.changed(even(scenario, 0, 2))


def effects(now: Scenario, line: str) -> dict[str, float]:
    found = changes(START, now, line, 1)
    assert found.start + sum(e.effect for e in found.effects) + found.together == pytest.approx(found.now)
    return {e.lever.key: e.effect for e in found.effects}


def idle(now: Scenario) -> list[str]:
    return [r.lever for r in plan_remarks(START, now) if "moves nothing" in r.text]


def test_counting_fills_in_the_positions():
    assert counted(START)[SECTION] == 1.6666
    assert counted(START.changed({RATIO: 20}))[SECTION] == 0.8333


@looped(
    ("before", "after", "teachers", "said"),
    [
        # Moved, then counted: five teachers fewer, and the count by itself moves none.
        ({RATIO: 20}, {}, {RATIO: -5, "enrollment_from": 0}, []),
        # Counted, then moved: ten teachers stay.
        ({}, {RATIO: 20}, {RATIO: 0, "enrollment_from": 0}, [RATIO]),
        ({}, {SIZE: 80}, {SIZE: 0, "enrollment_from": 0}, [SIZE]),
        # 80 students are 27, 27 and 26 in six sections, and take eight teachers.
        ({SIZE: 80}, {}, {SIZE: -2, "enrollment_from": 0}, []),
        # Counted, then the positions by hand: 6 x 1.5 = 9 whatever the ratio, one fewer than 6 x 1.6666.
        ({RATIO: 20}, {SECTION: 1.5}, {RATIO: 0, "enrollment_from": 0, SECTION: -1}, [RATIO]),
        # Other limits after counting: at 40 one section a grade, so 3 x 0.8333 = 2.5 teachers instead of 5.
        (
            {RATIO: 20},
            {"class_size_trigger_k": 40, "class_size_trigger_1_3": 40},
            {
                RATIO: -5,
                "class_size_trigger_k": 0,
                "class_size_trigger_1_3": 0,
                "enrollment_from": 0,
                SECTION: -2.5,
            },
            [],
        ),
        # One number still: the ratio acts as it always does.
        (None, {RATIO: 20}, {RATIO: -5}, []),
    ],
)
def test_a_setting_acts_or_is_idle_and_never_both(before, after, teachers, said):
    """Teachers of Year 1 by each change, and which settings are called idle."""
    now = (START if before is None else counted(START.changed(before))).changed(after)
    assert effects(now, "teachers") == pytest.approx(teachers)
    assert idle(now) == said
    shares: dict[str, float] = {
        e.levers[0].key: e.effects[0] for e in ledger(START, now, [("teachers", 1)]).entries
    }
    assert all(shares[k] == 0 for k in said)
    assert sum(shares.values()) == pytest.approx(sum(teachers.values()))


def test_a_count_typed_over_still_carries_what_moved_before():
    """80 students at 20 each, counted, then 30 in Grade 2: the positions of four teachers are in it yet."""
    moved: dict[str, Value] = {SIZE: 80, RATIO: 20}
    now = counted(START.changed(moved)).changed(grade_2_year1=30)
    assert carried_by_count(START, now) == {SIZE, RATIO}
    assert idle(now) == []


def test_an_opposite_effect_is_not_made_up():
    """Moved while counted by grade, students per teacher once was +$300,000 beside a count of -$300,000."""
    now = counted(START).changed({RATIO: 20})
    assert effects(now, "structural_result") == {"enrollment_from": 0, RATIO: 0}
