"""A decision with a date: from a year, phased in, until a year. It becomes five yearly numbers."""

from __future__ import annotations

from collections.abc import Sequence

from model.evidence import Value
from model.plan.scenario import Problem, ScenarioError
from model.years import OPERATING_YEARS


def dated(
    lever: str, before: Value, value: float, first: int, phase: int = 1, last: int = OPERATING_YEARS
) -> Value:
    """The value in Years `first` to `last`, and the value before in all others.

    With a phase of two years half of the change is made in the first of them, with three a third, and so on.
    `before` is the lever's value without the decision, one number or five. Returns five numbers, or one where
    all are the same. Raises `ScenarioError` with everything that is wrong.
    """
    problems = [
        Problem(lever, given, message)
        for given, wrong, message in (
            (before, isinstance(before, str), f"{lever} is a choice and has no five numbers."),
            (
                first,
                not 1 <= first <= OPERATING_YEARS,
                f"A decision begins in Year 1 to {OPERATING_YEARS}, not {first}.",
            ),
            (
                phase,
                not 1 <= phase <= OPERATING_YEARS,
                f"It is phased in over 1 to {OPERATING_YEARS} years, not {phase}.",
            ),
            (
                last,
                not first <= last <= OPERATING_YEARS,
                f"It cannot end in Year {last} when it begins in Year {first}.",
            ),
        )
        if wrong
    ]
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
