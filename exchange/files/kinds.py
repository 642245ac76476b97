"""The kinds of plain values with which file records are declared: texts, dollars, days, numbers, words.

`wrong` is the key of the sentence that refuses a value, with {given} for what stands there; `means` that of
the description in the schema.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from exchange.files.faults import MOST_REASONS, Place, shown
from exchange.files.fields import UNUSABLE, Schema, described
from exchange.files.limits import LARGEST
from exchange.one_line import clean
from model.evidence import LEVERS
from model.plan.scenario import REGISTER_PAGE
from model.texts import quoted, say


@dataclass(frozen=True, slots=True)
class Line:
    """A text of one line. What cannot be shown is repaired, with a remark. Required if `shortest` is 1."""

    longest: int
    shortest: int = 0

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, str):
            at.fault(say("plan_file.not_a_text", field=at.field, given=shown(given)))
            return UNUSABLE
        kept = clean(given, self.longest)
        if kept != given:
            at.remark(say("plan_file.shortened", field=at.field, kept=quoted(kept[:60])))
        if len(kept) < self.shortest:
            at.fault(say("plan_file.says_nothing", field=at.field, given=shown(given)))
            return UNUSABLE
        return kept

    def write(self, value: Any) -> object:
        return clean(value, self.longest)

    def schema(self) -> Schema:
        least = {"minLength": self.shortest} if self.shortest else {}
        return {"type": "string", "maxLength": self.longest, **least}


@dataclass(frozen=True, slots=True)
class Dollars:
    """An amount in dollars."""

    means: str = ""

    def read(self, given: object, at: Place) -> Any:
        number = not isinstance(given, bool) and isinstance(given, int | float)
        if (
            not number
            or not isinstance(given, int | float)
            or not math.isfinite(given)
            or abs(given) > LARGEST
        ):
            at.fault(say("plan_file.not_dollars", field=at.field, given=shown(given)))
            return UNUSABLE
        return float(given)

    def write(self, value: Any) -> object:
        return value

    def schema(self) -> Schema:
        return {"type": "number", **described(self.means)}


class Day:
    """A day of the calendar, such as 2026-11-25."""

    PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def read(self, given: object, at: Place) -> Any:
        try:
            if isinstance(given, str) and re.fullmatch(self.PATTERN, given):
                return date.fromisoformat(given)
        except ValueError:
            pass  # 30 February
        at.fault(say("plan_file.not_a_day", field=at.field, given=shown(given)))
        return UNUSABLE

    def write(self, value: Any) -> object:
        return value.isoformat()

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.PATTERN}$"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, or none where that is allowed. Its range is checked by the record that holds it."""

    low: int
    high: int
    wrong: str
    or_none: bool = False

    def read(self, given: object, at: Place) -> Any:
        if given is None and self.or_none:
            return None
        if not isinstance(given, int) or isinstance(given, bool):
            at.fault(say(self.wrong, given=shown(given), low=self.low, high=self.high))
            return UNUSABLE
        return given

    def write(self, value: Any) -> object:
        return value

    def schema(self) -> Schema:
        kind = ["integer", "null"] if self.or_none else "integer"
        return {"type": kind, "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Word:
    """One of a set of words. Which ones are valid is checked by the record that holds it.

    A word that is no longer used may be left out with a remark. `wrong` refuses anything but a text.
    """

    words: tuple[str, ...]
    wrong: str
    means: str = ""

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, str):
            at.fault(say(self.wrong, field=at.field, given=shown(given), page=REGISTER_PAGE))
            return UNUSABLE
        return given

    def write(self, value: Any) -> object:
        return value

    def schema(self) -> Schema:
        return {**described(self.means), "enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Checked:
    """Any plain value, which the record that holds it checks together with others."""

    means: str

    def read(self, given: object, _at: Place) -> Any:
        return given

    def write(self, value: Any) -> object:
        return value

    def schema(self) -> Schema:
        return described(self.means)


@dataclass(frozen=True, slots=True)
class WordByLever:
    """A word for each of some levers. `check` returns the usable words and what is wrong with the others."""

    words: tuple[str, ...]
    check: Callable[[Mapping[str, object]], tuple[tuple[tuple[str, str], ...], list[str]]]
    wrong: str
    means: str

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, dict):
            at.fault(say(self.wrong, given=shown(given)))
            return UNUSABLE
        unknown = [k for k in given if k not in LEVERS][MOST_REASONS:]
        at.found.reasons.count(len(unknown))
        skipped = frozenset(unknown)
        good, problems = self.check({k: v for k, v in given.items() if k not in skipped})
        for problem in problems:
            at.fault(problem)
        return UNUSABLE if problems or unknown else good

    def write(self, value: Any) -> object:
        return dict(value)

    def schema(self) -> Schema:
        return {
            "type": "object",
            **described(self.means),
            "propertyNames": {"enum": list(LEVERS)},
            "additionalProperties": {"enum": list(self.words)},
        }
