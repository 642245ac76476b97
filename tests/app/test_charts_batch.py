"""Rows worked out for many plans at once are those of each plan alone: to the last bit and letter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.results.marks import Mark
from model.units import percent
from tests.app.plans import CASES, SOUND, plan
from tests.looped import looped
from views import charts
from views.charts.rows import Beside, percents, whole

EACH = pytest.mark.parametrize("name", charts.NAMES)

amounts = st.one_of(
    st.floats(-2e8, 2e8, allow_subnormal=False),
    st.integers(-10, 10).map(lambda n: n / 4),
    st.sampled_from([999.5, 999_499.5, 999_500.0, 9.995e6, 5e6, 5e6 + 0.4, 5e6 + 0.6]),
)
costs = st.lists(amounts, min_size=5, max_size=5)
plans = st.builds(plan, costs, costs, amounts, amounts, st.integers(0, 3000).map(float))


def stacked(many):
    return {line: np.array([one[line] for one in many], dtype=float) for line in many[0]}


def marked(count):
    """Scenario 0 has no mark, 1 has one on recurring cost, 2 has two on public revenue, and so on in turn."""
    some = ((), (Mark(3, "a", False),), (Mark(1, "b", True), Mark(5, "c", True)))
    return [some[k % 3] for k in range(count)]


def assert_equal_alone(name, many, start, assumed=None):
    """`assumed` is one plan for all, or one for each of the many."""
    marks = marked(len(many))
    together = Beside(stacked(assumed) if isinstance(assumed, list) else assumed, marks, compares=True)
    for dataset, fields in charts.batch(name, stacked(many), start, together).items():
        for k, one in enumerate(many):
            third = assumed[k] if isinstance(assumed, list) else assumed
            table = charts.data(name, one, start, Beside(third, marks[k : k + 1], compares=True))[dataset]
            assert set(table.column_names) == {*fields, "i", "sig"}
            for field, values in fields.items():
                assert values.shape == (len(many) if len(values) > 1 else 1, table.num_rows)
                row = values[k if len(values) > 1 else 0].tolist()
                row = [None if isinstance(v, float) and np.isnan(v) else v for v in row]
                assert row == table[field].to_pylist(), (dataset, field)


@EACH
@looped("start", [None, *CASES])
def test_the_worked_plans(name, start):
    many = list(CASES.values())
    assert_equal_alone(name, many, start and CASES[start])
    assert_equal_alone(name, many, start and CASES[start], many[::-1])


@EACH
@given(many=st.lists(plans, min_size=2, max_size=9), start=st.none() | plans, assumed=st.none() | plans)
def test_any_plans(name, many, start, assumed):
    assert_equal_alone(name, many, start, assumed)


@EACH
@given(one=plans, start=st.none() | plans)
def test_nothing_infinite_leaves_and_no_scale_is_empty(name, one, start):
    for fields in charts.batch(name, one, start).values():
        for field, values in fields.items():
            assert values.dtype.kind in "fO"
            if values.dtype.kind == "f":
                assert not np.isinf(values).any()
                assert np.isfinite(values).any() or not values.size
            elif field != "note":
                assert all(isinstance(text, str) for text in values.flat)
        if "end" in fields:
            assert fields["end"][0, 0] < fields["end"][0, 1]


def test_numbers_that_are_none_are_refused():
    with pytest.raises(ValueError, match="finite numbers; check structural_result"):
        charts.data("result", SOUND | {"structural_result": [np.nan] * 6})


@given(x=st.floats(-1e9, 1e9))
def test_rounding_is_that_of_the_texts(x):
    from model.units import money

    rounded = float(whole(np.array([x]))[0])
    assert money(rounded) == money(x)
    assert rounded == int(rounded)


@given(
    st.lists(
        st.floats(0, 1) | st.sampled_from([0.0, 0.0005, 0.005, 0.045, 0.0949, 0.095, 0.1, 1.0]), min_size=1
    )
)
@pytest.mark.parametrize("digits", [0, 1])
def test_shares_written_together_are_those_written_one_by_one(digits, shares):
    """What is rounded alike is written once, halves and repeats among them."""
    rows = np.array([shares, shares[::-1]])
    one_by_one = [[percent(x, digits) for x in row] for row in rows.tolist()]
    assert percents(rows, digits).tolist() == one_by_one
