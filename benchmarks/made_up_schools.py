"""As many schools as one likes, made from the presets: the same ones every time, and nobody's."""

from __future__ import annotations

from model.evidence import LEVERS, PRESETS
from model.plan.scenario import Scenario

_MOVED = (
    "enrollment_year1",
    "enrollment_growth",
    "pupils_per_teacher",
    "teacher_salary",
    "software_per_pupil",
)
_TURN = 0.6180339887498949  # the golden section: its multiples spread evenly, however many there are


def made_up_schools(count: int) -> list[Scenario]:
    """`count` schools: the presets in turn, each with five settings moved within their usual slider."""
    keys = sorted(PRESETS)
    return [_school(keys[n % len(keys)], n) for n in range(count)]


def _school(preset: str, number: int) -> Scenario:
    moved = {key: _place(key, (number + 1) * (place + 1) * _TURN % 1) for place, key in enumerate(_MOVED)}
    return Scenario.preset(preset).changed(moved).named(f"School {number + 1}")


def _place(key: str, share: float) -> float:
    """So far along the slider, on one of its steps."""
    lever = LEVERS[key]
    assert lever.usual is not None
    assert lever.step is not None
    low, high = lever.usual
    return round(low + lever.step * int(share * (high - low) / lever.step), 6)
