"""What people write beside a plan: notes on its numbers, and the log of what was decided, when, by whom and why.

Neither moves a number. A plan goes on without them, and they stay where they are when a move is undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from model.evidence import LEVERS, Value
from model.explain.account import said
from model.explain.changes import changes, moves
from model.explain.written import in_full
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.searches import break_even_enrollment, cut_tolerance
from model.units import amount, number, percent
from model.years import YEARS

CELL = ("structural_result", 5)  # the number that a decision is measured by
SEARCHED = {"cut_tolerance": "Cut it survives", "break_even_enrollment": "Break-even pupils"}
"""Key figures that no line holds, because they are found by trying."""


@dataclass(frozen=True, slots=True)
class Note:
    """A text on one number: a line in a year, a lever, or a figure that is found by trying (both without a year).

    `stood` is the number as it read when the note was last written.
    """

    on: str
    year: int | None
    text: str
    stood: str = ""

    @property
    def place(self) -> tuple[str, int | None]:
        return self.on, self.year


@dataclass(frozen=True, slots=True)
class Move:
    """One lever that was moved: from, to, and what that alone does to the structural result of Year 5, in dollars."""

    lever: str
    before: Value
    after: Value
    effect: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided since the entry before it. `before` and `after` are the structural result of Year 5, in dollars.

    It holds what was true when it was written, so a later model or plan does not change what it says.
    """

    day: date
    who: str
    why: str
    moves: tuple[Move, ...]
    before: float
    after: float

    @property
    def together(self) -> float:
        """What the moves do together beyond each alone: the rest, so that everything adds up."""
        return round(self.after - self.before - sum(m.effect for m in self.moves), 2) + 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """Notes in the order in which they were begun, decisions oldest first."""

    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.notes or self.decisions)

    def note(self, on: str, year: int | None) -> Note | None:
        """The note on a number, or None."""
        return next((n for n in self.notes if n.place == (on, year)), None)

    def noted(self, note: Note) -> Record:
        """With this note in place of the one on the same number; without one when its text is empty."""
        others = tuple(n for n in self.notes if n.place != note.place)
        if not note.text:
            return replace(self, notes=others)
        if len(others) == len(self.notes):
            return replace(self, notes=(*others, note))
        return replace(self, notes=tuple(note if n.place == note.place else n for n in self.notes))

    def without(self, decision: int) -> Record:
        """Without one entry of the log. What it logged belongs to the next entry again."""
        return replace(self, decisions=self.decisions[:decision] + self.decisions[decision + 1 :])


EMPTY = Record()


def is_place(on: str, year: int | None) -> bool:
    """Whether there is such a number."""
    if year is None:
        return on in LEVERS or on in SEARCHED
    return on in BOOK.lines and 0 <= year < YEARS


def place_name(on: str, year: int | None) -> str:
    """What a number is called. KeyError where there is none."""
    if year is None:
        return SEARCHED[on] if on in SEARCHED else LEVERS[on].label
    return f"{BOOK.lines[on].label}, {'Start-up' if year == 0 else f'Year {year}'}"


def stands(now: Scenario, on: str, year: int | None) -> str:
    """The number as it reads in the plan now."""
    if year is not None:
        return in_full(project([now], only=[on]).cell(on, year), BOOK.lines[on].unit)
    if on == "cut_tolerance":
        cut = cut_tolerance(now)
        return "none" if cut is None else percent(cut)
    if on == "break_even_enrollment":
        pupils = break_even_enrollment(now)
        return "none" if pupils is None else number(pupils)
    value, lever = now[on], LEVERS[on]
    return said(lever, value) if isinstance(value, tuple) else amount(value, lever.unit)


def last_decided(record: Record, start: Scenario) -> Scenario:
    """The plan as the log leaves it: the start with every logged move made, in order."""
    made = {m.lever: m.after for d in record.decisions for m in d.moves}
    return Scenario.of({**start.values, **made}, start.name)


def undecided(record: Record, start: Scenario, now: Scenario) -> Decision:
    """What the next entry of the log would say: every lever that has moved since the last one, with its effect."""
    base = last_decided(record, start)
    found = changes(base, now, *CELL)
    effects = {e.lever.key: e.effect for e in found.effects}
    moved = tuple(
        # A lever that five yearly values of another have set aside goes with it and does nothing of its own.
        Move(key, base[key], now[key], round(effects.get(key, 0.0), 2) + 0.0)
        for group in moves(base, now)
        for key in group
    )
    order = sorted(moved, key=lambda m: -abs(m.effect))
    return Decision(date.min, "", "", tuple(order), round(found.start, 2) + 0.0, round(found.now, 2) + 0.0)


def decided(record: Record, start: Scenario, now: Scenario, day: date, who: str, why: str) -> Record:
    """With one entry more: what has moved since the last one, on that day."""
    entry = replace(undecided(record, start, now), day=day, who=who, why=why)
    return replace(record, decisions=(*record.decisions, entry))


def move_in_words(m: Move) -> str:
    """A move as people read it: "Teacher leaders: 4 to 6"."""
    lever = LEVERS[m.lever]
    return f"{lever.label}: {said(lever, m.before)} \N{RIGHTWARDS ARROW} {said(lever, m.after)}"
