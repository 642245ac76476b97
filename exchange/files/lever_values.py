"""A value for every lever in a file: read with what is newer or older than the file, and written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from exchange.files import history
from exchange.files.faults import Place, check_names, shown
from exchange.files.fields import UNUSABLE, Schema
from exchange.files.limits import MOST_TEXTS
from model.evidence import DATA_VERSION, GROWING, LEVERS, Lever, Value
from model.evidence.growing import AS_TYPED, GROWS, SINCE
from model.evidence.own_lines import NAMES
from model.plan.each_year import how_to_let_grow, said_as_typed
from model.plan.in_play import idle_under
from model.plan.own_lines import LONGEST_NAME, OF_NUMBER, name_of
from model.plan.scenario import check, setting_name
from model.plan.typed_values import read_value, said_of
from model.texts import either, say
from model.units import unit_name
from model.years import OPERATING_YEARS


class LeverValues:
    """A value for every lever, in the order of the register.

    An own line is written whole, with its name, or not at all. What five numbers mean is written only where
    there are five, or where it is unusual. Where a file does not say it, five numbers are each year's own, as
    everywhere; in older files they are Year 1 dollars that grow.
    """

    def read(self, given: object, at: Place) -> Any:
        at = Place(say("plan_file.side", place=at.words, field=at.field), at.field, at.found)
        if not isinstance(given, dict):
            at.found.reasons.add(say("plan_file.no_values", place=at.words, given=shown(given)))
            return UNUSABLE
        before = len(at.found.reasons)
        dropped = [k for k in given if k in history.DROPPED and k not in LEVERS]
        for key in dropped:
            gone = history.DROPPED[key]
            meaning = say(gone.meaning)
            at.found.remarks.add(say("plan_file.dropped", setting=key, version=gone.since, meaning=meaning))
        marks = [k for k, x in LEVERS.items() if x.of]
        there = {LEVERS[k].own for k in given if k in LEVERS}
        own = [k for k, x in LEVERS.items() if x.own and x.own not in there]
        newer = {
            k: x
            for k, x in LEVERS.items()
            if not (x.of or x.own) and k not in given and x.since > at.found.data_version
        }
        kept = {k: v for k, v in given.items() if k not in dropped}
        needed = [k for k, x in LEVERS.items() if not x.of and k not in newer and k not in own]
        check_names(kept, needed, [*marks, *own, *NAMES], at)
        # What waits for a choice that nobody made is told last.
        for lever in sorted(newer.values(), key=lambda x: x.key in _waiting()):
            _tell_newer(lever, at)
        values = {
            k: x.default if k in newer else _value(x, given[k], at)
            for k, x in LEVERS.items()
            if k in newer or k in given
        }
        values |= {k: _mark(LEVERS[k].of, values, at) for k in marks if k not in given}
        values |= {k: LEVERS[k].default for k in own if k not in given}
        values |= {k: _name(given[k], at) for k in NAMES if k in given}
        return values if len(at.found.reasons) == before else UNUSABLE

    def write(self, value: Mapping[str, Value]) -> object:
        return {k: v for k, v in value.items() if k in NAMES or not _goes_without_saying(LEVERS[k], value)}

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/values"}


def _goes_without_saying(lever: Lever, values: Mapping[str, Value]) -> bool:
    """Whether a file need not state a setting: what numbers most often mean, and an own line of which
    nothing is set.
    """
    if values[lever.key] != lever.default:
        return False
    if lever.own:
        return all(values[k] == LEVERS[k].default for k in OF_NUMBER[lever.own])
    return bool(lever.of) and not isinstance(values[lever.of], tuple)


def _name(given: object, at: Place) -> str:
    """What an own line is called."""
    name, fault = name_of(given)
    if fault:
        at.fault(fault)
    return name


def _mark(lever: str, values: Mapping[str, Value], at: Place) -> Value:
    """What the numbers of a setting mean where the file does not say it."""
    if at.found.data_version < SINCE or not isinstance(values.get(lever), tuple):
        return GROWS
    row = GROWING[lever]
    at.remark(f"{said_as_typed(row)} {how_to_let_grow(row)[1]}")
    return AS_TYPED


@cache
def _waiting() -> frozenset[str]:
    """The settings that act on nothing while every choice stands at its default."""
    return idle_under({k: str(x.default) for k, x in LEVERS.items() if x.is_choice})


def _tell_newer(lever: Lever, at: Place) -> None:
    newer = {"version": lever.since, "default": lever.said(lever.default)}
    at.found.remarks.add(say("plan_file.newer_setting", setting=setting_name(lever), **newer))


def _value(lever: Lever, given: object, at: Place) -> Value:
    if isinstance(given, bool):  # true is neither a number nor "yes"
        at.fault(_truth_value(lever, shown(given)))
        return lever.default
    if isinstance(given, str) and given not in lever.choices:
        return _from_text(lever, given, at)
    if isinstance(given, list) and any(isinstance(x, str) for x in given):
        return _from_texts(lever, given, at)
    value, problems = check(lever, given)
    for problem in problems:
        at.fault(problem.message)
    return value


def _from_text(lever: Lever, given: str, at: Place) -> Value:
    """A text where this tool writes a number or a known word: read as everywhere else, and said."""
    at.found.texts += 1
    if at.found.texts > MOST_TEXTS:
        text = {"setting": setting_name(lever), "given": shown(given)}
        at.fault(say("plan_file.too_many_texts", most=f"{MOST_TEXTS:,}", **text))
        return lever.default
    found = read_value(lever, given)
    for problem in found.problems:
        at.fault(problem.message)
    if found.value is None:
        return lever.default
    if found.question:
        at.remark(found.question.text)
    else:
        text = {"setting": setting_name(lever), "given": shown(given)}
        at.remark(say("plan_file.text_read_as", value=said_of(lever, found.value), **text))
    return found.value


def _from_texts(lever: Lever, given: list[object], at: Place) -> Value:
    """Yearly numbers of which some are texts."""
    read = [_from_text(lever, x, at) if isinstance(x, str) else x for x in given[: OPERATING_YEARS + 1]]
    value, problems = check(lever, read)
    for problem in problems:
        at.fault(problem.message)
    return value


def _truth_value(lever: Lever, given: str) -> str:
    if not lever.is_choice:
        return say("plan_file.truth_for_number", setting=setting_name(lever), given=given)
    choices = either(f'"{c}"' for c in lever.choices)
    return say("plan_file.truth_for_choice", setting=setting_name(lever), given=given, choices=choices)


def definition() -> Schema:
    """The schema of all values. A lever of a later data version is not required of every file."""
    return {
        "type": "object",
        "properties": {k: _lever(x) for k, x in LEVERS.items() if not x.own},
        "patternProperties": {
            **{_of_any_line(x.field): _lever(x, x.field_label) for x in LEVERS.values() if x.own == 1},
            _of_any_line("name"): {
                "description": say("schema.own_name"),
                "type": "string",
                "maxLength": LONGEST_NAME,
            },
        },
        "required": [k for k, x in LEVERS.items() if x.since == 1 and not x.of],
        "additionalProperties": False,
    }


def by_data_version() -> list[Schema]:
    """A file of a later data version holds the levers of that version too."""
    return [_since(version) for version in range(2, DATA_VERSION + 1)]


def _of_any_line(field: str) -> str:
    """The keys of a setting of all own lines, as an expression."""
    return f"^own_(0[1-9]|1[0-9]|20)_{field}$"


def _lever(lever: Lever, label: str = "") -> Schema:
    said = label or lever.label
    said = said if lever.is_choice else f"{said} ({unit_name(lever.unit)})"
    if lever.is_choice:
        return {"description": said, "enum": list(lever.choices)}
    assert lever.bounds is not None
    one: Schema = {
        "type": "integer" if lever.is_whole else "number",
        "minimum": lever.bounds[0],
        "maximum": lever.bounds[1],
    }
    if lever.least_above_zero:  # none, or as many as mean something
        one = {"anyOf": [{"const": 0}, {**one, "minimum": lever.least_above_zero}]}
    if not lever.per_year:
        return {"description": said, **one}
    yearly = {"type": "array", "items": one, "minItems": OPERATING_YEARS, "maxItems": OPERATING_YEARS}
    return {"description": say("schema.one_or_yearly", setting=said), "oneOf": [one, yearly]}


def _since(version: int) -> Schema:
    held = {"required": [k for k, x in LEVERS.items() if x.since == version and not (x.of or x.own)]}
    plan = {"properties": {"start": held, "now": held}}
    return {
        "if": {"properties": {"data_version": {"minimum": version}}},
        "then": {"properties": {"plans": {"items": plan}}},
    }
