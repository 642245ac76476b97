"""Own lines in any school: each moves the results by exactly its dollars, and what is fixed stays fixed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS, STRESS
from model.evidence.own_lines import NUMBERS, own_key
from model.lines.own import own_line
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.projection import project
from model.stress.shocks import shocked
from tests.first_versions import first_version
from tests.strategies import scenarios

KINDS = LEVERS["own_01_kind"].choices[1:]
BASES = LEVERS["own_01_basis"].choices
NOTHING = {own_key(n, "kind"): "none" for n in NUMBERS}
# What a dollar of each kind does to all revenue less all cost.
SIGNS = {kind: -1 if kind.endswith("cost") else 1 for kind in KINDS}


@st.composite
def a_line(draw):
    """The settings of one line whose years fit."""
    kind = draw(st.sampled_from(KINDS))
    first, last = sorted(draw(st.tuples(*[st.integers(0 if "one_time" in kind else 1, 5)] * 2)))
    return {
        "kind": kind,
        "basis": draw(st.sampled_from(BASES)),
        "amount": draw(st.sampled_from((0.0, 100.0, 12_345.67, (1.0, 2.0, 0.0, 4.0, 5.0)))),
        "share": draw(st.sampled_from((0.0, 0.03, 1.0))),
        "growth": draw(st.sampled_from((0.0, 0.03, -0.5, 0.5))),
        "first_year": float(first),
        "last_year": float(last),
    }


@settings(max_examples=80, deadline=None)
@given(scenarios(**NOTHING), st.sampled_from(sorted(NUMBERS)), a_line())
def test_a_line_moves_the_result_by_its_dollars(school, number, line):
    """All revenue less all cost in every year, and outside its years nothing. The network's fee is a share of
    public funding, and a line of credit has interest on what is short. Both are left out.
    """
    school = school.changed(management_fee_rate=0, credit_limit=0)
    plan = school.changed({own_key(number, k): v for k, v in line.items()})
    p = project([plan, school])
    dollars = p[own_line(number, line["kind"])][0]
    net = p["net_position"]
    room = 1e-9 * (1 + abs(dollars) + abs(p["total_revenue"][0]) + abs(p["total_cost"][0]))
    assert (abs(net[0] - net[1] - SIGNS[line["kind"]] * dollars) <= room).all()
    outside = [y for y in range(6) if not line["first_year"] <= y <= line["last_year"]]
    assert not dollars[outside].any()


@settings(max_examples=40, deadline=None)
@given(scenarios(**NOTHING), st.lists(a_line(), min_size=1, max_size=5))
def test_restricted_money_never_counts_for_more_than_own_costs(school, lines):
    """Used and not used add up to all of it, and neither is below zero."""
    given_ = {own_key(n, k): v for n, line in enumerate(lines, 1) for k, v in line.items()}
    p = project([school.changed(given_)])
    used, left = p["restricted_used"][0], p["restricted_unused"][0]
    assert (used <= p["own_yearly_cost"][0] + 1e-9).all()
    assert used + left == pytest.approx(p["own_restricted_revenue"][0])
    assert (left >= -1e-9).all()


PLAN = Scenario.preset(first_version("chicago_charter_k8")).changed(
    {
        "own_01_kind": "recurring_cost",
        "own_01_amount": 80_000.0,
        "own_02_kind": "recurring_cost",
        "own_02_basis": "by_student",
        "own_02_amount": 150.0,
        "own_03_kind": "private_revenue",
        "own_03_amount": 20_000.0,
    }
)


def test_events_and_futures_leave_fixed_amounts_and_move_those_by_the_student():
    """Every event of the board and every possible future: 80,000 and 20,000 dollars stay, and what is paid by
    the student is $150 for each who comes.
    """
    hit = project([shocked(PLAN, shock) for shock in STRESS.values()])
    drawn = project(futures(PLAN))
    for p in (hit, drawn):
        assert (p["own_01_recurring_cost"][:, 1:] == 80_000).all()
        assert (p["own_03_private_revenue"][:, 1:] == 20_000).all()
        assert p["own_02_recurring_cost"][:, 1:] == pytest.approx(150 * p["enrollment"][:, 1:])
    assert (hit["enrollment"][:, 1:] != project([PLAN])["enrollment"][:, 1:]).any()
