"""How many remarks there are on each of many plans, without a word: arrays in place of plan after plan.

`plan_remarks.how_many` counts the same for one plan. A list says fifty remarks and counts the others, so all
but a few of its rows come through here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Lever
from model.lines.it import AT_ONCE
from model.plan.by_grade import CHOICE, ONE_NUMBER
from model.plan.typed_values import tells_range
from model.results import (
    cash_remark,
    hold_harmless_remark,
    late_hires_remark,
    passed_over,
    people_remarks,
    rent,
    school_remarks,
)
from model.results.hiring import COUNT, LATE
from model.results.idle_settings import idle_among
from model.results.projection import Projection, Scenarios, project
from model.years import OPERATING, START_UP

# The lines that are looked at.
LINES = ("devices_owned", "enrollment", "cash", "fund_balance", *hold_harmless_remark.PUPILS)


def how_many_each(
    starts: Scenarios, now: Scenarios, p: Projection, moved: Mapping[str, Array]
) -> tuple[Array, Array, Array]:
    """The number of remarks on each plan at most, on which there is one to be said, and for which of them
    both have to be found singly, each of shape (count,).

    `p` are the results of `now` and hold `LINES`; `moved` tells by setting which plans differ from their
    start in it, and holds every setting that differs anywhere. No setting holds five numbers.
    """
    singly = _odd(starts, now, moved)
    found = sum((_is_unusual(LEVERS[k], now.levers[k][:, 0]) & rows for k, rows in moved.items()), _none(now))
    found = found + _passed_over(now, p) + _outgrown(now, p) + _cash_short(now, p)
    for key, rows in moved.items():
        tried = np.flatnonzero(rows & ~singly)
        if len(tried) and not LEVERS[key].of:
            found[tried[idle_among(starts, now, p, key, tried)]] += 1
    speaks = found > 0
    students = [k for k in moved if LEVERS[k].panel in rent.STUDENT_PANELS]
    if students:
        differ = np.logical_or.reduce([moved[k] for k in students])
        harmless, rented = differ & _held_harmless(now), differ & _rent_is_planned(now)
        found = found + harmless + rented
        if (doubt := harmless & ~speaks).any():
            speaks |= doubt & _paid_for_leavers(starts, p)
        if (doubt := rented & ~speaks).any():
            speaks |= doubt & _rent_followed(starts, now, students)
    if late_by := [moved[k] for k in (*students, *({COUNT} & moved.keys()))]:
        late = np.logical_or.reduce(late_by) & (_of(now, COUNT) == LATE)
        found = found + late
        if (doubt := late & ~speaks).any():
            speaks |= doubt & _waiting_longer(starts, p)
    return found, speaks, singly


def _paid_for_leavers(starts: Scenarios, p: Projection) -> Array:
    """Where `hold_harmless_remark` has something to say of plans that it looks at."""

    def most(of: Projection) -> Array:
        found: Array = (of["funded_pupils"] - of["staffing_pupils"]).max(axis=1)
        return found

    return np.greater(most(p), most(project(starts, only=hold_harmless_remark.PUPILS)))


def _waiting_longer(starts: Scenarios, p: Projection) -> Array:
    """The same of `late_hires_remark`."""

    def most(of: Projection) -> Array:
        found: Array = (of["enrollment"] - of["staffing_pupils"]).max(axis=1)
        return found

    return np.greater(most(p), most(project(starts, only=late_hires_remark.PUPILS)))


def _rent_followed(starts: Scenarios, now: Scenarios, students: Sequence[str]) -> Array:
    """The same of `rent_remark`."""
    before = project(now.replaced(**{k: starts.levers[k] for k in students}), only=(rent.STUDENTS,))
    planned: Array = before[rent.STUDENTS].copy()
    planned[:, 0] = planned[:, 1]  # five numbers, of which the first is that of the start-up year too
    held = now.replaced(**{rent.RENTED: planned})
    paid, now_paid = (project(x, only=("occupancy",))["occupancy"] for x in (held, now))
    return _in_some_year(paid > now_paid)


def _in_some_year(found: Array) -> Array:
    return np.asarray(found[:, OPERATING[0] :].any(axis=1))


def _none(now: Scenarios) -> Array:
    return np.zeros(now.count, dtype=int)


def _of(now: Scenarios, key: str) -> Array:
    """A setting of each plan, shape (count,)."""
    return np.broadcast_to(now.levers[key][:, 0], now.count)


def _odd(starts: Scenarios, now: Scenarios, moved: Mapping[str, Array]) -> Array:
    """Plans of whose choices there is more to say than arrays tell."""
    odd: Array = _of(now, CHOICE) != ONE_NUMBER
    odd = odd | (_of(now, people_remarks.INSURANCE) == "per_position")
    odd |= _of(now, people_remarks.PENSION) != _of(starts, people_remarks.PENSION)
    odd |= _of(now, people_remarks.INSURANCE) != _of(starts, people_remarks.INSURANCE)
    odd |= _of(now, "pay_moves") == "by_turnover"
    for key, rows in moved.items():
        if LEVERS[key].of or LEVERS[key].own or key in (rent.BASIS, people_remarks.OF_PAY):
            odd |= rows
    return odd


def _is_unusual(lever: Lever, values: Array) -> Array:
    """Where `typed_values.unusual` has something to say."""
    if lever.usual is None or lever.is_choice or not tells_range(lever):
        return np.zeros(len(values), dtype=bool)
    low, high = lever.usual
    found: Array = ~((low <= values) & (values <= high)) & (values != 0)
    return found


def _passed_over(now: Scenarios, p: Projection) -> Array:
    """Devices that are never replaced. Those bought beside need a fleet that goes up and down."""
    unused = _of(now, passed_over.KEY) != passed_over.USED[passed_over.KEY]
    at_once = _of(now, "refresh") == AT_ONCE
    found: Array = unused & at_once & (p["devices_owned"][:, START_UP[0]] >= passed_over.LEAST)
    return found


def _outgrown(now: Scenarios, p: Projection) -> Array:
    size = now.levers[school_remarks.BUILDING][:, -1:]
    return _in_some_year((size > 0) & (size < p["enrollment"]))


def _cash_short(now: Scenarios, p: Projection) -> Array:
    held_back = (_of(now, cash_remark.SHARE) != 0) | (_of(now, cash_remark.OWED) != 0)
    short = (p["cash"] < -HALF_A_CENT) & (p["fund_balance"] >= 0)
    found: Array = held_back & short.any(axis=1)
    return found


def _held_harmless(now: Scenarios) -> Array:
    assert hold_harmless_remark.PANELS == rent.STUDENT_PANELS
    found: Array = (_of(now, "hold_harmless") == "yes") & (_of(now, COUNT) != LATE)
    return found


def _rent_is_planned(now: Scenarios) -> Array:
    stated = _of(now, rent.RENTED) != 0
    found: Array = (_of(now, rent.BASIS) == rent.PLANNED) & (_of(now, rent.RATE) != 0) & ~stated
    return found
