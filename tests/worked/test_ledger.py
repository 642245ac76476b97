"""The effect ledger: shares by hand, and that they add up whatever the plan."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings

from model.evidence import LEVERS
from model.explain.ledger import CELLS, MOST_ALONE, ledger, whole_dollars
from model.plan.scenario import Scenario
from model.results.counting import even
from model.results.projection import project
from tests.first_versions import first_version
from tests.strategies import scenarios
from tests.worked.school import PLAIN

FAR = {"pupils_per_teacher": 5, "teacher_salary": 60_000}


def shares(found, cell=0):
    return {e.levers[0].key: e.effects[cell] for e in found.entries}


def test_what_two_levers_do_only_together_is_divided_evenly():
    """10 teachers at $60,000 with benefits leave $400,000.

    Alone, 5 students per teacher cost 10 x $60,000 = $600,000 and the salary 10 x $12,000 = $120,000.
    Together 20 teachers cost $72,000: $840,000 more, so $120,000 belong to both and each gets $60,000:
    $660,000 and $180,000. The balance has five such years. A position of Year 5 costs $60,000 x 1.2 =
    $72,000, so $180,000 are 2.5 positions.
    """
    found = ledger(PLAIN, PLAIN.changed(FAR))
    assert shares(found) == pytest.approx({"pupils_per_teacher": -660_000, "teacher_salary": -180_000})
    assert shares(found, 1) == pytest.approx({"pupils_per_teacher": -3_300_000, "teacher_salary": -900_000})
    assert (found.start[0], found.now[0]) == pytest.approx((400_000, -440_000))
    assert found.in_positions(-180_000) == pytest.approx(-2.5)
    assert [e.levers[0].key for e in found.entries] == ["pupils_per_teacher", "teacher_salary"]


def test_three_levers_by_every_order():
    """The definition itself: the mean over the six orders of what each lever adds when its turn comes."""
    moved = {**FAR, "enrollment_year1": 130}
    now = PLAIN.changed(moved)
    by_hand = dict.fromkeys(moved, 0.0)
    for order in itertools.permutations(moved):
        plan = PLAIN
        for key in order:
            then = plan.changed({key: moved[key]})
            cells = [project([p]).cell("structural_result", 5) for p in (plan, then)]
            by_hand[key] += (cells[1] - cells[0]) / 6
            plan = then
    assert shares(ledger(PLAIN, now)) == pytest.approx(by_hand, abs=1e-6)


def test_assumptions_alone_leave_the_decisions_at_zero():
    """Funding that grows 1% a year and a dearer price level: the decisions have no entry and come to exactly
    nothing.
    """
    found = ledger(PLAIN, PLAIN.changed(public_funding_growth=0.01, teacher_salary=51_000))
    assert found.of(decisions=True) == ()
    assert [found.total(i, decisions=True) for i in range(len(CELLS))] == [0.0, 0.0]
    # 1.01^4 x 1,000,000 - 1,000,000 = 40,604.01; ten teachers at 1,000 x 1.2 more = 12,000. They do not meet.
    assert found.total(0, decisions=False) == pytest.approx(40_604.01 - 12_000)


def test_nothing_changed_has_no_entry():
    found = ledger(PLAIN, PLAIN)
    assert found.entries == ()
    assert found.start == found.now


def test_what_five_yearly_values_set_aside_goes_with_them():
    """A path of enrollment sets its growth to 0: one entry, and it is the whole change."""
    start = PLAIN.changed(enrollment_growth=0.05)
    now = start.changed(enrollment_year1=(100, 100, 100, 100, 110))
    (entry,) = ledger(start, now).entries
    assert [x.key for x in entry.levers] == ["enrollment_year1"]
    assert entry.effects[0] == pytest.approx(ledger(start, now).now[0] - ledger(start, now).start[0])


def test_more_than_a_dozen_changes_are_taken_together_by_panel():
    """Every lever at the upper end of its usual range: a few groups, each of one panel and one kind, that add
    up.
    """
    now = PLAIN.changed({k: x.usual[1] for k, x in LEVERS.items() if x.usual})
    found = ledger(PLAIN, now)
    assert found.is_grouped
    changed = now.differences(PLAIN)
    assert len(changed) > MOST_ALONE
    assert sorted(x.key for e in found.entries for x in e.levers) == sorted(changed)
    for e in found.entries:
        assert len({x.panel for x in e.levers}) == 1
        assert {x.kind == "decision" for x in e.levers} == {e.is_decision}
    assert sum(e.effects[0] for e in found.entries) == pytest.approx(found.now[0] - found.start[0], abs=0.005)


def test_a_dozen_stand_alone():
    """At the limit each change still has an entry of its own."""
    keys = [k for k, x in LEVERS.items() if x.usual and k not in ("enrollment_growth", "cut_first_year")]
    moved = {k: LEVERS[k].usual[1] for k in keys if LEVERS[k].usual[1] != PLAIN[k]}
    twelve = dict(list(moved.items())[:MOST_ALONE])
    found = ledger(PLAIN, PLAIN.changed(twelve))
    assert not found.is_grouped
    assert len(found.entries) == MOST_ALONE


@settings(max_examples=500, deadline=None)
@given(start=scenarios(every=True), now=scenarios(every=True))
@example(
    start=PLAIN.changed(pupils_per_principal=1, principal_salary=0),
    now=PLAIN.changed(pupils_per_principal=0, principal_salary=80_000),
)
@example(
    start=PLAIN.changed(pupils_per_principal=1, principal_salary=80_000),
    now=Scenario.preset(first_version("chicago_charter_k8")),
)
def test_the_shares_add_up_to_the_whole_change(start, now):
    """To the cent, for any two plans; a lever that was not changed has no share."""
    found = ledger(start, now)
    for i, (line, year) in enumerate(CELLS):
        before, after = (project([s]).cell(line, year) for s in (start, now))
        parts = [e.effects[i] for e in found.entries]
        # A cent, or the last digits of what is added: changes together may cost far more than either plan.
        size = abs(before) + abs(after) + sum(map(abs, parts))
        assert sum(parts) == pytest.approx(after - before, abs=max(0.01, 1e-14 * size * 4096))
    assert {x.key for e in found.entries for x in e.levers} <= set(now.differences(start))


def test_what_a_forecast_orders_is_in_the_shares_of_a_plan_by_grade():
    """Year 5 has 100 students, is paid for the 200 of Year 4 and expected 200 in spring. So $1,000 a student
    is spent on 200. Counted by grade no forecast acts: supplies for 100 students, $100,000 less, are the
    count's.

    The start keeps $400,000 - $100,000. Now 200 students bring $2,000,000, 20 teachers cost $1,200,000 and
    supplies $100,000: $700,000.
    """
    start = PLAIN.changed(nonpersonnel_per_pupil=1_000)
    one = start.changed(
        enrollment_year1=(100, 100, 100, 200, 100),
        count_basis="last_year",
        counted_last_year=100,
        staffing_count="forecast",
        forecast_enrollment=(100, 100, 100, 200, 200),
    )
    now = one.changed(even(one, 0, 4))
    assert project([one, now])["supplied_pupils"][:, 5].tolist() == [200, 100]
    found = ledger(start, now)
    assert (found.start[0], found.now[0]) == (300_000, 700_000)
    assert sum(e.effects[0] for e in found.entries) == pytest.approx(400_000)
    by_count = {e.levers[0].key: e.effects[0] for e in found.entries}
    assert by_count["enrollment_from"] == pytest.approx(100_000)


def test_an_unknown_line_is_named():
    with pytest.raises(KeyError, match="structural_resullt"):
        ledger(PLAIN, PLAIN, [("structural_resullt", 5)])


@pytest.mark.parametrize(
    ("parts", "total", "whole"),
    [
        ([0.5, 0.5], 1, [1, 0]),
        ([1.4, 1.4, 1.4], 4, [2, 1, 1]),
        ([-0.6, 0.6], 0, [-1, 1]),
        ([-1.5, -1.5], -3, [-1, -2]),
        ([], 0, []),
        ([12_174.0], 12_174, [12_174]),
    ],
)
def test_whole_dollars_add_up(parts, total, whole):
    """Rounded down, and what is left goes to the largest remainders, the first of equals."""
    found = whole_dollars(parts, total)
    assert found == whole
    assert sum(found) == total


def test_the_scenario_decides_not_the_way_to_it():
    """Undoing and doing again in another order gives the same ledger."""
    one = PLAIN.changed(pupils_per_teacher=5).changed(teacher_salary=60_000)
    other = PLAIN.changed(teacher_salary=70_000).changed(pupils_per_teacher=5).changed(teacher_salary=60_000)
    assert ledger(PLAIN, one) == ledger(PLAIN, Scenario.of(other.values, other.name))
