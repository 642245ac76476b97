"""The standards of authorizers and finance officers, worked out by hand on plain numbers."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import STANDARDS
from model.goals.goal import GOALS, goals_for
from model.plan.scenario import Scenario
from model.results.as_tested import AsTested
from model.results.projection import project
from model.results.standards import MEASURES, asked_of, enrollment_kept, judged
from model.results.standards_in_words import in_short, summary
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

CHARTER = Scenario.preset(first_version("chicago_charter_k8"))


def measured(key, **lines):
    """Lines written down, in place of those of a plan; the others are 0."""
    row = {k: np.array([lines.get(k, [0.0] * 6)], dtype=float) for k in AsTested._fields}
    return MEASURES[key](AsTested(**row), STANDARDS[key])


def days(*balances, spent=365_000.0):
    """Balances at the end of start-up and Years 1 to 5, in a school that spends $1,000 a day."""
    return {"savings": balances, "spent": [0.0, *[spent] * 5]}


def test_days_cash_60_or_30_and_rising():
    """20,000 before opening is 20 days of Year 1. 31 days are above it and above 30. Then 31 again: not
    rising. 29.5 falls short of 30. 60 is enough, and 59 is below 60 and falls.
    """
    m = measured("days_cash", **days(20_000, 31_000, 31_000, 29_500, 60_000, 59_000))
    assert m.is_met[0, 1:].tolist() == [True, False, False, True, False]


def test_days_cash_in_dollars_to_spare():
    """Year 1: a day less than 31 still passes, so 31,000 - 30,000 = 1,000. Year 2 misses 60 days by
    29,000. Year 4 could fall to 30 days.
    """
    m = measured("days_cash", **days(20_000, 31_000, 31_000, 29_500, 60_000, 59_000))
    assert m.spare[0, 1:].tolist() == pytest.approx([1_000, -29_000, -30_500, 30_000, -1_000])


def test_the_charter_of_the_cases_meets_it():
    """47.6 days rise to 61.4 over five years: each year is above 30 and above the one before."""
    (j,) = judged(CHARTER, ["days_cash"])
    assert [round(x, 1) for x in j.values] == [47.6, 51.4, 55.0, 58.3, 61.4]
    assert (j.is_met, j.met_from, j.missed) == (True, 1, [])


def margin(*net, revenue=1_000_000.0):
    """Yearly results of a school with $1,000,000 of revenue."""
    return {"net": [0.0, *net], "revenue": [0.0, *[revenue] * 5]}


def test_a_margin_of_three_years():
    """30,000 - 20,000 - 5,000 = 5,000 over Years 1 to 3: above $0. Then -20,000 - 5,000 - 1,000 = -26,000,
    and Year 4 is below $0: missed by all of it. Years 3 to 5: -5,000 - 1,000 + 2,000 = -4,000, which is above
    -1.5% of 3,000,000 = -45,000, Year 5 is above $0 and better than Year 4: met, with 41,000 to spare.
    """
    m = measured("margin", **margin(30_000, -20_000, -5_000, -1_000, 2_000))
    assert m.is_judged[0].tolist() == [False, False, False, True, True, True]
    assert m.spare[0, 3:].tolist() == pytest.approx([5_000, -26_000, 41_000])
    assert m.is_met[0, 3:].tolist() == [True, False, True]


def test_a_margin_of_nothing_is_not_above_nothing():
    """Three years at exactly $0 are not above it; a cent more in the last one is, and rises."""
    assert not measured("margin", **margin(0, 0, 0, 0, 0)).is_met[0, 3]
    assert measured("margin", **margin(0, 0, 0.01, 0, 0)).is_met[0, 3]


def test_two_months_in_reserve():
    """950,000 a year ask for 158,333.34. At 158,333 it misses by cents, a dollar more meets it."""
    spent = [0.0, *[950_000.0] * 5]
    short = measured("reserve", savings=[158_333.0] * 6, spent=spent)
    enough = measured("reserve", savings=[158_334.0] * 6, spent=spent)
    assert short.spare[0, 1] == pytest.approx(-0.34, abs=0.01)
    assert (short.is_met[0, 1], enough.is_met[0, 1]) == (False, True)


def test_structural_balance_is_the_result_of_each_year():
    """The plain school's own results, to the half cent."""
    (j,) = judged(PLAIN.changed(nonpersonnel_per_pupil=(3_900, 4_000, 4_100, 3_900, 3_900)), ["balance"])
    assert j.values == j.spare
    assert j.missed == [t for t, x in zip(range(1, 6), j.values, strict=True) if x < -0.005]
    assert j.met_from == max(j.missed) + 1


def test_open_positions_meet_no_standard():
    """One of ten positions open saves $60,000 and leaves $55,000 a year; with all filled $5,000 are short.
    Then $100,000 of savings are $75,000 after Year 5, of $1,005,000 spent a year 27.2 days. Three years
    together are $15,000 short. Two months ask for $167,500.
    """
    short = {"nonpersonnel_per_pupil": 4_050, "opening_fund_balance": 100_000}
    plan = PLAIN.changed(short, positions_filled=0.9)
    balance, reserve, days_cash, three = judged(plan, ["balance", "reserve", "days_cash", "margin"])
    assert balance.values == (pytest.approx(-5_000),) * 5
    assert days_cash.values[4] == pytest.approx(75_000 / (1_005_000 / 365))
    assert three.spare[2:] == (pytest.approx(-15_000),) * 3
    assert reserve.spare[4] == pytest.approx(75_000 - 167_500, abs=1)
    p = project([plan, PLAIN.changed(short)])
    for goal in ("days_cash", "margin", "reserve"):
        found, filled = GOALS[goal].margins(p)
        assert found == pytest.approx(filled)
        assert found[0] < 0


def test_devices_bought_at_once_meet_no_standard_in_a_year_without_a_purchase():
    """100 devices of $400 last four years: $10,000 a year, bought at the start and in Year 4. $395,000 go for
    the rest, so $5,000 are short in every year as tested, and Year 4 misses by no more. The margin counts the
    same; the reserve counts the purchase: start-up's $40,000 leave $60,000, and each year but Year 4 adds
    $5,000.
    """
    fleet = {"devices_per_pupil": 1, "device_unit_cost": 400, "refresh": "lumpy"}
    plan = PLAIN.changed(fleet, nonpersonnel_per_pupil=3_950, opening_fund_balance=100_000)
    balance, reserve, three = judged(plan, ["balance", "reserve", "margin"])
    assert balance.values == (pytest.approx(-5_000),) * 5
    assert three.spare[2:] == (pytest.approx(-15_000),) * 3
    saved = [65_000, 70_000, 75_000, 40_000, 45_000]
    spent = [995_000] * 3 + [1_035_000, 995_000]
    assert reserve.values == tuple(pytest.approx(a / b) for a, b in zip(saved, spent, strict=True))


def test_a_district_school_is_not_asked_what_charters_are():
    """Days of cash are asked of charter schools."""
    assert asked_of(False, PLAIN) == ["balance", "reserve"]
    assert asked_of(True, PLAIN) == ["balance", "reserve", "days_cash", "margin"]
    borrows = PLAIN.changed(loan_1=1_000)
    assert asked_of(True, borrows) == ["balance", "reserve", "days_cash", "margin", "debt_cover"]
    assert asked_of(False, borrows) == ["balance", "reserve"]


def test_debt_cover_of_one_and_a_tenth():
    """A plain school is left with $400,000. Five payments of $380,000 from Year 2: 400,000 / 380,000 = 1.05,
    and 1.1 x 380,000 - 400,000 = $18,000 are missing. Of 363,636 there is 1.1 and a bit. Year 1 owes nothing.
    """
    loan = {"loan_1": 1_900_000, "loan_1_year": 1, "loan_1_rate": 0, "loan_1_term": 5}
    (short,) = judged(PLAIN.changed(loan), ["debt_cover"])
    assert short.values == (None, *[pytest.approx(400 / 380)] * 4)
    assert (short.missed, short.met_from) == ([2, 3, 4, 5], None)
    assert in_short(short) == say("standards.missed", worst=2, amount="$18,000")
    (met,) = judged(PLAIN.changed(loan, loan_1=5 * 363_636), ["debt_cover"])
    assert met.is_met
    (later,) = judged(PLAIN.changed(loan, loan_1_year=5), ["debt_cover"])
    assert in_short(later) == say("standards.not_judged")
    assert GOALS["debt_cover"].margins(project([PLAIN.changed(loan)]))[0, 0] == pytest.approx(-18_000)
    assert goals_for(PLAIN) == tuple(k for k in GOALS if k != "debt_cover")
    assert goals_for(PLAIN.changed(loan)) == tuple(GOALS)


def test_days_cash_without_aid_that_is_not_paid():
    """$400,000 are left of Year 1 and $200,000 of it are paid in Year 2: 200,000 of 600,000 a year are
    121.67 days. Beside it $1,000,000 borrowed change nothing but for what is spent on interest.
    """
    (j,) = judged(PLAIN.changed(aid_deferred=0.2), ["days_cash"])
    assert j.values[0] == pytest.approx(121.67, abs=0.01)
    (same,) = judged(PLAIN.changed(aid_deferred=0.2, loan_1=1_000_000, loan_1_year=1), ["days_cash"])
    assert same.values[0] == j.values[0]


def test_enrollment_against_plan_counts_cases():
    """95% of 200 are 190: of 190, 189.9 and 250 students two are enough. 95% of 100 are 95, and one is."""
    planned = np.array([0.0, 200.0, 100.0])
    drawn = np.array([[0.0, 190.0, 95.0], [0.0, 189.9, 94.0], [0.0, 250.0, 94.9]])
    assert enrollment_kept(planned, drawn)[1:].tolist() == pytest.approx([2 / 3, 1 / 3])


def test_a_year_that_cannot_be_judged_has_no_value():
    """The margin of three years begins in Year 3."""
    (j,) = judged(CHARTER, ["margin"])
    assert j.values[:2] == j.met[:2] == (None, None)
    assert all(x is True for x in j.met[2:])


def test_words_of_a_standard_that_is_met_later():
    """Two months in reserve come in Year 5; the year that misses most is Year 1, by 378,160."""
    found = judged(CHARTER, asked_of(True, CHARTER))
    assert in_short(found[1]) == say("standards.met_from", year=5, worst=1, amount="$378,160")
    assert say("standards.missed_ones", names=found[1].standard.label) in summary(found)
