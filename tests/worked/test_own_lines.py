"""Lines that a school names itself, worked out by hand on the plain school: every basis, every kind.

100 students at $10,000, 10 teachers and no other position, $600,000 of pay with benefits, $1,000,000 of
funding, $400,000 left in every year.
"""

from __future__ import annotations

import pytest

from model.evidence import LEVERS, Value
from model.explain.account import moved_in_words
from model.plan import own_lines
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.results.verdicts import State, judge_all
from tests.looped import looped
from tests.worked.school import LEFT, PLAIN, REVENUE

FIVE = (10_000.0, 12_000.0, 9_000.0, 0.0, 11_000.0)
EVERY_YEAR = ("recurring_cost", "public_revenue", "restricted_revenue", "private_revenue")
ONCE = ("one_time_cost", "one_time_revenue")


def with_line(number: int = 1, **settings: Value) -> Scenario:
    return PLAIN.changed({f"own_{number:02d}_{k}": v for k, v in settings.items()})


def line(number: int = 1, **settings: Value) -> list[float]:
    """Start-up and Years 1 to 5 of the line."""
    return project([with_line(number, **settings)]).row(f"own_{number:02d}_{settings['kind']}")


def apart(plan: Scenario, key: str, base: Scenario = PLAIN) -> list[float]:
    """What a plan has more than the plain school, start-up and Years 1 to 5."""
    p: Projection = project([plan, base])
    return [round(a - b, 6) for a, b in zip(p.row(key, 0), p.row(key, 1), strict=True)]


@looped(
    ("basis", "of_line", "year_1"),
    [
        ("fixed", {"amount": 25_000}, 25_000),
        ("by_student", {"amount": 300}, 30_000),  # 100 students
        ("by_teacher", {"amount": 4_000}, 40_000),  # 10 teachers
        ("by_position", {"amount": 4_000}, 40_000),  # nobody else
        ("by_pay", {"share": 0.03}, 18_000),  # of 600,000
        ("by_funding", {"share": 0.03}, 30_000),  # of 1,000,000
        ("fixed", {"amount": 0}, 0),
        ("by_pay", {"share": 0}, 0),
    ],
)
@looped("kind", EVERY_YEAR)
def test_each_basis_of_what_comes_every_year(kind, basis, of_line, year_1):
    """The same in Years 1 to 5, because nothing grows in the plain school, and nothing in start-up."""
    assert line(kind=kind, basis=basis, **of_line) == pytest.approx([0, *[year_1] * 5])


def test_each_basis_follows_its_number():
    """Year 2 with 150 students: 15 teachers, $900,000 of pay, $1,500,000 of funding. Two counselors and 15
    teachers are 17 positions; the counselors are paid nothing.
    """
    more = PLAIN.changed(
        enrollment_year1=(100, 150, 100, 100, 100), counselor_positions=2, counselor_salary=0
    )
    found = {
        basis: project(
            [
                more.changed(
                    own_01_kind="recurring_cost", own_01_basis=basis, own_01_amount=100, own_01_share=0.1
                )
            ]
        ).cell("own_01_recurring_cost", 2)
        for basis in LEVERS["own_01_basis"].choices
    }
    assert found == pytest.approx(
        {
            "fixed": 100,
            "by_student": 15_000,
            "by_teacher": 1_500,
            "by_position": 1_700,
            "by_pay": 90_000,
            "by_funding": 150_000,
        }
    )


@looped(
    ("settings", "expected"),
    [
        # The amount is that of the first year: 10,000, then 10% more each year.
        ({"amount": 10_000, "growth": 0.1}, [0, 10_000, 11_000, 12_100, 13_310, 14_641]),
        ({"amount": 10_000, "growth": 0.1, "first_year": 3}, [0, 0, 0, 10_000, 11_000, 12_100]),
        ({"amount": 10_000, "growth": -0.5, "last_year": 2}, [0, 10_000, 5_000, 0, 0, 0]),
        ({"amount": 10_000, "growth": 0, "first_year": 2, "last_year": 4}, [0, 0, 10_000, 10_000, 10_000, 0]),
        ({"amount": 10_000, "first_year": 5}, [0, 0, 0, 0, 0, 10_000]),
        ({"amount": 10_000, "last_year": 1}, [0, 10_000, 0, 0, 0, 0]),
        # Five amounts are each year's own, and set the growth beside them to none.
        ({"amount": FIVE}, [0, *FIVE]),
        ({"amount": FIVE, "first_year": 2, "last_year": 4}, [0, 0, 12_000, 9_000, 0, 0]),
        ({"share": (0.01, 0.02, 0, 0.01, 0.05), "basis": "by_pay"}, [0, 6_000, 12_000, 0, 6_000, 30_000]),
        (
            {"share": (0.01, 0.02, 0, 0.01, 0.05), "basis": "by_funding"},
            [0, 10_000, 20_000, 0, 10_000, 50_000],
        ),
    ],
)
def test_growth_and_the_years_of_a_line(settings, expected):
    """Its own growth, counted from its first year, and nothing outside its years."""
    assert line(kind="recurring_cost", **settings) == pytest.approx(expected)


def test_five_amounts_take_the_growth_away_that_was_there():
    """3% stood beside one amount; five amounts state every year."""
    before = with_line(kind="recurring_cost", amount=10_000, growth=0.03)
    assert before.changed(own_01_amount=FIVE)["own_01_growth"] == 0


@looped(
    ("basis", "of_line", "start_up"),
    [
        ("fixed", {"amount": 25_000}, 25_000),
        ("by_student", {"amount": 300}, 30_000),
        ("by_teacher", {"amount": 4_000}, 40_000),
        ("by_position", {"amount": 4_000}, 40_000),
        ("by_pay", {"share": 0.03}, 18_000),
        ("by_funding", {"share": 0.03}, 30_000),
    ],
)
@looped("kind", ONCE)
def test_what_comes_once_may_come_in_start_up(kind, basis, of_line, start_up):
    """At the numbers of Year 1, or in a year of school at its own."""
    said = {"kind": kind, "basis": basis, **of_line}
    assert line(first_year=0, last_year=0, **said) == pytest.approx([start_up, 0, 0, 0, 0, 0])
    assert line(first_year=2, last_year=2, **said) == pytest.approx([0, 0, start_up, 0, 0, 0])


def test_growth_counts_from_start_up_where_the_line_begins_there():
    """1,000 in start-up, 10% more in Year 1, again in Year 2."""
    assert line(kind="one_time_cost", amount=1_000, growth=0.1, first_year=0, last_year=2) == pytest.approx(
        [1_000, 1_100, 1_210, 0, 0, 0]
    )


@looped(
    ("kind", "moved"),
    [
        (
            "recurring_cost",
            {
                "other_nonpersonnel": 1,
                "recurring_cost": 1,
                "total_cost": 1,
                "structural_result": -1,
                "net_position": -1,
            },
        ),
        (
            "one_time_cost",
            {"one_time_cost": 1, "recurring_cost": 0, "structural_result": 0, "net_position": -1},
        ),
        (
            "public_revenue",
            {
                "public_revenue": 1,
                "grant_revenue": 0,
                "total_revenue": 1,
                "structural_result": 1,
                "net_position": 1,
            },
        ),
        (
            "restricted_revenue",  # with no own cost that uses it
            {
                "public_revenue": 0,
                "grant_revenue": 1,
                "total_revenue": 1,
                "structural_result": 0,
                "net_position": 1,
            },
        ),
        (
            "private_revenue",
            {"private_revenue": 1, "grant_revenue": 1, "structural_result": 0, "net_position": 1},
        ),
        (
            "one_time_revenue",
            {"one_time_revenue": 1, "grant_revenue": 1, "structural_result": 0, "net_position": 1},
        ),
    ],
)
def test_each_kind_is_in_its_totals(kind, moved):
    """$25,000 in Years 2 and 3, with its sign, and in no total of another kind."""
    plan = with_line(kind=kind, amount=25_000, first_year=2, last_year=3)
    for total, sign in moved.items():
        assert apart(plan, total) == [0, 0, sign * 25_000, sign * 25_000, 0, 0], total
    assert apart(plan, "fund_balance")[-1] == moved["net_position"] * 50_000


def test_restricted_money_counts_as_far_as_own_costs_use_it():
    """$90,000 of special education aid. Own costs of $40,000 in Year 1 and $100,000 from Year 2 on: $40,000
    and $90,000 count as public funding, $50,000 and nothing as grants. So the yearly result is $400,000 in
    Year 1 and $390,000 from then on.
    """
    plan = PLAIN.changed(
        own_01_kind="restricted_revenue",
        own_01_amount=90_000,
        own_02_kind="recurring_cost",
        own_02_amount=(40_000, 100_000, 100_000, 100_000, 100_000),
    )
    p = project([plan])
    assert p.row("public_revenue")[1:] == pytest.approx([REVENUE + 40_000, *[REVENUE + 90_000] * 4])
    assert p.row("grant_revenue")[1:] == pytest.approx([50_000, 0, 0, 0, 0])
    assert p.row("structural_result")[1:] == pytest.approx([LEFT, *[LEFT - 10_000] * 4])
    assert p.row("net_position")[1:] == pytest.approx([LEFT + 50_000, *[LEFT - 10_000] * 4])


def test_a_cut_takes_its_share_of_public_money_and_of_nothing_else():
    """10% of public funding in Year 2. What is a share of funding is after the cut already, once."""
    cut = PLAIN.changed(cut_rate=0.1, cut_first_year=2, cut_years=1)
    for kind, left in (("public_revenue", 0.9), ("restricted_revenue", 0.9), ("private_revenue", 1)):
        p = project([cut.changed(own_01_kind=kind, own_01_amount=10_000)])
        assert p.row(f"own_01_{kind}")[1:4] == pytest.approx([10_000, 10_000 * left, 10_000])
        p = project([cut.changed(own_01_kind=kind, own_01_basis="by_funding", own_01_share=0.01)])
        assert p.row(f"own_01_{kind}")[1:4] == pytest.approx([10_000, 9_000, 10_000])


def test_own_lines_rate_a_plan():
    """$400,000 are left in every year. A cost of $400,001 is more than that from Year 1 on and eats savings
    that are not there. Public money of one dollar mends it, a gift of one dollar does not.
    """
    cost = {"own_01_kind": "recurring_cost", "own_01_amount": 400_001}
    gift = {"own_02_kind": "private_revenue", "own_02_amount": 1}
    aid = {"own_02_kind": "public_revenue", "own_02_amount": 1}
    plans = [PLAIN, PLAIN.changed(cost), PLAIN.changed({**cost, **gift}), PLAIN.changed({**cost, **aid})]
    assert [v.state for v in judge_all(project(plans))] == [
        State.SUSTAINABLE,
        State.NOT_SUSTAINABLE,
        State.AT_RISK,
        State.SUSTAINABLE,
    ]


def test_what_comes_once_comes_once_unless_it_is_said_otherwise():
    """A one-time cost without years is paid in Year 1 and no more, or in its first
    year."""
    said = {"kind": "one_time_cost", "amount": 9_000}
    assert line(**said) == pytest.approx([0, 9_000, 0, 0, 0, 0])
    assert line(first_year=0, **said) == pytest.approx([9_000, 0, 0, 0, 0, 0])
    assert line(first_year=3, **said) == pytest.approx([0, 0, 0, 9_000, 0, 0])
    assert line(last_year=2, **said) == pytest.approx([0, 9_000, 9_000, 0, 0, 0])


def test_twenty_lines_add_up():
    """1,000 + 2,000 + ... + 20,000 = 210,000."""
    plan = PLAIN.changed(
        {
            k: v
            for n in range(1, 21)
            for k, v in ((f"own_{n:02d}_kind", "recurring_cost"), (f"own_{n:02d}_amount", 1_000 * n))
        }
    )
    assert plan.own_lines == tuple(range(1, 21))
    assert apart(plan, "structural_result") == [0, *[-210_000] * 5]
    assert own_lines.free(plan.values) == 0


def test_plans_of_a_batch_may_have_lines_of_different_kinds():
    """The third line is a cost here, revenue there, and nothing in the plain school between them."""
    cost = with_line(3, kind="recurring_cost", amount=7_000)
    aid = with_line(3, kind="public_revenue", basis="by_student", amount=50)
    p = project([cost, PLAIN, aid])
    assert [p.cell("structural_result", 4, i) for i in range(3)] == [LEFT - 7_000, LEFT, LEFT + 5_000]


def test_a_line_that_came_says_how_much_it_is():
    """Its kind alone would say nothing to a board: how it is counted and its size stand with it."""
    kind = LEVERS["own_01_kind"]
    came = PLAIN.changed(own_01_kind="recurring_cost", own_01_basis="by_student", own_01_amount=60)
    assert moved_in_words(kind, PLAIN, came) == "Not used → Cost every year (Per student: $60)"
    share = came.changed(own_01_basis="by_pay", own_01_share=0.03)
    assert moved_in_words(kind, share, PLAIN) == "Cost every year (Share of pay: 3.0%) → Not used"
    rate = LEVERS["own_01_amount"]
    assert moved_in_words(rate, came, came.changed(own_01_amount=70)) == "$60 → $70"
