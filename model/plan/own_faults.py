"""Refusing a plan whose own lines do not fit together: every door asks before it takes one."""

from __future__ import annotations

from model.evidence import LEVERS
from model.evidence.own_lines import FIRST, KIND, LAST, own_key
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
    numbers = {LEVERS[p.lever].own for p in problems(plan)}
    years = (own_key(number, field) for number in numbers for field in (KIND, FIRST, LAST))
    return plan.changed({k: before[k] for k in years}) if numbers else plan
