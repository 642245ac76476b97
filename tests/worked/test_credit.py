"""A line of credit and aid that is paid a year later, worked out by hand."""

from __future__ import annotations

import pytest

from tests.worked.school import years

SHORT = {"base_rate_per_pupil": 5_900}  # $590,000 come in and $600,000 go out: short by $10,000 a year


def test_drawn_as_far_as_cash_is_short():
    """The plain school at $5,900 a student is short by $10,000 a year. With a line of $100,000 at 10% it owes
    10,000 after Year 1; Year 2 pays 1,000 of interest and lacks another 10,000, so it owes 21,000; then
    21,000 + 2,100 + 10,000 = 33,100, then 46,410 and 61,051. Cash is 0, savings are what is owed, below zero.
    """
    p = years(**SHORT, credit_limit=100_000, credit_rate=0.1)
    owed = [0, 10_000, 21_000, 33_100, 46_410, 61_051]
    assert p.row("credit_owed") == pytest.approx(owed)
    assert p.row("debt") == pytest.approx(owed)
    assert p.row("debt_service") == pytest.approx([0, 0, 1_000, 2_100, 3_310, 4_641])
    assert p.row("fund_balance") == pytest.approx([-x for x in owed])
    assert p.row("cash") == pytest.approx([0] * 6)


def test_at_the_limit():
    """With a line of $25,000 it owes 10,000, 21,000 and then 25,000: cash is 25,000 - 33,100 = -8,100 after
    Year 3. Year 4 pays 2,500: -8,100 - 10,000 - 2,500 = -20,600.
    """
    p = years(**SHORT, credit_limit=25_000, credit_rate=0.1)
    assert p.row("credit_owed") == pytest.approx([0, 10_000, 21_000, 25_000, 25_000, 25_000])
    assert p.row("cash")[3:5] == pytest.approx([-8_100, -20_600])


def test_paid_back_when_there_is_money():
    """Start-up costs $500,000 and Year 1 leaves 400,000: 500,000 are drawn, Year 1 pays 10% of them and
    100,000 + 50,000 are still owed. Year 2 pays 15,000 and the rest, and keeps 400,000 - 150,000 - 15,000.
    """
    p = years(startup_other=500_000, credit_limit=1_000_000, credit_rate=0.1)
    assert p.row("credit_owed") == pytest.approx([500_000, 150_000, 0, 0, 0, 0])
    assert p.row("cash")[:3] == pytest.approx([0, 0, 235_000])
    assert p.row("structural_result")[1:4] == pytest.approx([350_000, 385_000, 400_000])


def test_a_loan_comes_before_the_line():
    """The same start-up with a loan of $300,000 needs $200,000 of the line. A loan for a building that is not
    in the plan helps nothing.
    """
    loan = {"loan_1": 300_000, "loan_1_rate": 0, "loan_1_term": 30}
    drawn = {"startup_other": 500_000, "credit_limit": 1_000_000, **loan}
    assert years(**drawn).cell("credit_owed", 0) == 200_000
    assert years(**drawn, loan_1_use="building").cell("credit_owed", 0) == 500_000


def test_aid_paid_a_year_later():
    """20% of $1,000,000 are held back: Year 1 brings 800,000 and each later year 200,000 + 800,000. Revenue,
    result and savings stay, cash is 200,000 lower, and days of cash know it.
    """
    p, plain = years(aid_deferred=0.2), years()
    for line in ("public_revenue", "structural_result", "fund_balance"):
        assert p.row(line) == plain.row(line)
    assert p.row("aid_owed") == [0, *[200_000] * 5]
    assert p.row("cash") == [0, 200_000, 600_000, 1_000_000, 1_400_000, 1_800_000]
    assert p.cell("days_of_expenditure", 1) == pytest.approx(200_000 / 600_000 * 365)


def test_a_share_that_changes_and_aid_from_before():
    """A state that ends its deferral in Year 3, and owes $150,000 from the year before Year 1."""
    p = years(aid_deferred=(0.2, 0.1, 0, 0, 0), aid_owed_at_start=150_000, opening_fund_balance=150_000)
    assert p.row("aid_owed") == [150_000, 200_000, 100_000, 0, 0, 0]
    assert p.row("cash")[:4] == [0, 350_000, 850_000, 1_350_000]


def test_the_line_bridges_aid_that_waits():
    """Nothing is left over a year and half of $600,000 comes a year later: 300,000 are drawn in Year 1. At
    10% 30,000 of interest are due in Year 2, so 330,000 are owed then.
    """
    p = years(base_rate_per_pupil=6_000, aid_deferred=0.5, credit_limit=1_000_000, credit_rate=0.1)
    assert p.row("credit_owed")[:3] == pytest.approx([0, 300_000, 330_000])
    assert p.row("fund_balance")[:3] == pytest.approx([0, 0, -30_000])
    assert p.row("cash")[:3] == pytest.approx([0, 0, 0])
