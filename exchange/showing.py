"""How a plan is shown, in the address beside the plan: the language, and the settings of present mode.

    ?from=us_elementary.1&show=present&screen=2&levers=enrollment_year1,teacher_leaders&screens=answer,result
    ?from=us_elementary.1&lang=es

`show=present` opens present mode; `screen` counts from 1 in the order of `screens`; `levers` are those of the
lever bar; `look` is projector, light or dark; `guess=yes` keeps the answer covered. `lang` is the language of
the page. Usual values are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.evidence import LEVERS
from model.texts import LANGUAGES, counted, either, quoted, say
from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH

SCREENS = ("answer", "sustainability", "result", "balance", "composition", "per_pupil")
LOOKS = ("projector", "light", "dark")
BAR = ("enrollment_year1", "pupils_per_teacher", "teacher_leaders")  # unless others are chosen
MOST_LEVERS = 4  # a bar of five is too small to read from the back row
SLIDERS = tuple(k for k, x in LEVERS.items() if x.usual and x.step and not (x.is_choice or x.own))
LANGUAGE = "lang"
NAMES = ("show", "screen", "screens", "levers", "look", "guess", LANGUAGE)
_OFFERED = tuple(x for x in LANGUAGES if x not in (PSEUDO, KEYS))  # the others are for tests


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether present mode is on, what the room sees, and in which language."""

    on: bool = False
    screen: int = 1
    screens: tuple[str, ...] = SCREENS
    levers: tuple[str, ...] = BAR
    look: str = LOOKS[0]
    guess: bool = False  # the answer is covered
    language: str = ENGLISH

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
        LANGUAGE: "" if showing.language == ENGLISH else showing.language,
    }
    return {name: value for name, value in query.items() if value}


def read(given: Mapping[str, str]) -> tuple[Showing, list[str]]:
    """What could be read, and every parameter that could not, by name and value."""
    problems: list[str] = []

    def one(name: str, allowed: Sequence[str], usual: str, offered: Sequence[str] = ()) -> str:
        value = given.get(name, usual)
        if name in given and value not in allowed:
            choices = either(offered or allowed)
            problems.append(say("link.choose", name=name, given=quoted(value[:60]), choices=choices))
            return usual
        return value

    def some(
        name: str, allowed: Sequence[str], usual: tuple[str, ...], wrong: str, most: int
    ) -> tuple[str, ...]:
        if name not in given:
            return usual
        listed = given[name].split(",")
        known = tuple(dict.fromkeys(x for x in listed if x in allowed))
        problems.extend(
            say(wrong, name=name, given=quoted(x[:60])) for x in dict.fromkeys(listed) if x not in allowed
        )
        problems.extend(
            say("link.twice_in_list", name=name, given=quoted(x), count=counted(listed.count(x)))
            for x in known
            if listed.count(x) > 1
        )
        if len(known) > most:
            problems.append(say("link.too_many_in_list", name=name, count=len(known), most=most))
        return known[:most] or usual

    on = one("show", ("present",), "") == "present"
    screens = some("screens", SCREENS, USUAL.screens, "link.not_a_screen", len(SCREENS))
    levers = some("levers", SLIDERS, USUAL.levers, "link.no_slider", MOST_LEVERS)
    screen = one("screen", [str(n) for n in range(1, len(screens) + 1)], "1")
    look = one("look", LOOKS, USUAL.look)
    guess = one("guess", ("yes",), "") == "yes"
    language = one(LANGUAGE, LANGUAGES, ENGLISH, _OFFERED)
    return Showing(on, int(screen), screens, levers, look, guess, language), problems
