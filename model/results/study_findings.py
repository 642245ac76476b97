"""The published findings of the study compared with the results of the six illustrative schools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from model.evidence import FINDINGS, SIX_SCHOOLS, Finding
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.units import amount, is_money, percent, positions


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding with our figure; `holds` is None where the study gives no number to compare with."""

    finding: Finding
    computed: float | None
    holds: bool | None


def six_schools() -> Projection:
    """The six illustrative schools, calibrated to the published ranges."""
    return project([Scenario.of(school.values, school.label) for school in SIX_SCHOOLS.values()])


def _start_up(p: Projection) -> np.ndarray:
    return p["one_time_cost"][:, 0]


def _share_of_start_up(line: str) -> Callable[[Projection], float]:
    return lambda p: float(p[line][:, 0].sum() / _start_up(p).sum())


def _all_in(p: Projection) -> np.ndarray:
    return np.broadcast_to(p.scenarios.levers["all_in_funding_per_pupil"], (p.scenarios.count, 1))


MEASURES: Mapping[str, Callable[[Projection], float]] = {
    "schools_studied": lambda p: float(p.scenarios.count),
    "startup_cost_min": lambda p: float(_start_up(p).min()),
    "startup_cost_max": lambda p: float(_start_up(p).max()),
    "startup_per_pupil_min": lambda p: float(p["startup_per_pupil"][:, 0].min()),
    "startup_per_pupil_max": lambda p: float(p["startup_per_pupil"][:, 0].max()),
    "startup_share_it": _share_of_start_up("startup_it"),
    "startup_share_pd": _share_of_start_up("startup_pd"),
    "startup_share_other": _share_of_start_up("startup_other_cost"),
    "startup_max_share_of_funding": lambda p: float(p["startup_share_of_funding"][:, 0].max()),
    "all_in_funding_min": lambda p: float(_all_in(p).min()),
    "money_raised": lambda p: float(p["grant_revenue"][:, 0].sum()),
    "recurring_it_share_year5": lambda p: float(p["it"][:, 5].sum() / p["recurring_cost"][:, 5].sum()),
    "recurring_pd_share_change_max": lambda p: float((p["pd_share"][:, 5] - p["pd_share"][:, 1]).max()),
    "teacher_positions_change_min": lambda p: float((p["teachers"][:, 5] - p["teachers"][:, 1]).min()),
    "structural_result_year5_min": lambda p: float(p["structural_result"][:, 5].min()),
}


def check_findings() -> list[Checked]:
    """Every finding in the order of the register, with our figure where there is one to compute."""
    schools = six_schools()
    return [_check(f, schools) for f in FINDINGS.values()]


def figure(x: float, unit: str) -> str:
    """Our figure, with enough digits to compare it with the published one."""
    if unit == "share":
        return percent(x, 2)
    return amount(x, unit) if is_money(unit) else positions(x)


def _check(finding: Finding, schools: Projection) -> Checked:
    if not finding.computed:
        return Checked(finding, None, None)
    value = MEASURES[finding.computed](schools)
    low = -np.inf if finding.published_low is None else finding.published_low
    high = np.inf if finding.published_high is None else finding.published_high
    return Checked(finding, value, bool(low <= value <= high))
