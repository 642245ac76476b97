"""From scenarios to five-year results: one scenario or ten thousand, the same code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from model.book.columns import column, with_start_up
from model.book.compiled.worked_out import Compiled
from model.book.terms import Array
from model.evidence import LEVERS, Value
from model.lines.worksheet import BOOK
from model.plan.own_lines import OF_NUMBER
from model.plan.scenario import Problem, Scenario, ScenarioError, set_aside
from model.years import OPERATING_YEARS, YEARS

# Result names of the published reference table where they differ from the line's own key.
_RESULT_LINES = {"startup_other": "startup_other_cost"}
RESULT_KEYS = (
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
    "operating_margin",
    "fund_balance_ratio",
    "days_of_expenditure",
    "it_share",
    "pd_share",
    "personnel_share",
    "grant_dependency",
    "gap_in_teacher_positions",
)
# Shortfalls in people, which have no meaning before the school is open.
GAPS = ("gap_in_teacher_positions", "gap_in_beginning_teachers")
RESULTS: Mapping[str, str] = MappingProxyType({k: _RESULT_LINES.get(k, k) for k in RESULT_KEYS})


@dataclass(frozen=True, slots=True)
class Scenarios:
    """Any number of scenarios as arrays: for every lever an array of shape (count or 1, 6 or 1)."""

    levers: Mapping[str, Array]
    count: int

    @classmethod
    def of(cls, scenarios: Sequence[Scenario]) -> Scenarios:
        """The given scenarios, in order. ValueError when there is none."""
        if not scenarios:
            raise ValueError("There is no scenario to project.")
        plans = [s.values for s in scenarios]
        own = {n for s in scenarios for n in s.own_lines}
        looked_at = (
            {**_OF_ALL, **{k: LEVERS[k].default for n in own for k in OF_NUMBER[n]}} if own else _OF_ALL
        )
        # What all plans share is one row, and most of it stands at its default: then the work is done.
        moved: dict[str, list[Value]] = {}
        if len(plans) == 1:
            (plan,) = plans
            moved = {k: [plan[k]] for k, default in looked_at.items() if plan[k] != default}
        else:
            for key, default in looked_at.items():
                values = [plan[key] for plan in plans]
                if values.count(default) < len(values):
                    moved[key] = values
        shared = {k: column(v[:1]) for k, v in moved.items() if v.count(v[0]) == len(v)}
        apart = _columns({k: v for k, v in moved.items() if k not in shared}, len(plans))
        return cls(MappingProxyType({**USUAL, **shared, **apart}), len(plans))

    @classmethod
    def varied(cls, base: Scenario, /, **grid: ArrayLike) -> Scenarios:
        """The base scenario many times over, with other values for some levers.

        Each grid holds n values, shape (n,), or n times five yearly values, shape (n, 5). Raises
        `ScenarioError` for a value out of bounds and `ValueError` for lengths that differ.
        """
        shapes = {k: () if np.ndim(v) == 2 else 0.0 for k, v in grid.items()}
        levers = dict(cls.of([base.changed(set_aside(shapes))]).levers)
        columns = {k: _grid(k, np.asarray(v)) for k, v in grid.items()}
        counts = {c.shape[0] for c in columns.values()} or {1}
        if len(counts) > 1:
            raise ValueError(f"The grids differ in length: { {k: c.shape[0] for k, c in columns.items()} }.")
        return cls(MappingProxyType({**levers, **columns}), counts.pop())

    def chosen(self, rows: slice) -> Scenarios:
        """Some of the scenarios."""
        if rows == slice(None):
            return self
        levers = {k: v if len(v) == 1 else v[rows] for k, v in self.levers.items()}
        return Scenarios(MappingProxyType(levers), len(range(*rows.indices(self.count))))

    def repeated(self, rows: Array, times: int) -> Scenarios:
        """The given rows, each so many times in a row."""
        levers = {k: v if len(v) == 1 else np.repeat(v[rows], times, axis=0) for k, v in self.levers.items()}
        return Scenarios(MappingProxyType(levers), len(rows) * times)

    def replaced(self, **levers: Array) -> Scenarios:
        """The same scenarios with other arrays for some levers, shape (count or 1, 6 or 1).

        Not checked: meant for searches.
        """
        return Scenarios(MappingProxyType({**self.levers, **levers}), self.count)

    def __reduce__(self) -> tuple[object, ...]:
        """Sent to another process: an array at its default by name alone, and there it is that process's."""
        apart = {k: None if v is USUAL.get(k) else v for k, v in self.levers.items()}
        return _arrived, (apart, self.count)


def _arrived(apart: Mapping[str, Array | None], count: int) -> Scenarios:
    levers = {k: USUAL[k] if v is None else v for k, v in apart.items()}
    return Scenarios(MappingProxyType(levers), count)


# The settings where no plan of a batch says anything unusual. Nothing writes into these arrays.
USUAL: Mapping[str, Array] = MappingProxyType({k: column([x.default]) for k, x in LEVERS.items()})
# The defaults of all settings but those of a school's own lines, of which most plans have none.
_OF_ALL = {k: x.default for k, x in LEVERS.items() if not x.own}
_COMPILED = Compiled(BOOK)
_COMPILED.know(USUAL)


def _columns(values: Mapping[str, list[Value]], count: int) -> dict[str, Array]:
    # Most levers are one number in every scenario; one array and views of it are the cheapest form.
    plain = [k for k, column_ in values.items() if all(type(x) is float for x in column_)]
    block = np.array([values[k] for k in plain], dtype=float).reshape(len(plain), count, 1)
    quick = dict(zip(plain, block, strict=True))
    return {k: quick[k] if k in quick else column(v) for k, v in values.items()}


def _grid(key: str, values: Array) -> Array:
    if key not in LEVERS:
        raise ScenarioError([Problem(key, None, f"There is no lever called {key!r}.")])
    lever = LEVERS[key]
    yearly = values.ndim == 2 and values.shape[1] == OPERATING_YEARS and lever.per_year
    if values.ndim != 1 and not yearly:
        raise ValueError(f"{key}: a grid has the shape (n,) or, if the lever may change by year, (n, 5).")
    if lever.is_choice:
        wrong = ~np.isin(values, lever.choices)
    else:
        values = values.astype(float)
        assert lever.bounds is not None
        wrong = ~((values >= lever.bounds[0]) & (values <= lever.bounds[1]))
        wrong |= (values > 0) & (values < lever.least_above_zero)
        if lever.is_whole:
            wrong |= values != np.floor(values)
    if wrong.any():
        bad = values[wrong][0]
        raise ScenarioError([Problem(key, bad, f"{lever.label} ({key}): {bad} is not possible.")])
    return with_start_up(values) if yearly else values[:, None]


@dataclass(frozen=True, slots=True)
class Projection:
    """Results of one or many scenarios: every line as an array of shape (scenario, year), years 0 to 5."""

    lines: Mapping[str, Array]
    scenarios: Scenarios

    def __getitem__(self, line: str) -> Array:
        """A line for all scenarios, shape (count, 6). KeyError for an unknown line."""
        return np.broadcast_to(self.lines[line], (self.scenarios.count, YEARS))

    def row(self, line: str, scenario: int = 0) -> list[float]:
        """A line of one scenario as six plain numbers."""
        return [float(x) for x in self[line][scenario]]

    def cell(self, line: str, year: int, scenario: int = 0) -> float:
        return float(self[line][scenario, year])

    def results(self, scenario: int = 0) -> Iterator[dict[str, float | None]]:
        """One dictionary a year with the keys of the reference table; None where a measure does not apply."""
        for year in range(YEARS):
            yield {
                "year": float(year),
                **{k: self.shown(line, year, scenario) for k, line in RESULTS.items()},
            }

    def shown(self, line: str, year: int, scenario: int = 0) -> float | None:
        """The number in a cell, or None where the line has no meaning in that year."""
        rule = BOOK.lines[line]
        blank = year not in rule.years and (rule.measure or line in GAPS)
        return None if blank else self.cell(line, year, scenario)


def project(scenarios: Sequence[Scenario] | Scenarios, only: Iterable[str] | None = None) -> Projection:
    """Compute all lines, or `only` the given ones and nothing besides, for all scenarios at once."""
    batch = scenarios if isinstance(scenarios, Scenarios) else Scenarios.of(scenarios)
    return Projection(MappingProxyType(_COMPILED.evaluate(batch.levers, batch.count, only)), batch)


def project_with_parts(scenarios: Scenarios, only: Iterable[str]) -> Projection:
    """The same with every line that these rest on, for `project_beside`."""
    return project(scenarios, BOOK.with_parts(only))


def project_beside(scenarios: Scenarios, other: Projection, only: Iterable[str]) -> Projection:
    """The same as `project`, for scenarios that share most of their levers' arrays with others, row by row.

    What rests on none of the levers that differ is taken from `other`, which is of as many scenarios.
    """
    assert scenarios.count == other.scenarios.count
    differ = {k for k, array in scenarios.levers.items() if array is not other.scenarios.levers[k]}
    same = BOOK.with_parts(only) - BOOK.resting_on(differ)
    known = {k: other.lines[k] for k in same if k in other.lines}
    return Projection(
        MappingProxyType(_COMPILED.evaluate(scenarios.levers, scenarios.count, only, known=known)), scenarios
    )


def lines_of_years(
    levers: Mapping[str, Array], count: int, only: Iterable[str], years: int
) -> dict[str, Array]:
    """Lines of scenarios with settings for so many years, as arrays that broadcast to (count, years)."""
    return _COMPILED.evaluate(levers, count, only, years)
