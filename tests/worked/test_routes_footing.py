"""One footing of a stipend and a raise: the plan's row is the plan, and the others carry what it carries."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.verdicts import judge
from model.routes import ROUTES, compare
from model.routes.routes_in_words import footing, needs, note
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import PLAIN

# Full benefits on a raise, payroll tax alone on a stipend: 4 leaders x $6,000, 43.5% and 1.45%.
APART = Scenario.preset(first_version("us_elementary"))
GROWN = [1.03**t for t in range(5)]


@looped("changes", [{}, {"base_rate_per_pupil": 11_535}, {"leader_release_share": 0.05}])
@looped(
    "own",
    [
        ("recurring", {}),
        ("one_time", {"stipend_source": "one_time"}),
        ("waiver", {"leader_pay": "salary_waiver"}),
        ("release", {"leader_supplement": 0, "leader_release_share": 0.25}),
        ("none", {"teacher_leaders": 0}),
    ],
)
def test_the_row_of_the_plan_is_the_plan(own, changes):
    """To the cent, also where the plan counts a stipend and a raise apart."""
    key, way = own
    plan = APART.changed({**changes, **way})
    (used,) = [r for r in compare(APART, plan).routes if r.is_used]
    assert (used.key, used.plan.values, used.verdict) == (key, plan.values, judge(project([plan])))


@looped("pay", [{}, {"leader_pay": "salary_waiver"}, {"extra_pay_benefits": "pension_on_both"}])
@looped("route", ROUTES)
def test_the_table_stays_when_a_way_is_taken(pay, route):
    """A way that is taken sets what the table says it carries: the same costs and results as before."""
    start = APART.changed(pay)
    before = compare(start, start)
    after = compare(start, before.of(route).plan)
    assert after.of(route).is_used
    for one, other in zip(before.routes, after.routes, strict=True):
        assert other.costs == pytest.approx(one.costs)
        assert other.verdict == one.verdict
        assert (other.breaks, other.why) == (one.breaks, one.why)


def test_a_plan_with_a_stipend_that_carries_payroll_tax_alone():
    """Four at $6,000 with 1.45%: $24,348 a year, as in the plan, of which $35,966 are left over in Year 5.
    A raise carries the same and grows by 3%: $24,348 x 1.03^4 = $27,404, $3,056 more. Half a teacher frees
    $51,682 of pay and $750 of PD in Year 1. A school of $11,535 a student pays its stipends to Year 5.
    """
    found = compare(APART, APART)
    flat = 4 * 6_000 * 1.0145
    assert found.of("recurring").is_used
    assert found.of("recurring").verdict.result_year5 == pytest.approx(35_966, abs=0.5)
    assert found.of("recurring").costs == pytest.approx([flat] * 5, abs=0.005)
    assert found.of("one_time").costs == pytest.approx([flat, flat, 0, 0, 0], abs=0.005)
    assert found.of("waiver").costs == pytest.approx([flat * g for g in GROWN], abs=0.005)
    assert found.of("position").costs[0] == pytest.approx(flat - 51_681.525 - 750, abs=0.005)
    said = say("leaders.raise_costs_more", amount="$27,404", difference="$3,056")
    assert needs(found, found.of("waiver")) == said
    setting = LEVERS["extra_pay_benefits"].label
    assert footing(found) == say("leaders.as_the_stipend", share="1.45%", setting=setting)
    assert say("leaders.note_footing") in note(found)
    tight = APART.changed(base_rate_per_pupil=11_535)
    assert compare(APART, tight).of("recurring").breaks is None


def test_a_plan_with_a_raise_that_carries_the_full_rate():
    """$24,000 x 1.435 = $34,440 in Year 1, as in the plan, and x 1.03^4 = $38,763 in Year 5. A stipend
    carries the same and stays flat. Taken, the plan says so.
    """
    plan = APART.changed(leader_pay="salary_waiver")
    found = compare(APART, plan)
    assert found.of("waiver").is_used
    assert found.of("waiver").costs == pytest.approx([34_440 * g for g in GROWN], abs=0.005)
    assert found.of("recurring").costs == pytest.approx([34_440] * 5, abs=0.005)
    assert found.of("recurring").plan["stipend_benefit_rate"] == 0.435
    setting = LEVERS["extra_pay_benefits"].label
    assert footing(found) == say("leaders.as_the_raise", share="43.50%", setting=setting)


def test_what_a_raise_carries_may_change_by_year():
    """20% and a pension beside it of 10% in two years, then 20%: $20,000 x 1.3, then x 1.4, on both."""
    raised = {"teacher_leaders": 4, "leader_supplement": 5_000, "leader_pay": "salary_waiver"}
    start = PLAIN.changed(raised, pension_counted="by_year", pension_rate=(0.1, 0.1, 0.2, 0.2, 0.2))
    found = compare(start, start)
    for key in ("waiver", "recurring"):
        assert found.of(key).costs == pytest.approx((26_000, 26_000, 28_000, 28_000, 28_000))


def test_where_both_carry_the_same_or_the_plan_says_otherwise_nothing_is_set():
    """Pension on both, or on a raise only: the plan says what each carries."""
    for extra in ("pension_on_both", "pension_on_raise"):
        found = compare(APART, APART.changed(extra_pay_benefits=extra))
        assert (found.footing, footing(found)) == (None, "")
        assert say("leaders.note_other_settings") in note(found)
        assert {r.plan["extra_pay_benefits"] for r in found.routes} == {extra}
