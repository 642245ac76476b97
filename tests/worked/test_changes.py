"""What changed a number adds up, and what moves it most is what a hand would find."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from model.evidence import LEVERS, PRESETS
from model.explain.account import Row, account, setting_in_words, value_in_words
from model.explain.changes import changes, swings
from model.plan.by_grade import is_by_grade
from model.plan.scenario import Scenario
from model.results.counting import COUNTED
from model.results.projection import project
from model.texts import say
from tests.first_versions import first_version
from tests.rented import rented
from tests.strategies import scenarios
from tests.worked.school import PLAIN

RESULT = "structural_result"


def test_two_levers_that_meet_do_more_together():
    """10 teachers at $60,000 with benefits leave $400,000.

    Students per teacher from 10 to 5: 20 teachers, $600,000 more. Salary from $50,000 to $60,000: 10 teachers
    at $72,000, $120,000 more. Both: 20 x $72,000 = $1,440,000, so $440,000 short: $120,000 more than each
    alone.
    """
    c = changes(PLAIN, PLAIN.changed(pupils_per_teacher=5, teacher_salary=60_000), RESULT, 3)
    assert [(e.lever.key, e.effect) for e in c.effects] == [
        ("pupils_per_teacher", pytest.approx(-600_000)),
        ("teacher_salary", pytest.approx(-120_000)),
    ]
    assert (c.start, c.now, c.together) == pytest.approx((400_000, -440_000, -120_000))


def test_the_account_says_it_in_rows_that_add_up():
    """The same: 400,000 - 600,000 - 120,000 - 120,000 is -440,000."""
    c = changes(PLAIN, PLAIN.changed(pupils_per_teacher=5, teacher_salary=60_000), RESULT, 3)
    assert account(c) == [
        Row(say("explain.at_start"), "", "$400,000"),
        Row("Students per teacher", "10 \N{RIGHTWARDS ARROW} 5", "\N{MINUS SIGN}$600,000"),
        Row("Average teacher salary", "$50,000 \N{RIGHTWARDS ARROW} $60,000", "\N{MINUS SIGN}$120,000"),
        Row(say("explain.together"), "", "\N{MINUS SIGN}$120,000"),
        Row(say("explain.now"), "", "\N{MINUS SIGN}$440,000"),
    ]


def test_a_line_of_its_own_is_told_with_its_amount():
    """$20,000 a year more cost, and $30,000 in place of it: the kind alone would not say how much."""
    one = PLAIN.changed(own_01_kind="recurring_cost", own_01_amount=20_000)
    lever = LEVERS["own_01_kind"]
    kind = value_in_words(lever, "recurring_cost")
    told = {
        n: say("own_lines.in_short", kind=kind, basis=value_in_words(LEVERS["own_01_basis"], "fixed"), size=n)
        for n in ("$20,000", "$30,000")
    }
    none = value_in_words(lever, "none")
    came = account(changes(PLAIN, one, RESULT, 3))[1]
    assert (came.moved, came.effect) == (
        say("explain.from_to", before=none, after=told["$20,000"]),
        "\N{MINUS SIGN}$20,000",
    )
    assert setting_in_words(lever, one) == told["$20,000"]
    gone = account(changes(one, PLAIN, RESULT, 3))[1]
    assert gone.moved == say("explain.from_to", before=told["$20,000"], after=none)
    more = account(changes(one, one.changed(own_01_amount=30_000), RESULT, 3))[1]
    assert (more.moved, more.effect) == ("$20,000 \N{RIGHTWARDS ARROW} $30,000", "\N{MINUS SIGN}$10,000")
    asked = one.changed(own_01_kind="one_time_cost", own_01_amount=30_000)
    both = account(changes(one, asked, RESULT, 3))[1]
    assert "$20,000" in both.moved
    assert "$30,000" in both.moved


def test_a_dollar_of_rounding_is_called_rounding():
    """With $4,000 a student nothing is left over. Twice $0.004 for 100 students is 40 cents each, shown as
    $0, and 80 together, shown as $1.
    """
    now = PLAIN.changed(nonpersonnel_per_pupil=4_000.004, occupancy_per_pupil=0.004)
    rows = account(changes(PLAIN.changed(nonpersonnel_per_pupil=4_000), now, RESULT, 3))
    assert [r.effect for r in rows] == ["$0", "$0", "$0", "\N{MINUS SIGN}$1", "\N{MINUS SIGN}$1"]
    assert rows[3].what == say("explain.rounding")


def test_what_yearly_values_set_aside_goes_with_them():
    """A cut given for each year sets its window aside; the window has no effect of its own. 7% of $1,000,000
    in Year 2.
    """
    now = PLAIN.changed(cut_rate=(0, 0.07, 0, 0, 0))
    (effect,) = changes(PLAIN, now, RESULT, 2).effects
    assert effect.along == ("cut_first_year", "cut_years")
    assert effect.effect == pytest.approx(-70_000)


def test_nothing_changed_nothing_said():
    """The plan beside itself has no effects and nothing left over."""
    c = changes(PLAIN, PLAIN, RESULT, 5)
    assert (c.effects, c.together, c.start) == ((), 0, c.now)


@settings(max_examples=30)
@given(start=scenarios(every=True, usual=True), now=scenarios(every=True, usual=True))
@example(
    start=PLAIN.changed(pupils_per_principal=1, principal_salary=80_000),
    now=Scenario.preset(first_version("chicago_charter_k8")),
)
def test_effects_and_the_rest_add_up(start, now):
    """Whatever the two plans, start, effects and what is left come to now, and both ends are the plans' own
    cells.
    """
    c = changes(start, now, RESULT, 4)
    p = project([start, now])
    assert (c.start, c.now) == (p.cell(RESULT, 4, 0), p.cell(RESULT, 4, 1))
    parts = [c.start, *(e.effect for e in c.effects), c.together]
    # The last digits of what is added, which may be far more than what is left of it.
    assert sum(parts) == pytest.approx(c.now, abs=max(1e-6, 1e-14 * sum(map(abs, parts))), rel=1e-12)
    named = {k for e in c.effects for k in (e.lever.key, *e.along)}
    differing = set(now.differences(start))
    # Counting by grade sets what it needs; some of that may stand as at the start all the same.
    counted = set(COUNTED) if is_by_grade(now) and not is_by_grade(start) else set()
    assert differing <= named <= differing | counted


@pytest.mark.parametrize("preset", PRESETS)
def test_a_swing_is_what_a_run_with_the_lever_changed_gives(preset):
    """All levers at once equal one run for each end and each other choice, to the cent; largest first. Rent
    is paid for the plan's own students in all of them.
    """
    plan = Scenario.preset(preset).changed(enrollment_year1=(400, 410, 420, 430, 440))
    held = rented(plan).values
    found = swings(plan, RESULT, 5)
    assert list(found) != list(LEVERS)
    assert set(found) == set(LEVERS)
    assert [s.size for s in found.values()] == sorted((s.size for s in found.values()), reverse=True)
    base = project([plan]).cell(RESULT, 5)
    for key, swing in found.items():
        for value, change in swing.ends:
            alone = project([Scenario.of({**held, key: value})]).cell(RESULT, 5)
            assert change == pytest.approx(alone - base, abs=0.005), (key, value)


def test_the_swing_of_a_salary():
    """10 teachers with 20% benefits: at $45,000 they cost $60,000 less, at $120,000 $840,000 more than at
    $50,000.
    """
    assert LEVERS["teacher_salary"].usual == (45_000, 120_000)
    swing = swings(PLAIN, RESULT, 5)["teacher_salary"]
    assert [round(x) for _, x in swing.ends] == [60_000, -840_000]
    assert swing.size == pytest.approx(840_000)


def test_an_unknown_line_is_named():
    """A line that is not in the book is refused with the nearest one."""
    with pytest.raises(KeyError, match="Did you mean structural_result"):
        changes(PLAIN, PLAIN, "structural_resullt", 5)
