"""What the rating tests of a plan with open positions is what it tests of that plan with all filled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.evidence import LEVERS
from model.evidence.own_lines import own_key
from model.results.as_tested import as_tested
from model.results.projection import project
from tests.properties.test_own_lines import a_line
from tests.strategies import scenarios, values

DEBT = {k: x for k, x in LEVERS.items() if x.panel == "debt"}
JOBS = ("positions_at_risk", "positions_at_risk_kept", "positions_at_risk_dropped", "beginners_at_risk")
TESTED = ("tested_result", "savings_when_filled", "savings_without_grants", "net_when_filled", *JOBS)
NEVER_DEARER = {"substitute_daily_rate": 0.0}  # a substitute who costs more than the pay counts


def by_pay():
    """Two own lines of any kind, most often as a share of pay."""
    basis = st.sampled_from(("by_pay", "by_pay", "by_pay", "by_funding", "by_teacher"))
    return st.tuples(*[st.builds(lambda line, b: {**line, "basis": b}, a_line(), basis)] * 2)


@given(
    scenarios(usual=True, open_positions_pay="school", **NEVER_DEARER),
    st.one_of(st.just({}), st.fixed_dictionaries({k: values(x, usual=True) for k, x in DEBT.items()})),
    st.one_of(st.just(()), by_pay()),
    values(LEVERS["positions_filled"]),
)
def test_open_positions_move_nothing_that_is_tested(plan, debt, lines, filled):
    """To the cent in every year, whatever follows pay or money: own lines by pay, a fee on public funding,
    restricted money, what is handed back, aid that is paid later, interest on a line of credit.
    """
    own = {own_key(n, k): v for n, line in enumerate(lines, 1) for k, v in line.items()}
    full = plan.changed({**debt, **own, "positions_filled": 1.0})
    p = project([full.changed(positions_filled=filled), full])
    assume(np.abs(p["total_cost"]).max() < 1e11)  # beyond it binary arithmetic is not exact to the cent
    assume(p["personnel"][0, 1:].all())  # of no pay at all there is no share
    for line in TESTED:
        opened, all_filled = p[line]
        assert opened == pytest.approx(all_filled, abs=0.005), line
    for name, (opened, all_filled) in as_tested(p)._asdict().items():
        assert opened == pytest.approx(all_filled, abs=0.005), name


@given(scenarios(usual=True, credit_limit=0))
def test_the_year_of_a_purchase_moves_no_job(plan):
    """However devices are bought. With a line of credit who buys earlier pays interest on it."""
    p = project([plan.changed(refresh=how) for how in LEVERS["refresh"].choices])
    for line in ("tested_result", "flexible_spending", "program_spending", *JOBS):
        assert p[line] == pytest.approx(np.broadcast_to(p[line][:1], p[line].shape), abs=0.005), line
