"""In how many of its 2,000 futures a plan holds up, for those who read no bands."""

from __future__ import annotations

from model.plan.scenario import Scenario
from model.ranges.draws import FUTURES
from model.ranges.futures import futures
from model.ranges.whose_counts import PLACE
from model.results.projection import Projection, project
from model.results.rating import Chance
from model.results.verdicts import State


def chance_of(scenario: Scenario, place: str = PLACE) -> Chance:
    """The chance that `model.ranges.bands.ranges` gives, without the rest. Raises `ScenarioError` for a
    place that is not known.
    """
    return Chance(held_up(project(futures(scenario, place=place), only=("verdict_state",))) / FUTURES)


def held_up(p: Projection) -> int:
    """How many scenarios of a projection pass the three tests of the verdict."""
    return int((p["verdict_state"][:, 5] == State.SUSTAINABLE.value).sum())
