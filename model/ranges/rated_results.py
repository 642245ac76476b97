"""Results as text with the rating of each plan: its chance is worked out where people read it."""

from __future__ import annotations

from collections.abc import Sequence

from model.forms import TABLE
from model.plan.facts import Facts
from model.plan.scenario import Scenario
from model.ranges.chances import chances_of
from model.results.results_text import results_text

MOST_TESTED = 20  # plans whose chance is worked out for a table; a longer list is told on paper alone


def rated_results(
    scenarios: Sequence[Scenario], names: Sequence[tuple[str, str]], facts: Sequence[Facts], form: str
) -> str:
    """What `results_text` gives; in a table for people each of a few plans is rated with its chance."""
    is_rated = form == TABLE and len(scenarios) <= MOST_TESTED
    chances = chances_of(zip(scenarios, facts, strict=True)) if is_rated else ()
    return results_text(scenarios, names, form, chances)
