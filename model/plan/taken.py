"""What a plan takes from outside: many settings at once, with everything that there is to say about them.

Command line, list of scenarios, link and story come through here, so that a text means the same and is
refused in the same words whichever way it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.evidence import GROWING, LEVERS, Growing, Value
from model.evidence.growing import GROWS
from model.evidence.own_lines import LAST, NAMES
from model.lines.worksheet import FROM_YEAR_2
from model.plan.each_year import how_to_let_grow, marks_beside, said_as_typed
from model.plan.own_lines import name_of
from model.plan.scenario import Problem, ScenarioError, set_aside, setting_name, unknown_lever
from model.plan.typed_values import as_typed, read_value, said_of
from model.sentences import MOST
from model.texts import listed, say

NOTHING: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a setting.

    `offers` are the changes that would answer it, and `press` says them on a button. `remedy` says them
    where nothing can be pressed, unless the text has said it.
    """

    lever: str
    text: str  # may name keys in brackets: see `scenario.without_keys`
    offers: Mapping[str, Value] = field(default_factory=dict)
    press: str = ""
    remedy: str = ""
    is_idle: bool = False  # the setting moves nothing
    is_implied: bool = False  # another setting has set it

    @property
    def in_print(self) -> str:
        """The remark as a program prints it."""
        return f"{self.text} {self.remedy}" if self.remedy else self.text


def press_for(changes: Mapping[str, Value]) -> str:
    """The button that makes these changes, with the labels of settings."""
    moves = (
        say("values.setting_to", setting=LEVERS[k].label, value=said_of(LEVERS[k], v))
        for k, v in changes.items()
    )
    return say("values.press_set", moves=listed(moves))


def typed_for(changes: Mapping[str, Value]) -> str:
    """The same where nothing can be pressed, with the keys that are typed."""
    moves = (say("values.key_to", key=k, value=as_typed(v)) for k, v in changes.items())
    return say("values.type_set", moves=listed(moves))


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read: the changes with those they imply, what is wrong, and what is to be told."""

    changes: dict[str, Value]
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]

    def or_refuse(self) -> Taken:
        """Raises `ScenarioError` with everything that is wrong."""
        if self.problems:
            raise ScenarioError(self.problems)
        return self


def take(given: Iterable[tuple[str, str]], *, in_full: bool = False) -> Taken:
    """The changes from settings and what was typed for them; an unknown setting is among the problems.

    `in_full`: this product wrote all of it, so every number is meant as it stands and nothing is implied.
    """
    changes: dict[str, Value] = {}
    problems: list[Problem] = []
    remarks: list[Remark] = []
    for key, text in given:
        if key in NAMES:
            name, fault = name_of(text)
            changes[key] = name
            problems += [Problem(key, text, fault)] if fault else []
            continue
        if key not in LEVERS:
            problems.append(unknown_lever(key, text, near=len(problems) < MOST))
            continue
        found = read_value(LEVERS[key], text)
        problems += found.problems
        if found.value is None:
            continue
        changes[key] = found.value
        if in_full:
            continue
        remarks += [Remark(key, said) for said in found.remarks]
        if found.question:
            other = found.question.other
            press = say("values.make_it", value=said_of(LEVERS[key], other))
            remarks.append(Remark(key, found.question.text, {key: other}, press))
    if in_full:
        return Taken(changes, tuple(problems), ())
    marks = marks_beside(changes)
    remarks += implied_remarks(changes)
    remarks += [_as_typed(row) for row in GROWING.values() if row.mark in marks]
    return Taken({**marks, **set_aside(changes), **changes}, tuple(problems), tuple(remarks))


def implied_remarks(changes: Mapping[str, Value]) -> list[Remark]:
    """What five yearly numbers set beside themselves, and which of them is not used.

    That a choice stays at its default is not said.
    """
    found = [
        Remark(
            key,
            say(_why_implied(key), setting=setting_name(LEVERS[key]), value=as_typed(value)),
            is_implied=True,
        )
        for key, value in set_aside(changes).items()
        if not (LEVERS[key].is_choice and value == LEVERS[key].default)
    ]
    found += [
        Remark(key, say(FROM_YEAR_2[key], setting=setting_name(LEVERS[key])))
        for key, value in changes.items()
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0
    ]
    return found


def news(remarks: Iterable[Remark], start: Mapping[str, Value], now: Mapping[str, Value]) -> list[Remark]:
    """The remarks without those that a setting of an own line is set to what it was: growth of a new line is
    0 already.
    """
    return [
        r for r in remarks if not (r.is_implied and LEVERS[r.lever].own and start[r.lever] == now[r.lever])
    ]


def _why_implied(key: str) -> str:
    is_once = LEVERS[key].own and LEVERS[key].field == LAST
    return "own_lines.implied_once" if is_once else "values.implied"


def _as_typed(row: Growing) -> Remark:
    """That five numbers are taken as each year's own, and the change that lets them grow."""
    press, typed = how_to_let_grow(row)
    return Remark(row.mark, said_as_typed(row), {row.mark: GROWS}, press, typed)
