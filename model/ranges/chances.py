"""In how many of its 2,000 futures a plan holds up, for those who read no bands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from model.plan.facts import Facts
from model.plan.scenario import Scenario
from model.ranges.draws import FUTURES
from model.ranges.futures import futures
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import Projection, project
from model.results.rating import Chance
from model.results.verdicts import State


def chance_of(scenario: Scenario, place: str = PLACE, pins: Collection[str] = ()) -> Chance:
    """The chance that `model.ranges.bands.ranges` gives, without the rest, in two thirds of its time. Raises
    `ScenarioError` for a source or a place that is not known.
    """
    drawn = futures(scenario, pins, place)
    return Chance(held_up(project(drawn, only=("verdict_state",))) / FUTURES, bool(pins))


def chances_of(
    plans: Iterable[tuple[Scenario, Facts]], place: str = PLACE, pins: Collection[str] = ()
) -> list[Chance]:
    """The chance of each plan, all with the same draws, by the counts of its kind of school in a place."""
    return [chance_of(plan, whose(place, plan, facts), pins) for plan, facts in plans]


def held_up(p: Projection) -> int:
    """How many scenarios of a projection pass the three tests of the verdict."""
    return int((p["verdict_state"][:, 5] == State.SUSTAINABLE.value).sum())
