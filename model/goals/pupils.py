"""The student's side of a plan in Year 5: what a saving means where students are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share
from model.lines.positions import ADULTS, STAND_INS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.texts import say
from model.units import amount

YEAR = 5
_STAFF = tuple(k for k in BOOK.parts(ADULTS) if k != STAND_INS)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that students would notice, in Year 5; shape (scenarios,)."""

    label_key: str
    unit: str
    lines: tuple[str, ...]
    of: Callable[[Projection], Array]

    @property
    def label(self) -> str:
        return say(self.label_key)


def _line(key: str) -> Callable[[Projection], Array]:
    return lambda p: p[key][:, YEAR]


def lever(p: Projection, key: str) -> Array:
    """A numeric lever in Year 5."""
    held: Array = np.broadcast_to(p.scenarios.levers[key][:, -1], p.scenarios.count)
    return held


def _lever(key: str) -> Callable[[Projection], Array]:
    return lambda p: lever(p, key)


def adults(p: Projection) -> Array:
    """All positions except those who stand in for released leaders, who are not counted twice."""
    staff: Array = np.sum([p[k][:, YEAR] for k in _STAFF], axis=0)
    return staff


def _pupils_per_adult(p: Projection) -> Array:
    ratio: Array = share(p["enrollment"][:, YEAR], adults(p))
    return ratio


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "class_size": Measure("find_a_fix.class_size", "pupils", ("class_size",), _line("class_size")),
        "pupils_per_adult": Measure(
            "find_a_fix.students_per_adult", "pupils", ("enrollment", *_STAFF), _pupils_per_adult
        ),
        "teachers": Measure("find_a_fix.teachers", "positions", ("teachers",), _line("teachers")),
        "leaders": Measure("find_a_fix.teacher_leaders", "positions", (), _lever("teacher_leaders")),
        "release": Measure(
            "find_a_fix.release_time", "positions", ("release_positions",), _line("release_positions")
        ),
        "pd": Measure("find_a_fix.pd_per_teacher", "usd_per_teacher", (), _lever("recurring_pd_per_teacher")),
        "startup_pd": Measure(
            "find_a_fix.startup_pd_per_teacher", "usd_per_teacher", (), _lever("startup_pd_per_teacher")
        ),
        "sub_days": Measure(
            "find_a_fix.substitute_days", "days_per_teacher", (), _lever("sub_days_per_teacher")
        ),
        "devices": Measure(
            "find_a_fix.devices_per_student", "devices_per_pupil", (), _lever("devices_per_pupil")
        ),
        "life": Measure("find_a_fix.device_life", "years", (), _lever("device_life_years")),
        "software": Measure(
            "find_a_fix.software_per_student", "usd_per_pupil", (), _lever("software_per_pupil")
        ),
        "other": Measure(
            "find_a_fix.supplies_per_student", "usd_per_pupil", (), _lever("nonpersonnel_per_pupil")
        ),
    }
)
_LINES = tuple({k for m in MEASURES.values() for k in m.lines})


@dataclass(frozen=True, slots=True)
class Felt:
    """One measure before and after a change."""

    label: str
    before: str
    after: str


def felt(plan: Scenario, changed: Sequence[Scenario]) -> list[list[Felt]]:
    """For each changed plan, what students would notice against the plan, Year 5; empty for nothing."""
    p = project([plan, *changed], only=_LINES)
    rows = {k: m.of(p).tolist() for k, m in MEASURES.items()}
    said = {k: [amount(x, MEASURES[k].unit, long=False) for x in row] for k, row in rows.items()}
    return [
        [Felt(m.label, said[k][0], said[k][i]) for k, m in MEASURES.items() if said[k][i] != said[k][0]]
        for i in range(1, len(changed) + 1)
    ]
