"""The published five-year budget of a proposed Indiana charter high school, entered from its rows.

`docs/indiana-plan.csv` is the plan, `docs/entering-a-charter-plan.md` says which row went where. The numbers
here are those of the publication. Its expenditures follow from the balance that each year carries over.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exchange.scenario_list import read_table
from model.results.projection import Projection, project

FILE = Path(__file__).resolve().parents[2] / "docs" / "indiana-plan.csv"
LOAN = 373_750  # of the state, in Year 1. It is money and no revenue, so it stands beside the plan
CARRIED_OVER = (10_000, 40_670, 191_445, 56_839, 252_178, 762_362)  # into the start-up year and Years 1 to 5
REVENUES = (160_000, 1_440_250, 1_516_325, 2_129_600, 2_846_453, 2_853_614)
SALARIES = (513_000, 666_810, 845_273, 1_037_260, 1_255_797)
TAXES = (39_245, 51_011, 64_663, 79_350, 96_068)
BENEFITS = (107_730, 140_030, 177_507, 217_825, 263_717)
PD = (10_500, 16_500, 22_500, 28_500, 34_500)


@pytest.fixture(scope="module")
def p() -> Projection:
    table = read_table(FILE.read_bytes())
    assert table.problems == ()
    (row,) = table.rows
    return project([row.scenario])


def dollars(p: Projection, line: str) -> list[float]:
    """Years 1 to 5, to the cent."""
    return [round(x, 2) for x in p.row(line)[1:]]


def test_students_teachers_and_the_money_they_bring(p):
    assert p.row("enrollment")[1:] == [100, 200, 300, 400, 400]
    assert p.row("teachers")[1:] == [7, 11, 15, 19, 23]
    food = (66_500, 136_325, 209_600, 286_453, 293_614)
    students = (640_000, 1_280_000, 1_920_000, 2_560_000, 2_560_000)
    assert dollars(p, "public_revenue") == [a + b for a, b in zip(students, food, strict=True)]


def test_total_revenues(p):
    """As published, but for the loan: federal 100,000 and foundation 260,000 are grants of Year 1."""
    assert round(p.cell("total_revenue", 0), 2) == REVENUES[0]
    assert dollars(p, "total_revenue") == [REVENUES[1] - LOAN, *REVENUES[2:]]
    assert dollars(p, "grant_revenue") == [360_000, 100_000, 0, 0, 0]


def test_people_and_training(p):
    """Salaries, payroll taxes and benefits of each year together; pay of teachers before them; training."""
    assert dollars(p, "personnel") == [sum(x) for x in zip(SALARIES, TAXES, BENEFITS, strict=True)]
    shares = [(t + b) / s for s, t, b in zip(SALARIES, TAXES, BENEFITS, strict=True)]
    pay = [x / (1 + share) for x, share in zip(p.row("teacher_cost")[1:], shares, strict=True)]
    assert [round(x, 2) for x in pay] == [231_000, 370_260, 525_096, 698_378, 896_129]
    assert dollars(p, "pd") == list(PD)


def test_expenditures_and_the_balance_carried_over(p):
    """Expenditures are what was carried over, plus revenues, less what the next year begins with."""
    spent = [CARRIED_OVER[t] + REVENUES[t] - CARRIED_OVER[t + 1] for t in range(5)]
    assert spent == [129_330, 1_289_475, 1_650_931, 1_934_261, 2_336_269]
    assert [round(p.cell("total_cost", t), 2) for t in range(5)] == spent
    ends = [round(p.cell("fund_balance", t), 2) for t in range(5)]
    assert ends == [CARRIED_OVER[1], *(x - LOAN for x in CARRIED_OVER[2:])]


def test_without_the_loan_savings_run_out_in_year_1(p):
    """191,445 carried over, of which 373,750 is borrowed."""
    assert round(p.cell("fund_balance", 1), 2) == -182_305


def test_the_averages_as_printed_give_three_dollars_less_in_year_5(p):
    """Average pay is printed in whole dollars: 23 at 38,962 are 896,126, and the sheet says 896,129."""
    assert 23 * 38_962 == 896_126
    assert round(23 * (896_129 / 23)) == 896_129
