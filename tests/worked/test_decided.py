"""Notes and the log of decisions, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from model.evidence import LEVERS
from model.explain.decided import decided, last_decided, move_in_words, undecided
from model.explain.noted_numbers import is_place, place_name, stands
from model.plan.notebook import EMPTY, Note, Notebook
from model.plan.scenario import Scenario
from model.texts import say
from tests.first_versions import first_version

START = Scenario.preset(first_version("us_elementary"))
DAY = date(2026, 11, 25)
# A leader's supplement is $6,000 with 1.45% on top, grown by 3% a year from Year 1 to Year 5: 24,348.00 / 4
# leaders.
LEADER = 6_087.00


def test_a_decision_holds_what_moved_and_what_it_does():
    """Two leaders more cost 2 x $6,087 = $12,174 in Year 5."""
    (entry,) = decided(EMPTY, START, START.changed(teacher_leaders=6), DAY, "Board", "Help").decisions
    (move,) = entry.moves
    assert (move.lever, move.before, move.after) == ("teacher_leaders", 4, 6)
    assert move.effect == pytest.approx(-2 * LEADER, abs=0.01)
    assert entry.after - entry.before == pytest.approx(-2 * LEADER, abs=0.02)
    assert (entry.day, entry.who, entry.why, entry.together) == (DAY, "Board", "Help", 0)
    assert move_in_words(move) == "Teacher leaders: 4 \N{RIGHTWARDS ARROW} 6"


def test_the_next_entry_says_only_what_moved_since():
    first = START.changed(teacher_leaders=6)
    second = first.changed(software_per_pupil=100)
    record = decided(EMPTY, START, first, DAY, "", "one")
    entry = undecided(record, START, second)
    assert [m.lever for m in entry.moves] == ["software_per_pupil"]
    assert last_decided(record, START).values == first.values


def test_going_back_is_a_move_too():
    """The log stays when a move is undone; the next entry says that the lever went back."""
    record = decided(EMPTY, START, START.changed(teacher_leaders=6), DAY, "", "one")
    (move,) = undecided(record, START, START).moves
    assert (move.before, move.after) == (6, 4)
    assert move.effect == pytest.approx(2 * LEADER, abs=0.01)


def test_an_entry_taken_off_is_logged_again():
    """What it logged belongs to the next entry; the other entry keeps what it says."""
    first = START.changed(teacher_leaders=6)
    second = first.changed(software_per_pupil=100)
    record = decided(decided(EMPTY, START, first, DAY, "", "one"), START, second, DAY, "", "two")
    kept = record.without(0)
    assert [d.why for d in kept.decisions] == ["two"]
    assert kept.decisions[0] == record.decisions[1]
    assert [m.lever for m in undecided(kept, START, second).moves] == ["teacher_leaders"]
    assert undecided(record, START, second).moves == ()


def test_moves_add_up_with_what_they_do_together():
    """before + each alone + together = after, to the cent."""
    now = START.changed(pupils_per_teacher=14, teacher_salary=71_000, teacher_leaders=2)
    (d,) = decided(EMPTY, START, now, DAY, "", "x").decisions
    assert d.before + sum(m.effect for m in d.moves) + d.together == pytest.approx(d.after, abs=0.005)
    assert d.together != 0


def test_what_five_numbers_set_aside_goes_with_them():
    """A path of enrollment takes its growth away; replayed, the plan is the same."""
    base = START.changed(enrollment_growth=0.01)
    now = base.changed(enrollment_year1=(450, 440, 430, 430, 430))
    record = decided(EMPTY, base, now, DAY, "", "x")
    assert {m.lever for m in record.decisions[0].moves} == {"enrollment_year1", "enrollment_growth"}
    assert last_decided(record, base).values == now.values


def test_one_note_a_number():
    """Written again it stays in its place; emptied it goes."""
    a, b = Note("fund_balance", 5, "a"), Note("teacher_leaders", None, "b")
    record = EMPTY.noted(a).noted(b).noted(Note("fund_balance", 5, "c"))
    assert [n.text for n in record.notes] == ["c", "b"]
    assert record.note("fund_balance", 4) is None
    assert record.noted(Note("fund_balance", 5, "")) == Notebook((b,))
    assert EMPTY.is_empty
    assert not record.is_empty


@pytest.mark.parametrize(
    ("on", "year", "there"),
    [
        ("fund_balance", 0, True),
        ("fund_balance", 5, True),
        ("fund_balance", 6, False),
        ("fund_balance", -1, False),
        ("fund_balance", None, False),
        ("teacher_leaders", None, True),
        ("teacher_leaders", 1, False),
        ("cut_tolerance", None, True),
        ("x", None, False),
    ],
)
def test_numbers_that_can_be_noted(on, year, there):
    assert is_place(on, year) is there


def test_a_number_reads_as_it_does_on_the_page():
    assert stands(START, "structural_result", 5) == "$35,965.63"
    assert stands(START, "teacher_leaders", None) == "4 positions"
    assert stands(START.changed(teacher_leaders=(4, 4, 6, 6, 6)), "teacher_leaders", None) == "4, 4, 6, 6, 6"
    assert place_name("structural_result", 5) == "Yearly surplus or shortfall, Year 5"
    assert place_name("one_time_cost", 0) == "One-time cost, Start-up"
    assert place_name("break_even_enrollment", None) == say("figures.safe_range")
    poor = START.changed(base_rate_per_pupil=0)
    assert stands(poor, "break_even_enrollment", None) == "none"
    assert stands(poor, "cut_tolerance", None) == "none"
    assert stands(START, "pays_its_way", 5) == "yes"
    assert all(stands(START, key, None) for key in LEVERS)
