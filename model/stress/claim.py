"""The study's claim, computed: under cuts its schools do as well as traditional ones, or better.

Our six illustrative schools stand in for those of the study. A school does as well as its twin without the
program, or better, when its positions at risk exceed the twin's by at most half a position: half a position
is the smallest step in which a school hires.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import GUARD, share
from model.evidence import SIX_SCHOOLS, Shock
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.stress.board import shocks_of
from model.stress.shocks import shocked
from model.stress.twin import SUPPLIES, TEACHERS, twin

TOLERANCE = 0.5  # teacher positions
TECHNOLOGY = "technology"
# The claim depends on what the twin does with the money and on what the school can stop, so it is read in
# three ways.
READINGS: Mapping[str, str] = MappingProxyType(
    {
        SUPPLIES: "The twin has the same people and spends the model's money on supplies and services",
        TEACHERS: "The twin has more teachers for the model's money",
        TECHNOLOGY: "As the first, but the school can neither postpone its devices nor drop its licenses; the twin can",
    }
)
_LINES = ("positions_at_risk", "year_shortfall", "flexible_spending", "flexible_refresh", "flexible_licenses")


@dataclass(frozen=True, slots=True)
class Compared:
    """The schools and their twins under one shock: positions at risk in the worst year, school by school."""

    shock: Shock
    schools: tuple[str, ...]
    at_risk: tuple[float, ...]
    twins: tuple[float, ...]

    @property
    def holds(self) -> tuple[bool, ...]:
        """School by school: as well as its twin, or better."""
        return tuple(
            ours <= theirs + TOLERANCE + GUARD for ours, theirs in zip(self.at_risk, self.twins, strict=True)
        )


def claim(reading: str = SUPPLIES, shocks: Sequence[Shock] | None = None) -> list[Compared]:
    """Every school and its twin under each shock, in one call. Raises `KeyError` for an unknown reading."""
    if reading not in READINGS:
        raise KeyError(f"There is no reading called {reading!r}. Choose from: {', '.join(READINGS)}.")
    against = shocks_of() if shocks is None else tuple(shocks)
    schools = [Scenario.of(s.values, s.label) for s in SIX_SCHOOLS.values()]
    twins = [twin(s, TEACHERS if reading == TEACHERS else SUPPLIES) for s in schools]
    p = project(
        [shocked(s, shock) for shock in against for s in (*schools, *twins)], only=(*_LINES, "pay_load")
    )
    worst = p["positions_at_risk"].max(axis=1)
    found = worst.reshape(len(against), 2, len(schools))
    if reading == TECHNOLOGY:
        held = _technology_stays(p).max(axis=1).reshape(found.shape)
        found = np.stack([held[:, 0], found[:, 1]], axis=1)
    names = tuple(s.name for s in schools)
    return [
        Compared(shock, names, tuple(ours.tolist()), tuple(theirs.tolist()))
        for shock, (ours, theirs) in zip(against, found, strict=True)
    ]


def _technology_stays(p: Projection) -> Array:
    """Positions at risk where devices and licenses cannot go, shape (count, 6)."""
    can_go = p["flexible_spending"] - p["flexible_refresh"] - p["flexible_licenses"]
    left = np.maximum(p["year_shortfall"] - can_go, 0)
    positions: Array = share(left, p.scenarios.levers["teacher_salary"] * p["pay_load"])
    return positions
