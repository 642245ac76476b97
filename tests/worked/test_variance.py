"""Two plans line by line, worked out by hand; and for any two plans: the columns add up to the cent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.model_program import main
from model.explain.variance import beside, biggest_first, variance
from model.lines.own import KINDS
from model.lines.own_used import kinds_of, not_used
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.statement import NET, RESULT, made_of
from model.years import YEARS
from tests.first_versions import first_version
from tests.strategies import scenarios

START = Scenario.preset(first_version("us_elementary"))
# Of the lines that a school names itself, those of each kind.
OWN = START.changed({f"own_{n:02d}_kind": kind for n, kind in enumerate(KINDS, 1)})
# The line that says what students bring: the total, as long as nothing else adds to it.
_PUBLIC = [x for _, x in made_of("public_revenue", not_used(kinds_of(START.values)))] or [
    "enrollment_funding"
]
FUNDING = "public_revenue" if _PUBLIC == ["enrollment_funding"] else "enrollment_funding"


def test_one_cost_alone():
    """30 teachers x $2,400 of start-up PD become 30 x $100: $69,000 less, and the net position $69,000
    better.
    """
    root = variance(START, START.changed(startup_pd_per_teacher=100), [0])
    row = root.find("startup_pd")
    assert (row.before, row.after) == (7_200_000, 300_000)
    assert (row.difference, row.effect) == (-6_900_000, 6_900_000)
    assert row.share == pytest.approx(-69_000 / 72_000)
    assert (root.line, root.difference) == (NET, 6_900_000)
    assert root.find(RESULT).difference == 0
    assert [r.line for r in biggest_first(root)] == ["startup_pd"]


def test_revenue_and_cost_in_one_year():
    """10 students fewer in Year 1: 10 x $11,600 = $116,000 of public revenue."""
    root = variance(START, START.changed(enrollment_year1=440), [1])
    row = root.find("public_revenue")
    assert (row.difference, row.effect) == (-11_600_000, -11_600_000)
    assert biggest_first(root)[0].line == FUNDING
    assert root.find("recurring_cost").effect > 0


def test_the_five_years_are_the_sum_of_the_years():
    """Five grants of $10,000 are $50,000 together; the start-up year has none, so $60,000 would be wrong."""
    after = START.changed(
        sustaining_grant=START.number("sustaining_grant") + 10_000, sustaining_grant_years=5
    )
    before = START.changed(sustaining_grant_years=5)
    for years in (range(1, YEARS), range(YEARS)):
        assert variance(before, after, list(years)).find("grant_revenue").difference == 5_000_000
        assert variance(before, after, list(years)).find("private_revenue").difference == 5_000_000


def test_what_was_nothing_has_no_per_cent():
    """Coaches where there were none: new, not a per cent of nothing."""
    root = variance(START, START.changed(instructional_coaches=1))
    assert root.find("instructional_coach_cost").share is None
    with pytest.raises(KeyError):
        root.find("enrollment")
    with pytest.raises(ValueError, match="at least one year"):
        variance(START, START, [])


def test_a_plan_beside_itself_differs_in_nothing():
    root = variance(START, START, range(YEARS))
    assert not any(r.difference for r in root.every())
    assert biggest_first(root) == []
    assert beside(START, START, 5) == []


def test_other_lines_stand_beside_the_statement():
    """Students and positions differ too; sums of the same lines are not said again."""
    found = {b.line: b for b in beside(START, START.changed(enrollment_year1=440), 5)}
    assert (found["enrollment"].before, found["enrollment"].after) == (450, 440)
    assert not {"total_cost", "total_revenue", "balance_change", "personnel"} & set(found)


def test_lines_of_the_statement_are_lines_that_add_up():
    """Every cost that ends in the result stands in it once: none is forgotten when a line is added. Grants
    stand by their parts; a total of one part stands for itself.
    """
    lines = [r.line for r in variance(OWN, START).leaves()]
    assert len(lines) == len(set(lines))
    assert {"teacher_cost", "startup_it", "management_fee"} <= set(lines)
    assert not {"grant_revenue", "total_revenue", "recurring_cost", "personnel"} & set(lines)
    told = [BOOK.under(line) for line in lines]
    for single in SINGLE_LINES:
        assert sum(single in under for under in told) == 1, single


# Lines of revenue and cost that nothing adds up to.
SINGLE_LINES = [
    k
    for total in ("total_revenue", "total_cost")
    for k in BOOK.under(total) - not_used(kinds_of(OWN.values))
    if k not in BOOK.totals
]
PERIODS = st.sampled_from([(0,), (1,), (5,), tuple(range(1, YEARS)), tuple(range(YEARS))])


@settings(max_examples=60, deadline=None)
@given(scenarios(every=True), scenarios(every=True), PERIODS)
def test_differences_add_up_to_the_cent(one, other, years):
    """Whatever the plans: each row's effect is the sum of its parts', the last is that of the results as they
    are shown, and every figure is the model's own, rounded by itself.
    """
    root = variance(one, other, years)
    assert root.difference == root.after - root.before
    assert sum(r.effect for r in biggest_first(root)) == root.difference
    p = project([one, other])
    for row in root.every():
        if row.parts:
            assert sum(x.effect for x in row.parts) == row.effect, row.line
        before, after = (float(x) for x in p[row.line][:, list(years)].sum(axis=1) * 100)
        noise = 1e-9 * (1 + abs(before) + abs(after))
        assert row.before == pytest.approx(before, abs=0.5 + noise)
        assert row.after == pytest.approx(after, abs=0.5 + noise)
        assert row.difference == pytest.approx(after - before, abs=3 + noise)
        if before == after:
            assert row.difference == 0


def test_a_line_that_is_the_same_never_differs_by_a_cent_of_rounding():
    """Three levers that leave the principal's pay alone: on the screen it once differed by one cent."""
    after = START.changed(pupils_per_teacher=16, teacher_leaders=6, public_funding_growth=0.02)
    assert {r.line for r in biggest_first(variance(START, after))} == {
        FUNDING,
        "teacher_cost",
        "leader_pay_cost",
        "pd_programs",
        "pd_substitutes",
    }


# --- from a shell -------------------------------------------------------------------------------------------


def run(capsys, *args):
    status = main(["variance", *args])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_command_says_what_differs_and_what_does_not(capsys):
    status, out, _ = run(
        capsys,
        "--preset",
        first_version("us_elementary"),
        "--set",
        "startup_pd_per_teacher=100",
        "--year",
        "all",
    )
    assert status == 0
    assert "Start-up and Years 1 to 5 together" in out
    assert "$72,000.00" in out
    assert "+$69,000.00" in out
    whole = len(list(variance(START, START).leaves()))
    assert whole >= 25
    assert f"{whole - 1} of {whole} single lines do not differ" in out
    assert "Teacher pay" not in out


def test_biggest_first_is_a_list_by_size(capsys):
    _, out, _ = run(
        capsys, "--preset", first_version("us_elementary"), "--set", "enrollment_year1=440", "--biggest-first"
    )
    lines = out.splitlines()
    first = lines.index(next(x for x in lines if x.startswith("Line")))
    assert lines[first + 1].startswith(BOOK.lines[FUNDING].label)
    assert lines[first + 2].startswith("Teacher pay")


def test_what_cannot_be_used_is_said(capsys):
    status, _, err = run(capsys, "nowhere.json")
    assert status == 2
    assert "nowhere.json cannot be read" in err
    status, _, err = run(capsys)
    assert status == 2
    assert "Give one or two files of plans" in err
