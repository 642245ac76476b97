"""How a plan is shown in a room, in the address beside the plan: the settings of present mode.

    ?from=us_elementary.1&show=present&screen=2&levers=enrollment_year1,teacher_leaders&screens=answer,result

`show=present` opens present mode; `screen` counts from 1 in the order of `screens`; `levers` are those of the
lever bar; `look` is projector, light or dark; `guess=yes` keeps the answer covered. Usual values are left
out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.evidence import LEVERS

SCREENS = ("answer", "sustainability", "result", "balance", "composition", "per_pupil")
LOOKS = ("projector", "light", "dark")
BAR = ("enrollment_year1", "pupils_per_teacher", "teacher_leaders")  # unless others are chosen
MOST_LEVERS = 4  # a bar of five is too small to read from the back row
SLIDERS = tuple(k for k, x in LEVERS.items() if x.usual and x.step and not x.is_choice)
NAMES = ("show", "screen", "screens", "levers", "look", "guess")


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether present mode is on, and what the room sees."""

    on: bool = False
    screen: int = 1
    screens: tuple[str, ...] = SCREENS
    levers: tuple[str, ...] = BAR
    look: str = LOOKS[0]
    guess: bool = False  # the answer is covered

    @property
    def now(self) -> str:
        """The name of the present screen."""
        return self.screens[self.screen - 1]


USUAL = Showing()


def write(showing: Showing) -> dict[str, str]:
    """What differs from the usual values, as parameters of an address."""
    query = {
        "show": "present" if showing.on else "",
        "screen": "" if showing.screen == 1 else str(showing.screen),
        "screens": "" if showing.screens == USUAL.screens else ",".join(showing.screens),
        "levers": "" if showing.levers == USUAL.levers else ",".join(showing.levers),
        "look": "" if showing.look == USUAL.look else showing.look,
        "guess": "yes" if showing.guess else "",
    }
    return {name: value for name, value in query.items() if value}


def read(given: Mapping[str, str]) -> tuple[Showing, list[str]]:
    """What could be read, and every parameter that could not, by name and value."""
    problems: list[str] = []

    def one(name: str, allowed: Sequence[str], usual: str) -> str:
        value = given.get(name, usual)
        if name in given and value not in allowed:
            problems.append(
                f"{name} is {value[:60]!r} in the address. Choose {' or '.join(allowed)}, or take it out."
            )
            return usual
        return value

    def some(
        name: str, allowed: Sequence[str], usual: tuple[str, ...], what: str, most: int
    ) -> tuple[str, ...]:
        if name not in given:
            return usual
        listed = given[name].split(",")
        known = tuple(dict.fromkeys(x for x in listed if x in allowed))
        problems.extend(
            f"{name} holds {x[:60]!r} in the address, which is not {what}. Take it out, or choose from the list on the page."
            for x in dict.fromkeys(listed)
            if x not in allowed
        )
        problems.extend(
            f"{name} holds {x!r} {listed.count(x)} times in the address. Keep one of them."
            for x in known
            if listed.count(x) > 1
        )
        if len(known) > most:
            problems.append(
                f"{name} holds {len(known)} in the address; there is room for the first {most}. Take out the rest."
            )
        return known[:most] or usual

    on = one("show", ("present",), "") == "present"
    screens = some("screens", SCREENS, USUAL.screens, "a screen", len(SCREENS))
    levers = some("levers", SLIDERS, USUAL.levers, "a lever with a slider", MOST_LEVERS)
    screen = one("screen", [str(n) for n in range(1, len(screens) + 1)], "1")
    look = one("look", LOOKS, USUAL.look)
    guess = one("guess", ("yes",), "") == "yes"
    return Showing(on, int(screen), screens, levers, look, guess), problems
