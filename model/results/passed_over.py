"""Devices that are there and that a plan passes over: it buys more beside them, or never replaces them.

Plans from before the setting count so. They keep their numbers, and are told of the press that mends it.
"""

from __future__ import annotations

from model.lines.it import AT_ONCE
from model.plan.scenario import Scenario
from model.plan.taken import Remark, press_for, typed_for
from model.results.projection import project
from model.texts import counted, say
from model.units import number
from model.years import START_UP

KEY = "standing_devices"
USED = {KEY: "used"}
LEAST = 0.5  # devices


def passed_over_devices(now: Scenario) -> list[Remark]:
    """What there is to know about devices that are there already; nothing where the plan counts them."""
    if now[KEY] == USED[KEY]:
        return []
    if now["refresh"] == AT_ONCE:
        owned = project([now], only=("devices_owned",)).cell("devices_owned", START_UP[0])
        return [_remark("values.never_replaced", owned)] if owned >= LEAST else []
    if all(not isinstance(now[k], tuple) for k in _MOVE_THE_FLEET):
        return []  # one rate for all years goes up or down and never back
    p = project([now, now.changed(USED)], only=("devices_evenly",))["devices_evenly"]
    twice = float((p[0] - p[1]).clip(min=0.0).sum())
    return [_remark("values.bought_beside", twice)] if twice >= LEAST else []


_MOVE_THE_FLEET = (
    "enrollment_year1",
    "enrollment_growth",
    "devices_per_pupil",
    "spare_rate",
    "top_grade",
    "entering_pupils",
    "retention",
)


def _remark(key: str, devices: float) -> Remark:
    text = say(key, count=counted(number(devices)))
    return Remark(KEY, text, USED, press_for(USED), typed_for(USED))
