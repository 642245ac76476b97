"""The study's claim, computed: under cuts its schools do as well as traditional ones, or better.

Our six illustrative schools stand in for those of the study. Whether a school does as well as the same school
without the program depends on what may be cut before staff, so it is read in three ways, the strictest first:

- `KEPT`: stipends, PD, devices and licenses stay; only a share of supplies and services goes.
- `BOTH`: all of that can pause, as on the board: stipends, PD, replacements, licenses, a share of supplies.
- `DROPPED`: the program ends, so raises, repairs and devices for more students go as well.

The school without the program may stop what it has in all of them. Two further readings show what the
strictest one rests on:

- `ALIKE`: the program is kept, but the school stops as much PD, devices and licenses as the other one has.
- `HIRED`: the program is kept, and the other school has more teachers for the money, whom it cannot stop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import GUARD, share
from model.evidence import SIX_SCHOOLS, Shock
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.stress.board import shocks_of
from model.stress.shocks import shocked
from model.stress.twin import TEACHERS, twin

KEPT, BOTH, DROPPED = "kept", "both", "dropped"
ALIKE, HIRED = "alike", "hired"
READINGS = (KEPT, BOTH, DROPPED)
# Teacher positions: none at all, the smallest step in which a school hires, and one person.
TOLERANCES = (0.0, 0.5, 1.0)
STEP = 0.5
_WITH, _SUPPLIES, _TEACHERS = range(3)  # the school with the program, and the two without it
_AT_RISK = {
    KEPT: "positions_at_risk_kept",
    BOTH: "positions_at_risk",
    DROPPED: "positions_at_risk_dropped",
}
_LINES = (
    *_AT_RISK.values(),
    "year_shortfall",
    "flexible_spending",
    "flexible_supplies",
    "teacher_position_cost",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The schools that a shock applies to and their twins under it: positions at risk in the worst year."""

    shock: Shock
    schools: tuple[str, ...]
    at_risk: tuple[float, ...]
    twins: tuple[float, ...]

    def holds(self, tolerance: float) -> tuple[bool, ...]:
        """School by school: as well as its twin, or better, if so many positions more are no difference."""
        return tuple(
            ours <= theirs + tolerance + GUARD for ours, theirs in zip(self.at_risk, self.twins, strict=True)
        )


def claim(shocks: Sequence[Shock] | None = None) -> dict[str, list[Compared]]:
    """Every school and its twin under each shock that applies to it, by reading, in one call.

    A shock that changes nothing in a school is no test of it and is not counted; one that applies to no
    school is left out.
    """
    against = shocks_of() if shocks is None else tuple(shocks)
    schools = [Scenario.of(s.values, s.label) for s in SIX_SCHOOLS.values()]
    others = [[twin(s) for s in schools], [twin(s, TEACHERS) for s in schools]]
    hits = [[[shocked(s, shock) for s in group] for group in (schools, *others)] for shock in against]
    p = project([s for groups in hits for group in groups for s in group], only=_LINES)
    pairs = _positions(p, (len(against), 1 + len(others), len(schools)))
    found: dict[str, list[Compared]] = {}
    for reading, (ours, theirs) in pairs.items():
        rows = zip(against, (groups[_WITH] for groups in hits), ours, theirs, strict=True)
        compared = (_where_it_applies(*row, schools) for row in rows)
        found[reading] = [c for c in compared if c.schools]
    return found


def _positions(p: Projection, shape: tuple[int, int, int]) -> Mapping[str, tuple[Array, Array]]:
    """By reading, the positions of the schools and of their twins, each of shape (shocks, schools)."""
    by_year = {line: p[line].reshape(*shape, -1) for line in _LINES}
    worst = {reading: by_year[line].max(axis=-1) for reading, line in _AT_RISK.items()}
    supplies, hired = worst[BOTH][:, _SUPPLIES], worst[BOTH][:, _TEACHERS]
    found = {reading: (worst[reading][:, _WITH], supplies) for reading in READINGS}
    flexible = by_year["flexible_supplies"]
    usual = (by_year["flexible_spending"] - flexible)[:, _SUPPLIES]
    left = np.maximum(by_year["year_shortfall"][:, _WITH] - flexible[:, _WITH] - usual, 0)
    alike: Array = share(left, by_year["teacher_position_cost"][:, _WITH]).max(axis=-1)
    return {**found, ALIKE: (alike, supplies), HIRED: (worst[KEPT][:, _WITH], hired)}


def _where_it_applies(
    shock: Shock, hits: Sequence[Scenario], ours: Array, theirs: Array, schools: Sequence[Scenario]
) -> Compared:
    hit = [i for i, (x, s) in enumerate(zip(hits, schools, strict=True)) if x.values != s.values]
    names = tuple(schools[i].name for i in hit)
    return Compared(shock, names, tuple(ours[hit].tolist()), tuple(theirs[hit].tolist()))
