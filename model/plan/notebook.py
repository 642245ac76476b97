"""The notebook of a plan: notes on its numbers, the log of what was decided, when, by whom and why, and when
money comes and goes within a year.

None of them moves a number of a year. Notes and decisions stay where they are when a move is undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from model.evidence import Value
from model.plan.payment_times import USUAL, PaymentTimes


@dataclass(frozen=True, slots=True)
class Note:
    """A text on one number: a line in a year, or a lever or a searched figure (both without a year).

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
    """One lever that was moved: from, to, and its own effect on the Year 5 structural result, in dollars."""

    lever: str
    before: Value
    after: Value
    effect: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided since the last entry. `before` and `after`: the Year 5 structural result, in dollars.

    It holds what was true when it was written, so a later program version or plan does not change it.
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
class Notebook:
    """Notes in the order in which they were begun, decisions oldest first."""

    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()
    payments: PaymentTimes = USUAL

    @property
    def is_empty(self) -> bool:
        return not self.is_written and self.payments == USUAL

    @property
    def is_written(self) -> bool:
        """Whether it holds a note or a decision."""
        return bool(self.notes or self.decisions)

    def note(self, on: str, year: int | None) -> Note | None:
        """The note on a number, or None."""
        return next((n for n in self.notes if n.place == (on, year)), None)

    def noted(self, note: Note) -> Notebook:
        """The notebook with this note in place of the one on the same number; an empty text removes it."""
        others = tuple(n for n in self.notes if n.place != note.place)
        if not note.text:
            return replace(self, notes=others)
        if len(others) == len(self.notes):
            return replace(self, notes=(*others, note))
        return replace(self, notes=tuple(note if n.place == note.place else n for n in self.notes))

    def without(self, decision: int) -> Notebook:
        """The notebook without one log entry, whose moves belong to the next entry again."""
        return replace(self, decisions=self.decisions[:decision] + self.decisions[decision + 1 :])


EMPTY = Notebook()
