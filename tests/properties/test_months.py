"""Any school and any calendars, by month: months tie to the year, and waiting for money never helps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.months.timing import CHOSEN, MOST_LATE, Timing, calendars
from model.months.within_a_year import PARTS, months, of_all_years
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.strategies import scenarios

A_CENT = 0.01
timings = st.builds(
    Timing,
    **{flow: st.sampled_from([c.key for c in calendars(flow)]) for flow in CHOSEN},
    late=st.integers(0, MOST_LATE),
    growth_late=st.booleans(),
)


def _cents(size: float) -> float:
    """A cent; beyond ten trillion dollars binary numbers have no cents any more."""
    return max(A_CENT / 2, abs(size) * 1e-15)


@given(schools=st.lists(scenarios(every=True), min_size=1, max_size=3), timing=timings)
def test_the_months_add_up_to_the_year(schools: list[Scenario], timing: Timing) -> None:
    """In each of five years: each line to its year, June to the model's own cash, each month to the one
    before, each year to the next: to the cent, for each school.
    """
    p = project(schools)
    found = of_all_years(p, timing)
    for m in found:
        assert set(m.moved) == set(PARTS)
    for i in range(len(schools)):
        alone = of_all_years(project([schools[i]]), timing)
        for m, one in zip(found, alone, strict=True):
            year = m.of_year
            size = sum(float(np.abs(m.moved[k][i]).sum()) for k in PARTS) + abs(float(m.opening[i]))
            near = _cents(size)
            for key in PARTS:
                assert abs(m.moved[key][i].sum() - m.year[key][i]) <= near, key
            it = m.year["device_cost"][i] + m.year["other_it"][i]
            assert abs(it + p.cell("it", year, i)) <= near
            assert m.year["public_revenue"][i] == p.cell("public_revenue", year, i)
            assert m.opening[i] == p.cell("cash", year - 1, i)
            assert abs(m.balances[i, -1] - p.cell("cash", year, i)) <= near
            assert abs(m.drawn[i, -1] - p.cell("credit_owed", year, i)) <= near
            steps = np.diff(m.balances[i], prepend=m.opening[i])
            assert np.abs(steps - sum(m.moved[k][i] for k in PARTS)).max() <= near
            # One at a time or together: the same numbers.
            assert np.array_equal(one.balances[0], m.balances[i])


@given(school=scenarios(), timing=timings)
def test_a_later_payment_never_raises_the_lowest_month(school: Scenario, timing: Timing) -> None:
    p = project([school])
    choice = {flow: timing.key(flow) for flow in CHOSEN}
    least = [months(p, Timing(**choice, late=n)).balances[0].min() for n in range(MOST_LATE + 1)]
    room = _cents(max(map(abs, least)) + abs(p.cell("public_revenue", 1)))
    assert all(after <= before + room for before, after in pairwise(least))


@given(school=scenarios(), timing=timings)
def test_the_lowest_month_is_the_first_of_the_lowest(school: Scenario, timing: Timing) -> None:
    m = months(project([school]), timing)
    low, row = m.lowest(), m.balances[0]
    assert row[low.month] - row.min() <= A_CENT / 2
    assert (row[: low.month] > row.min()).all()
    assert (low.days is None) == (m.cost[0] <= A_CENT / 2)
    assert set(m.below_zero()) == {i for i in range(12) if row[i] < -A_CENT / 2}
