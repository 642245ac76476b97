"""A shock to a plan: the same plan with other values of a few levers, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence

from model.book.vocabulary import share
from model.evidence import LEVERS, Shock, Value
from model.evidence.shocks import NEVER, OLD_GROWTH
from model.grades.classes import RATIO, ratio_of_classes
from model.grades.one_number import in_one_number
from model.plan.dating import plainest
from model.plan.in_play import idle
from model.plan.scenario import Scenario
from model.results.dollars_by_year import planned_funding, with_other_growth
from model.results.hiring import expected_before
from model.results.projection import Scenarios, project
from model.results.rent import rented_before
from model.years import OPERATING


def shocked(scenario: Scenario, shock: Shock) -> Scenario:
    """The scenario after the shock.

    A cut takes its share of what a cut in the plan has left: 10% on top of 10% is 19%. Whether it comes back
    is the shock's own answer; one with a record takes what the plan expects above it, and never less than
    nothing. A change of enrollment
    multiplies the plan's own path, before it is rounded to whole students, in its first year and in every
    later one; a school counted by grade is then counted by one number. All its grades lose alike, and it has
    the teachers that their classes need.
    Nobody foresees it, so a school that hires by its forecast keeps its teachers until the year after, and
    rent is paid for the students of the plan.
    Salaries grow by so much more a year from the first year on. Start-up grants come in lower only if the
    first year is the start-up year, and purchases wait for them where the plan says so; the sustaining grant
    changes from the first year on; it ends so many years earlier or later.
    What comes once is added in the first year alone, where it acts at all. Raises
    `ScenarioError` where a value would lie outside its bounds.
    """
    changes: dict[str, Value] = {}
    if shock.cut_rate or shock.record:
        changes["cut_rate"] = _cut(scenario, shock)
    if shock.enrollment_change:
        changes |= _pupils(scenario, shock)
    if shock.private_revenue_change:
        left = 1 + shock.private_revenue_change
        changes["sustaining_grant"] = _from(scenario, "sustaining_grant", shock, times=left)
        if shock.first_year == 0:
            received = scenario.number("startup_grants_received") * left
            changes["startup_grants_received"] = received
    if shock.salary_growth_change:
        growth = _from(scenario, "salary_growth", shock, plus=shock.salary_growth_change)
        changes |= with_other_growth(scenario, "salary_growth", growth)
    if shock.grant_years_change and _has_grant(scenario):
        changes["sustaining_grant_years"] = (
            scenario.number("sustaining_grant_years") + shock.grant_years_change
        )
    hit = scenario.changed(changes) if changes else scenario
    acting = [(lever, amount) for lever, amount in shock.once if lever not in idle(hit)]
    once = {lever: _once(hit, lever, amount, shock.first_year) for lever, amount in acting}
    return hit.changed(once) if once else hit


def _once(scenario: Scenario, lever: str, amount: float, year: int) -> Value:
    """The lever with so much more in one year. Year 0: the lever has one number, and it is that one."""
    if year == 0:
        return scenario.number(lever) + amount
    return tuple(scenario.number(lever, t) + (amount if t == year else 0) for t in OPERATING)


def _cut(scenario: Scenario, shock: Shock) -> Value:
    # Five numbers, even where all are the same: they state every year, and so set the plan's window aside.
    before, factor = project([scenario], only=["revenue_cut"]).row("revenue_cut"), planned_funding(scenario)
    missing = _missing(shock, factor)
    return tuple(before[t] + missing[t] * (1 - before[t]) for t in OPERATING)


def _missing(shock: Shock, factor: Sequence[float]) -> dict[int, float]:
    """The share of the planned funding that each year lacks. `factor` is the plan's growth since Year 1."""
    last = shock.first_year + shock.cut_years - 1
    lost = {t: shock.cut_rate if shock.first_year <= t <= last else 0.0 for t in OPERATING}
    if shock.comes_back in (OLD_GROWTH, NEVER) and shock.cut_rate:
        for t in range(shock.first_year, OPERATING[-1] + 1):
            grown = share(factor[t], factor[shock.first_year]) if shock.comes_back == NEVER else 1.0
            lost[t] = 1 - (1 - shock.cut_rate) / max(grown, 1.0)
    if shock.record:
        (base, dollars), *later = shock.record
        for t, paid in later:
            # A plan that expects no money in a year has none to lose.
            kept = paid / dollars * factor[base] / factor[t] if factor[t] else 1.0
            lost[t] = max(shock.record_share * (1 - kept), 0.0)
    return lost


def _pupils(counted: Scenario, shock: Shock) -> dict[str, Value]:
    left = 1 + shock.enrollment_change
    scenario = in_one_number(counted)  # nobody knows which grades a shock would empty: all lose alike
    if scenario is not counted:
        told = {**scenario.differences(counted), **_pupils(scenario, shock)}
        # Rent is for the students of the plan as it is counted: a forecast beside grades is not its own.
        return {**told, RATIO: _of_classes(counted, counted.changed(told)), **rented_before(counted)}
    expected = {**expected_before(scenario), **rented_before(scenario)}
    value = scenario["enrollment_year1"]
    if shock.first_year <= 1 and isinstance(value, float):
        return {"enrollment_year1": _tidy(value * left), **expected}
    # The path that growth makes becomes five numbers, which state every year.
    factor = project([scenario], only=["enrollment_factor"]).row("enrollment_factor")
    path = (scenario.number("enrollment_year1", t) * factor[t] for t in OPERATING)
    return {
        "enrollment_year1": tuple(
            _tidy(x * left) if t >= shock.first_year else x for t, x in enumerate(path, 1)
        ),
        **expected,
    }


def _of_classes(counted: Scenario, moved: Scenario) -> Value:
    # Half-empty classes of a tiny school may need more teachers than any ratio of a plan can give. Then it
    # is the lowest one, which is closer to the classes than the school's own.
    low, high = LEVERS[RATIO].bounds or (0.0, math.inf)
    ratio = ratio_of_classes(counted, Scenarios.of([moved])).clip(low, high)
    return plainest(ratio[0, OPERATING[0] :].tolist())


def _tidy(pupils: float) -> float:
    """Without the last binary digits: 11 less 14% are shown as 9.46, not as 9.459999999999999."""
    return round(pupils, 9)


def _from(scenario: Scenario, lever: str, shock: Shock, *, times: float = 1.0, plus: float = 0.0) -> Value:
    """The lever with other values from the shock's first year on."""
    before = scenario[lever]
    if shock.first_year <= 1 and isinstance(before, float):
        return before * times + plus
    return tuple(
        scenario.number(lever, t) * times + plus if t >= shock.first_year else scenario.number(lever, t)
        for t in OPERATING
    )


def _has_grant(scenario: Scenario) -> bool:
    years = int(scenario.number("sustaining_grant_years"))
    return any(scenario.number("sustaining_grant", t) > 0 for t in range(1, years + 1))
