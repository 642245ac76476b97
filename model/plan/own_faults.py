"""Refusing a plan whose own lines do not fit together: every door asks before it takes one."""

from __future__ import annotations

from model.plan import own_lines
from model.plan.scenario import Problem, Scenario, ScenarioError


def problems(plan: Scenario) -> list[Problem]:
    """What does not fit together in the own lines of a plan, each with the setting that it is said of."""
    return [Problem(k, plan[k], said) for k, said in own_lines.faults(plan.values, plan.names)]


def checked(plan: Scenario) -> Scenario:
    """The plan. Raises `ScenarioError` with everything in its own lines that does not fit together."""
    if found := problems(plan):
        raise ScenarioError(found)
    return plan


def mended(plan: Scenario, before: Scenario) -> Scenario:
    """The plan with the years of those lines as they were before."""
    numbers = {p.lever[:6] for p in problems(plan)}
    years = (f"{line}_{field}" for line in numbers for field in ("kind", "first_year", "last_year"))
    return plan.changed({k: before[k] for k in years}) if numbers else plan
