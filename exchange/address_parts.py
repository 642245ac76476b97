"""The parts of an address, each with what is wrong with it and what to do about that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from exchange.one_line import clean
from exchange.own_school import LONGEST_NAME, OwnSchool, of_no_preset
from model.evidence import LEVERS, PRESETS, Value
from model.nearest import nearest
from model.plan import released
from model.plan.released import Origin
from model.plan.scenario import Scenario
from model.plan.taken import Remark, take

NO_PRESET = "none"

WordsByLever: TypeAlias = tuple[tuple[str, str], ...]


def shown(text: str) -> str:
    """A text from an address as a message repeats it."""
    return repr(text[:60]) if len(text) <= 60 else f"{text[:60]!r}…"


def unknown(given: Mapping[str, list[str]], known: tuple[str, ...]) -> Iterator[Callable[[], str]]:
    """For each name that means nothing here how to say so, with its values and the name that was meant."""
    return (partial(_unknown, name, values, known) for name, values in given.items())


def _unknown(name: str, values: list[str], known: tuple[str, ...]) -> str:
    start, key = ("start.", name[6:]) if name.startswith("start.") else ("", name)
    meant = nearest(key[:60], LEVERS if start else known)
    remedy = (
        f"Did you mean {start}{meant[0]}? Write that, or take it out."
        if meant
        else "Take it out, or see docs/levers.md for the names there are."
    )
    held = " and ".join(shown(v) for v in values[:3])
    return f"The address holds {shown(name)} with {held}, which is no setting here. {remedy}"


def doubled(given: Mapping[str, list[str]]) -> Iterator[str]:
    """A message for each name that stands with several values."""
    return (_doubled(name, values) for name, values in given.items())


def _doubled(name: str, values: list[str]) -> str:
    key = name.removeprefix("start.")
    which = f"{LEVERS[key].label} ({name})" if key in LEVERS else name
    held = " and as ".join(shown(v) for v in values[:3])
    more = f" and {len(values) - 3:,} more" if len(values) > 3 else ""
    return (
        f"{which} is given {len(values)} times in the address, as {held}{more}; none of them is used. "
        "Keep the one that you mean and take out the rest."
    )


def changes(
    given: Mapping[str, str], as_made: bool, before: Scenario
) -> tuple[dict[str, Value], list[str], list[Remark]]:
    """The changes to `before`, what is wrong, and what is to be told of them.

    `as_made`: this product wrote all of it. Otherwise five yearly numbers set beside themselves what they set
    everywhere; that is told where it moves something.
    """
    taken = take(given.items(), in_full=as_made)
    idle = {k for k, v in taken.changes.items() if k not in given and before[k] == v}
    remarks = [r for r in taken.remarks if r.lever not in idle]
    return taken.changes, [p.message for p in taken.problems], remarks


def by_lever(
    given: str, check: Callable[[Mapping[str, object]], tuple[WordsByLever, list[str]]], twice: str
) -> tuple[WordsByLever, list[str]]:
    """A word for each of some levers, written as lever.word with commas; `twice` says what a repeat is."""
    parts = [part.partition(".") for part in given.split(",") if part]
    words: dict[str, list[str]] = {}
    for lever, _, word in parts:
        words.setdefault(lever, []).append(word)
    found, problems = check({lever: given[-1] for lever, given in words.items()})
    problems += [
        f"{lever[:60]!r} {twice}, as {' and as '.join(repr(w[:20]) for w in given[:3])}. Keep one of them."
        for lever, given in words.items()
        if len(given) > 1
    ]
    return found, [f"The address: {p}" for p in problems]


def own_school_of(name: str, kind: str | None, grades: str | None) -> tuple[OwnSchool, list[str]]:
    """What an address states about a school."""
    problems = []
    kept = clean(name, LONGEST_NAME)
    if kept != name:
        problems.append(
            f"the name of the school, {shown(name)}, held characters that cannot be shown, or more than "
            f"{LONGEST_NAME}; it was shortened. Give the school another name if that is not enough."
        )
    lowest, top = None, None
    if grades is not None:
        if found := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", grades):
            lowest, top = int(found[1]), int(found[2])
        else:
            problems.append(f"the grades are {grades[:20]!r}; write them as 0-5.")
    return OwnSchool(kept or None, kind, lowest, top), problems


def preset_of(given: str | None, otherwise: str) -> tuple[Origin | None, Scenario, list[str]]:
    """The preset in the named version, its values, and what is wrong with the name."""
    if given is None:
        return released.newest(otherwise), Scenario.preset(otherwise), []
    if given == NO_PRESET:
        return None, of_no_preset(), []
    key, _, version = given.partition(".")
    if key not in PRESETS:
        meant = nearest(key[:60], PRESETS)
        remedy = f"Did you mean {meant[0]}? Write that." if meant else f"Name one, such as {otherwise}.1."
        problem = f"The address starts from {given[:60]!r}, which is not a preset here. {remedy}"
        return released.newest(otherwise), Scenario.preset(otherwise), [problem]
    here = PRESETS[key].version
    plain = version.isascii() and version.isdigit() and len(version) < 4 and version == str(int(version))
    held = Scenario.preset(key) if not version else released.preset(key, int(version)) if plain else None
    if held is None:
        problem = (
            f"The address names version {version[:20]!r} of {key}; this tool holds {here}. "
            f"Write {key}.{here}, or open it where it was made."
        )
        return released.newest(key), Scenario.preset(key), [problem]
    return Origin(key, int(version) if version else here), held, []
