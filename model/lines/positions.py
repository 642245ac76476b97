"""Every kind of position, taken from the book: the lines that add up to all adults, and their levers.

A position declared in `model/lines/staffing.py`, as a role or as a line of its own that adds to `adults`,
appears here by itself; and so in limits, routes and counts of adults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.book.book import Book
from model.book.family import Line
from model.evidence import LEVERS, Lever
from model.lines.staffing import ROLES, Role, role_line
from model.lines.worksheet import BOOK
from model.texts import say

ADULTS = "adults"
# Those who stand in for released leaders are counted with the leaders, not as staff of their own.
STAND_INS = "release_positions"
FEWER, DOWN = 1, -1  # a higher ratio leaves fewer positions; a fixed number of positions goes down
_WAYS = {"positions": DOWN, "pupils_per_position": FEWER}  # by the unit of a lever


@dataclass(frozen=True, slots=True)
class Position:
    """A kind of position: its line, and the levers that reduce it, first the one that can do it alone.

    `key` is its name as a kind of position, `limit` that of the limit which keeps all of it.
    """

    key: str
    limit: str
    role: Role
    line: str
    levers: tuple[tuple[str, int], ...]
    # the lever that is itself the number of positions, where the line is nothing but that lever; otherwise
    # the lever that is itself the number of positions, where the line is nothing else; otherwise empty
    lever: str

    @property
    def label(self) -> str:
        """What these positions are called together: "Counselors"."""
        return BOOK.lines[self.line].label if self.line in BOOK.lines else self.role.label

    @property
    def one(self) -> str:
        """What a single one of them is called: "counselor"."""
        return say(self.role.one) if self.role.one else self.label

    @property
    def kept(self) -> str:
        """What the limit that keeps all of them is called."""
        return say(self.role.kept) if self.role.kept else say("positions.keep_all", positions=self.label)

    @property
    def may_go(self) -> bool:
        """Whether some of it can be given up to pay for something else."""
        return self.role.may_go


# What positions with a line of their own are called: key, limit, and the words for them.
_SPOKEN: Mapping[str, tuple[str, str, Role]] = MappingProxyType(
    {
        "teachers": (
            "teacher",
            "teachers",
            Role("Teachers", "positions.one.teacher", "positions.kept.teacher"),
        ),
        "coach_positions": (
            "coach",
            "instructional_coaches",
            Role("Coaches", "positions.one.coach", "positions.kept.coach"),
        ),
        **{role_line(key): (key, key, role) for key, role in ROLES.items()},
    }
)


def positions_of(book: Book, levers: Mapping[str, Lever]) -> Mapping[str, Position]:
    """Every kind of position of a book by its key.

    First those with a line of their own, then the roles, each in the book's order.
    """
    lines = [k for k in book.parts(ADULTS) if k != STAND_INS]
    roles = set(map(role_line, ROLES))
    found = [_position(book.lines[k], levers) for k in sorted(lines, key=lambda k: k in roles)]
    return MappingProxyType({p.key: p for p in found})


def _position(line: Line, levers: Mapping[str, Lever]) -> Position:
    key, limit, role = _SPOKEN.get(line.key, (line.key, line.key, Role(line.english_label)))
    needs = [levers[k] for k in line.needs if k in levers]
    return Position(
        key=key,
        limit=limit,
        role=role,
        line=line.key,
        levers=tuple((x.key, _WAYS[x.unit]) for x in needs if x.unit in _WAYS),
        lever=needs[0].key if len(line.needs) == len(needs) == 1 else "",
    )


POSITIONS = positions_of(BOOK, LEVERS)
