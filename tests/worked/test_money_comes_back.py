"""Whether the money of a cut comes back: at once, from the lower level, never, or as the record has it.

The average school brings 450 x $11,600 = $5,220,000 in Year 1 and 2.7% more each year. In Year 5 it is
1.027^4 = 1.112453 times as much, $5,807,006. Its result of Year 5 is $35,966.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.evidence import STRESS
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.searches import cut_tolerance
from model.stress import shocked
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import row
from tests.worked.tight_school import TIGHT, line, shock

HOME = Scenario.preset(first_version("us_elementary"))
REVENUE = 5_220_000
CUT = {"cut_rate": 0.1, "cut_first_year": 2, "cut_years": 2}
GROWING = {**CUT, "public_funding_growth": 0.1}


# --- the plan's own cut -------------------------------------------------------------------------------------


@looped(
    "comes_back, expected",
    [
        # $1,000,000 a year and 10% a year more: 1,000, 1,100, 1,210, 1,331, 1,464.1 thousand
        ("at_once", [1_000_000, 990_000, 1_089_000, 1_331_000, 1_464_100]),
        # nine tenths of it in every year from Year 2 on
        ("old_growth", [1_000_000, 990_000, 1_089_000, 1_197_900, 1_317_690]),
        # nine tenths of Year 2's 1,100 thousand, for good
        ("never", [1_000_000, 990_000, 990_000, 990_000, 990_000]),
    ],
)
def test_a_cut_of_ten_per_cent_for_two_years(comes_back, expected):
    assert row("public_revenue", **GROWING, cut_comes_back=comes_back) == pytest.approx(expected)


def test_a_plan_that_shrinks_anyway_shrinks_after_the_cut():
    """10% less each year: 900, 810, 729, 656.1 thousand from Year 2 on; of that nine tenths, never more."""
    lost = row("public_revenue", **CUT, public_funding_growth=-0.1, cut_comes_back="never")
    assert lost == pytest.approx([1_000_000, 810_000, 729_000, 656_100, 590_490])


@looped("comes_back", ["at_once", "old_growth", "never"])
def test_without_a_cut_nothing_has_to_come_back(comes_back):
    """No length, no size, or a cut after Year 5: the plan as it is."""
    plain = row("public_revenue", public_funding_growth=0.1)
    for none in ({"cut_years": 0}, {"cut_rate": 0.0}):
        assert row("public_revenue", **{**GROWING, **none}, cut_comes_back=comes_back) == plain


def test_five_numbers_say_all_there_is_to_say():
    """A cut given year by year sets the question aside."""
    plan = HOME.changed(cut_comes_back="never").changed(cut_rate=(0, 0.1, 0, 0, 0), cut_comes_back="at_once")
    assert line(plan, "revenue_cut") == [0, 0.1, 0, 0, 0]


def test_the_largest_cut_that_is_survived_comes_back():
    """It is a property of the plan: what the plan says of a cut of its own does not enter."""
    assert {
        cut_tolerance(HOME.changed(CUT, cut_comes_back=c)) for c in ("at_once", "old_growth", "never")
    } == {cut_tolerance(HOME)}


# --- events -------------------------------------------------------------------------------------------------


def test_two_lean_years_follow_their_record():
    """$4,390, then $4,087 twice, $4,290 and $4,397, for half of the money; the other half grows by 2.7%. Year
    5: $2,610,000 x 4,397 / 4,390 = $2,614,161.73 and $2,610,000 x 1.112453 = $2,903,503.02, together
    $5,517,664.75. That is $289,341.29 less than planned, and $35,965.63 becomes -$253,375.66.
    """
    hit = shocked(HOME, STRESS["two_lean_years"])
    paid = [4_390, 4_087, 4_087, 4_290, 4_397]
    money = [REVENUE / 2 * (p / 4_390 + 1.027**t) for t, p in enumerate(paid)]
    assert money[4] == pytest.approx(5_517_664.75, abs=0.01)
    assert line(hit, "public_revenue") == pytest.approx(money)
    assert line(hit, "structural_result")[4] == pytest.approx(-253_375.66, abs=0.01)


@looped(
    "preset, expected",
    [
        # 600 x $11,600 x (1.1124532 - 4,397 / 4,390) / 2 = 3,480,000 x 0.1108586 = $385,788 of $49,031
        (first_version("us_middle"), 49_031 - 385_788),
        # 850 x $11,900 / 2 = 5,057,500 x 0.1108586 = $560,668 of $74,351
        (first_version("us_high"), 74_351 - 560_668),
    ],
)
def test_two_lean_years_elsewhere(preset, expected):
    plan = Scenario.preset(preset)
    lost = (
        plan.number("enrollment_year1") * plan.number("base_rate_per_pupil") / 2 * (1.027**4 - 4_397 / 4_390)
    )
    hit = line(shocked(plan, STRESS["two_lean_years"]), "structural_result")[4]
    assert hit == pytest.approx(line(plan, "structural_result")[4] - lost)
    assert hit == pytest.approx(expected, abs=2)


def test_the_mid_year_cut_strikes_a_year_that_had_begun():
    """3.5% of Year 2's $5,360,940 are lost. From then on half of the money is Year 2's $2,680,470 times
    4,087, 4,290 and 4,397 through 4,390: in Year 5 $2,684,744 beside $2,903,503, $218,759 less than planned.
    """
    hit = shocked(HOME, STRESS["midyear_cut"])
    half = REVENUE / 2
    lost = [0.035 * 2 * half * 1.027]
    lost += [half * (1.027**t - 1.027 * p / 4_390) for t, p in ((2, 4_087), (3, 4_290), (4, 4_397))]
    assert lost[3] == pytest.approx(218_758.9, abs=0.1)
    planned = line(HOME, "structural_result")
    assert line(hit, "structural_result")[1:] == pytest.approx(
        [a - b for a, b in zip(planned[1:], lost, strict=True)]
    )


def test_a_freeze_is_over_when_the_year_is():
    hit = shocked(HOME, STRESS["spending_freeze"])
    assert hit["cut_rate"] == (0, 0.05, 0, 0, 0)


def test_a_plan_that_expects_less_than_the_record_loses_nothing_by_it():
    """At 4% less each year the plan has 0.8493 of Year 1 in Year 5 and the record 1.0016: it stays at 0.8493.
    In Year 2 the record has 0.9310, which is below the plan's 0.96: half of the difference is lost.
    """
    plan = HOME.changed(public_funding_growth=-0.04)
    hit = shocked(plan, STRESS["two_lean_years"])
    assert line(hit, "revenue_cut") == pytest.approx([0, 0.5 * (1 - 4_087 / 4_390 / 0.96), 0, 0, 0], abs=1e-9)


@looped(
    "comes_back, expected",
    [
        ("at_once", [0, 0.1, 0, 0, 0]),
        ("old_growth", [0, 0.1, 0.1, 0.1, 0.1]),
        # 0.9 of Year 2, when the plan has grown by a tenth each year: 0.9 / 1.1, / 1.21, / 1.331 is left
        ("never", [0, 0.1, 1 - 0.9 / 1.1, 1 - 0.9 / 1.21, 1 - 0.9 / 1.331]),
    ],
)
def test_an_event_means_the_same_as_the_setting(comes_back, expected):
    plan = TIGHT.changed(public_funding_growth=0.1)
    event = shock(cut_rate=0.1, cut_years=1, comes_back=comes_back)
    hit = shocked(plan, event)
    assert hit["cut_rate"] == pytest.approx(expected)
    own = plan.changed(cut_rate=0.1, cut_first_year=2, cut_years=1, cut_comes_back=comes_back)
    assert line(hit, "public_revenue") == pytest.approx(line(own, "public_revenue"))
    assert list(event.years) == ([2] if comes_back == "at_once" else [2, 3, 4, 5])


def test_an_event_falls_on_a_plan_that_never_recovers_from_its_own_cut():
    """Nine tenths of Year 2 for good, and a cut of 10% in Year 3 that comes back: 19% less of that, once."""
    plan = TIGHT.changed(cut_rate=0.1, cut_first_year=2, cut_years=1, cut_comes_back="never")
    hit = shocked(plan, shock(first_year=3, cut_rate=0.1, cut_years=1))
    assert line(hit, "public_revenue") == pytest.approx([1_000_000, 900_000, 810_000, 900_000, 900_000])


def test_every_event_says_whether_the_money_comes_back():
    """Those that change something for good say so; a cut says what the record or the assumption is."""
    said = {key: s.comes_back for key, s in STRESS.items()}
    assert {k for k, word in said.items() if word == "record"} == {
        "midyear_cut",
        "two_lean_years",
        "several_at_once",
    }
    assert {k for k, word in said.items() if word == "at_once"} == {"spending_freeze", "severe_cut"}
    assert set(said.values()) == {"record", "at_once", "never"}
    for s in STRESS.values():
        assert s.afterwards.endswith(".")
    assert "$4,087, $4,087, $4,290" in STRESS["two_lean_years"].afterwards
    once = replace(STRESS["severe_cut"], comes_back="old_growth")
    assert once.afterwards == say("events.comes_back_old_growth")


def test_records_are_the_published_rates():
    """The base rate of the fiscal years 2015 to 2019."""
    published = (4_390, 4_087, 4_087, 4_290, 4_397)
    lean = STRESS["two_lean_years"]
    assert lean.record == tuple(enumerate(published, 1))
    # From the budget of 2016 itself, which opened at $4,390.
    assert STRESS["midyear_cut"].record == ((2, 4_390), (3, 4_087), (4, 4_290), (5, 4_397))
    assert STRESS["several_at_once"].record == STRESS["midyear_cut"].record
    assert {s.record_share for s in STRESS.values() if s.record} == {0.5}
    assert project([shocked(HOME, lean)]).cell("public_revenue", 1) == REVENUE
