"""What a plan holds of the lines that a school names itself: their names, which are used, what cannot be.

A name is a text of the plan and no setting: it moves no number. It is taken, kept and sent with the settings
of its line, under a key like theirs (`own_03_name`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.evidence import LEVERS, Value
from model.evidence.own_lines import AMOUNT, FIRST, KIND, KINDS, LAST, NAMES, NUMBERS, ONCE, UNUSED, own_key
from model.texts import Names, naming, own_name, quoted, say
from model.units import year_name

LONGEST_NAME = 60  # characters
_SHOWN = 60  # characters of a name as a message repeats it


def used(values: Mapping[str, Value]) -> tuple[int, ...]:
    """The numbers of the lines that are there."""
    return tuple(n for n, kind in KINDS.items() if values[kind] != UNUSED)


def stated(values: Mapping[str, Value]) -> tuple[int, ...]:
    """The numbers of the lines of which anything is stated, be they used or not."""
    return tuple(n for n, keys in OF_NUMBER.items() if any(values[k] != LEVERS[k].default for k in keys))


def free(values: Mapping[str, Value]) -> int:
    """The first number that is not used; 0 where all are."""
    return next((n for n, kind in KINDS.items() if values[kind] == UNUSED), 0)


def named(names: Names, given: Mapping[str, object]) -> Names:
    """The names with those given by their keys; an empty one is taken away."""
    held = dict(names) | {NAMES[k]: str(v) for k, v in given.items()}
    return tuple(sorted((n, name) for n, name in held.items() if name))


def name_of(given: object) -> tuple[str, str]:
    """A name in its proper form, and what is wrong with it in a sentence.

    Spaces of any kind become one. A name may hold any letters and signs that can be seen.
    """
    if not isinstance(given, str):
        return "", say("own_lines.name_no_text", given=quoted(str(given)[:_SHOWN]))
    name = " ".join(given[: 10 * LONGEST_NAME].split())
    if len(name) > LONGEST_NAME:
        size = f"{len(given):,}"
        return "", say("own_lines.name_too_long", given=quoted(name[:20]), size=size, most=LONGEST_NAME)
    if not name.isprintable():
        return "", say("own_lines.name_unseen", given=quoted(name[:_SHOWN]))
    return name, ""


def once(given: Mapping[str, object]) -> dict[str, Value]:
    """The last year of each line that is made one that comes once: its first, so that it comes once."""
    found: dict[str, Value] = {}
    for kind, value in given.items():
        if value in ONCE and kind in _OF_KIND:
            number = _OF_KIND[kind]
            first = given.get(own_key(number, FIRST), 1.0)
            is_year = not isinstance(first, bool) and isinstance(first, int | float) and 0 <= first <= 5
            found[own_key(number, LAST)] = float(first) if is_year else 1.0  # type: ignore[arg-type]
    return found


def name_keys(names: Names) -> dict[str, str]:
    """The names by the keys under which they are kept and sent."""
    return {own_key(n, "name"): name for n, name in names}


def faults(values: Mapping[str, Value], names: Names = ()) -> Iterator[tuple[str, str]]:
    """The settings of used lines that do not fit together, each with a sentence on what to do."""
    with naming(names):
        for number in used(values):
            first, last = (float(str(values[own_key(number, k)])) for k in (FIRST, LAST))
            kind = str(values[own_key(number, KIND)])
            said = {"line": own_name(number), "first": year_name(first), "last": year_name(last)}
            if first > last:
                yield own_key(number, FIRST), say("own_lines.last_before_first", **said)
            if first == 0 and kind not in ONCE:
                kind_said = LEVERS[own_key(number, KIND)].choice_label(kind)
                yield own_key(number, FIRST), say("own_lines.no_start_up", kind=kind_said, **said)


def settings_of(number: int) -> tuple[str, ...]:
    """The keys of all settings of a line, without its name."""
    return tuple(k for k, x in LEVERS.items() if x.own == number)


_OF_KIND = {kind: number for number, kind in KINDS.items()}
OF_NUMBER: Mapping[int, tuple[str, ...]] = {n: settings_of(n) for n in NUMBERS}
# Five amounts state every year; a growth beside them would change them in silence.
AMOUNTS = {own_key(n, AMOUNT): {own_key(n, "growth"): 0.0} for n in NUMBERS}
