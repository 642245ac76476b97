"""Unspent money that the district takes back, and start-up purchases that wait for their grants, by hand."""

from __future__ import annotations

import pytest

from model.results.searches import cut_tolerance
from tests.worked.school import PLAIN, years


def test_half_of_a_surplus_is_handed_back():
    """$400,000 are left over a year: $200,000 stay, and so do the $50,000 of the start."""
    p = years(savings_kept=0.5, opening_fund_balance=50_000)
    assert p.row("savings_handed_back") == [0, *[200_000] * 5]
    assert p.row("fund_balance") == [50_000, 250_000, 450_000, 650_000, 850_000, 1_050_000]


def test_a_short_year_is_paid_in_full():
    """$100,000 short in Year 2: nothing is handed back then, and all of it comes out of savings."""
    p = years(savings_kept=0.5, nonpersonnel_per_pupil=(0, 5000, 0, 0, 0))
    assert p.row("savings_handed_back") == [0, 200_000, 0, 200_000, 200_000, 200_000]
    assert p.row("fund_balance") == [0, 200_000, 100_000, 300_000, 500_000, 700_000]


def test_money_of_the_start_up_is_not_handed_back():
    """A grant that is larger than start-up leaves $30,000, which are kept; so is all of it by default."""
    p = years(savings_kept=0, startup_grants=100_000, startup_other=70_000)
    assert p.row("fund_balance") == [30_000] * 6
    assert years().row("savings_handed_back") == [0] * 6


def test_the_share_may_differ_by_year():
    assert years(savings_kept=(1, 0, 1, 0.25, 1)).row("savings_handed_back")[1:] == [
        0,
        400_000,
        0,
        300_000,
        0,
    ]


@pytest.mark.parametrize(("kept", "cut"), [(1, 0.6), (0.5, 0.5), (0, 0.4)])
def test_the_largest_cut_with_a_part_handed_back(kept, cut):
    """Year 1 leaves 400,000 x kept. Twice a cut of 1,000,000 x cut less the 400,000 that are left over must
    not take more: cut = (400,000 x kept / 2 + 400,000) / 1,000,000.
    """
    assert cut_tolerance(PLAIN.changed(savings_kept=kept)) == pytest.approx(cut)


@pytest.mark.parametrize(
    ("purchases", "received", "grants", "bought", "left"),
    [
        ("wait", 1, 100_000, 120_000, 30_000),
        ("committed", 1, 100_000, 120_000, 30_000),
        ("wait", 0.7, 70_000, 90_000, 30_000),
        ("committed", 0.7, 70_000, 120_000, 0),
        ("committed", 0.6, 60_000, 120_000, -10_000),
        ("wait", 0, 0, 20_000, 30_000),
    ],
)
def test_start_up_purchases_wait_for_their_grants(purchases, received, grants, bought, left):
    """Savings of $50,000, grants of $100,000, purchases of $120,000. What the grants lack is not bought."""
    p = years(
        opening_fund_balance=50_000,
        startup_grants=100_000,
        startup_other=120_000,
        startup_grants_received=received,
        startup_purchases=purchases,
    )
    assert p.cell("startup_grant_revenue", 0) == pytest.approx(grants)
    assert p.cell("one_time_cost", 0) == pytest.approx(bought)
    assert p.cell("fund_balance", 0) == pytest.approx(left)


def test_no_more_can_wait_than_was_planned():
    """Grants of $100,000, of which half come in, and purchases of $20,000: all of them wait, no more."""
    p = years(startup_grants=100_000, startup_other=20_000, startup_grants_received=0.5)
    assert p.cell("startup_not_bought", 0) == -20_000
    assert p.cell("one_time_cost", 0) == 0
    assert p.cell("fund_balance", 0) == 50_000
