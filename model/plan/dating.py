"""A decision with a date: from a year, phased in, until a year. It becomes five yearly numbers."""

from __future__ import annotations

from collections.abc import Sequence

from model.evidence import Value
from model.plan.scenario import Problem, ScenarioError
from model.texts import say
from model.years import OPERATING_YEARS


def dated(
    lever: str, before: Value, value: float, first: int, phase: int = 1, last: int = OPERATING_YEARS
) -> Value:
    """The value in Years `first` to `last`, and the value before in all others.

    With a phase of two years half of the change is made in the first of them, with three a third, and so on.
    `before` is the lever's value without the decision, one number or five. Returns five numbers, or one where
    all are the same. Raises `ScenarioError` with everything that is wrong.
    """
    problems = []
    if isinstance(before, str):
        problems.append(Problem(lever, before, say("values.a_choice_has_no_years", setting=lever)))
    if not 1 <= first <= OPERATING_YEARS:
        problems.append(Problem(lever, first, say("values.first_year", given=first, last=OPERATING_YEARS)))
    if not 1 <= phase <= OPERATING_YEARS:
        problems.append(Problem(lever, phase, say("values.phase", given=phase, most=OPERATING_YEARS)))
    if not first <= last <= OPERATING_YEARS:
        problems.append(Problem(lever, last, say("values.last_year", given=last, first=first)))
    if problems:
        raise ScenarioError(problems)
    assert not isinstance(before, str)
    base = before if isinstance(before, tuple) else (before,) * OPERATING_YEARS
    return plainest(
        [
            was + (value - was) * min(1.0, (year - first + 1) / phase) if first <= year <= last else was
            for year, was in enumerate(base, 1)
        ]
    )


def plainest(years: Sequence[float]) -> Value:
    """Five numbers, or one where all are the same."""
    return years[0] if len(set(years)) == 1 else tuple(years)
