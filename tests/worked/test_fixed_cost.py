"""What a contract fixes: rent, insurance, fees and contracts that no student, price or event moves."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS, PRESETS, STRESS
from model.explain.changes import swings
from model.explain.trace import explain
from model.goals.influence import break_evens
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.enrollment_sizes import enrollment_sizes
from model.results.idle_settings import idle_settings, openers
from model.results.plan_remarks import plan_remarks
from model.results.projection import Projection, Scenarios, project
from model.results.rent import rented_before
from model.results.safe_range import safe_range
from model.results.searches import break_even, break_even_enrollment
from model.results.verdicts import State, judge_all
from model.stress.shocks import shocked
from tests.first_versions import first_version
from tests.worked.school import LEFT, PLAIN, row, years

CHARTER = Scenario.preset(
    first_version("chicago_charter_k8")
)  # 536 students, rent of $1,800 for each, prices +2.7% a year
FEWER = CHARTER.changed(enrollment_year1=429)  # 80%
LEASE = 964_800.0  # 536 x 1,800
GROWN = 1.027**4


def result(plan: Scenario, year: int) -> float:
    return project([plan]).cell("structural_result", year)


def state(p: Projection) -> State:
    return judge_all(p)[0].state


@pytest.mark.parametrize(
    "held",
    [
        {"rent_basis": "lease", "lease": LEASE},
        {"rent_basis": "area", "leased_area": 53_600, "rent_per_square_foot": 18},
        {"leased_students": 536},
    ],
)
def test_eight_of_ten_students_pay_the_whole_lease(held):
    """80% of the students of a charter school, and the rent of all.

    By the student 429 pay 429 x 1,800 = $772,200 and the lease is $964,800: $192,600 more in Year 1, where
    $56,751.24 were left, and 192,600 x 1.027^4 = $214,258.50 more in Year 5, where $51,862.86 were left. So
    Year 1 is short by $135,848.76 and Year 5 by $162,395.64. Its savings of $1.2 million carry it.
    """
    p = project([FEWER.changed(held)])
    assert p.cell("occupancy", 1) == pytest.approx(964_800)
    assert p.cell("occupancy", 5) == pytest.approx(964_800 * GROWN)
    assert p.cell("structural_result", 1) == pytest.approx(-135_848.76, abs=0.01)
    assert p.cell("structural_result", 5) == pytest.approx(-162_395.64, abs=0.01)
    assert state(project([FEWER])) is State.SUSTAINABLE
    assert state(p) is State.AT_RISK


def test_a_plan_for_fewer_students_is_told_what_its_rent_does():
    """The remark says what the lease would make of Year 5, and its press makes it so. More students, students
    who share a building and a lease in dollars have nothing to be told.
    """
    (remark,) = [r for r in plan_remarks(CHARTER, FEWER) if "leased_students" in r.offers]
    assert "$214,258" in remark.text
    assert "$162,396" in remark.text
    assert dict(remark.offers) == {"leased_students": 536}
    assert result(FEWER.changed(remark.offers), 5) == pytest.approx(-162_395.64, abs=0.01)
    for quiet in (
        CHARTER.changed(enrollment_year1=560),
        FEWER.changed(rent_basis="enrolled"),
        FEWER.changed(rent_basis="lease", lease=LEASE),
        FEWER.changed(leased_students=500),
    ):
        assert not [r for r in plan_remarks(CHARTER, quiet) if "leased_students" in r.offers]


def test_an_event_does_not_lower_the_rent():
    """*A plan that was too hopeful*: 14% fewer students, 460.96 or 461 of 536, all five years.

    The lease stays at 536 x 1,800. Where rent follows those who come, the same event leaves
    75 x 1,800 = $135,000 more in Year 1.
    """
    event = STRESS["too_hopeful_plan"]
    kept, follows = shocked(CHARTER, event), shocked(CHARTER.changed(rent_basis="enrolled"), event)
    p = project([kept, follows])
    assert p.cell("enrollment", 1) == 461
    assert p.row("occupancy", 0) == project([CHARTER]).row("occupancy")
    assert p.cell("structural_result", 1, 1) - p.cell("structural_result", 1, 0) == pytest.approx(135_000)
    assert state(project([kept])) is State.AT_RISK


def test_what_an_event_states():
    """The students that rent is paid for, five numbers where they differ. A plan by grade is counted first,
    and a school without rent has nothing to state.
    """
    assert rented_before(CHARTER) == {"leased_students": 536}
    growing = CHARTER.changed(enrollment_growth=0.5)
    assert rented_before(growing) == {"leased_students": (536, 804, 1206, 1809, 2714)}  # 2713.5 is 2,714
    assert rented_before(Scenario.preset(first_version("us_elementary"))) == {}
    for fixed in ("lease", "area", "enrolled"):
        assert rented_before(CHARTER.changed(rent_basis=fixed)) == {}


@pytest.mark.parametrize("changes", [{}, {"rent_basis": "lease", "lease": LEASE}])
def test_possible_futures_leave_rent_at_the_plan(changes):
    """In 2,000 futures students differ, and rent by the student moves with prices alone: divided by the price
    factor it is 536 x 1,800 in all. A lease is the same to the cent.
    """
    p = project(futures(CHARTER.changed(changes)))
    rent = p["occupancy"][:, 1:]
    assert p["enrollment"][:, 5].min() < 450
    assert p["enrollment"][:, 5].max() > 600
    if changes:
        assert rent == pytest.approx(rent[:1] + 0 * rent)
        assert rent[0] == pytest.approx([LEASE * 1.027**t for t in range(5)])
    else:
        assert rent / p["price_factor"][:, 1:] == pytest.approx(0 * rent + LEASE)


def test_break_even_with_a_lease():
    """The plain school with a lease of $250,000: 100 students bring $10,000 each and ten of them a teacher of
    $60,000. In tens of students $4,000 a student are left, so 62.5 pay the lease. A position is hired by
    halves, for 5 students: 65 bring 650,000 - 390,000 = $260,000, and 66 need 7 teachers in place of 6.5:
    660,000 - 420,000 = 240,000. 70 bring 280,000, 71 bring 710,000 - 450,000 = 260,000, so from 67 on
    (670,000 - 420,000 = 250,000) it holds at every size. Where rent follows those
    who come, at 2,500, 11 students bring 82,500 and need 1.5 teachers, 90,000; from 12 on it holds.
    """
    leased = PLAIN.changed(rent_basis="lease", lease=250_000, lease_growth=0)
    assert break_even_enrollment(leased) == 67
    assert result(leased.changed(enrollment_year1=66), 5) == pytest.approx(-10_000)
    assert result(leased.changed(enrollment_year1=67), 5) == pytest.approx(0)
    by_student = PLAIN.changed(occupancy_per_pupil=2_500)
    assert break_even_enrollment(by_student) == 67  # the rent of the plan's 100 students
    assert break_even_enrollment(by_student.changed(rent_basis="enrolled")) == 12


def test_every_search_for_students_leaves_rent_at_the_plan():
    """The same school from three sides: sizes, the range around its own, the setting that breaks even. 70 of
    100 students bring 280,000 and pay 250,000; 66 are short. Of 300 students 190 bring the rent of 750,000
    with 760,000, and 180 with 720,000 do not.
    """
    plan = PLAIN.changed(occupancy_per_pupil=2_500)
    sizes = enrollment_sizes(plan)
    assert sizes
    assert (sizes.around.first, 66 in sizes.around) == (67, False)
    near = safe_range(plan.changed(enrollment_year1=80, leased_students=100))
    assert near
    assert (near.low, near.low_open) == (67, False)
    larger = plan.changed(enrollment_year1=300)
    turns = break_evens(larger, ["enrollment_year1"])["enrollment_year1"]
    assert turns
    assert (turns.last, turns.first) == (190, 180)
    swing = swings(larger, "structural_result", 5)["enrollment_year1"]
    assert dict(swing.ends)[1500] == pytest.approx(4_000 * 1_200)  # no rent for 1,200 more


def test_plans_searched_together_each_keep_their_own_rent():
    """Two plans in one batch, of 100 and of 80 students: 67 pay a rent of 250,000. A rent of 200,000 asks
    for 52: 520,000 bring 190,000 over 5.5 teachers, 53 bring 200,000 over the same.
    """
    plans = [PLAIN.changed(occupancy_per_pupil=2_500, enrollment_year1=n) for n in (100, 80)]
    assert break_even(Scenarios.of(plans)).tolist() == [67, 53]


def test_each_contract_has_a_growth_of_its_own():
    """$10,000 of each in Year 1, growing by 0%, 2%, 3% and 10%, while prices grow by 8% and students double.

    Year 5: 10,000; 10,000 x 1.02^4 = 10,824.32; 1.03^4: 11,255.09; 1.1^4: 14,641.00.
    """
    p = years(
        inflation=0.08,
        enrollment_growth=0.19,
        fixed_supplies=10_000,
        fixed_supplies_growth=0,
        insurance=10_000,
        insurance_growth=0.02,
        fixed_fee=10_000,
        fixed_fee_growth=0.03,
        technology_contracts=10_000,
        technology_contracts_growth=0.1,
    )
    lines = ("supplies_fixed", "insurance_cost", "fee_fixed", "technology_fixed")
    assert [p.cell(k, 0) for k in lines] == [0, 0, 0, 0]
    assert [p.cell(k, 1) for k in lines] == [10_000] * 4
    assert [round(p.cell(k, 5), 2) for k in lines] == [10_000, 10_824.32, 11_255.09, 14_641]
    assert p.cell("other_nonpersonnel", 1) == 30_000
    assert p.cell("it", 1) == 10_000
    assert p.cell("total_cost", 1) == 600_000 + 40_000
    assert p.cell("flexible_spending", 1) == 0  # a contract cannot wait


def test_steps_of_a_lease_are_each_years_own_dollars():
    """Five amounts set the growth to 0. A growth given beside them is told."""
    steps = (50_000, 50_000, 75_000, 75_000, 120_000)
    plan = PLAIN.changed(rent_basis="lease", lease=steps)
    assert plan["lease_growth"] == 0
    assert row("structural_result", rent_basis="lease", lease=steps) == [LEFT - x for x in steps]
    told = [r for r in plan_remarks(PLAIN, plan.changed(lease_growth=0.03)) if r.lever == "lease"]
    assert dict(told[0].offers) == {"lease_growth": 0}


def test_square_feet_that_grow_with_the_school():
    """8,000 square feet, from Year 3 on 12,000, at $20 that rises by 3%: 160,000 and 164,800; then
    240,000 x 1.03^2 = 254,616; 262,254.48; 270,122.11.
    """
    area = (8_000, 8_000, 12_000, 12_000, 12_000)
    plan = PLAIN.changed(rent_basis="area", leased_area=area, rent_per_square_foot=20, lease_growth=0.03)
    found = project([plan]).row("occupancy")[1:]
    assert found == pytest.approx([160_000, 164_800, 254_616, 262_254.48, 270_122.11], abs=0.01)


def test_a_lease_beside_rent_by_the_student_is_told():
    """A lease moves nothing while rent is set by the student, and the press is the choice of a lease."""
    now = PLAIN.changed(lease=100_000)
    assert idle_settings([(PLAIN, now)]) == [("lease",)]
    assert openers(PLAIN, now, "lease") == {"rent_basis": "lease"}
    empty = PLAIN.changed(rent_basis="lease")
    assert idle_settings([(PLAIN, empty)]) == [("rent_basis",)]
    assert set(openers(PLAIN, empty, "rent_basis")) == {"lease"}


def test_what_a_plan_does_not_have_is_no_worry():
    """An insurance of $0 is not what matters most. One of $10,000 counts: the usual end of $300,000 is
    $290,000 more.
    """
    for without in (swings(PLAIN, "structural_result", 5), swings(CHARTER, "structural_result", 5)):
        assert without["insurance"].size == without["leased_students"].size == without["rent_basis"].size == 0
    insured = PLAIN.changed(insurance=10_000, insurance_growth=0)
    assert swings(insured, "structural_result", 5)["insurance"].size == pytest.approx(290_000)


def test_a_number_is_told_without_what_the_school_does_not_have():
    """Other cost of the plain school with $2,000 of supplies a student and an insurance of $40,000: its sum
    has no fixed supplies and no fixed fee, in words, in numbers and among its parts.
    """
    plan = PLAIN.changed(nonpersonnel_per_pupil=2_000, insurance=40_000)
    told = explain(project([plan]), "other_nonpersonnel", 1)
    assert [p.key for p in told.parts] == ["supplies", "occupancy", "insurance_cost", "management_fee"]
    assert told.numbers == "$200,000 + $0 + $40,000 + $0"
    labels = [BOOK.lines[p.key].label for p in told.parts]
    assert told.rule == " + ".join(labels)
    assert "insurance_cost" not in [p.key for p in explain(project([PLAIN]), "other_nonpersonnel", 1).parts]
    own = explain(project([PLAIN]), "insurance_cost", 1)
    assert (own.value, [f.lever.key for f in own.levers]) == (0, ["insurance", "insurance_growth"])


def test_every_preset_has_none_of_it():
    """The defaults are no contract at all, and rent by the students of the plan."""
    keys = ("leased_students", "lease", "leased_area", "rent_per_square_foot", "fixed_supplies")
    for key in (*keys, "insurance", "fixed_fee", "technology_contracts"):
        assert LEVERS[key].default == 0
        assert {p.values[key] for p in PRESETS.values()} == {0}
    assert {p.values["rent_basis"] for p in PRESETS.values()} == {"planned"}
