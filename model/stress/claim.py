"""The study's claim, computed: under cuts its schools do as well as traditional ones, or better.

Our six illustrative schools stand in for those of the study. A school does as well as its twin without the
program, or better, when its positions at risk exceed the twin's by at most half a position: half a position
is the smallest step in which a school hires.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
READINGS = (SUPPLIES, TEACHERS, TECHNOLOGY)
_LINES = ("positions_at_risk", "year_shortfall", "flexible_spending", "flexible_refresh", "flexible_licenses")


@dataclass(frozen=True, slots=True)
class Compared:
    """The schools that a shock applies to and their twins under it: positions at risk in the worst year."""

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
    """Every school and its twin under each shock that applies to it, in one call.

    A shock that changes nothing in a school is no test of it and is not counted; one that applies to no
    school is left out. Raises `KeyError` for an unknown reading.
    """
    if reading not in READINGS:
        raise KeyError(f"There is no reading called {reading!r}. Choose from: {', '.join(READINGS)}.")
    against = shocks_of() if shocks is None else tuple(shocks)
    schools = [Scenario.of(s.values, s.label) for s in SIX_SCHOOLS.values()]
    twins = [twin(s, TEACHERS if reading == TEACHERS else SUPPLIES) for s in schools]
    hits = [[shocked(s, shock) for s in schools] for shock in against]
    batch = [
        x
        for shock, hit in zip(against, hits, strict=True)
        for x in (*hit, *(shocked(t, shock) for t in twins))
    ]
    p = project(batch, only=(*_LINES, "teacher_position_cost"))
    worst = p["positions_at_risk"].max(axis=1)
    found = worst.reshape(len(against), 2, len(schools))
    if reading == TECHNOLOGY:
        held = _technology_stays(p).max(axis=1).reshape(found.shape)
        found = np.stack([held[:, 0], found[:, 1]], axis=1)
    compared = [_where_it_applies(*row, schools) for row in zip(against, hits, found, strict=True)]
    return [c for c in compared if c.schools]


def _where_it_applies(
    shock: Shock, hits: Sequence[Scenario], worst: Array, schools: Sequence[Scenario]
) -> Compared:
    hit = [i for i, (x, s) in enumerate(zip(hits, schools, strict=True)) if x.values != s.values]
    ours, theirs = worst[0, hit], worst[1, hit]
    return Compared(shock, tuple(schools[i].name for i in hit), tuple(ours.tolist()), tuple(theirs.tolist()))


def _technology_stays(p: Projection) -> Array:
    """Positions at risk where devices and licenses cannot go, shape (count, 6)."""
    can_go = p["flexible_spending"] - p["flexible_refresh"] - p["flexible_licenses"]
    left = np.maximum(p["year_shortfall"] - can_go, 0)
    positions: Array = share(left, p["teacher_position_cost"])
    return positions
