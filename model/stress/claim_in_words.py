"""The study's claim in words and as a table of its three readings, the same for the page and for a shell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from statistics import fmean

from model.stress.claim import ALIKE, BOTH, DROPPED, HIRED, KEPT, READINGS, STEP, TOLERANCES, Compared
from model.texts import counted, say
from model.units import positions

Readings = Mapping[str, Sequence[Compared]]
_NAMES = {
    KEPT: ("events.claim_kept", "events.claim_kept_text"),
    BOTH: ("events.claim_both", "events.claim_both_text"),
    DROPPED: ("events.claim_dropped", "events.claim_dropped_text"),
}
_MORE = {0.0: "events.claim_head_none", 0.5: "events.claim_head_half", 1.0: "events.claim_head_one"}


def name(reading: str) -> str:
    """A reading in a few words."""
    return say(_NAMES[reading][0])


def means(reading: str) -> str:
    """What a reading lets the school cut."""
    return say(_NAMES[reading][1])


def definition() -> str:
    """What a case is, and when a school does as well as the same school without the program, or better."""
    return say("events.definition")


def events_caption() -> str:
    """What the table of events counts."""
    return say("events.claim_events")


def in_short(found: Readings) -> str:
    """How often the claim holds in the strictest reading and in the usual one."""
    return say(
        "events.claim_short",
        kept=_held(found[KEPT], STEP),
        both=_held(found[BOTH], STEP),
        all=_cases(found[KEPT]),
    )


def heads() -> tuple[str, ...]:
    """What each column holds: the reading, the jobs at stake, and the cases by how much is no difference."""
    return (
        say("events.claim_head_reading"),
        say("events.claim_head_with"),
        say("events.claim_head_without"),
        *(say(_MORE[x]) for x in TOLERANCES),
    )


def rows(found: Readings) -> list[tuple[str, ...]]:
    """A row for each reading, the strictest first."""
    return [_row(key, found[key]) for key in READINGS]


def event_heads() -> tuple[str, ...]:
    """The event, and the readings."""
    return (say("events.head_event"), *map(name, READINGS))


def by_event(found: Readings) -> list[tuple[str, ...]]:
    """Event by event in how many schools the claim holds, reading by reading; half a position is no
    difference.
    """
    return [
        (rows[0].shock.label, *(_of(sum(c.holds(STEP)), len(c.schools)) for c in rows))
        for rows in zip(*(found[key] for key in READINGS), strict=True)
    ]


def limits(found: Readings) -> str:
    """What the data can say and what they cannot."""
    idle = sum(
        positions(ours) == positions(theirs) == "0"
        for c in found[KEPT]
        for ours, theirs in zip(c.at_risk, c.twins, strict=True)
    )
    return " ".join(
        (
            say("events.claim_idle", count=counted(idle)),
            say("events.claim_never_better"),
            say("events.claim_made_up"),
        )
    )


def rests_on(found: Readings) -> tuple[str, ...]:
    """How the strictest reading changes with what the two schools may do."""
    return tuple(
        say(
            text,
            none=_held(found[key], TOLERANCES[0]),
            half=_held(found[key], STEP),
            all=_cases(found[key]),
        )
        for key, text in ((ALIKE, "events.claim_alike"), (HIRED, "events.claim_hired"))
    )


def _row(reading: str, found: Sequence[Compared]) -> tuple[str, ...]:
    cases = _cases(found)
    average = [
        fmean(chain.from_iterable(each)) for each in ([c.at_risk for c in found], [c.twins for c in found])
    ]
    return (
        name(reading),
        *map(positions, average),
        *(_of(_held(found, tolerance), cases) for tolerance in TOLERANCES),
    )


def _held(found: Sequence[Compared], tolerance: float) -> int:
    return sum(sum(c.holds(tolerance)) for c in found)


def _cases(found: Sequence[Compared]) -> int:
    return sum(len(c.schools) for c in found)


def _of(held: int, cases: int) -> str:
    return say("events.of", held=held, all=cases)
