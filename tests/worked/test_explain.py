"""An explanation is true: its sentence comes to the cell, and its parts are the cells that the sentence
names.
"""

from __future__ import annotations

import random

import pytest

from model.evidence import LEVERS, PRESETS, SOURCES, Lever, Value
from model.explain.readings import in_numbers
from model.explain.trace import Explanation, all_levers, explain
from model.lines.own_used import kinds_of, not_used
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.texts import say
from model.units import is_money
from model.years import YEARS
from tests.first_versions import first_version
from tests.worked.school import PLAIN
from tests.worked.sentence import MINUS, OVER, TIMES, value

# The own lines of a school are all alike, so the first of them stands for twenty.
CELLS = [(k, y) for k, line in BOOK.lines.items() for y in line.years if line.own < 2]
SENTENCES = 2_500


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        (f"450 {TIMES} $11,600 {TIMES} 1.027", 5_360_940),
        (f"$12 {MINUS} $2 {MINUS} $3", 7),
        (f"(the larger of 0 {MINUS} ({MINUS}$35) and 0) {OVER} $70", 0.5),
        (f"450 {OVER} 15.1, rounded up to the next half", 30),  # 29.8
        ("0.25 + (0.6, rounded to the nearest half)", 0.75),
        ("$340,000 if Year 1 is 0, otherwise $90,000", 90_000),
        ("1 if (1 is 1 and 0 is 1) or 2 is at most 3, otherwise 0", 1),
        (f"{MINUS}$0.004 is not below zero (to the cent)", 1),
        ("“salary waiver” is “stipend”", 0),
        (f"7 {OVER} 0", 0),
        (f"14.4% {TIMES} 1,000", 144),
    ],
)
def test_the_reader_can_read(sentence, result):
    """The reader that judges the sentences works out what a person with a calculator would."""
    assert value(sentence) == pytest.approx(result)


@pytest.mark.parametrize(
    "sentence", ["1 if 0, otherwise 2 if 1, otherwise 3", "1 and 0 or 1", "5 +", "about 5"]
)
def test_the_reader_refuses_what_can_be_read_in_two_ways(sentence):
    """A sentence without the brackets it needs, or cut short, is no explanation."""
    with pytest.raises(SyntaxError):
        value(sentence)


def faults(p: Projection, scenario: int, cells: list[tuple[str, int]]) -> list[str]:
    """Sentences that do not come to their cell: half a cent for money, a millionth for anything else."""
    found = []
    for line, year in cells:
        sentence, cell = in_numbers(p, line, year, scenario), p.cell(line, year, scenario)
        told = float(value(sentence))
        most = 0.005 if is_money(BOOK.lines[line].unit) else 1e-6 * abs(cell) + 1e-9
        if not abs(told - cell) <= most:
            found.append(f"{line}, Year {year}: {sentence} comes to {told!r}, the cell is {cell!r}")
    return found


def drawn(lever: Lever, draw: random.Random) -> Value:
    if lever.is_choice:
        return draw.choice(lever.choices)
    low, high = lever.bounds if draw.random() < 0.2 else lever.usual

    def one() -> float:
        x = float(draw.randint(int(low), int(high))) if lever.is_whole else draw.uniform(low, high)
        return max(x, lever.least_above_zero)

    return tuple(one() for _ in range(5)) if lever.per_year and draw.random() < 0.3 else one()


def test_a_thousand_sentences_come_to_their_cells():
    """More than a thousand schools with every lever drawn at random to the last binary digit, one line and
    year of each.
    """
    draw = random.Random(4)
    schools = [Scenario.of({k: drawn(x, draw) for k, x in LEVERS.items()}) for _ in range(SENTENCES)]
    p = project(schools)
    asked = [draw.choice(CELLS) for _ in schools]
    assert len(set(asked)) > 0.8 * len(CELLS)
    assert [f for i, cell in enumerate(asked) for f in faults(p, i, [cell])] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_every_sentence_of_a_preset_comes_to_its_cell(preset):
    """Every line and year of every preset."""
    assert faults(project([Scenario.preset(preset)]), 0, CELLS) == []


EDGES: dict[str, dict[str, Value]] = {
    "nothing comes in": {"base_rate_per_pupil": 0, "startup_grants": 0, "opening_fund_balance": 0},
    "lumpy": {"refresh": "lumpy", "device_life_years": 2, "enrollment_growth": 0.08},
    "cut by year": {"cut_rate": (0, 0.07, 0.07, 0, 0.01)},
    "waiver": {"leader_pay": "salary_waiver", "stipend_source": "one_time"},
    "held harmless": {"hold_harmless": "yes", "enrollment_growth": -0.07},
    "veterans retire": {
        "pay_moves": "by_turnover",
        "teacher_turnover": (0.3, 0.08, 0.12, 0, 1),
        "leavers_pay_share": 1.25,
        "salary_growth": 0.031,
    },
    "two groups and a schedule": {
        "support_benefits": "own_rates",
        "pension_counted": "by_year",
        "pension_rate": (0.171, 0.184, 0.181, 0.181, 0.191),
        "insurance_counted": "beside_rate",
    },
    "insurance out of two rates": {"support_benefits": "own_rates", "insurance_counted": "per_position"},
    "a hair": {"devices_per_pupil": 1.1, "spare_rate": 0},
}


@pytest.mark.parametrize("edge", EDGES)
def test_every_sentence_at_an_edge_comes_to_its_cell(edge):
    """Both choices of every switch, nothing to divide by, and a product that is whole on paper only."""
    assert (
        faults(project([Scenario.preset(first_version("us_elementary")).changed(EDGES[edge])]), 0, CELLS)
        == []
    )


def test_numbers_have_no_more_digits_than_they_need():
    """Whole dollars without cents, cents where cents add up, more only where half a cent would be lost.

    What students bring in Year 3 is 450 x $11,600 x 1.027 x 1.027 = $5,505,685.38. The dollars of one student
    are 11,600 x 1.054729 = 12,234.8564.
    """
    p = project([Scenario.preset(first_version("us_elementary"))])
    assert in_numbers(p, "enrollment_funding", 3) == f"450 {TIMES} $12,234.8564 {TIMES} (1 {MINUS} 0%)"
    assert in_numbers(p, "structural_result", 3).startswith(f"$5,505,685.38 {MINUS} $5,447,288.60")
    assert in_numbers(p, "teacher_cost", 1) == f"(30 + 0) {TIMES} $72,030 {TIMES} 1 {TIMES} 1.435"


def one(plan: Scenario, line: str, year: int, **kw: int) -> Explanation:
    return explain(project([plan]), line, year, **kw)


def test_parts_are_the_cells_that_the_sentence_names():
    """Start-up PD is bought for the teachers of Year 1, so that cell is its part, not the empty one of the
    start-up year.
    """
    e = one(PLAIN, "startup_pd", 0)
    assert [(x.key, x.year) for x in e.parts] == [("teachers", 1)]
    assert e.parts[0].value == 10  # 100 students, 10 for each teacher
    assert [x.lever.key for x in e.levers] == ["startup_pd_per_teacher"]


def test_an_earlier_year_of_the_same_line_is_named_and_not_gone_into():
    """The balance of Year 2 is that of Year 1 and the change of Year 2; the balance of Year 1 is asked for by
    itself.
    """
    before, change = one(PLAIN, "fund_balance", 2).parts
    assert (before.key, before.year, before.parts) == ("fund_balance", 1, ())
    assert before.numbers
    assert (change.key, change.year) == ("balance_change", 2)
    assert change.parts


def test_the_tree_ends_in_levers():
    """Every cell rests on cells or levers, but growth factors, which are 1 in Year 1; depth 0 and 1 cut the
    tree short.
    """

    def bare(e: Explanation) -> list[str]:
        own = [] if e.parts or e.levers or e.numbers == "1" else [e.key]
        return own + [x for p in e.parts if p.key != e.key for x in bare(p)]

    # A school without own lines has none of that family; one line of each kind makes all of it.
    kinds = LEVERS["own_01_kind"].choices[1:]
    own = {f"own_{n:02d}_kind": kind for n, kind in enumerate(kinds, 1)}
    plan = Scenario.preset(first_version("us_elementary")).changed(own)
    p, here = project([plan]), BOOK.lines.keys() - not_used(kinds_of(plan.values))
    assert [k for k in here if bare(explain(p, k, BOOK.lines[k].years[-1]))] == []
    assert explain(p, "structural_result", 5, depth=0).parts == ()
    assert [x.parts for x in explain(p, "structural_result", 5, depth=1).parts] == [(), ()]


def test_levers_bring_their_evidence():
    """Each lever at the end says value, default, range, status and who says so, with the address of the
    source.
    """
    facts = {
        f.lever.key: f
        for f in all_levers(one(Scenario.preset(first_version("us_elementary")), "teacher_cost", 5))
    }
    assert set(facts) >= {"teacher_salary", "benefit_rate", "salary_growth", "pupils_per_teacher"}
    salary = facts["teacher_salary"]
    assert (salary.value, salary.lever.default, salary.lever.usual) == (72_030, 72_030, (45_000, 120_000))
    assert salary.evidence.startswith("sourced: ")
    assert SOURCES["NEA25"].url in salary.evidence
    assert facts["leader_release_share"].evidence == "assumption"


def test_a_cell_outside_the_years_of_its_line_says_so():
    """Recurring cost has no start-up year: 0, no sentence, no parts."""
    e = one(PLAIN, "recurring_cost", 0)
    assert (e.applies, e.value, e.numbers, e.parts, e.levers) == (False, 0, "", (), ())
    p = project([PLAIN])
    for key, line in BOOK.lines.items():
        assert all(explain(p, key, y, depth=0).applies is (y in line.years) for y in range(YEARS))


def test_what_a_calculator_does_not_show_is_noted():
    """450 x 1.1 is 495 on paper and 496 here; nothing divided by nothing is 0; yes is 1."""
    hair = one(Scenario.preset(first_version("us_elementary")), "devices", 2)
    assert (hair.value, hair.numbers) == (
        496,
        f"450 {TIMES} 1 {TIMES} (1 + 10%), rounded up to a whole number",
    )
    assert hair.remarks == (say("explain.a_hair_more"),)
    assert one(PLAIN, "devices", 2).remarks == ()
    nothing = one(
        Scenario.preset(first_version("us_elementary")).changed(base_rate_per_pupil=0), "grant_dependency", 5
    )
    assert nothing.remarks == (say("explain.divided_by_nothing"),)
    assert one(PLAIN, "pays_its_way", 1).remarks == (say("explain.yes_is_1"),)
