"""A fleet that is replaced evenly: money set aside or purchases made, and the balance follows.

100 devices of $300, bought for the start with $30,000 in hand. Over 4 years they cost $7,500 a year, so
$392,500 a year is left over either way.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.goals.goal import GOALS
from model.months.within_a_year import months
from model.plan.released import named
from model.results.projection import project
from model.results.verdicts import judge
from tests.first_versions import first_version
from tests.worked.school import PLAIN, years

FLEET = {"devices_per_pupil": 1, "device_unit_cost": 300, "opening_fund_balance": 30_000}
ASIDE = {**FLEET, "refresh": "set_aside"}


def test_what_is_set_aside_is_still_there_until_devices_are_due():
    """$7,500 more than the $392,500 in Years 1 to 3. Year 4 buys 100 for $30,000 with it, and then nothing is
    left of it: 4 x 392,500 is what purchases in every year leave.
    """
    p = years(**ASIDE)
    assert p.row("structural_result")[1:] == [392_500] * 5
    assert p.row("device_cost")[1:] == [7_500] * 5
    assert p.row("devices_bought")[1:] == [0, 0, 0, 100, 0]
    assert p.row("device_money_set_aside")[1:] == [7_500, 7_500, 7_500, -22_500, 7_500]
    assert p.row("device_money")[1:] == [7_500, 15_000, 22_500, 0, 7_500]
    assert p.row("fund_balance") == [0, 400_000, 800_000, 1_200_000, 1_570_000, 1_970_000]
    assert years(**FLEET).row("fund_balance") == [392_500 * t for t in range(6)]


def test_days_count_the_money_that_is_spent():
    """Year 1 spends the $600,000 of pay and sets $7,500 aside. $400,000 lasts 400 / 600 of a year."""
    p = years(**ASIDE)
    assert p.row("money_spent")[1:] == [600_000, 600_000, 600_000, 630_000, 600_000]
    assert p.cell("days_of_expenditure", 1) == pytest.approx(400_000 / 600_000 * 365)
    assert p.cell("fund_balance_ratio", 4) == pytest.approx(1_570_000 / 630_000)


def test_the_elementary_school_has_26_days_in_year_3_if_the_money_is_still_there():
    """124 devices a year at $338, growing 2.7%: 41,912 + 43,043.62 + 44,205.80 = $129,161.43 on top of
    $252,934.93. Spending is $5,447,288.60 less the $44,205.80: 382,096.36 / (5,403,082.80 / 365) = 25.8 days.
    """
    e = named(first_version("us_elementary")).scenario
    p = project([e.changed({"refresh": "set_aside"}), e])
    extra = p.cell("fund_balance", 3) - p.cell("fund_balance", 3, 1)
    assert extra == pytest.approx(124 * 338 * (1 + 1.027 + 1.027**2))
    assert [round(p.cell("days_of_expenditure", 3, i), 1) for i in (0, 1)] == [25.8, 16.9]


def test_owned_devices_are_bought_with_it_too():
    """40 owned, 60 bought for $18,000 of the $30,000. Year 4 buys all 100, price up by 2% a year."""
    p = years(**ASIDE, existing_devices_per_pupil=0.4, inflation=0.02)
    assert p.row("devices_bought")[1:] == [0, 0, 0, 100, 0]
    evenly = [7_500 * 1.02**k for k in range(5)]
    assert p.cell("device_money", 3) == pytest.approx(sum(evenly[:3]))
    assert p.cell("device_money", 4) == pytest.approx(sum(evenly[:4]) - 30_000 * 1.02**3)


def test_a_short_life_is_bought_twice():
    """Over 2 years: $15,000 set aside, and $30,000 spent in Years 2 and 4."""
    p = years(**ASIDE, device_life_years=2)
    assert p.row("device_money")[1:] == [15_000, 0, 15_000, 0, 15_000]


def test_money_set_aside_is_no_surplus_that_is_handed_back():
    """Nothing of a surplus is kept: $392,500 goes back, and what was set aside stays."""
    p = years(**ASIDE, savings_kept=0)
    assert p.row("savings_handed_back")[1:] == [392_500] * 5
    assert p.row("fund_balance") == [0, 7_500, 15_000, 22_500, 0, 7_500]


def test_the_rating_is_that_of_purchases_in_every_year():
    verdicts = [judge(years(**fleet, nonpersonnel_per_pupil=3_950)) for fleet in (FLEET, ASIDE)]
    assert verdicts[0].state is verdicts[1].state
    assert verdicts[0].short.lasting == verdicts[1].short.lasting == 1
    assert [v.refresh_year for v in verdicts] == [None, 4]


def test_money_for_devices_that_are_due_later_is_no_reserve():
    """Two months of $607,500 are $101,250. Of $1,970,000, $7,500 is for devices: $1,861,250 to spare. All at
    once, $2,000,000 has paid for one purchase in Year 4 and owes $7,500 to the next; Year 5 costs $600,000.
    """
    reserve = GOALS["reserve"]
    for changes, spare in (
        ({"refresh": "set_aside"}, 1_970_000 - 7_500 - 101_250),
        ({"refresh": "smoothed"}, 1_962_500 - 101_250),
        ({"refresh": "lumpy"}, 1_970_000 - 7_500 - 100_000),
    ):
        p = project([PLAIN.changed({**FLEET, **changes})])
        assert reserve.margins(p).tolist() == [[pytest.approx(spare)]]


@pytest.mark.parametrize("life", [1, 2, 4])
def test_the_year_month_by_month_ends_where_the_plan_does(life):
    """The device calendar moves what is set aside back, so June is the plan's own balance."""
    p = years(**ASIDE, device_life_years=life)
    assert months(p).balances[0, -1] == pytest.approx(p.cell("fund_balance", 1))
    paid = months(p).year["device_cost"] + months(p).year["device_money_set_aside"]
    assert np.allclose(paid, -30_000 if life == 1 else 0)
