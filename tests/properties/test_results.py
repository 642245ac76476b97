"""What must hold of the results whatever the numbers: nothing lost, nothing counted twice, nothing runs
backwards.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.book.terms import names
from model.evidence import LEVERS
from model.lines.own_when_filled import ON_OPEN
from model.lines.worksheet import BOOK
from model.plan.scenario import SET_ASIDE
from model.results.projection import Projection, project
from model.units import is_money
from model.years import YEARS
from tests.strategies import number, scenarios

FEW = settings(max_examples=60, deadline=None)
RESTRICTED = "own_restricted_revenue"


def size(p: Projection) -> float:
    """The largest sum in sight: what a last binary digit is measured against."""
    return 1 + max(float(np.abs(p[line]).max()) for line in ("total_revenue", "total_cost", "fund_balance"))


# --- sums ---------------------------------------------------------------------------------------------------


@FEW
@given(scenarios(every=True))
def test_totals_are_the_sums_of_their_parts(scenario):
    """Each total is the sum of the lines that say they add to it, and of nothing else."""
    p = project([scenario])
    for total in BOOK.totals:
        parts = [k for k, line in BOOK.lines.items() if line.adds_to == total]
        assert parts
        assert p[total] == pytest.approx(sum(p[k] for k in parts), rel=1e-12, abs=1e-6), total


def test_all_money_ends_in_revenue_or_cost():
    """Whatever money adds to a total adds, step by step, to one of the two that total revenue is made of, or
    of the two that total cost is made of, and to one only; positions add to the adults, students and sections
    to their own counts. Restricted money is divided: what own costs use is public, the rest is a grant. What
    it would be with all positions filled is no money of the plan.
    """
    divided = {x.adds_to for x in BOOK.lines.values() if RESTRICTED in x.needs and x.key not in ON_OPEN}
    assert divided == {"public_revenue", "private_revenue"}
    made_of = {t: sorted(names(BOOK.terms[t])) for t in ("total_revenue", "total_cost")}
    assert made_of["total_revenue"] == ["grant_revenue", "public_revenue"]
    assert made_of["total_cost"] == ["one_time_cost", "recurring_cost"]
    parts = [line for line in BOOK.lines.values() if line.adds_to and is_money(line.unit)]
    assert len(parts) > 15
    others = {line.adds_to for line in BOOK.lines.values() if line.adds_to} - {p.adds_to for p in parts}
    assert others == {"adults", "pupils_in_grades", "sections"}  # counted, not paid
    for part in parts:
        way = [part.key]
        while BOOK.lines[way[-1]].adds_to:
            way.append(BOOK.lines[way[-1]].adds_to)
        if way[-1] == RESTRICTED:
            continue
        assert way[-1] in made_of, part.key
        assert way[-2] in made_of[way[-1]], part.key


@FEW
@given(scenarios())
def test_the_results_add_up(scenario):
    """Revenue less cost is the net position; public revenue less recurring cost the structural result."""
    p = project([scenario])
    exact = {"rel": 1e-12, "abs": 1e-9 * size(p)}
    cost = p["personnel"] + p["pd"] + p["it"] + p["other_nonpersonnel"] + p["debt_service"]
    assert p["recurring_cost"] == pytest.approx(cost, **exact)
    once = [k for k, line in BOOK.lines.items() if line.adds_to == "one_time_cost"]
    assert {"startup_it", "startup_pd", "startup_other_cost", "one_time_stipends"} <= set(once)
    one_time = sum(p[k] for k in once)
    assert p["one_time_cost"] == pytest.approx(one_time, **exact)
    net = p["public_revenue"] + p["grant_revenue"] - cost - one_time
    assert p["net_position"] == pytest.approx(net, **exact)
    assert p["structural_result"] == pytest.approx(p["public_revenue"] - cost, **exact)


@FEW
@given(scenarios())
def test_every_device_has_one_age_or_none_is_known(scenario):
    """The ages of the devices make up the fleet, none is below zero or older than its life, and the mean is
    among them.
    """
    p = project([scenario])
    life = scenario.number("device_life_years")
    ages = np.stack([p[f"devices_aged_{age}"][0, 1:] for age in range(YEARS)])
    unknown = p["devices_of_unknown_age"][0, 1:]
    fleet = p["devices"][0, 1:]
    assert ages.sum(axis=0) + unknown == pytest.approx(fleet, rel=1e-9, abs=1e-6)
    assert (ages >= 0).all()
    assert (unknown >= -1e-6).all()
    assert not ages[int(life) :].any()
    assert (p["device_age"][0, 1:] <= min(life - 1, 5) + 1e-9).all()
    ignored = scenario["standing_devices"] == "ignored"
    if scenario["refresh"] == "lumpy" and ignored and (np.diff(fleet) >= 0).all():
        # A fleet that never shrinks keeps all that was ever added. Owned devices have no age here: only where
        # they are counted are they bought again.
        added = np.cumsum(p["devices_added"][0])[1:]
        assert ages.sum(axis=0) == pytest.approx(added)


@FEW
@given(scenarios())
def test_the_balance_rolls_forward(scenario):
    """Each balance is the one before and the net position, less the share that is not kept of a surplus
    before debt service; the first begins with the opening balance, and start-up money is kept. Money set
    aside for devices is still there, and borrowed money that is paid back was never part of it.
    """
    p = project([scenario])
    balance, net, aside = (p.row(x) for x in ("fund_balance", "net_position", "device_money_set_aside"))
    service, back = p.row("debt_service"), p.row("loan_money_paid_back")
    before = [scenario.number("opening_fund_balance"), *balance[:-1]]
    kept = [1.0, *(scenario.number("savings_kept", t) for t in range(1, YEARS))]
    for t in range(YEARS):
        assert balance[t] == pytest.approx(
            before[t] + net[t] - max(net[t] + service[t], 0) * (1 - kept[t]) + aside[t] + back[t],
            abs=1e-9 * size(p),
        ), t
    assert p.row("lowest_balance") == [min(balance[: t + 1]) for t in range(YEARS)]


# --- better and worse ---------------------------------------------------------------------------------------


@FEW
@given(scenarios(cut_rate=0.0), number(LEVERS["cut_rate"]), st.integers(1, 5), st.integers(0, 5))
def test_no_cut_ever_helps(scenario, cut, first, length):
    """With any cut in any window, no year's structural result and no balance is higher than without."""
    window = {"cut_first_year": first, "cut_years": length}
    p = project([scenario, scenario.changed(window, cut_rate=cut)])
    for line in ("public_revenue", "structural_result", "fund_balance", "lowest_balance", "verdict_state"):
        without, with_cut = p[line]
        assert (with_cut <= without + 1e-9 * size(p)).all(), line


@FEW
@given(scenarios(), number(LEVERS["cut_rate"]), number(LEVERS["cut_rate"]))
def test_a_deeper_cut_is_never_better(scenario, one, other):
    """Of two cuts in the same window the deeper leaves no year better off."""
    window = {"cut_first_year": 1, "cut_years": 5}
    p = project([scenario.changed(window, cut_rate=c) for c in sorted((one, other))])
    for line in ("structural_result", "fund_balance"):
        mild, deep = p[line]
        assert (deep <= mild + 1e-9 * size(p)).all(), line


@FEW
@given(
    scenarios(),
    st.sampled_from(
        ["base_rate_per_pupil", "other_public_per_pupil", "low_income_rate_per_pupil", "grade_weight"]
    ),
    st.data(),
)
def test_more_public_funding_never_hurts(scenario, lever, data):
    """A higher rate leaves no year with less revenue, a lower structural result or a lower balance."""
    low, high = sorted((data.draw(number(LEVERS[lever])), data.draw(number(LEVERS[lever]))))
    p = project([scenario.changed({lever: low}), scenario.changed({lever: high})])
    for line in ("public_revenue", "structural_result", "fund_balance"):
        less, more = p[line]
        assert (more >= less - 1e-9 * size(p)).all(), line


@FEW
@given(scenarios(credit_limit=0), number(LEVERS["sustaining_grant"]), number(LEVERS["startup_grants"]))
def test_a_grant_helps_the_balance_and_never_the_structure(scenario, yearly, once):
    """More grants: no balance lower, and not one structural result moved. They would spare a line of credit
    its interest.
    """
    none = {"sustaining_grant": 0.0, "startup_grants": 0.0}
    p = project([scenario.changed(none), scenario.changed(sustaining_grant=yearly, startup_grants=once)])
    assert (p["fund_balance"][1] >= p["fund_balance"][0] - 1e-9 * size(p)).all()
    assert (p["structural_result"][1] == p["structural_result"][0]).all()


@FEW
@given(scenarios(hold_harmless="no"))
def test_hold_harmless_never_hurts(scenario):
    """Paid for the higher of two counts, no year has less revenue."""
    p = project([scenario, scenario.changed(hold_harmless="yes")])
    assert (p["public_revenue"][1] >= p["public_revenue"][0]).all()


# --- years apart --------------------------------------------------------------------------------------------

RECURRING = {k for k in BOOK.with_parts(["structural_result"]) if BOOK.lines[k].years == (1, 2, 3, 4, 5)}
ONCE = (
    "startup_grants",
    "startup_it_other",
    "startup_other",
    "startup_pd_per_teacher",
    "opening_fund_balance",
)


@FEW
@given(scenarios())
def test_the_start_up_year_touches_no_recurring_line(scenario):
    """Whatever the levers, every recurring line is 0 in year 0; one-time money is all that moves there."""
    p = project([scenario])
    assert {"public_revenue", "personnel", "pd", "it", "other_nonpersonnel", "recurring_cost"} <= RECURRING
    for line in RECURRING:
        assert p.cell(line, 0) == 0, line
    assert p.cell("one_time_stipends", 0) == 0
    assert p.cell("net_position", 0) == p.cell("grant_revenue", 0) - p.cell("one_time_cost", 0)


@FEW
@given(scenarios(credit_limit=0.0), st.data())
def test_one_time_money_touches_no_recurring_line(scenario, data):
    """Levers of the start-up year leave every recurring line of the five years as it was. Only a line of
    credit costs less where there is more money.
    """
    other = scenario.changed({k: data.draw(number(LEVERS[k])) for k in ONCE})
    p = project([scenario, other])
    for line in RECURRING:
        assert (p[line][0] == p[line][1]).all(), line


@FEW
@given(scenarios(usual=True), st.sampled_from([k for k, x in LEVERS.items() if x.per_year]), st.data())
def test_what_comes_later_changes_nothing_earlier(scenario, lever, data):
    """Another value for years 4 and 5 of one lever leaves years 0 to 3 of every line as they were."""
    now = [scenario.number(lever, t) for t in range(1, 6)]
    late = data.draw(st.tuples(*[number(LEVERS[lever], LEVERS[lever].usual)] * 2))
    window = {k: scenario[k] for k in ("cut_first_year", "cut_years")}
    p = project([scenario.changed(window, **{lever: tuple(x)}) for x in (now, (*now[:3], *late))])
    for line in BOOK.lines:
        assert (p[line][0, :4] == p[line][1, :4]).all(), line


# --- one and many -------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.lists(scenarios(), min_size=2, max_size=12))
def test_a_school_is_the_same_alone_and_among_many(batch):
    """Each line of each school of a batch equals the line of that school alone, to the last digit."""
    together = project(batch)
    for i, scenario in enumerate(batch):
        alone = project([scenario])
        for line in BOOK.lines:
            assert alone[line].shape == (1, YEARS)
            assert together[line].shape == (len(batch), YEARS)
            assert (together[line][i] == alone[line][0]).all(), line


@FEW
@given(scenarios())
def test_some_lines_are_the_same_as_all(scenario):
    """A line asked for alone is the same as with all the others."""
    everything = project([scenario])
    for line in ("lowest_balance", "verdict_state", "it_share"):
        assert project([scenario], only=[line]).row(line) == everything.row(line)


@FEW
@given(scenarios(per_year=False))
def test_a_number_is_the_same_as_five_times_that_number(scenario):
    """One value for all years or the same value year by year: the same school."""
    beside = {k: scenario[k] for others in SET_ASIDE.values() for k in others}
    spread = {k: (scenario[k],) * 5 for k, x in LEVERS.items() if x.per_year}
    p = project([scenario, scenario.changed({**beside, **spread})])
    for line in BOOK.lines:
        assert (p[line][0] == p[line][1]).all(), line
