"""Trials of one door: each with its time, its outcome, and a verdict on every message; and the report."""

from __future__ import annotations

import importlib
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.fuzz.judged import lacks

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: the messages that refused it, and what changed without a word, if anything.

    That is looked for after the time was taken, if `silent` is a function. `is_taken` says whether anything
    of it was used.
    """

    refusals: Sequence[str] = ()
    silent: str | Callable[[], str] = ""
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """A way in. `make` gives an input; `try_it` hands it in and looks at what came out.

    `try_it` must not use what it tests to work out what should have come.
    """

    make: Callable[[random.Random], object]
    try_it: Callable[[object], Outcome]


@dataclass(slots=True)
class Found:
    """What many trials came to. Examples are kept of whatever is wrong."""

    runs: int = 0
    taken: int = 0
    refused: int = 0
    messages: int = 0
    slowest: float = 0.0
    dearest: object = None
    seconds: float = 0.0
    grown: float = 0.0  # MB by which trials raised the most memory that the process ever had
    crashes: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    lacking: dict[str, list[str]] = field(default_factory=dict)

    def is_good(self, slowest: float) -> bool:
        """Whether every promise was kept."""
        return not (self.crashes or self.silent or any(self.lacking.values())) and self.slowest < slowest


def tried(door: Door, runs: int, seed: int, clock: Callable[[], float] = time.process_time) -> Found:
    """So many trials, the same for the same seed.

    The clock is that of the process: other work on the machine is no fault of the door.
    """
    found = Found()
    for n in range(runs):
        draw = random.Random(f"{seed} {n}")
        given = door.make(draw)
        before = _memory()
        begun = clock()
        try:
            outcome = door.try_it(given)
        except Exception:  # noqa: BLE001  # whatever is raised is the finding
            found.crashes.append(f"{_short(given)}\n{traceback.format_exc(limit=-4)}")
            outcome = Outcome()
        spent = clock() - begun
        found.seconds += spent
        found.grown += _memory() - before
        if spent > found.slowest:
            found.slowest, found.dearest = spent, given
        _count(found, given, outcome)
    return found


def _count(found: Found, given: object, outcome: Outcome) -> None:
    found.runs += 1
    found.taken += outcome.is_taken
    found.refused += bool(outcome.refusals)
    silent = outcome.silent if isinstance(outcome.silent, str) else outcome.silent()
    if silent:
        found.silent.append(f"{silent}\n  {_short(given)}")
    for message in outcome.refusals:
        found.messages += 1
        for part in lacks(message):
            found.lacking.setdefault(part, []).append(message)


def _memory() -> float:
    """The most memory that this process ever had, in MB; 0 on Windows, which does not say it this way."""
    if sys.platform == "win32":
        return 0.0
    resource = importlib.import_module("resource")
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _short(given: object) -> str:
    text = given.decode(errors="replace") if isinstance(given, bytes) else repr(given)
    return text if len(text) < 600 else f"{text[:300]} … {text[-200:]}"


def report(name: str, found: Found) -> str:
    """The figures in lines, with a few examples of whatever is wrong."""
    mean = found.seconds / max(found.runs, 1) * 1e3
    lines = [
        f"{name}: {found.runs:,} inputs, {found.taken:,} taken, {found.refused:,} refused",
        f"  crashes {len(found.crashes)}, silent changes {len(found.silent)}",
        f"  slowest {found.slowest:.3f} s, mean {mean:.1f} ms, memory grown by {found.grown:.0f} MB at most",
        *([f"  the slowest: {_short(found.dearest)[:200]}"] if found.slowest > 0.5 else []),
        f"  messages {found.messages:,}",
    ]
    for part in ("thing", "value", "remedy"):
        wrong = found.lacking.get(part, [])
        share = 1 - len(wrong) / found.messages if found.messages else 1.0
        lines.append(f"  messages with {part}: {share:.2%}")
        lines += [f"    without: {m}" for m in dict.fromkeys(wrong[: 20 * MOST_SHOWN])][:MOST_SHOWN]
    for what, examples in (("crash", found.crashes), ("silent", found.silent)):
        lines += [f"  {what}: {example}" for example in examples[:MOST_SHOWN]]
    return "\n".join(lines)
