"""The published five-year budget of a proposed Indiana charter high school, entered from its rows.

`docs/indiana-plan.csv` is the plan, `docs/entering-a-charter-plan.md` says which row went where. The numbers
here are those of the publication, each row as it is printed: start-up first where it has a number there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.model_program import main
from exchange.scenario_list import read_table
from model.evidence import Value
from model.lines.worksheet import BOOK
from model.plan.own_lines import used
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from tests.looped import looped

FILE = Path(__file__).resolve().parents[2] / "docs" / "indiana-plan.csv"

LOAN = 373_750  # State Loan Funds, in Year 1
CARRIED_OVER = (10_000, 40_670, 191_445, 56_839, 252_178, 762_362)  # into the start-up year and Years 1 to 5
REVENUES = (160_000, 1_440_250, 1_516_325, 2_129_600, 2_846_453, 2_853_614)
SALARIES = (57_000, 513_000, 666_810, 845_273, 1_037_260, 1_255_797)
TAXES = (4_361, 39_245, 51_011, 64_663, 79_350, 96_068)
BENEFITS = (11_970, 107_730, 140_030, 177_507, 217_825, 263_717)
FULL_TIME = (231_000, 370_260, 525_096, 698_378, 896_129)
PART_TIME = (25_000, 30_000, 40_000, 45_000, 50_000)
CUSTODIAL = (30_000, 30_900, 31_827, 32_782, 33_765)
SPECIAL = (25_000, 25_750, 26_523, 27_318, 28_138)
PD = (10_500, 16_500, 22_500, 28_500, 34_500)
SUBSTITUTES = (8_500, 8_755, 9_018, 9_288, 9_567)
# What was carried over, plus revenues, less what the next period begins with. After Year 5 none is printed.
SPENT = (129_330, 1_289_475, 1_650_931, 1_934_261, 2_336_269)
BELOW = (55_999, 610_500, 767_825, 815_300, 964_046)  # the rows that the public text does not show
POSITIONS = (
    "teacher_cost",
    "principal_cost",
    "assistant_principal_cost",
    "instructional_coach_cost",
    "clerk_cost",
)


def entered() -> Scenario:
    table = read_table(FILE.read_bytes())
    assert table.problems == ()
    (row,) = table.rows
    return row.scenario


@pytest.fixture(scope="module")
def p() -> Projection:
    return project([entered()])


def dollars(p: Projection, line: str, first: int = 0) -> list[float]:
    """Start-up, or another first year, to Year 5, to the cent."""
    return [round(x, 2) for x in p.row(line)[first:]]


def test_the_rows_that_are_not_shown_follow_from_the_balances():
    """Year 1: 40,670 + 1,440,250 - 191,445 = 1,289,475, of which salaries 513,000, taxes 39,245, benefits
    107,730, training 10,500 and substitutes 8,500 are shown: 610,500 are left.
    """
    assert tuple(CARRIED_OVER[t] + REVENUES[t] - CARRIED_OVER[t + 1] for t in range(5)) == SPENT
    shown = zip(SALARIES, TAXES, BENEFITS, (0, *PD), (0, *SUBSTITUTES), strict=True)
    assert tuple(s - sum(x) for s, x in zip(SPENT, shown, strict=False)) == BELOW


@looped(
    ("number", "kind", "name", "row"),
    [
        (1, "one_time_revenue", "Federal Grants, pre-opening", (60_000, 0, 0, 0, 0, 0)),
        (2, "one_time_revenue", "Federal Grants", (0, 100_000, 100_000, 0, 0, 0)),
        (3, "one_time_revenue", "Gates Foundation, pre-opening", (100_000, 0, 0, 0, 0, 0)),
        (4, "one_time_revenue", "Gates Foundation", (0, 260_000, 0, 0, 0, 0)),
        (5, "restricted_revenue", "Food Service Income", (0, 66_500, 136_325, 209_600, 286_453, 293_614)),
        (6, "one_time_cost", "CEO/Principal, pre-opening", (45_000, 0, 0, 0, 0, 0)),
        (7, "one_time_cost", "Curriculum Director, pre-opening", (12_000, 0, 0, 0, 0, 0)),
        (8, "one_time_cost", "Payroll Taxes, pre-opening", (4_361, 0, 0, 0, 0, 0)),
        (9, "one_time_cost", "Benefits, pre-opening", (11_970, 0, 0, 0, 0, 0)),
        (10, "recurring_cost", "Teachers (PT)", (0, *PART_TIME)),
        (11, "recurring_cost", "Custodial Salaries", (0, *CUSTODIAL)),
        (12, "recurring_cost", "Special Education", (0, *SPECIAL)),
        # 7.65% and 21% of the three: 80,000; 86,650; 98,350; 105,100; 111,903. 18,196.50 is 18,196.
        (
            13,
            "recurring_cost",
            "Payroll Taxes of the three rows above",
            (0, 6_120, 6_629, 7_524, 8_040, 8_561),
        ),
        (
            14,
            "recurring_cost",
            "Benefits of the three rows above",
            (0, 16_800, 18_196, 20_654, 22_071, 23_500),
        ),
        (15, "recurring_cost", "Substitute Teachers", (0, *SUBSTITUTES)),
        # Year 5 is not known, and Year 4 once more stands for it.
        (16, "recurring_cost", "Rows below Substitute Teachers", (0, *BELOW[1:], BELOW[4])),
    ],
)
def test_rows_that_are_lines_of_its_own(p, number, kind, name, row):
    """Each by its published name, with its printed dollars."""
    assert dict(entered().names)[number] == name
    assert dollars(p, f"own_{number:02d}_{kind}") == list(row)


def test_there_are_no_other_lines_of_its_own():
    assert used(entered().values) == tuple(range(1, 17))


@looped(
    ("line", "row"),
    [
        ("enrollment", (100, 200, 300, 400, 400)),
        ("teachers", (7, 11, 15, 19, 23)),
        ("enrollment_funding", (640_000, 1_280_000, 1_920_000, 2_560_000, 2_560_000)),
        ("pd", PD),
    ],
)
def test_rows_that_are_lines_of_the_product(p, line, row):
    assert dollars(p, line, 1) == list(row)


@looped(
    ("line", "row"),
    [
        ("teacher_cost", FULL_TIME),
        ("principal_cost", (80_000, 82_000, 86_000, 90_000, 95_000)),
        ("assistant_principal_cost", (52_000, 55_000, 58_000, 61_000, 64_000)),
        ("instructional_coach_cost", (40_000, 42_000, 46_000, 50_000, 55_000)),
        ("clerk_cost", (30_000, 30_900, 31_827, 32_782, 33_765)),
    ],
)
def test_salaries_of_positions(line, row):
    """Pay as printed: what the positions cost where nothing is added to it."""
    p = project([entered().changed({"benefit_rate": 0})])
    assert dollars(p, line, 1) == list(row)


def test_human_resources_come_to_their_total(p):
    """Year 1: 513,000 + 39,245 + 107,730 = 659,975. Of it 80,000 x 1.2865 = 102,920 are lines of its own."""
    total = [sum(x) for x in zip(SALARIES[1:], TAXES[1:], BENEFITS[1:], strict=True)]
    assert total == [659_975, 857_851, 1_087_443, 1_334_435, 1_615_582]
    own = [
        sum(x) for x in zip(*(dollars(p, f"own_{n}_recurring_cost", 1) for n in range(10, 15)), strict=True)
    ]
    assert own == [102_920, 111_475, 126_528, 135_211, 143_964]
    assert [round(a + b, 2) for a, b in zip(dollars(p, "personnel", 1), own, strict=True)] == total
    # Nobody is paid but the positions: their cost is all of personnel.
    assert [round(sum(x), 2) for x in zip(*(p.row(k)[1:] for k in POSITIONS), strict=True)] == dollars(
        p, "personnel", 1
    )


def test_total_salaries(p):
    """Year 1: positions 433,000 and three rows of 80,000 are 513,000. Start-up: 45,000 + 12,000."""
    bare = project([entered().changed({"benefit_rate": 0})])
    three = [sum(x) for x in zip(PART_TIME, CUSTODIAL, SPECIAL, strict=True)]
    paid = [round(a + b, 2) for a, b in zip(dollars(bare, "personnel", 1), three, strict=True)]
    assert (45_000 + 12_000, *paid) == SALARIES


def test_taxes_and_benefits_are_the_shares_of_the_sheet():
    """7.65% and 21% of all salaries, each in whole dollars; so the rate of positions is 28.65%."""
    for s, t, b in zip(SALARIES, TAXES, BENEFITS, strict=True):
        assert abs(t - 0.0765 * s) <= 0.51
        assert abs(b - 0.21 * s) <= 0.51
    assert entered()["benefit_rate"] == pytest.approx([0.2865] * 5, abs=2e-6)


def test_total_revenues(p):
    """As published, but for the loan: Total Revenues hold it in Year 1, and here it is no revenue."""
    published = [r - b for r, b in zip(REVENUES, (0, LOAN, 0, 0, 0, 0), strict=True)]
    assert published[1] == 1_066_500
    assert dollars(p, "total_revenue") == published
    assert dollars(p, "loan_money") == [0, LOAN, 0, 0, 0, 0]
    assert dollars(p, "restricted_unused") == [0] * 6


def test_total_expenditures(p):
    """Those of the printed balances. Year 5: 1,615,582 + 34,500 + 9,567 are shown, 964,046 are Year 4's."""
    assert dollars(p, "total_cost")[:5] == list(SPENT)
    assert dollars(p, "total_cost")[5] == 1_659_649 + 964_046


def test_net_of_each_year(p):
    """Published revenues less expenditures are what balances rise by. The loan alone stands between."""
    net = [CARRIED_OVER[t + 1] - CARRIED_OVER[t] for t in range(5)]
    assert net == [30_670, 150_775, -134_606, 195_339, 510_184]
    assert dollars(p, "net_position")[:5] == [30_670, 150_775 - LOAN, -134_606, 195_339, 510_184]


def test_carry_over(p):
    """What each year carries over is cash. Savings are that less what is borrowed and not paid back."""
    assert entered()["opening_fund_balance"] == CARRIED_OVER[0]
    assert dollars(p, "cash")[:5] == list(CARRIED_OVER[1:])
    owed = [0, LOAN, LOAN, LOAN, LOAN]
    assert dollars(p, "debt")[:5] == owed
    assert dollars(p, "fund_balance")[:5] == [40_670, -182_305, -316_911, -121_572, 388_612]
    assert [x - d for x, d in zip(CARRIED_OVER[1:], owed, strict=True)] == dollars(p, "fund_balance")[:5]


def test_year_5_as_far_as_it_is_printed(p):
    """Carried in 762,362, and 2,853,614 come. What the year ends with is not printed."""
    assert dollars(p, "cash")[4] == CARRIED_OVER[5]
    assert dollars(p, "total_revenue")[5] == REVENUES[5]


def test_the_command_that_the_document_names(capsys):
    """It shows each published balance as cash, and nothing is told of a line that does not act."""
    assert main(["run", "--scenarios", str(FILE)]) == 0
    shown = capsys.readouterr()
    row = next(x for x in shown.out.splitlines() if x.startswith(BOOK.lines["cash"].label))
    assert row.split()[-6:-1] == [f"${x:,}" for x in CARRIED_OVER[1:]]
    assert "own_" not in shown.err
    assert "loan_" not in shown.err


@looped(
    ("terms", "paid", "owed"),
    [
        # 373,750 / 4 in Years 2 to 5.
        ({"loan_1_term": 4, "loan_1_interest_only": 0}, [0, 93_437.5, 93_437.5, 93_437.5, 93_437.5], 0),
        # 4% of 373,750 and nothing else.
        ({"loan_1_rate": 0.04}, [0, 14_950, 14_950, 14_950, 14_950], LOAN),
    ],
)
def test_the_printed_rows_do_not_tell_how_the_loan_is_repaid(terms, paid, owed):
    """Any payment would stand among the rows that are not shown. Taken out of them and entered with the loan
    instead, every printed total is met as before.
    """
    rest = [b - x for b, x in zip((*BELOW[1:], BELOW[4]), paid, strict=True)]
    changes: dict[str, Value] = {**terms, "own_16_amount": tuple(rest)}
    p = project([entered().changed(changes)])
    assert dollars(p, "debt_service", 1) == paid
    assert dollars(p, "cash")[:5] == list(CARRIED_OVER[1:])
    assert dollars(p, "total_cost")[:5] == list(SPENT)
    assert dollars(p, "debt")[5] == owed


def test_the_averages_as_printed_give_three_dollars_less_in_year_5():
    """Average pay is printed in whole dollars: 23 at 38,962 are 896,126, and the sheet says 896,129."""
    assert 23 * 38_962 == 896_126
    assert FULL_TIME[4] - 896_126 == 3
