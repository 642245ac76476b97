"""Hold harmless pays for students who have left. A plan whose teachers leave at once keeps that money."""

from __future__ import annotations

from collections.abc import Iterator

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.plan.taken import Remark, press_for, typed_for
from model.results.hiring import COUNT, LATE
from model.results.projection import project
from model.texts import counted, say
from model.units import money, year_name
from model.years import OPERATING

PUPILS = ("funded_pupils", "staffing_pupils")
_LINES = (*PUPILS, "structural_result")
PANELS = ("enrollment", "by_grade")


def hold_harmless_remark(start: Scenario, now: Scenario) -> Iterator[Remark]:
    """One remark where a change of students or of hold harmless made the plan earn more by it than its start.

    It says how much in Year 5, or in the year with most such students where there are none in Year 5, and
    offers to let teachers follow last fall's count.
    """
    moved = moved_students(start, now)
    if not moved:
        return
    late = now.changed({COUNT: LATE})
    p = project([start, now, late], only=_LINES)
    gone = p["funded_pupils"] - p["staffing_pupils"]
    if gone[1].max() <= gone[0].max():
        return
    year = OPERATING[-1] if gone[1, -1] > 0 else max(OPERATING, key=lambda t: gone[1, t])
    worth = p.cell("structural_result", year, 1) - p.cell("structural_result", year, 2)
    text = say(
        "values.paid_for_leavers",
        count=counted(int(gone[1, year])),
        year=year_name(year),
        amount=money(worth),
        result=money(p.cell("structural_result", year, 2)),
    )
    offers = {COUNT: LATE}
    yield Remark(moved[0], text, offers, press_for(offers), typed_for(offers))


def moved_students(start: Scenario, now: Scenario) -> list[str]:
    """The settings of students that moved, in a plan with hold harmless whose teachers do not follow late."""
    if now["hold_harmless"] != "yes" or now[COUNT] == LATE:
        return []
    return [k for k in now.differences(start) if LEVERS[k].panel in PANELS]
