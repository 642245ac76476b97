"""The fuzz program in small: every promise is kept at every door, and the program would see it broken."""

from __future__ import annotations

import random

import pytest

from tests.counted import Calls, calls_of
from tests.looped import looped
from tools.fuzz.doors import DOORS
from tools.fuzz.judged import lacks
from tools.fuzz.spelled import could_mean, meanings, spell
from tools.fuzz.trials import Door, Outcome, report, tried

RUNS = 200
MOST_CALLS = (
    3_000_000  # of one input; the dearest, a list, takes a million. Seconds are for the program itself
)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_keeps_its_promises(name):
    """No crash, no change in silence, nothing dear, and thing, value and remedy in every message."""
    clock = Calls()
    try:
        found = tried(DOORS[name], RUNS, 20, clock)
    finally:
        clock.stop()
    assert found.is_good(slowest=MOST_CALLS), report(name, found)
    assert found.taken > RUNS / 20
    assert found.refused > RUNS / 20


# --- the program itself ---


def test_a_broken_promise_is_seen():
    """A door that crashes, changes something in silence, or refuses without a remedy."""

    def outcome(given):
        if given == 0:
            raise TypeError("unhashable")
        return Outcome(
            ["It is wrong."] if given == 1 else [], "9 became 5" if given == 2 else "", is_taken=True
        )

    found = tried(Door(lambda draw: draw.randrange(4), outcome), 100, 1)
    assert found.crashes
    assert found.silent
    assert found.lacking["remedy"] == ["It is wrong."] * found.refused
    assert not found.is_good(1.0)
    assert "TypeError: unhashable" in report("a door", found)


def test_the_same_seed_gives_the_same_inputs():
    for door in DOORS.values():
        assert repr(door.make(random.Random("5 1"))) == repr(door.make(random.Random("5 1")))


def test_what_is_slow_is_seen():
    clock = iter(range(100))
    found = tried(Door(lambda _: "x", lambda _: Outcome(is_taken=True)), 3, 1, lambda: next(clock))
    assert found.slowest == 1
    assert not found.is_good(1.0)
    assert found.is_good(1.1)


def test_work_is_counted_in_calls():
    """A hundred calls more are a hundred more on the clock, whatever the machine does meanwhile."""
    one, other = (calls_of(lambda times=times: [abs(n) for n in range(times)]) for times in (100, 200))
    assert other - one == 100


@looped(
    ("message", "lacking"),
    [
        ("Row 3, column cut_rate: 7 is outside what is possible. Give a number from 0 to 1.", []),
        ("Inflation (inflation): “much” is not a number. Give a number such as 0.027.", []),
        ("There is no lever called “wage”. Did you mean teacher_salary? Write that name.", []),
        ("The file is empty. If names look wrong, save it again.", []),
        ("The file is empty.", ["remedy"]),
        ("“wage” is locked, which is not a lever.", ["remedy"]),
        ("The reason cannot be used. Shorten it.", ["thing", "value"]),
        ("Plan 2: something in it cannot be used. You may save it again.", ["remedy"]),
    ],
)
def test_messages_are_judged_by_their_words(message, lacking):
    assert lacks(message) == lacking


@looped(
    ("text", "held", "could"),
    [
        ("11,600", 11_600.0, True),
        ("11,600", 11.6, True),
        ("11,600", 11_601.0, False),
        ("(5)", -5.0, True),
        ("(5)", 5.0, False),
        ("2,9 %", 0.029, True),
        ("4.9M", 4_900_000.0, True),
        ("1;2;3;4;5", (1.0, 2.0, 3.0, 4.0, 5.0), True),
        ("1;2;3;4;5", (1.0, 2.0, 3.0, 4.0, 6.0), False),
        ("One number", "one_number", True),
        ("lumpy", "smoothed", False),
        ("much", 5.0, False),
    ],
)
def test_what_a_text_could_mean(text, held, could):
    assert could_mean(text, held) is could


def test_every_spelling_means_its_number():
    draw = random.Random(3)
    for _ in range(2_000):
        x = draw.choice((0.029, 0.5, 520.0, 11_600.0, 72_030.5, -202_270.0, 4_900_000.0))
        text = spell(draw, x, comma=draw.random() < 0.5, share=0 < x < 1)
        assert any(abs(x - read) < 1e-9 * abs(x) for read in meanings(text)), text
