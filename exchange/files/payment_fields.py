"""When money comes and goes, in a file, declared: a calendar for each flow, own shares, what comes late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exchange.files.faults import Place
from exchange.files.fields import UNUSABLE, Field, Record
from exchange.files.kinds import Line, Whole, Word
from model.months.timing import CHOSEN, LONGEST, MOST_LATE, OWN, calendars, timing_of
from model.plan.payment_times import PaymentTimes
from model.plan.scenario import ScenarioError
from model.texts import quoted, say

_SHARES, _LATE, _NEW = "shares", "late", "new_students"
_WITH_THE_REST, _LATER = "with_the_rest", "late"


def _payments(values: Mapping[str, Any], at: Place) -> Any:
    new = values[_NEW]
    if new not in (_WITH_THE_REST, _LATER):
        at.fault(say("plan_file.no_new_students", given=quoted(new[:60])))
        return UNUSABLE
    chosen = PaymentTimes(
        tuple((flow, values[flow]) for flow in CHOSEN if values[flow]),
        values[_SHARES],
        values[_LATE],
        new == _LATER,
    )
    try:
        timing_of(chosen)
    except ScenarioError as e:
        for problem in e.problems:
            at.fault(problem.message)
        return UNUSABLE
    return chosen


def _words(flow: str) -> tuple[str, ...]:
    own = (OWN,) if flow == "revenue" else ()
    return (*(c.key for c in calendars(flow)), *own)


def _calendar(flow: str) -> Field:
    return Field(
        flow,
        Word(_words(flow), "plan_file.no_calendar"),
        lambda chosen: chosen.calendar(flow, ""),
        optional=True,
        usual="",
    )


PAYMENTS = Record(
    (
        *(_calendar(flow) for flow in CHOSEN),
        Field(_SHARES, Line(LONGEST), lambda chosen: chosen.shares, optional=True, usual=""),
        Field(
            _LATE, Whole(0, MOST_LATE, "plan_file.no_months_late"), lambda c: c.late, optional=True, usual=0
        ),
        Field(
            _NEW,
            Word((_WITH_THE_REST, _LATER), "plan_file.no_new_students"),
            lambda chosen: _LATER if chosen.new_students_late else _WITH_THE_REST,
            optional=True,
            usual=_WITH_THE_REST,
        ),
    ),
    _payments,
    means="schema.payments",
)
