"""A plan's settings as the script of the book takes them (`model/book/script.py`), ready for JSON."""

from __future__ import annotations

from model.plan.scenario import Scenario

Given = float | str | list[float]


def script_levers(scenario: Scenario) -> dict[str, Given]:
    """Every setting by its key: a number, five numbers for Years 1 to 5, or the name of a choice.

    The marks that say what five numbers mean are among them. Shares are 0 to 1, as inside.
    """
    return {k: list(v) if isinstance(v, tuple) else v for k, v in scenario.values.items()}
