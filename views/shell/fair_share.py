"""Whoever keeps the processor busy lets others go first: each reader has a share of it while others draw too.

One reader who sends the dearest inputs without a pause would otherwise make everybody wait for each of them.
A reader has `BURST` seconds of computing at once and earns `SHARE` of a second in each second. Who has used
more waits until it is earned, before the next piece, and only while another reader has drawn a moment ago:
alone, nobody waits. Counted is the time of the processor. The first page is free: it may load what all need.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

SHARE = 0.2  # seconds of computing that are earned in a second: eight moves of 25 ms
BURST = 0.4  # seconds that can be used at once: a search, a file
RESERVE = 0.2  # seconds of it that work ahead of time leaves for what the reader asks for
LIVELY = 2.0  # seconds after which another reader counts as gone
MOST_WAIT = 3.0  # seconds before a piece, whatever was used: a page must not seem dead
BLINK = 0.05  # seconds between two looks at who is there
MOST_READERS = 1000  # whose accounts are kept: those who drew last


@dataclass(slots=True)
class _Account:
    """What a reader may use now, and when that was worked out."""

    left: float
    at: float

    def brought_up(self, now: float) -> _Account:
        self.left, self.at = min(BURST, self.left + (now - self.at) * SHARE), now
        return self


class FairShare:
    """The accounts of all readers of one server. `clock` and `sleep` count seconds."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._accounts: OrderedDict[str, _Account] = OrderedDict()  # who drew last stands last
        self._lock = threading.Lock()

    def await_turn(self, reader: str) -> None:
        """Come back when the reader has something left or nobody else is there; at the latest in 3 s."""
        end = self._clock() + MOST_WAIT
        while self._clock() < end and self._owes(reader):
            self._sleep(BLINK)

    def _owes(self, reader: str) -> bool:
        now = self._clock()
        with self._lock:
            account = self._accounts.get(reader)
            if account is None or account.brought_up(now).left >= 0:
                return False
            return self._are_others_there(reader, now)

    def _are_others_there(self, reader: str, now: float) -> bool:
        return any(a.at > now - LIVELY for r, a in self._accounts.items() if r != reader)

    def has_to_spare(self, reader: str, seconds: float) -> bool:
        """Whether the reader, who has just computed so long, may go on with what nobody waits for."""
        now = self._clock()
        with self._lock:
            account = self._accounts.get(reader)
            if account is None or account.brought_up(now).left - seconds >= RESERVE:
                return True
            return not self._are_others_there(reader, now)

    def used(self, reader: str, seconds: float, *, was_spare: bool = False) -> None:
        """The reader has computed so long; a first piece opens the account and costs nothing.

        What nobody waited for, `was_spare`, never takes what is reserved for what the reader asks for.
        """
        now = self._clock()
        with self._lock:
            if account := self._accounts.get(reader):
                account.brought_up(now)
                least = min(account.left, RESERVE) if was_spare else -math.inf
                account.left = max(account.left - seconds, least)
            else:
                self._accounts[reader] = _Account(BURST, now)
            self._accounts.move_to_end(reader)
            if len(self._accounts) > MOST_READERS:
                self._accounts.popitem(last=False)
