"""A reader who computes much waits while others draw; alone, and within the burst, nobody waits."""

from __future__ import annotations

import pytest

from views.shell.fair_share import BLINK, BURST, LIVELY, MOST_READERS, MOST_WAIT, RESERVE, SHARE, FairShare


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def share(clock):
    """Both readers have had their first page, which is free."""
    share = FairShare(lambda: clock.now, clock.sleep)
    share.used("far", 5.0)
    share.used("near", 5.0)
    return share


def waited(share, clock, reader):
    before = clock.now
    share.await_turn(reader)
    return clock.now - before


def test_alone_nobody_waits(share, clock):
    clock.now += LIVELY  # the other one is gone
    share.used("far", 60)
    assert waited(share, clock, "far") == 0


def test_the_first_page_is_free_and_the_second_is_not(clock):
    """It may load what every page needs. Fifty seconds of it leave the whole burst."""
    share = FairShare(lambda: clock.now, clock.sleep)
    share.used("near", 0.01)
    share.used("far", 50)
    share.used("far", BURST)
    assert waited(share, clock, "far") == 0
    share.used("far", SHARE)
    assert waited(share, clock, "far") == pytest.approx(1.0, abs=BLINK + 1e-6)


def test_who_has_used_more_than_the_burst_waits_until_it_is_earned(share, clock):
    """0.7 s used of 0.4: 0.3 s are owed, earned at 0.2 a second in 1.5 s."""
    share.used("near", 0.01)
    share.used("far", 0.7)
    assert waited(share, clock, "near") == 0
    assert waited(share, clock, "far") == pytest.approx(0.3 / 0.2, abs=BLINK + 1e-6)
    assert waited(share, clock, "far") == 0


def test_it_ends_when_the_others_are_gone(share, clock):
    """Ten seconds owed: the other one drew now, and counts as gone two seconds later."""
    share.used("far", BURST + 3)
    share.used("near", 0.01)
    assert waited(share, clock, "far") == pytest.approx(LIVELY, abs=BLINK + 1e-6)


def test_no_wait_is_longer_than_a_page_may_seem_dead(clock):
    """Ten minutes owed beside somebody who never stops."""

    def sleep(seconds):
        clock.now += seconds
        share.used("near", 0.001)

    share = FairShare(lambda: clock.now, sleep)
    for seconds in (0.001, 600):
        share.used("far", seconds)
    share.used("near", 0.001)
    assert waited(share, clock, "far") == pytest.approx(MOST_WAIT, abs=BLINK + 1e-6)


def test_what_is_not_used_is_kept_up_to_the_burst(share, clock):
    """After an hour of rest a reader has 0.4 s, not 720."""
    share.used("near", 0.01)
    share.used("far", 0.01)
    clock.now += 3600
    share.used("far", BURST + 0.03)
    share.used("near", 0.01)
    assert waited(share, clock, "far") == pytest.approx(0.03 / SHARE, abs=BLINK + 1e-6)


def test_the_accounts_are_bounded(share):
    for n in range(MOST_READERS + 50):
        share.used(f"reader {n}", 0.01)
    assert len(share._accounts) == MOST_READERS


def test_what_nobody_waits_for_leaves_the_reserve(share, clock):
    """Of 0.4 s it takes 0.2 beside others, however long it went; what the reader asks for has 0.2 left."""
    share.used("near", 0.01)
    assert share.has_to_spare("far", BURST - RESERVE)
    assert not share.has_to_spare("far", BURST - RESERVE + 0.01)
    share.used("far", 60, was_spare=True)
    assert not share.has_to_spare("far", 0.01)
    share.used("far", RESERVE)
    assert waited(share, clock, "far") == 0
    share.used("far", 0.02)
    share.used("near", 0.01)
    assert waited(share, clock, "far") == pytest.approx(0.02 / SHARE, abs=BLINK + 1e-6)


def test_what_nobody_waits_for_pays_no_debt(share, clock):
    """Who owes already owes as much afterwards."""
    share.used("far", BURST + 0.1)
    share.used("far", 5, was_spare=True)
    share.used("near", 0.01)
    assert waited(share, clock, "far") == pytest.approx(0.1 / SHARE, abs=BLINK + 1e-6)


def test_alone_everything_is_to_spare(share, clock):
    clock.now += LIVELY
    share.used("far", 60)
    assert share.has_to_spare("far", 60)
