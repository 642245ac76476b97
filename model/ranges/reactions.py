"""The same futures with a school that reacts: from the year after it first falls short.

In each future the first year is found that is short of money: its yearly costs are above public funding, or
it ends with savings below zero. In the years after it the chosen responses hold, up to Year 5. Nothing
changes in that year itself or before it, and nothing in a future that is never short. docs/ranges.md has the
equations.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from model.book.columns import column
from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.lines.it import AT_ONCE
from model.plan.responses import RESPONSES, changes_of, one_more, unknown_responses
from model.plan.scenario import Scenario
from model.results.projection import Projection, Scenarios, project_beside
from model.texts import say
from model.years import OPERATING, YEARS

POSITION, LIFE, CLASSES = "give_up_position", "postpone_refresh", "larger_classes"
_NAMES = {k: r.label_key for k, r in RESPONSES.items()} | {POSITION: "responses.give_up_position"}
_MEANS = {k: r.means_key for k, r in RESPONSES.items()} | {POSITION: "responses.give_up_position_means"}
REACTIONS = tuple(_NAMES)
USUAL = ("pause_pd", LIFE, POSITION)  # what a reader is shown before choosing
# As the rating does, with every position filled: nobody is saved from reacting by an empty room.
WATCHED = ("tested_result", "savings_when_filled", "enrollment", "teachers")
_LEAST_TEACHERS = 2.0  # positions; a school with fewer has none to give up


def reaction_name(key: str) -> str:
    """What a reaction is called."""
    return say(_NAMES[key])


def reaction_means(key: str) -> str:
    """What it does, in a sentence or two."""
    return say(_MEANS[key])


def first_short(p: Projection) -> Array:
    """The first year of each scenario that is short of money, 0 the start-up; `YEARS` where none is."""
    short = p["savings_when_filled"] < -HALF_A_CENT
    short[:, 1:] |= p["tested_result"][:, 1:] < -HALF_A_CENT
    found: Array = np.where(short.any(axis=1), short.argmax(axis=1), YEARS)
    return found


def reacting(scenario: Scenario, drawn: Scenarios, p: Projection, reactions: Collection[str]) -> Scenarios:
    """The futures of a plan in which it reacts. `p` holds the `WATCHED` lines of those futures.

    A school that is counted by grade while its enrollment is held has no one ratio: there larger classes move
    its class-size limits, and no position is given up. Raises `ScenarioError` for an unknown reaction.
    """
    unknown_responses(reactions, REACTIONS, "react")
    first = first_short(p)
    acts = np.arange(YEARS) > first[:, None]
    by_ratio = drawn.levers["enrollment_from"][0, 0] == "one_number"
    apart = (POSITION, LIFE, CLASSES) if by_ratio else (POSITION, LIFE)
    changed = _planned(scenario, drawn, first, [k for k in reactions if k not in apart])
    if LIFE in reactions:
        changed["device_life_years"] = _longer_lives(drawn, first, acts)
    if by_ratio:
        ratio = drawn.levers["pupils_per_teacher"]
        if CLASSES in reactions:
            ratio = np.where(acts, one_more("pupils_per_teacher", ratio), ratio)
        if POSITION in reactions:
            ratio = _without_one(drawn.replaced(pupils_per_teacher=ratio), p, acts)
        changed["pupils_per_teacher"] = ratio
    return drawn.replaced(**changed)


def _planned(
    scenario: Scenario, drawn: Scenarios, first: Array, responses: Collection[str]
) -> dict[str, Array]:
    """The levers of the responses, as the plan itself would move them after each possible first year."""
    found: dict[str, Array] = {}
    for year in range(YEARS - 1):
        rows = np.flatnonzero(first == year)
        after = [t for t in OPERATING if t > year]
        for key, value in changes_of(scenario, responses, after).items() if rows.size else ():
            if key not in found:
                found[key] = np.broadcast_to(drawn.levers[key], (drawn.count, YEARS)).copy()
            later = np.arange(YEARS) > year
            found[key][np.ix_(rows, later)] = np.broadcast_to(column([value]), (1, YEARS))[:, later]
    return found


def _longer_lives(drawn: Scenarios, first: Array, acts: Array) -> Array:
    """Devices a year longer. Bought all at once, only a purchase that is still to come can wait."""
    life = drawn.levers["device_life_years"]
    longer = one_more("device_life_years", life)
    if drawn.levers["refresh"][0, 0] == AT_ONCE:
        return np.where(first[:, None] < np.minimum(life, YEARS - 1), longer, life)
    return np.where(acts, longer, life)


def _without_one(drawn: Scenarios, before: Projection, acts: Array) -> Array:
    """Students per teacher with one position less in the years of the reaction."""
    ratio = drawn.levers["pupils_per_teacher"]
    p = project_beside(drawn, before, only=("staffing_pupils", "teachers"))
    fewer = np.maximum(p["teachers"] - 1, 1)
    may = acts & (p["teachers"] >= _LEAST_TEACHERS) & (p["staffing_pupils"] > 0)
    return np.where(may, p["staffing_pupils"] / fewer, ratio)
