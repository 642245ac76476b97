"""Who is hired when: contracts of spring under a sudden loss of students, worked out by hand.

The event *Sudden loss of students* takes 4% from Year 2 on. Teachers are under contract since spring, so in
Year 2 those of the plan are there; everybody and everything else follows the students of the fall. In Year 3
the forecast has been corrected by what Year 2 brought.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.evidence import STRESS, Value
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.hired import hired, hired_words
from model.results.hiring import Contracts, contracts
from model.results.plan_remarks import plan_remarks
from model.results.projection import project
from model.results.verdicts import judge
from model.stress import shocked
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN, years

LOSS = STRESS["enrollment_shock"]
HIT_IN_YEAR_2 = (100.0, 80.0, 80.0, 80.0, 80.0)


def hit(preset: str, **changes: Value) -> Scenario:
    return shocked(Scenario.preset(preset).changed(changes), LOSS)


def test_elementary_school_under_a_sudden_loss():
    """432 of 450 students come in Year 2. Without the event $68,611 are left over that year.

    18 x $11,600 x 1.027 do not come. Half a clerk (432 / 600 = 0.72, to the nearest half 0.5 in place of 1)
    and half an aide (432 / 50 = 8.64, 8.5 in place of 9) go, at $37,097 with 43.5% benefits and 3% growth.
    432 x 1.1 students' devices are 476 in place of 496: five fewer of four years' purchases at $338, and 20
    fewer of which 12% need a repair of $90. Software, network and supplies are $70 + $15 + $1,931 for each of
    18 students, in prices of Year 2. The 30 teachers of 450 / 15.1 = 29.8 stay: 432 / 15.1 = 28.6 would have
    been 29.
    """
    aide = 37_097 * 1.435 * 1.03
    lost = 18 * 11_600 * 1.027
    saved = 2 * 0.5 * aide + (5 * 338 + 20 * 0.12 * 90 + 18 * (70 + 15 + 1_931)) * 1.027
    by_hand = 68_611.453 - lost + saved
    assert by_hand == pytest.approx(-51_770, abs=1)
    p = project([hit(first_version("us_elementary"))])
    assert p.cell("structural_result", 2) == pytest.approx(by_hand, abs=0.01)
    assert p.row("teachers")[1:] == [30, 30, 29, 29, 29]
    assert judge(p).short.first == 2


def test_high_school_under_a_sudden_loss():
    """816 of 850 students come in Year 2. Without the event $134,383 are left over that year.

    34 x $11,900 x 1.027 do not come. Half a counselor (816 / 372 = 2.19, 2 in place of 2.5) and half an aide
    (816 / 50 = 16.3, 16.5 in place of 17) go. 816 x 1.1 devices are 898 in place of 936. Software, network
    and supplies are $70 + $15 + $2,480 for each of 34 students. The 56.5 teachers of 850 / 15.1 = 56.3 stay:
    816 / 15.1 = 54.04 would have been 54.5.
    """
    pay = 1.435 * 1.03
    lost = 34 * 11_900 * 1.027
    saved = 0.5 * (72_030 + 37_097) * pay + (9.5 * 338 + 38 * 0.12 * 90 + 34 * (70 + 15 + 2_480)) * 1.027
    by_hand = 134_383.199 - lost + saved
    assert by_hand == pytest.approx(-107_210, abs=1)
    p = project([hit(first_version("us_high"))])
    assert p.cell("structural_result", 2) == pytest.approx(by_hand, abs=0.01)
    assert p.row("teachers")[1:] == [56.5, 56.5, 54.5, 54.5, 54.5]


def test_what_the_contract_costs():
    """One teacher at $72,030 x 1.435 x 1.03 with $1,200 of PD and two substitute days of $150 in prices of
    Year 2.
    """
    dollars = 72_030 * 1.435 * 1.03 + (1_200 + 2 * 150) * 1.027
    one, two, none = contracts(
        [
            hit(first_version("us_elementary")),
            hit(first_version("us_high")),
            Scenario.preset(first_version("us_high")),
        ]
    )
    assert one == Contracts(2, 1, pytest.approx(dollars))
    assert two == Contracts(2, 2, pytest.approx(2 * dollars))
    assert none is None


def test_teachers_that_follow_at_once_are_as_before():
    """The choice that was the only one: 29 teachers in Year 2, and $56,235 left over."""
    p = project([hit(first_version("us_elementary"), staffing_count="this_fall")])
    assert p.row("teachers")[1:] == [30, 29, 29, 29, 29]
    assert p.cell("structural_result", 2) == pytest.approx(56_235, abs=1)


def test_a_growing_school_hires_for_its_growth():
    """180 students that grow by 22% expect 219.6 in Year 2: 220 / 12 = 18.3, so 18.5 teachers. 211 come.

    For Year 3 the forecast of 267.9 is corrected to 96%: 257, for 21.5 teachers, and as many come.
    """
    p = project([hit(first_version("new_start_grows_a_grade_a_year"))])
    assert p.row("enrollment")[1:4] == [180, 211, 257]
    assert p.row("staffing_pupils")[1:4] == [180, 220, 257]
    assert p.row("teachers")[1:4] == [15, 18.5, 21.5]


def test_with_hold_harmless_a_loss_frees_what_its_positions_cost_and_no_more():
    """The large K-8 expects 941 students in Year 2 and 903 come (940.5 x 0.96 = 902.9). It is paid for 950
    either way. Teachers, supplies and devices stay as they were ordered for 941.

    Of the rest 903 / 45 = 20.07 aides are 20 in place of 21. Clerks (903 / 700 = 1.29, 1.5), counselors (903
    / 600 = 1.5), assistant principals and technicians (903 / 900 = 1.003, 1) stay. One aide is $45,000 x
    1.353 x 1.04.
    """
    large = Scenario.preset(first_version("chicago_large_k8"))
    p = project([large, shocked(large, LOSS)])
    assert [p.cell("enrollment", 2, i) for i in (0, 1)] == [941, 903]
    assert [p.cell("supplied_pupils", 2, i) for i in (0, 1)] == [941, 941]
    rise = p.cell("structural_result", 2, 1) - p.cell("structural_result", 2, 0)
    assert rise == pytest.approx(45_000 * 1.353 * 1.04)


def test_a_school_that_shrinks_by_15_percent_a_year_under_hold_harmless():
    """The large K-8, whose teachers follow last fall's count: 496 students in Year 5, paid for 583 of Year 4.

    583 / 15 = 38.9 are 39 teachers; supplies and 583 x 1.1 = 641.3, so 642 devices, are bought for those whom
    the district pays for. The others follow the 496: 1.5 assistant principals (1 + 0.5), 2 counselors (1 +
    0.83), 1.5 clerks (1 + 0.71), 11 aides (11.02), half a technician (0.55).
    """
    pay, price = 1.353 * 1.04**4, 1.027**4
    staff = 39 * 98_000 + 157_000 + 1.5 * 135_000 + 2 * 98_000 + 1.5 * 55_000 + 11 * 45_000 + 0.5 * 75_000
    leaders = 8 * 7_000 * 1.0145
    pd = 39 * (1_200 + 2 * 200)
    bought = 642 / 4 * 338 + 642 * 0.12 * 90 + 583 * (70 + 15 + 2_950)
    by_hand = 583 * 15_000 * 1.035**4 - staff * pay - leaders - (pd + bought) * price
    assert by_hand == pytest.approx(-29_806, abs=1)
    start = Scenario.preset(first_version("chicago_large_k8"))
    now = start.changed(enrollment_growth=-0.15)
    late = now.changed(staffing_count="last_fall")
    p = project([now, late])
    assert p.cell("structural_result", 5, 1) == pytest.approx(by_hand, abs=0.01)
    # As released, teachers go at once. The plan says so, with what it is worth.
    assert p.cell("structural_result", 5) == pytest.approx(1_137_039, abs=1)
    (remark,) = (r for r in plan_remarks(start, now) if r.offers)
    assert "87 students" in remark.text
    assert "$1,166,84" in remark.text  # 1,137,038.55 + 29,805.9
    assert remark.offers == {"staffing_count": "last_fall"}
    assert not [r for r in plan_remarks(start, late) if r.offers]


def test_only_what_hold_harmless_pays_is_remarked():
    """Not the school as it is shipped, not one without hold harmless, not one that grows."""
    start = Scenario.preset(first_version("chicago_large_k8"))
    for now in (
        start,
        start.changed(teacher_salary=99_000),
        start.changed(enrollment_growth=-0.05, hold_harmless="no"),
        start.changed(enrollment_growth=0.02),
    ):
        assert not [r for r in plan_remarks(start, now) if "staffing_count" in r.offers]


def test_a_forecast_stated_by_hand():
    """120 expected and 100 came in Year 1: 12 teachers. For Year 2, 120 x 100 / 120 = 100: 10 teachers.

    Two more cost $50,000 x 1.2 each in Year 1. More students than expected are taught: 80 expected are 10
    teachers.
    """
    p = years(forecast_enrollment=120)
    assert p.row("teachers")[1:] == [12, 10, 10, 10, 10]
    assert p.row("structural_result")[1:3] == [400_000 - 120_000, 400_000]
    assert years(forecast_enrollment=80).row("teachers")[1:] == [10] * 5


@pytest.mark.parametrize("typed", ["grows", "as_typed"])
def test_an_event_corrects_what_the_plan_expects(typed):
    """No forecast is stated, so 100 are expected. 80 come from Year 2 on: ten teachers that year, and then 8,
    also where five typed forecasts would have been each year's own.
    """
    plan = PLAIN.changed(forecast_enrollment_each_year=typed)
    event = shocked(plan, replace(LOSS, enrollment_change=-0.2))
    assert project([event]).row("teachers")[1:] == [10, 10, 8, 8, 8]


def test_an_event_by_grade_finds_the_classes_of_the_plan():
    """60 students in three classes of 20, one a grade. 58 come in Year 2 to three teachers; 58 / 20 takes
    three.
    """
    school = PLAIN.changed(
        enrollment_from="by_grade",
        lowest_grade=1,
        top_grade=3,
        grade_1_year1=20,
        grade_2_year1=20,
        grade_3_year1=20,
        entering_pupils=20,
        retention=1,
        teachers_per_section=1,
        class_size_trigger_1_3=25,
    )
    p = project([shocked(school, LOSS)])
    assert p.row("enrollment")[1:] == [60, 58, 58, 58, 58]
    assert p.row("teachers")[1:] == [3, 3, 3, 3, 3]


def test_an_event_by_grade_opens_and_closes_classes():
    """Three grades of 30, at most 25 in a class: two classes each, 6 teachers. A fifth fewer in Year 2 are 24
    a grade. Contracts keep 6 in Year 2, and from Year 3 one class a grade is enough: 3. By a ratio of 90 / 6
    = 15 it would be 72 / 15 = 4.8, that is 5.

    Six in a grade and a fifth fewer are 14 in all. 14 / 3 = 4.7 is below the lowest ratio, which is 5, and
    14 / 5 = 2.8 is 3. Of seven in a grade half are 11 in all: 11 / 5 = 2.2, that is 2.5, where their own 7
    would give 2.

    With 20 in a grade and 40% fewer, 12 a grade still need their class: 3 in every year, where 36 / 20 = 1.8
    would take 2. Where teachers follow the fall of the same year the classes close in Year 2.
    """

    def three(each, **more):
        grades = {f"grade_{g}_year1": each for g in (1, 2, 3)}
        return PLAIN.changed(
            enrollment_from="by_grade",
            lowest_grade=1,
            top_grade=3,
            entering_pupils=each,
            retention=1,
            teachers_per_section=1,
            class_size_trigger_1_3=25,
            **grades,
            **more,
        )

    def teachers(school, change):
        return project([shocked(school, replace(LOSS, enrollment_change=change))]).row("teachers")[1:]

    assert teachers(three(30), -0.2) == [6, 6, 3, 3, 3]
    assert teachers(three(30, staffing_count="this_fall"), -0.2) == [6, 3, 3, 3, 3]
    assert teachers(three(20), -0.4) == [3, 3, 3, 3, 3]
    assert teachers(three(6), -0.2) == [3, 3, 3, 3, 3]
    assert teachers(three(7), -0.5) == [3, 3, 2.5, 2.5, 2.5]


def test_what_contracts_cost_in_the_possible_futures():
    """Whether teachers follow at once is the plan's own choice, so its count is that of the plan with it.

    A teacher of Year 5 costs $72,030 x 1.435 x 1.03^4 and $1,500 of PD in prices of that year, give or take
    pay and prices: $118 thousand. The middle case keeps one and a half of them, less their part of open
    positions.
    """
    home = Scenario.preset(first_version("us_elementary"))
    found = hired(home)
    assert found
    assert found.at_once == ranges(home.changed(staffing_count="this_fall")).whole
    assert (
        400 < found.cases < 1_000
    )  # fewer students than forecast in half of the cases, half a position in most
    assert 118_000 < found.dollars < 2 * 118_000
    assert say("cases.contracts") in hired_words(home, found)
    assert hired(home, ["enrollment"]) is None
    late = home.changed(staffing_count="last_fall")
    assert hired_words(late, hired(late)) == say("cases.contracts_late")
