"""The book of lines as a script that follows the sliders of one plan, carried on for ten years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.book.script import script
from model.evidence import GROWING, LEVERS, Value
from model.evidence.growing import AS_TYPED
from model.lines.worksheet import BOOK
from model.plan.each_year import growth_of
from model.plan.scenario import Scenario
from model.results.horizon import LOOKED_TO, settings_carried_on

LINES = (
    "public_revenue",
    "recurring_cost",
    "structural_result",
    "result_evenly",
    "tested_result",
    "fund_balance",
    "savings_when_filled",
    "saved_on_open_positions",
    "net_position",
    "grant_revenue",
    "one_time_cost",
    "verdict_state",
    "sustained",
    "never_negative",
    "stands_without_grants",
    "teacher_position_cost",
    "beginner_position_cost",
)
_YEARS = LOOKED_TO + 1


def model_script(now: Scenario, free: Sequence[str]) -> str:
    """A function that gives the lines that the page reads, Years 0 to 10, by the values of the free settings.

    All else is the plan's own number.
    """
    settings = settings_carried_on(now, _YEARS)
    return script(BOOK, LEVERS, LINES, settings, _free(now, free), short=True, years=_YEARS)


def free_values(now: Scenario, free: Sequence[str]) -> dict[str, Value]:
    """What the sliders may change, as the plan has it."""
    return {k: now[k] for k in _free(now, free)}


def _free(now: Scenario, free: Sequence[str]) -> tuple[str, ...]:
    """The settings of the sliders, the marks of five numbers of one, and what grows by one after Year 5."""
    marks = [GROWING[k].mark for k in free if k in GROWING and isinstance(now[k], tuple)]
    return tuple(dict.fromkeys((*free, *marks, *(row["key"] for row in carried_on(now, free)))))


def carried_on(now: Scenario, free: Sequence[str]) -> list[dict[str, Any]]:
    """Settings of dollars as typed that a slider moves, or that grow by a slider after Year 5: their key,
    their mark, and their growth, a setting or a rate.
    """
    found = []
    for key, row in GROWING.items():
        if now[row.mark] != AS_TYPED or not row.grows_with:
            continue
        growth = growth_of(row)
        if key in free or growth in free:
            rate = growth if growth in free else now.number(growth, 5)
            found.append({"key": key, "mark": row.mark, "growth": rate})
    return found
