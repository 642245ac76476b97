"""A scenario: one school's complete set of lever values, checked and never changed in place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from model.evidence import LEVERS, PRESETS, Lever, Value
from model.evidence.own_lines import NAMES
from model.nearest import did_you_mean
from model.plan import own_lines
from model.plan.as_typed import as_typed, example, in_few_digits, shown
from model.plan.named_presets import find_preset, versions_of
from model.read_only import read_only
from model.refused import Refused
from model.texts import Names, counted, either, quoted, say
from model.years import OPERATING_YEARS

REGISTER_PAGE = "docs/levers.md"  # lists every setting by its key
_PLACES = {key: place for place, key in enumerate(LEVERS)}
_KEY = re.compile(r" \(([a-z0-9_]+)\)")
TOO_LONG_TO_SAY = 1e15  # beyond this a number is not spelled out, and a share may overflow as a per cent
# Five numbers state every year. A window of years beside a cut, or a growth rate beside a path of
# enrollment, would silently change them; so these are set aside unless they are given together with the
# five numbers. A cut that stays would lower years for which the five numbers say less.
SET_ASIDE: Mapping[str, Mapping[str, Value]] = read_only(
    {
        "cut_rate": read_only({"cut_first_year": 1.0, "cut_years": 5.0, "cut_comes_back": "at_once"}),
        "enrollment_year1": read_only({"enrollment_growth": 0.0}),
        "lease": read_only({"lease_growth": 0.0}),
        "rent_per_square_foot": read_only({"lease_growth": 0.0}),
        "fixed_supplies": read_only({"fixed_supplies_growth": 0.0}),
        "insurance": read_only({"insurance_growth": 0.0}),
        "fixed_fee": read_only({"fixed_fee_growth": 0.0}),
        "technology_contracts": read_only({"technology_contracts_growth": 0.0}),
        **{amount: read_only(beside) for amount, beside in own_lines.AMOUNTS.items()},
    }
)


class Problem(NamedTuple):
    """One thing wrong with one value: which lever, what was given, and what to do about it."""

    lever: str
    value: object
    message: str

    def __str__(self) -> str:
        return self.message

    @property
    def on_page(self) -> str:
        """The message without the lever's key, which only those who type keys know."""
        return without_keys(self.message)


def setting_name(lever: Lever) -> str:
    """A setting where keys are typed: "Enrollment, year 1 (enrollment_year1)"."""
    return f"{lever.label} ({lever.key})"


def without_keys(message: str) -> str:
    """A message as a page says it: "Enrollment, year 1 (enrollment_year1): ..." loses its brackets."""
    return _KEY.sub(lambda found: "" if found[1] in LEVERS else found[0], message)


class ScenarioError(Refused):
    """A scenario that is not valid. `problems` lists everything that is wrong, not only the first fault."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(p.message for p in self.problems))


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """Immutable and complete: a value for every lever, each within its bounds.

    Build with `Scenario.of`, `Scenario.preset` or `changed`, which check and raise `ScenarioError` listing
    every problem. A value is a number, five numbers (years 1 to 5), or the name of a choice. Shares are 0 to
    1. `names` are those of own lines, and `own_lines` the numbers of those of which anything is stated.
    """

    values: Mapping[str, Value]
    name: str = ""
    names: Names = ()
    own_lines: tuple[int, ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, Value], name: str = "", names: Names = ()) -> Scenario:
        """A scenario from a complete set of values. Names of own lines may be among them."""
        missing = [
            Problem(k, None, say("values.missing", setting=setting_name(lever), example=example(lever)))
            for k, lever in LEVERS.items()
            if k not in values
        ]
        checked, given = _apart(_checked(values, missing))
        named = own_lines.named(names, given) if given else names
        return cls(read_only(checked), name, named, own_lines.stated(checked))

    @classmethod
    def preset(cls, key: str) -> Scenario:
        """One of the presets in `data/presets`, by its key or by key and version (`us_elementary.1`)."""
        if find_preset(key) is None:
            raise ScenarioError([unknown_preset(key)])
        return _preset(key)

    def changed(self, changes: Mapping[str, Value] | None = None, /, **more: Value) -> Scenario:
        """The same scenario with other values for the given levers."""
        given = {**(changes or {}), **more}
        # Only new values are checked, because the rest already has been. With a hundred levers that matters.
        checked, named = _apart(_checked({**set_aside(given), **given}))
        values = read_only({**self.values, **checked})
        held = own_lines.stated(values) if any(LEVERS[k].own for k in checked) else self.own_lines
        names = own_lines.named(self.names, named) if named else self.names
        return Scenario(values, self.name, names, held)

    def named(self, name: str) -> Scenario:
        return replace(self, name=name)

    def differences(self, other: Scenario) -> dict[str, Value]:
        """The values of this scenario that the other one does not share, in the order of the register."""
        return {k: v for k, v in self.values.items() if v != other.values[k]}

    def __getitem__(self, key: str) -> Value:
        return self.values[key]

    def number(self, key: str, year: int = 1) -> float:
        """The value of a numeric lever in a year 1 to 5. TypeError for a choice."""
        value = self.values[key]
        if isinstance(value, str):
            raise TypeError(f"{key} is a choice, not a number.")
        return value[year - 1] if isinstance(value, tuple) else value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scenario) and (self.values, self.name, self.names) == (
            other.values,
            other.name,
            other.names,
        )

    def __hash__(self) -> int:
        return hash((self.name, self.names, tuple(self.values.values())))


@cache
def _preset(key: str) -> Scenario:
    """Made once, because a page asks often, and checked where it was read. Its name is data."""
    preset = find_preset(key)
    assert preset is not None
    return Scenario(preset.values, preset.english_label, (), own_lines.stated(preset.values))


def _checked(values: Mapping[str, Value], problems: Iterable[Problem] = ()) -> dict[str, Value]:
    """The values in their proper form, in the order of the register.

    Raises `ScenarioError` with everything that is wrong, `problems` between the unknown levers and the wrong
    values.
    """
    found = [
        *(unknown_lever(k, v) for k, v in values.items() if k not in LEVERS and k not in NAMES),
        *problems,
    ]
    checked: dict[str, Value] = {}
    for key in sorted((k for k in values if k in LEVERS), key=_PLACES.__getitem__):
        checked[key], faults = check(LEVERS[key], values[key])
        found += faults
    for key in (k for k in values if k in NAMES):
        checked[key], fault = own_lines.name_of(values[key])
        found += [Problem(key, values[key], fault)] if fault else []
    if found:
        raise ScenarioError(found)
    return checked


def _apart(checked: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Values of settings, and names of own lines."""
    named = {k: v for k, v in checked.items() if k in NAMES}
    return ({k: v for k, v in checked.items() if k not in named} if named else dict(checked)), named


def set_aside(given: Mapping[str, object]) -> dict[str, Value]:
    """What five yearly numbers set aside (`SET_ASIDE`), and the last year of an own line that comes once."""
    found = {
        other: value
        for key, numbers in given.items()
        if isinstance(numbers, tuple | list) and key in SET_ASIDE
        for other, value in SET_ASIDE[key].items()
        if other not in given
    }
    return found | {k: v for k, v in own_lines.once(given).items() if k not in given}


def check(lever: Lever, value: object, *, in_percent: bool = False) -> tuple[Value, list[Problem]]:
    """The value in its proper form and everything that is wrong with it.

    `in_percent`: whoever reads the messages types a share as 7, not as 0.07. The value is a share all the
    same.
    """

    def wrong(message: str) -> tuple[Value, list[Problem]]:
        said = say("values.of_setting", setting=setting_name(lever), message=message)
        return lever.default, [Problem(lever.key, value, said)]

    if lever.is_choice:
        if isinstance(value, bool) and set(lever.choices) == {"yes", "no"}:
            value = "yes" if value else "no"
        if not isinstance(value, str) or value not in lever.choices:
            return wrong(say("values.not_a_choice", given=shown(value), choices=either(lever.choices)))
        return value, []
    if isinstance(value, list | tuple):
        if not lever.per_year:
            return wrong(say("values.one_for_all_years", count=counted(len(value)), given=shown(value)))
        if len(value) != OPERATING_YEARS:
            return wrong(say("values.one_or_five", count=counted(len(value)), given=shown(value)))
        faults = [f for year, v in enumerate(value, 1) for f in _number_faults(lever, v, year, in_percent)]
        if faults:
            return lever.default, [Problem(lever.key, value, f) for f in faults]
        return tuple(float(v) for v in value), []
    faults = _number_faults(lever, value, None, in_percent)
    if faults:
        return lever.default, [Problem(lever.key, value, f) for f in faults]
    assert isinstance(value, int | float)
    return float(value), []


def _number_faults(lever: Lever, value: object, year: int | None, in_percent: bool) -> list[str]:
    """What is wrong with a number, or with that of one of five years: one sentence at most."""
    if not (message := _number_fault(lever, value, in_percent)):
        return []
    setting = setting_name(lever)
    if year is None:
        return [say("values.of_setting", setting=setting, message=message)]
    return [say("values.of_setting_in_year", setting=setting, year=year, message=message)]


def _number_fault(lever: Lever, value: object, in_percent: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return say("values.not_a_number", given=shown(value), example=example(lever, in_percent))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    assert lever.bounds is not None
    low, high = lever.bounds
    if not math.isfinite(number) or not low <= number <= high:
        ends = {"low": as_typed(low, lever, in_percent), "high": as_typed(high, lever, in_percent)}
        if abs(number) < TOO_LONG_TO_SAY:
            given = as_typed(number, lever, in_percent, lambda x: not low <= x <= high)
            return say("values.outside", given=given, **ends)
        return say("values.far_outside", **ends)
    if 0 < number < lever.least_above_zero:
        given, least = (as_typed(x, lever, in_percent) for x in (number, lever.least_above_zero))
        return say("values.too_small", given=given, least=least)
    if lever.is_whole and number != math.floor(number):
        return say("values.not_whole", given=in_few_digits(number, lambda x: x != math.floor(x)))
    return ""


def unknown_lever(key: str, value: object, *, near: bool = True) -> Problem:
    """`near`: look for the one that was meant, which takes a while where there are thousands."""
    see = say("values.see_settings", page=REGISTER_PAGE)
    hint = did_you_mean(key, LEVERS, see) if near else see
    return Problem(key, value, f"{say('values.no_such_setting', name=quoted(key[:60]))} {hint}")


def unknown_preset(key: str) -> Problem:
    """`key` names no preset, or none in that version."""
    known, _, version = key.partition(".")
    if known in PRESETS:
        held = either([f"{known}.{x}" for x in versions_of(known)])
        said = say("values.no_such_version", preset=known, version=quoted(version[:20]), held=held)
        return Problem("preset", key, said)
    said = say("values.no_such_preset", name=quoted(key[:60]))
    choose = say("values.choose_preset", presets=", ".join(PRESETS))
    return Problem("preset", key, " ".join(filter(None, (said, did_you_mean(key, PRESETS), choose))))
