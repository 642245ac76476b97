"""Students, the money that follows them, cuts and grants, worked out by hand for the plain school."""

from __future__ import annotations

import pytest

from model.plan.scenario import Scenario
from model.results.projection import project
from tests.first_versions import first_version
from tests.worked.school import PLAIN, row, years

PATH = (424, 410, 405, 400, 395)
FALL = {"enrollment_growth": -0.1}  # 100, 90, 81, 72.9, 65.61


def test_the_plain_school_is_as_plain_as_it_says():
    """100 students x $10,000 less 10 teachers x $50,000 x 1.2 leaves $400,000 in every year."""
    p = years()
    assert p.row("public_revenue") == [0, *[100 * 10_000] * 5]
    assert p.row("recurring_cost") == [0, *[10 * 50_000 * 1.2] * 5]
    assert p.row("structural_result") == [0, *[400_000] * 5]
    assert p.row("one_time_cost") == [0] * 6


def test_pupils_are_whole():
    """A tenth fewer each year: 100, 90, 81, 72.9 is 73, and the next step falls from 72.9, not from 73: 65.61
    is 66.
    """
    assert row("enrollment", **FALL) == [100, 90, 81, 73, 66]


@pytest.mark.parametrize(
    ("first", "growth", "second"),
    [
        (50, 0.05, 53),  # 52.5; rounding to even would give 52
        (90, 0.05, 95),  # 94.5; rounding to even would give 94
        (10, 0.05, 11),  # 10.5
        (450, -0.01, 446),  # 445.5
        (50, 0.15, 58),  # 57.5, in binary a hair less
        (90, 0.15, 104),  # 103.5, likewise
        (460, 0.001, 460),  # 460.46
    ],
)
def test_half_a_pupil_counts_as_one(first, growth, second):
    """Exactly half a student is rounded up, also where the nearest even number lies below."""
    assert row("enrollment", enrollment_year1=first, enrollment_growth=growth)[1] == second


def test_half_a_pupil_counts_as_one_in_a_path_too():
    """424.5 students typed in for a year are 425."""
    assert row("enrollment", enrollment_year1=(424, 424.5, 423.5, 423.4999, 0.5 + 99)) == [
        424,
        425,
        424,
        423,
        100,
    ]


def test_an_enrollment_path_is_taken_as_given():
    """With no growth on top, five counts are the enrollment of the five years; the start-up year has no
    students.
    """
    assert years(enrollment_year1=PATH).row("enrollment") == [0, *PATH]


def test_growth_per_year_compounds():
    """5% in year 2, 10% in year 3, nothing, then -20%: 200, 210, 231, 231, 184.8."""
    assert row("enrollment", enrollment_year1=200, enrollment_growth=(0, 0.05, 0.1, 0, -0.2)) == [
        200,
        210,
        231,
        231,
        185,
    ]


@pytest.mark.parametrize(
    ("lever", "factor"),
    [
        ("enrollment_growth", "enrollment_factor"),
        ("public_funding_growth", "funding_factor"),
        ("salary_growth", "pay_factor"),
        ("inflation", "price_factor"),
    ],
)
def test_each_escalator_starts_from_year_1(lever, factor):
    """Year 1 is the level; its own growth is not used. Then each year's growth goes on top of the year
    before.
    """
    expected = [1, 1.02, 1.02 * 1.03, 1.02 * 1.03 * 1.0, 1.02 * 1.03 * 1.0 * 0.99]
    for unused in (0, 0.5, -0.5):
        assert row(factor, **{lever: (unused, 0.02, 0.03, 0, -0.01)}) == pytest.approx(expected, rel=1e-14)
    assert row(factor, **{lever: 0.03}) == pytest.approx([1.03**t for t in range(5)], rel=1e-14)


def test_hold_harmless_pays_for_last_years_pupils_on_a_fall():
    """The higher of this year's and last year's count: 100, 100, 90, 81, 73 when 100, 90, 81, 73, 66 come."""
    assert row("funded_pupils", **FALL, hold_harmless="yes") == [100, 100, 90, 81, 73]
    assert row("public_revenue", **FALL, hold_harmless="yes") == [
        1_000_000,
        1_000_000,
        900_000,
        810_000,
        730_000,
    ]


def test_hold_harmless_does_nothing_on_a_rise():
    """A growing school is paid for this year's students with and without it."""
    up = {"enrollment_growth": 0.1}  # 100, 110, 121, 133.1, 146.41
    for switch in ("yes", "no"):
        assert row("funded_pupils", **up, hold_harmless=switch) == [100, 110, 121, 133, 146]


def test_without_hold_harmless_a_fall_costs_at_once():
    """Off, the students of the year are the funded students."""
    assert row("funded_pupils", **FALL, hold_harmless="no") == [100, 90, 81, 73, 66]


def test_hold_harmless_follows_a_path_and_looks_back_one_year_only():
    """424, 410, 405, 430, 395: the count of year 2 is forgotten by year 4."""
    up_and_down = (424, 410, 405, 430, 395)
    assert row("funded_pupils", enrollment_year1=up_and_down, hold_harmless="yes") == [
        424,
        424,
        410,
        430,
        430,
    ]


def test_the_rate_has_three_parts():
    """Base rate x weight, low-income share x rate, other: 10,000 x 1.07 + 0.6 x 1,763 + 250 = 12,007.80."""
    changes = {
        "grade_weight": 1.07,
        "low_income_share": 0.6,
        "low_income_rate_per_pupil": 1763,
        "other_public_per_pupil": 250,
        "public_funding_growth": 0.025,
    }
    assert row("funding_rate", **changes) == pytest.approx([12_007.80] * 5)
    # In year 5 four rounds of growth: 100 x 12,007.80 x 1.025^4.
    assert row("public_revenue", **changes)[4] == pytest.approx(100 * 12_007.80 * 1.025**4)


@pytest.mark.parametrize(
    ("first", "length", "cut_in"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, 3, 4, 5]),
        (2, 2, [2, 3]),
        (4, 3, [4, 5]),  # the third year of the cut lies beyond the model
        (5, 1, [5]),
        (5, 5, [5]),
        (1, 0, []),
        (5, 0, []),
    ],
)
def test_a_cut_holds_inside_its_window_and_nowhere_else(first, length, cut_in):
    """10% of $1,000,000 is gone in the years of the window, both ends counted; no years, no cut."""
    expected = [900_000 if t in cut_in else 1_000_000 for t in range(1, 6)]
    assert row("public_revenue", cut_rate=0.1, cut_first_year=first, cut_years=length) == pytest.approx(
        expected
    )


def test_a_cut_takes_its_share_of_the_grown_revenue():
    """7% off the 1.02^2 times $1,000,000 of year 3; year 4 is back on the path as if nothing had been."""
    got = row("public_revenue", cut_rate=0.07, cut_first_year=3, cut_years=1, public_funding_growth=0.02)
    assert got[2:4] == pytest.approx([1_000_000 * 1.02**2 * 0.93, 1_000_000 * 1.02**3])


def test_a_cut_per_year_opens_the_window():
    """Five cut rates say themselves when they hold, although the plain school's window is closed."""
    assert PLAIN["cut_years"] == 0
    cut = PLAIN.changed(cut_rate=(0, 0.07, 0.05, 0, 0.01))
    assert (cut["cut_first_year"], cut["cut_years"]) == (1, 5)
    assert row("revenue_cut", cut_rate=(0, 0.07, 0.05, 0, 0.01)) == [0, 0.07, 0.05, 0, 0.01]


def test_a_cut_per_year_keeps_a_window_given_with_it():
    """Five rates together with a window of year 3 alone: the others do not hold."""
    got = row("revenue_cut", cut_rate=(0.01, 0.02, 0.03, 0.04, 0.05), cut_first_year=3, cut_years=1)
    assert got == [0, 0, 0.03, 0, 0]


@pytest.mark.parametrize("grant_years", range(6))
def test_a_sustaining_grant_runs_from_year_1_for_its_years(grant_years):
    """$50,000 in each of its years, then nothing; the start-up year has only the start-up grant."""
    expected = [20_000, *[50_000] * grant_years, *[0] * (5 - grant_years)]
    p = years(startup_grants=20_000, sustaining_grant=50_000, sustaining_grant_years=grant_years)
    assert p.row("grant_revenue") == expected


def test_a_grant_that_tapers_still_ends_with_its_years():
    """$40,000, $30,000 and then, with two years of grant, nothing, whatever was typed in for later years."""
    grant = (40_000, 30_000, 20_000, 10_000, 5_000)
    assert row("grant_revenue", sustaining_grant=grant, sustaining_grant_years=2) == [40_000, 30_000, 0, 0, 0]


def test_a_grant_is_no_public_revenue():
    """A grant lifts the net position and leaves the structural result where it was."""
    p = years(sustaining_grant=50_000, sustaining_grant_years=1)
    assert p.row("structural_result")[1:] == [400_000] * 5
    assert p.row("net_position")[1:] == [450_000, *[400_000] * 4]


def test_a_path_of_enrollment_sets_its_growth_aside():
    """A preset that shrinks 2% a year takes 424, 410, 405, 400, 395 as they stand; growth given with it still
    acts.
    """
    path = (424.0, 410.0, 405.0, 400.0, 395.0)
    shrinking = Scenario.preset(first_version("chicago_neighborhood_k8"))
    assert project([shrinking.changed(enrollment_year1=path)]).row("enrollment")[1:] == list(path)
    both = shrinking.changed(enrollment_year1=path, enrollment_growth=-0.02)
    # 410 x 0.98 = 401.8, 405 x 0.98^2 = 388.962, 400 x 0.98^3 = 376.4768, 395 x 0.98^4 = 364.334...
    assert project([both]).row("enrollment")[1:] == [424, 402, 389, 376, 364]
