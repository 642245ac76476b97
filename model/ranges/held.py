"""What to check first: how much more often a plan holds up if one source of doubt comes out as planned."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from model.plan.scenario import Scenario
from model.ranges.chances import held_up
from model.ranges.futures import futures, sources_of
from model.ranges.whose_counts import PLACE
from model.results.projection import project

WORTH = 100  # cases of 2,000 by which holding a source has to help, to be named first


@dataclass(frozen=True, slots=True)
class Held:
    """In how many of the 2,000 futures a plan holds up: as it is, and with each source held at the plan."""

    now: int
    alone: Mapping[str, int]

    def first(self) -> list[str]:
        """The sources worth checking, the one that helps most first."""
        helps = {k: n - self.now for k, n in self.alone.items() if n - self.now >= WORTH}
        return sorted(helps, key=lambda k: -helps[k])


def held(scenario: Scenario, pins: Collection[str] = (), place: str = PLACE) -> Held:
    """Each source held in its turn, on top of those that are held already. The draws are the same.

    Raises `ScenarioError` for a source or a place that is not known.
    """

    def count(*more: str) -> int:
        return held_up(project(futures(scenario, (*pins, *more), place), only=("verdict_state",)))

    return Held(count(), {k: count(k) for k in sources_of(scenario) if k not in pins})
