"""The parts of an address, each with what is wrong with it and what to do about that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias
from urllib.parse import quote

from exchange.one_line import clean
from exchange.own_school import LONGEST_NAME, OwnSchool, of_no_preset
from model.evidence import GROWING, LEVERS, PRESETS, Value
from model.evidence.growing import GROWS
from model.evidence.own_lines import NAMES
from model.nearest import nearest
from model.plan import released
from model.plan.each_year import marks_beside
from model.plan.named_presets import find_preset
from model.plan.released import Origin
from model.plan.scenario import Scenario, set_aside
from model.plan.taken import Remark, take
from model.texts import counted, listed, quoted, say

NO_PRESET = "none"

WordsByLever: TypeAlias = tuple[tuple[str, str], ...]


def shown(text: str) -> str:
    """A text from an address as a message repeats it."""
    return quoted(text[:60]) if len(text) <= 60 else f"{quoted(text[:60])}…"


def unknown(given: Mapping[str, list[str]], known: tuple[str, ...]) -> Iterator[Callable[[], str]]:
    """For each name that means nothing here how to say so, with its values and the name that was meant."""
    return (partial(_unknown, name, values, known) for name, values in given.items())


def _unknown(name: str, values: list[str], known: tuple[str, ...]) -> str:
    start, key = ("start.", name[6:]) if name.startswith("start.") else ("", name)
    meant = nearest(key[:60], LEVERS if start else known)
    remedy = say("link.meant", name=quoted(name_of_setting(f"{start}{meant[0]}"))) if meant else _ask()
    return f"{say('link.unknown', name=shown(name), values=_first(values))} {remedy}"


def _ask() -> str:
    """What whoever opened a link can do: it was made by somebody else, who knows what it should hold."""
    return say("link.ask_for_another")


def _first(values: Sequence[str]) -> str:
    """Three of the values of a name, and how many more there are."""
    more = [say("link.more_values", count=counted(len(values) - 3))] if len(values) > 3 else []
    return listed([*map(shown, values[:3]), *more])


def is_setting(name: str) -> bool:
    """Whether a name is that of a setting, or of what an own line is called."""
    return name in LEVERS or name in NAMES


def name_of_setting(name: str) -> str:
    """What people call a name of an address."""
    key = name.removeprefix("start.")
    if key not in LEVERS:
        return name
    return LEVERS[key].label if key == name else say("link.at_start", setting=LEVERS[key].label)


def doubled(given: Mapping[str, list[str]]) -> Iterator[str]:
    """A message for each name that stands with several values."""
    return (_doubled(name, values) for name, values in given.items())


def _doubled(name: str, values: list[str]) -> str:
    which = f"{name_of_setting(name)} ({name})" if name.removeprefix("start.") in LEVERS else name
    return say("link.doubled", name=which, count=counted(len(values)), values=_first(values))


def differing(scenario: Scenario, before: Scenario) -> dict[str, Value]:
    """What differs, names of own lines among it, and what five yearly numbers would otherwise set to another
    value than it has.
    """
    found = scenario.differences(before)
    beside = {k: scenario[k] for k, implied in set_aside(found).items() if scenario[k] != implied}
    beside |= {k: scenario[k] for k, v in marks_beside(found).items() if scenario[k] != v}
    named, was = dict(scenario.names), dict(before.names)
    names: dict[str, Value] = {
        k: named.get(n, "") for k, n in NAMES.items() if named.get(n, "") != was.get(n, "")
    }
    return {k: scenario[k] for k in LEVERS if k in found or k in beside} | names


def changes(
    given: Mapping[str, str], as_made: bool, before: Scenario, is_older: bool = False
) -> tuple[dict[str, Value], list[str], list[Remark]]:
    """The changes to `before`, what is wrong, and what is to be told of them.

    `as_made`: this product wrote all of it. Otherwise five yearly numbers set beside themselves what they set
    everywhere; that is told where it moves something. In an older link they are Year 1 dollars that grow.
    """
    marks = {x.mark: GROWS for k, x in GROWING.items() if is_older and k in given}
    taken = take({**marks, **given}.items(), in_full=as_made)
    idle = {k for k, v in taken.changes.items() if k not in given and before[k] == v}
    remarks = [r for r in taken.remarks if r.lever not in idle]
    return taken.changes, [p.message for p in taken.problems], remarks


def by_lever(
    given: str, check: Callable[[Mapping[str, object]], tuple[WordsByLever, list[str]]], twice: str
) -> tuple[WordsByLever, list[str]]:
    """A word for each of some levers, written as lever.word with commas. `twice`: the key of the text that
    says what a repeat is.
    """
    parts = [part.partition(".") for part in given.split(",") if part]
    words: dict[str, list[str]] = {}
    for lever, _, word in parts:
        words.setdefault(lever, []).append(word)
    found, problems = check({lever: given[-1] for lever, given in words.items()})
    problems += [
        say(twice, name=quoted(lever[:60]), words=listed(quoted(w[:20]) for w in given[:3]))
        for lever, given in words.items()
        if len(given) > 1
    ]
    return found, [say("link.in_address", message=p) for p in problems]


def own_school_of(name: str, kind: str | None, grades: str | None) -> tuple[OwnSchool, list[str]]:
    """What an address states about a school."""
    problems = []
    kept = clean(name, LONGEST_NAME)
    if kept != name:
        problems.append(say("link.name_shortened", name=shown(name), most=LONGEST_NAME))
    lowest, top = None, None
    if grades is not None:
        if found := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", grades):
            lowest, top = int(found[1]), int(found[2])
        else:
            problems.append(say("link.grades", given=quoted(grades[:20])))
    return OwnSchool(kept or None, kind, lowest, top), problems


def preset_of(given: str | None, otherwise: str) -> tuple[Origin | None, Scenario, list[str]]:
    """The preset in the named version, its values, and what is wrong with the name."""
    if given is None:
        return released.named(otherwise), Scenario.preset(otherwise), []
    if given == NO_PRESET:
        return None, of_no_preset(), []
    key, _, version = given.partition(".")
    if key not in PRESETS:
        meant = nearest(key[:60], PRESETS)
        remedy = say("link.meant", name=quoted(PRESETS[meant[0]].label)) if meant else _ask()
        problem = f"{say('link.no_preset', given=quoted(given[:60]))} {remedy}"
        return released.named(otherwise), Scenario.preset(otherwise), [problem]
    held = find_preset(f"{key}.{version}" if version else key)
    if held is None:
        here = PRESETS[key].version
        problem = say(
            "link.other_version", version=quoted(version[:20]), preset=PRESETS[key].label, here=here
        )
        return released.newest(key), Scenario.preset(key), [problem]
    return Origin(key, held.version), Scenario.preset(held.name), []


def piece(value: str) -> str:
    """A value, or what an own line is called, so that nothing in it ends a piece."""
    return quote(value, safe=" ,;").replace("~", "%7E")


def pairs_of_words(said: Sequence[tuple[str, str]]) -> str:
    return ",".join(f"{lever}.{word}" for lever, word in said)
