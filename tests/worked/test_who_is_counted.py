"""Who is counted, when, and at which rate: worked by hand on the plain school and on one counted by grade."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import PRESETS, STRESS
from model.evidence.growing import AS_TYPED
from model.grades.one_number import in_one_number
from model.plan.scenario import Scenario
from model.ranges.futures import futures, sources_of
from model.ranges.held import held
from model.results.projection import project
from model.stress.shocks import shocked
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import PLAIN

PATH = (424, 440, 460, 480, 500)
SCHOOL = PLAIN.changed(enrollment_year1=PATH)


def row(plan: Scenario, line: str) -> list[float]:
    return project([plan]).row(line)[1:]


def funded(**changes) -> list[float]:
    return row(SCHOOL.changed(changes), "funded_pupils")


# --- when ---------------------------------------------------------------------------------------------------


def test_this_years_count_is_the_enrollment():
    assert funded() == list(PATH)


def test_last_years_count():
    """Chicago 2018: next year's budget follows this year's count. Year 1 takes its own, or the one given."""
    assert funded(count_basis="last_year") == [424, 424, 440, 460, 480]
    assert funded(count_basis="last_year", counted_last_year=430) == [430, 424, 440, 460, 480]


def test_the_higher_of_two_counts_knows_the_year_before():
    """Hold harmless with 430 students the year before Year 1, and 410 in Year 3."""
    path = (424, 440, 410, 480, 500)
    plan = SCHOOL.changed(enrollment_year1=path, hold_harmless="yes", counted_last_year=430)
    assert row(plan, "funded_pupils") == [430, 440, 440, 480, 500]
    assert row(plan.changed(counted_last_year=0), "funded_pupils") == [424, 440, 440, 480, 500]


def test_the_average_of_three_years():
    """(380 + 400 + 424) / 3, (400 + 424 + 440) / 3, then (424 + 440 + 460) / 3 = 441.33, 460 and 480."""
    said = {"counted_last_year": 400, "counted_two_years_ago": 380}
    found = funded(count_basis="three_year_mean", **said)
    assert found == pytest.approx([1204 / 3, 1264 / 3, 1324 / 3, 460, 480])
    unsaid = funded(count_basis="three_year_mean")  # then there were 424 in both years before
    assert unsaid == pytest.approx([424, 1288 / 3, 1324 / 3, 460, 480])


def test_a_recount_in_the_middle_of_the_year():
    """10% have left by then, and half of the money follows the second count: 95% of 424 and so on."""
    found = funded(count_basis="mid_year", leavers_share=0.1)
    assert found == pytest.approx([0.95 * x for x in PATH])
    assert funded(leavers_share=0.1) == list(PATH)  # with one count nobody asks
    assert row(SCHOOL.changed(count_basis="mid_year", leavers_share=0.1), "teachers") == row(
        SCHOOL, "teachers"
    )


# --- who ----------------------------------------------------------------------------------------------------


def test_funded_on_attendance():
    """California: 550, 576, 598 and 620 enrolled, 95.0% attend. Staff follow enrollment."""
    path = (550, 576, 598, 620, 620)
    plan = SCHOOL.changed(enrollment_year1=path, funded_on="attendance", attendance_rate=0.95)
    assert row(plan, "funded_pupils") == pytest.approx([522.5, 547.2, 568.1, 589, 589])
    assert row(plan, "public_revenue") == pytest.approx([x * 9_500 for x in path])
    assert row(plan, "teachers") == [55, 58, 60, 62, 62]
    assert row(plan.changed(attendance_rate=1), "funded_pupils") == list(path)


def test_attendance_by_year_and_last_years_count():
    """96.7%, 94.4%, 94.1% and 95% of last year's students: attendance goes with the count it belongs to."""
    rates = (0.967, 0.944, 0.941, 0.95, 0.95)
    found = funded(funded_on="attendance", attendance_rate=rates, count_basis="last_year")
    assert found == pytest.approx([424 * 0.967, 424 * 0.967, 440 * 0.944, 460 * 0.941, 480 * 0.95])


# --- at which rate ------------------------------------------------------------------------------------------

# Kindergarten to grade 3 with 10 students each at $5,000; grade 4 with 20 at $4,000; all move up a year later
# and 10 enter, so there are 10, 10, 10, 10 and then 10 in grade 4.
SPANS = PLAIN.changed(
    enrollment_from="by_grade",
    lowest_grade=0,
    top_grade=4,
    **{f"grade_{g}_year1": 10 for g in ("k", 1, 2, 3)},
    grade_4_year1=20,
    entering_pupils=10,
    retention=1,
    funding_rates="by_span",
    span_2_from=4,
    span_3_from=9,
    span_4_from=9,
    rate_span_1=5_000,
    rate_span_2=4_000,
)


def test_rates_follow_the_grades():
    """40 x 5,000 + 20 x 4,000 = 280,000 in Year 1; 40 x 5,000 + 10 x 4,000 = 240,000 later."""
    assert row(SPANS, "span_1_pupils") == [40] * 5
    assert row(SPANS, "span_2_pupils") == [20, 10, 10, 10, 10]
    assert row(SPANS, "public_revenue") == pytest.approx([280_000, 240_000, 240_000, 240_000, 240_000])


def test_rates_of_spans_grow_and_five_of_them_do_not():
    """4,000 typed for every year in the upper span; 5,000 that grows by 10% in the lower one."""
    plan = SPANS.changed(public_funding_growth=0.1, rate_span_2=(4_000,) * 5, rate_span_2_each_year=AS_TYPED)
    low = [200_000 * 1.1**t for t in range(5)]
    assert row(plan, "public_revenue") == pytest.approx([low[0] + 80_000, *(x + 40_000 for x in low[1:])])


def test_one_rate_where_students_are_one_number():
    """Spans have no meaning there: the base rate counts, as it says."""
    plan = PLAIN.changed(funding_rates="by_span", rate_span_1=1)
    assert row(plan, "public_revenue") == row(PLAIN, "public_revenue")


def test_a_school_with_spans_in_one_number_brings_the_same():
    """Events and possible futures count it so."""
    growing = SPANS.changed(public_funding_growth=0.03)
    assert row(in_one_number(growing), "public_revenue") == pytest.approx(row(growing, "public_revenue"))
    free = futures(growing, ("enrollment", "funding"))
    assert np.allclose(
        project(futures(growing, ("funding",))).lines["funding_per_pupil"][:, 1:],
        project([growing])["funding_per_pupil"][:, 1:],
    )
    assert np.allclose(project(free)["public_revenue"], project([growing])["public_revenue"])


# --- what is neutral, and what knows of it ------------------------------------------------------------------


@looped("preset", PRESETS)
def test_no_preset_asks_for_any_of_it(preset):
    plan = Scenario.preset(preset)
    said = {k: plan[k] for k in ("funded_on", "count_basis", "funding_rates")}
    assert said == {"funded_on": "membership", "count_basis": "this_year", "funding_rates": "one_rate"}
    p = project([plan])
    assert p.row("counted_pupils") == p.row("attending_pupils") == p.row("enrollment")
    assert "attendance" not in sources_of(plan)


ATTENDED = Scenario.preset(first_version("us_elementary")).changed(
    funded_on="attendance", attendance_rate=0.94, base_rate_per_pupil=11_600 / 0.94
)


def test_an_event_takes_attendance():
    """2 points of 94 in Year 2: 2/94 of $5,360,940 are $114,062, and nothing in other years."""
    before, after = (
        row(x, "public_revenue") for x in (ATTENDED, shocked(ATTENDED, STRESS["attendance_falls"]))
    )
    assert before[1] - after[1] == pytest.approx(5_360_940 * 2 / 94, abs=1)
    assert [b - a for b, a in zip(before, after, strict=True)][2:] == pytest.approx([0, 0, 0])


def test_possible_futures_know_attendance():
    """Where funding follows it: half of the cases below, none above 100%, and holding it holds it."""
    assert "attendance" in sources_of(ATTENDED)
    drawn = futures(ATTENDED).levers["attendance_rate"]
    assert len(drawn) == 2_000
    assert np.quantile(drawn, (0.1, 0.5, 0.9)) == pytest.approx([0.92, 0.94, 0.955], abs=0.001)
    assert futures(ATTENDED.changed(attendance_rate=0.999)).levers["attendance_rate"].max() == 1
    assert len(futures(ATTENDED, ("attendance",)).levers["attendance_rate"]) == 1
    assert "attendance" in held(ATTENDED).alone
