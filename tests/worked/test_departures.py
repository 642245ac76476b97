"""How far enrollment and funding per student stray, by hand from the rows of `data/*_spread.csv`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from model.evidence import FUNDING, SPREADS, UNCERTAIN
from model.plan.facts import Facts
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.departures import widths_at
from model.ranges.futures import enrollment_off, futures
from model.ranges.whose_counts import spread_of, whose
from model.ranges.whose_counts_in_words import middle_of_cases
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

HOME = Scenario.preset(first_version("us_elementary"))


def only(*keys: str) -> set[str]:
    """Everything is pinned but these."""
    return set(UNCERTAIN) - set(keys)


def test_funding_by_hand():
    """Funding per student of a school goes by the rate of a district of 2,500 students, five times 500. One
    year on, 8 of 10 lie between 0.0548 / 5^0.29 = 0.0344 below and 0.0584 / 5^0.4 = 0.0307 above: of
    $1,000,000 in Year 2 $966,200 to $1,031,200. Year 1 is the level that growth starts from, so nothing is
    uncertain there.
    """
    record = FUNDING["new_york_rate"]
    assert record.widths[:4] == (0.0548, 0.028, 0.0286, 0.0584)
    assert record.size_powers[:2] == (0.29, 0.4)
    found = ranges(PLAIN, only("funding")).bands["public_revenue"]
    assert (found[:, 1] == 1_000_000).all()
    ends = [-0.0548 / 5**0.29, -0.028 / 5**0.29, 0, 0.0286 / 5**0.4, 0.0584 / 5**0.4]
    assert found[:, 2] == pytest.approx(1e6 * np.exp(ends), rel=0.0005)


def test_money_that_does_not_follow_students_is_more_for_each_of_fewer():
    """In districts of New York funding per student rises by 0.92% with every 1% fewer students than the
    middle. The middle itself loses 1.13% a year from Year 2 on: exp(-0.0452) in Year 5.
    """
    assert (FUNDING["new_york"].tie, SPREADS["new_york"].drift) == (-0.92, -0.0113)
    drawn = futures(PLAIN, only("enrollment", "funding"), "new_york")
    alone = futures(PLAIN, only("funding"), "new_york")
    rate, still = (np.prod(1 + x.levers["public_funding_growth"][:, 2:], axis=1) for x in (drawn, alone))
    pupils = drawn.levers["enrollment_year1"]
    strayed = pupils[:, 5] / pupils[:, 1] * np.exp(4 * 0.0113)
    assert rate / still == pytest.approx(strayed**-0.92, rel=1e-9)


def test_a_school_is_paid_by_a_rate_that_its_own_students_do_not_move():
    both, alone = futures(PLAIN, only("enrollment", "funding")), futures(PLAIN, only("funding"))
    assert np.array_equal(both.levers["public_funding_growth"], alone.levers["public_funding_growth"])


@pytest.mark.parametrize("year", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("place", sorted(SPREADS))
def test_enrollment_lies_where_its_widths_say(place, year):
    """A width of one year and one of five give those between by the power that joins them: 0.1 and 0.3 have
    the power ln 3 / ln 5 = 0.683, so 0.1 x 3^0.6826 = 0.2117 three years ahead.
    """
    spread = SPREADS[place]
    ends = []
    for near, far, sign in zip(spread.widths[:4], spread.widths[4:], (-1, -1, 1, 1), strict=True):
        ends.append(sign * near * year ** (math.log(far / near) / math.log(5)))
    found = np.quantile(enrollment_off(500, place)[:, year], (0.1, 0.25, 0.75, 0.9))
    assert found == pytest.approx(ends, rel=0.01, abs=1e-4)


def test_the_years_between_by_hand():
    stated = SPREADS["texas"]._replace(widths=(0.1, 0.05, 0.05, 0.1, 0.3, 0.15, 0.15, 0.3))
    assert widths_at(stated, 3) == pytest.approx((0.2117, 0.1058, 0.1058, 0.2117), abs=1e-4)


def test_enrollment_is_wider_for_a_small_school():
    """An elementary school of 125 students, a quarter of 500. In Year 1 it varies 4^0.19 = 1.30 times as far
    down and 4^0.58 = 2.23 times as far up; in Year 5 4^0 and 4^0.64. Below 50 students nothing was tuned: a
    school of 10 varies as one of 50 does.
    """
    assert SPREADS["chicago_elementary"].size_powers == (0.19, 0.58, 0, 0.64)
    small, usual = enrollment_off(125), enrollment_off(500)
    for year, below, above in ((1, 0.19, 0.58), (5, 0, 0.64)):
        times = np.where(usual[:, year] < 0, 4**below, 4**above)
        assert small[:, year] == pytest.approx(times * usual[:, year])
    assert np.array_equal(enrollment_off(10), enrollment_off(50))


def test_who_falls_early_mostly_stays_behind():
    off = enrollment_off(500)
    assert np.corrcoef(off[:, 1], off[:, 5])[0, 1] > 0.5
    assert np.corrcoef(off[:, 4], off[:, 5])[0, 1] > 0.9


def test_the_first_year_stands_in_the_start_up_year_too():
    assert np.array_equal(enrollment_off(500)[:, 0], enrollment_off(500)[:, 1])


@pytest.mark.parametrize(
    ("facts", "changes", "kind"),
    [
        (Facts("district", 0, 5), {}, "elementary"),
        (Facts("district", 6, 8), {}, "elementary"),
        (Facts("district", 0, 12), {}, "elementary"),
        (Facts("district", 9, 12), {}, "high"),
        (Facts("district", 7, 12), {}, "high"),
        (Facts("charter", 9, 12), {}, "charter"),
        (Facts("charter", 0, 8), {"enrollment_growth": 0.1}, "growing"),
        (Facts("district", 9, 12), {"enrollment_year1": (100, 200, 300, 400, 400)}, "growing"),
        (Facts("district", 9, 12), {"enrollment_year1": (400, 430, 430, 430, 430)}, "high"),
        (
            Facts("district", 6, 8),
            {
                "enrollment_from": "by_grade",
                "grade_6_year1": 50,
                "lowest_grade": 6,
                "top_grade": (6, 7, 8, 8, 8),
            },
            "growing",
        ),
        (
            Facts("district", 6, 8),
            {"enrollment_from": "by_grade", "grade_6_year1": 50, "lowest_grade": 6, "top_grade": 8},
            "elementary",
        ),
    ],
)
def test_the_kind_of_a_plan_follows_from_its_facts_and_its_path(facts, changes, kind):
    plan = HOME.changed(changes)
    assert whose("unnamed", plan, facts) == f"unnamed_{kind}"
    assert whose("chicago", plan, facts) == f"chicago_{kind}"
    assert whose("texas", plan, facts) == "texas"


def test_where_the_place_is_named_the_middle_goes_where_its_counts_went():
    """450 students, and elementary schools in Chicago lost 1.65% a year, as a log change: 450 x exp(-0.0165
    t) after Year 1, whatever change the plan holds. Not named, the middle is the plan.
    """
    for growth in (0, -0.04, 0.03):
        plan = HOME.changed(enrollment_growth=growth)
        there = futures(plan, only("enrollment"), "chicago_elementary").levers["enrollment_year1"]
        middle = np.quantile(there, 0.5, axis=0)[1:]
        assert middle == pytest.approx([450 * math.exp(-0.0165 * t) for t in range(5)], rel=0.003)
        around = futures(plan, only("enrollment")).levers["enrollment_year1"]
        middle = np.quantile(around, 0.5, axis=0)[1:]
        assert middle == pytest.approx([450 * (1 + growth) ** t for t in range(5)], rel=0.003)


def test_a_plan_that_states_its_years_is_the_middle_everywhere():
    path = (400.0, 420.0, 440.0, 430.0, 410.0)
    plan = HOME.changed(enrollment_year1=path)
    for place in ("chicago_elementary", "texas", "unnamed_elementary"):
        drawn = futures(plan, only("enrollment"), place).levers["enrollment_year1"]
        assert np.quantile(drawn, 0.5, axis=0)[1:] == pytest.approx(path, rel=0.003)


def test_what_the_place_did_is_said():
    """exp(-0.0165) is 1.6% fewer a year."""
    who, there = "Elementary schools in Chicago", spread_of("chicago")
    lost = say("cases.drift_lost", who=who, share="1.6%", years="1999-2017")
    assert middle_of_cases(there, HOME) == f"{lost} {say('cases.around_drift')}"
    stated = HOME.changed(enrollment_year1=(400, 410, 420, 430, 440))
    assert middle_of_cases(there, stated) == f"{lost} {say('cases.around_plan')}"
    gained = say("cases.drift_gained", who="Small districts in Texas", share="0.6%", years="2012-2016")
    whole = f"{gained} {say('cases.around_drift')} {say('cases.around_districts')}"
    assert middle_of_cases(spread_of("texas"), HOME) == whole
    assert middle_of_cases(spread_of("unnamed"), HOME) == say("cases.around_unnamed")


def test_counts_that_went_no_one_way_lie_around_the_plan():
    """Charter schools in Chicago grew in one period and shrank in the next: the middle is the plan, whatever
    change it holds, and no drift is said. A school that adds grades has said its own path.
    """
    charter = SPREADS["chicago_charter"]
    assert charter.drift == 0
    plan = HOME.changed(enrollment_growth=-0.04)
    there = futures(plan, only("enrollment"), "chicago_charter").levers["enrollment_year1"]
    around = [450 * 0.96**t for t in range(5)]
    assert np.quantile(there, 0.5, axis=0)[1:] == pytest.approx(around, rel=0.003)
    who = "Charter high schools in Chicago"
    assert middle_of_cases(charter, plan) == say("cases.drift_none", who=who, years="2006-2018")
    growing = middle_of_cases(SPREADS["chicago_growing"], HOME.changed(enrollment_growth=0.1))
    assert growing == say("cases.around_plan")
