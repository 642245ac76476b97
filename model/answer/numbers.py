"""The view numbers: the small, named set of numbers that the first view is made from. No Streamlit here.

Curves, verdict and key figures come from these and nothing else, so a rerun and a precomputed table can feed
the same charts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share
from model.plan.by_grade import CHOICE, ONE_NUMBER
from model.plan.facts import Facts
from model.results.horizon import Horizon, horizons
from model.results.marks import LINES as MARKED
from model.results.marks import Mark, marks
from model.results.projection import RESULTS, Projection
from model.results.safe_range import SafeRange, safe_ranges
from model.results.searches import cuts_survived
from model.results.verdicts import LINES as JUDGED
from model.results.verdicts import Verdict, judge_all

# Lines that the charts draw, by the name the charts use.
SERIES: Mapping[str, str] = MappingProxyType(
    {
        k: RESULTS[k]
        for k in (
            "enrollment",
            "public_revenue",
            "grant_revenue",
            "startup_it",
            "startup_pd",
            "startup_other",
            "one_time_stipends",
            "personnel",
            "pd",
            "it",
            "other_nonpersonnel",
            "one_time_cost",
            "recurring_cost",
            "net_position",
            "structural_result",
            "fund_balance",
        )
    }
)


class ViewNumbers(NamedTuple):
    """One scenario's numbers for the screen. Lists hold years 0 to 5; money in dollars, shares 0 to 1."""

    verdict: Verdict
    is_charter: bool
    results: list[float]  # structural result
    balances: list[float]  # at the end of each year
    result_positions: float  # year-5 structural result in teacher positions, signed
    margin: float  # year-5 structural result as a share of that year's recurring cost, signed
    enrollment: float  # students in year 1
    teachers: float  # positions, year 1
    class_size: float  # year 1
    pupils_per_adult: float  # year 1
    startup_total: float
    startup_per_pupil: float
    it_share: float  # of all cost in year 5
    pd_share: float
    days_of_expenditure: float  # in year 5
    cut_tolerance: float | None  # share, two years; None when a balance is below zero without any cut
    safe: SafeRange | None  # None by grade, and where year 5 falls short at the school's own size
    keeps_savings: bool  # all of every year's surplus may be carried forward
    by_grade: bool  # students are counted by grade, so there is no single size to ask for
    marks: tuple[Mark, ...]  # what happens in which year
    horizon: Horizon  # what comes after Year 5


def series(p: Projection, scenario: int = 0) -> Mapping[str, tuple[float, ...]]:
    """What the charts draw of one scenario."""
    return {name: tuple(p.row(line, scenario)) for name, line in SERIES.items()}


def series_of_all(p: Projection) -> Mapping[str, Array]:
    """What the charts draw of every scenario, each of shape (count, 6)."""
    return {name: p[line] for name, line in SERIES.items()}


_YEAR_5 = ("it_share", "pd_share", "days_of_expenditure")
_YEAR_1 = ("enrollment", "class_size", "pupils_per_adult", "teachers")

# Every line that the first view needs. A table for the live layer is hundreds of plans, so it computes no
# others.
NEEDED = (
    *SERIES.values(),
    *JUDGED,
    *MARKED,
    *_YEAR_1,
    *_YEAR_5,
    "teacher_position_cost",
    "startup_per_pupil",
)


def view_numbers(
    p: Projection, schools: Facts | Sequence[Facts], scenarios: slice = slice(None)
) -> list[ViewNumbers]:
    """The numbers of the given scenarios of a projection that holds the `NEEDED` lines.

    `schools` are the facts of each of the given scenarios, or those of the one school that all of them are
    plans of. Raises `ValueError` when they are not as many as the scenarios.
    """
    chosen = p.scenarios.chosen(scenarios)
    position = p["teacher_position_cost"][scenarios, 5]
    result = p["structural_result"][scenarios]
    columns: dict[str, Sequence[Any]] = {
        "results": result.tolist(),
        "balances": p["fund_balance"][scenarios].tolist(),
        "result_positions": share(result[:, 5], position).tolist(),
        "margin": share(result[:, 5], p["recurring_cost"][scenarios, 5]).tolist(),
        "startup_total": p["one_time_cost"][scenarios, 0].tolist(),
        "startup_per_pupil": p["startup_per_pupil"][scenarios, 0].tolist(),
        **{k: p[k][scenarios, 5].tolist() for k in _YEAR_5},
        **{k: p[k][scenarios, 1].tolist() for k in _YEAR_1},
        "cut_tolerance": [None if isnan(x) else x for x in cuts_survived(chosen).tolist()],
        "safe": safe_ranges(chosen),
        "keeps_savings": np.broadcast_to(
            (p.scenarios.levers["savings_kept"] == 1).all(axis=1), p.scenarios.count
        )[scenarios].tolist(),
        "by_grade": np.broadcast_to(p.scenarios.levers[CHOICE][:, 0] != ONE_NUMBER, p.scenarios.count)[
            scenarios
        ].tolist(),
        "verdict": judge_all(p, scenarios),
        "marks": marks(p, scenarios),
        "horizon": horizons(chosen),
    }
    of_each = [schools] * chosen.count if isinstance(schools, Facts) else schools
    columns["is_charter"] = [school.is_charter for school in of_each]
    in_order = (columns[key] for key in ViewNumbers._fields)
    return [ViewNumbers(*row) for row in zip(*in_order, strict=True)]
