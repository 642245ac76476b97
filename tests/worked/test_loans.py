"""Loans, worked out by hand: level payments by the printed formula, and what they do to savings and cash."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import Projection
from tests.worked.school import LEFT, PLAIN, years

INDIANA = 373_750.0  # the state loan of a published five-year plan, received in Year 1 and repaid later


def lent(amount: float = INDIANA, **terms: object) -> Projection:
    """The plain school, which is left with $400,000 a year, with the first loan."""
    return years(loan_1=amount, **{f"loan_1_{k}": v for k, v in terms.items()})


def test_a_loan_without_interest():
    """$373,750 in Year 1 over five years: 373,750 / 5 = $74,750 a year in Years 2 to 6. After Year 5 one
    payment is left. Savings are what they are without the loan, and cash is higher by what is owed.
    """
    p = lent(year=1, rate=0, term=5)
    assert p.row("debt_service") == [0, 0, *[74_750] * 4]
    assert p.row("debt") == [0, 373_750, 299_000, 224_250, 149_500, 74_750]
    assert p.row("total_revenue")[1:] == [1_000_000] * 5
    assert p.row("structural_result")[1:] == [LEFT, *[LEFT - 74_750] * 4]
    assert p.row("fund_balance") == [0, 400_000, 800_000, 1_200_000, 1_600_000, 2_000_000]
    assert p.row("cash") == [0, 773_750, 1_099_000, 1_424_250, 1_749_500, 2_074_750]


def test_an_annuity():
    """The same at 4%: 373,750 x 0.04 / (1 - 1.04^-5) = 14,950 / 0.178072893 = $83,954.38 a year.

    Interest of Year 2 is 4% of 373,750 = 14,950.00, so 69,004.38 are principal and 304,745.62 are left; of
    Year 3 it is 12,189.82, principal 71,764.56, left 232,981.06. Savings fall behind by interest alone.
    """
    p = lent(year=1, rate=0.04, term=5)
    assert p.row("debt_service") == pytest.approx([0, 0, *[83_954.38] * 4], abs=0.005)
    assert p.row("loan_1_interest")[:4] == pytest.approx([0, 0, 14_950, 12_189.82], abs=0.005)
    assert p.row("loan_1_principal")[:4] == pytest.approx([0, 0, 69_004.38, 71_764.56], abs=0.005)
    assert p.row("debt")[:4] == pytest.approx([0, 373_750, 304_745.62, 232_981.06], abs=0.005)
    assert p.row("fund_balance")[2:4] == pytest.approx([800_000 - 14_950, 1_200_000 - 27_139.82], abs=0.005)
    # The last payment, in Year 6, is all that is left with its interest.
    assert p.cell("debt", 5) * 1.04 == pytest.approx(83_954.38, abs=0.005)


def test_a_term_of_one_year():
    """All of it and 4% in the year after: 373,750 x 1.04 = $388,700."""
    p = lent(year=1, rate=0.04, term=1)
    assert p.row("debt_service") == pytest.approx([0, 0, 388_700, 0, 0, 0])
    assert p.row("debt") == pytest.approx([0, 373_750, 0, 0, 0, 0], abs=1e-9)


def test_a_term_longer_than_the_plan():
    """$1,000,000 at start-up over 30 years at 6%: 60,000 / (1 - 1.06^-30) = 60,000 / 0.825889869 =
    $72,648.91. After five payments 1,000,000 x 1.06^5 - 72,648.91 x (1.06^5 - 1) / 0.06 = 1,338,225.58 -
    409,528.68 = $928,696.90 are owed.
    """
    p = lent(1_000_000, rate=0.06, term=30)
    assert p.row("debt_service") == pytest.approx([0, *[72_648.91] * 5], abs=0.005)
    assert p.cell("debt", 0) == 1_000_000
    assert p.cell("debt", 5) == pytest.approx(928_696.90, abs=0.1)


def test_interest_only_years():
    """$90,000 at 10%, term four years, of which two pay interest alone: 9,000 in Years 1 and 2. Then two
    level payments of 90,000 x 0.1 / (1 - 1.1^-2) = 9,000 / 0.173553719 = $51,857.14.
    """
    p = lent(90_000, rate=0.1, term=4, interest_only=2)
    assert p.row("debt_service") == pytest.approx([0, 9_000, 9_000, 51_857.14, 51_857.14, 0], abs=0.005)
    assert p.row("debt") == pytest.approx([90_000, 90_000, 90_000, 47_142.86, 0, 0], abs=0.005)


@pytest.mark.parametrize("interest_only", [2, 3, 50])
def test_all_is_due_in_the_last_year(interest_only):
    """$90,000 at 10%, term three years: with two interest-only years, or more than the term has, the last
    year pays 90,000 x 1.1 = $99,000.
    """
    p = lent(90_000, rate=0.1, term=3, interest_only=interest_only)
    assert p.row("debt_service") == pytest.approx([0, 9_000, 9_000, 99_000, 0, 0])
    assert p.row("debt") == pytest.approx([90_000, 90_000, 90_000, 0, 0, 0], abs=1e-9)


@pytest.mark.parametrize("part", [0.5, 1])
def test_interest_before_there_are_students(part):
    """Bonds of $2,000,000 at 5% at start-up, interest half a year or one year before students: $50,000 or
    $100,000 are one-time cost of start-up. Five interest-only years at $100,000 follow.
    """
    p = lent(2_000_000, rate=0.05, term=30, interest_only=5, first_interest=part, use="building")
    assert p.row("one_time_cost") == [100_000 * part, 0, 0, 0, 0, 0]
    assert p.row("debt_service") == pytest.approx([0, *[100_000] * 5])
    assert p.cell("fund_balance", 0) == -100_000 * part


def test_interest_in_the_year_of_a_later_loan():
    """$100,000 at 6% in Year 2 with half a year's interest: 3,000 in Year 2, then four payments of 6,000 /
    (1 - 1.06^-4) = 6,000 / 0.207906337 = $28,859.15.
    """
    p = lent(100_000, year=2, rate=0.06, term=4, first_interest=0.5)
    assert p.row("debt_service") == pytest.approx([0, 0, 3_000, *[28_859.15] * 3], abs=0.005)
    assert p.row("one_time_cost") == [0] * 6


def test_a_loan_in_the_last_year():
    """It is received in Year 5 and nothing is paid on it within the plan."""
    p = lent(50_000, year=5)
    assert p.row("debt_service") == [0] * 6
    assert p.row("debt") == [0, 0, 0, 0, 0, 50_000]
    assert p.cell("cash", 5) == p.cell("fund_balance", 5) + 50_000


def test_a_building_beside_the_plan():
    """The money goes to the seller. All that is paid lowers savings, and cash is savings: 100,000 / 10 =
    $10,000 a year.
    """
    p = lent(100_000, rate=0, term=10, use="building")
    assert p.row("fund_balance") == [0, 390_000, 780_000, 1_170_000, 1_560_000, 1_950_000]
    assert p.row("cash") == p.row("fund_balance")
    assert p.cell("debt", 5) == 50_000


def test_two_loans():
    """Payments and debts add up: 74,750 from Year 2 and 100,000 / 10 = 10,000 from Year 1."""
    both = {"loan_1": INDIANA, "loan_1_year": 1, "loan_1_rate": 0, "loan_1_term": 5}
    p = years(**both, loan_2=100_000, loan_2_rate=0, loan_2_term=10, loan_2_use="building")
    assert p.row("debt_service") == [0, 10_000, *[84_750] * 4]
    assert p.cell("debt", 5) == 74_750 + 50_000
    assert p.row("cash")[1:3] == [400_000 - 10_000 + 373_750, 800_000 - 20_000 + 299_000]


def test_debt_cover():
    """$400,000 are left before debt service and $500,000 / 5 are due: 400,000 / 100,000 = 4. Where nothing
    is due it reads 0.
    """
    p = lent(500_000, year=1, rate=0, term=5)
    assert p.row("debt_cover")[1:] == [0, 4, 4, 4, 4]


def test_what_may_not_be_kept_is_reckoned_before_debt_service():
    """A district that takes all back takes $400,000. The school keeps no more for having a loan: interest of
    $10,000 comes out of its savings.
    """
    p = years(savings_kept=0, loan_1=100_000, loan_1_rate=0.1, loan_1_term=9, loan_1_interest_only=8)
    assert p.row("savings_handed_back")[1:] == [400_000] * 5
    assert p.row("fund_balance") == pytest.approx([0, -10_000, -20_000, -30_000, -40_000, -50_000])


def test_no_loan_moves_nothing():
    """Terms without an amount change no line."""
    terms = {
        "loan_1_rate": 0.2,
        "loan_1_term": 2,
        "loan_1_year": 3,
        "loan_1_use": "building",
        "credit_rate": 0.3,
    }
    p, plain = years(**terms), years()
    assert all((p[k] == plain[k]).all() for k in p.lines)


def test_what_may_change_by_year():
    """A loan and a line of credit have one amount and one rate. The share of aid held back may change."""
    debt = [x for x in LEVERS.values() if x.panel == "debt"]
    assert [x.key for x in debt if x.per_year] == ["aid_deferred"]
    assert len(debt) == 2 * 7 + 4


def test_a_rate_too_small_to_mean_anything_is_refused():
    """A rate is 0 or a hundredth of a per cent and more."""
    assert Scenario.of({**PLAIN.values, "loan_1_rate": 0.0001})
    with pytest.raises(ValueError, match=r"0\.01%"):
        Scenario.of({**PLAIN.values, "loan_1_rate": 0.00005})
