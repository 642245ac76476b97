"""Whose counts the cases spread by, and where their middle goes, in sentences."""

from __future__ import annotations

import numpy as np

from model.evidence import Spread
from model.evidence.spreads import DISTRICT, GROWING, UNNAMED
from model.plan.scenario import Scenario
from model.ranges.whose_counts import is_drifting
from model.texts import say
from model.units import percent


def middle_of_cases(spread: Spread, plan: Scenario) -> str:
    """What the counts of the place did, and whether the cases lie around that or around the plan."""
    if spread.place == UNNAMED:
        return say("cases.around_unnamed")
    if not spread.drift:
        if spread.kind == GROWING:  # whose own path is no drift
            return say("cases.around_plan")
        return say("cases.drift_none", who=spread.label, years=spread.years)
    said = [_drift(spread)]
    said.append(say("cases.around_drift" if is_drifting(spread, plan) else "cases.around_plan"))
    if spread.kind == DISTRICT:
        said.append(say("cases.around_districts"))
    return " ".join(said)


def _drift(spread: Spread) -> str:
    key = "cases.drift_lost" if spread.drift < 0 else "cases.drift_gained"
    return say(
        key, who=spread.label, share=percent(abs(float(np.expm1(spread.drift))), 1), years=spread.years
    )
