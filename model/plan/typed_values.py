"""A setting's value from what somebody typed. Every way into a plan reads its values here.

What can be read in two ways is not decided in silence. The reading gives a value together with a question
("11.600": $11.60, or $11,600?). The page asks it before anything changes; elsewhere the value is taken and
the question is printed as a remark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.evidence import Lever, Value
from model.plan.scenario import Problem, check
from model.plan.typed_numbers import Typed, read_number
from model.units import amount, is_money, is_share, plain, span, words_behind
from model.years import OPERATING_YEARS

LONGEST = 400  # characters; five numbers of any form fit

_WORDS = {"true": "yes", "on": "yes", "false": "no", "off": "no"}
_SURE = re.compile(r"[;|\t\n]|,\s")  # what separates numbers beyond doubt
_BEHIND = re.compile(r"^(?P<number>.*[\d.,)%])\s*(?P<words>[^\W\d_][^\d]*)$", re.DOTALL)
_FRONT = re.compile(r"(?i)^(year|grade)\s+(\d+)$")


@dataclass(frozen=True, slots=True)
class Question:
    """Two ways to read what was typed: as it was taken, and what else it may mean.

    `taken` is None where the plain reading is impossible. `text` is for those whose value is already taken,
    `asked` for a page that asks before anything is taken.
    """

    taken: Value | None
    other: Value
    text: str
    asked: str


@dataclass(frozen=True, slots=True)
class TypedValue:
    """What was read. `value` is None when there are problems; remarks come only with a value."""

    value: Value | None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    question: Question | None = None


def read_value(lever: Lever, text: str, *, in_percent: bool = False) -> TypedValue:
    """The value of a setting: a choice, a number, or five numbers for Years 1 to 5.

    `in_percent` says that a bare number of a share stands for per cent, as in the fields of the page;
    elsewhere a bare 0.07 is 7%. A per cent sign says so by itself everywhere.
    """
    typed = text.strip()
    if len(typed) > LONGEST:
        return _wrong(
            lever, text, f"{len(typed):,} characters are more than any value has. Give a number or a word."
        )
    if lever.is_choice:
        word = re.sub(r"[\s-]+", "_", typed.lower())
        return _checked(lever, _WORDS.get(word, word) if "yes" in lever.choices else word, in_percent)
    numbers = _numbers(lever, typed)
    if numbers is None:
        return _checked(lever, typed, in_percent)
    if any(n.is_percent for n in numbers) and not is_share(lever.unit):
        first = next(n for n in numbers if n.is_percent)
        said = f"{typed[:60]!r} has a per cent sign, but this is no share. "
        return _wrong(
            lever, text, f"{said}Give a number without it, such as {plain(round(first.value * 100, 10))}."
        )
    taken = [_in_unit(lever, n.value, n, in_percent) for n in numbers]
    found = _checked(lever, taken[0] if len(taken) == 1 else taken, in_percent)
    other = _other_reading(lever, numbers, taken, in_percent)
    if found.value is None:
        if _may_be_several(lever, typed, numbers):
            found = _several(lever, text, numbers[0])
        return found if other is None else _only_the_other(lever, found.problems, other)
    remarks = [f"{lever.label}: {typed[:60]} is read as {said_of(lever, found.value)}."]
    plainly_said = not any(n.turned for n in numbers) and not _is_in_words(lever, typed, found.value)
    question = None if other is None else _question(lever, typed, found.value, other)
    return TypedValue(found.value, (), () if plainly_said or question else tuple(remarks), question)


def said_of(lever: Lever, value: Value) -> str:
    """A value as people read it: "$11,600", "2.7%", or five of them."""
    if isinstance(value, tuple):
        return ", ".join(_fine(lever, v) for v in value)
    return value.replace("_", " ") if isinstance(value, str) else _fine(lever, value)


def _fine(lever: Lever, x: float) -> str:
    shown = amount(x, lever.unit, long=False)
    return shown if not is_share(lever.unit) or abs(x * 1e4 - round(x * 1e4)) < 1e-8 else f"{plain(x * 100)}%"


def unusual(lever: Lever, value: Value) -> str:
    """What to say of a value outside the usual range of its setting; nothing where it is inside."""
    if lever.usual is None or isinstance(value, str) or lever.unit == "grade":
        return ""  # a school of two grades is a fact, and nobody mistypes it into another size
    if lever.panel == "by_grade" and lever.unit == "pupils":
        return ""  # 400 in a grade are a large school; how many are usual follows from its size
    low, high = lever.usual
    outside = [v for v in (value if isinstance(value, tuple) else (value,)) if not low <= v <= high]
    # None at all is a plain answer everywhere: no counselors, no coaches.
    if not outside or all(v == 0 for v in outside):
        return ""
    usual = span(lever.usual, lever.unit)
    return f"{lever.label}: {_fine(lever, outside[0])} is outside the usual range ({usual}). Check it."


def _wrong(lever: Lever, text: str, message: str) -> TypedValue:
    return TypedValue(None, (Problem(lever.key, text, f"{lever.label} ({lever.key}): {message}"),))


def _checked(lever: Lever, given: object, in_percent: bool) -> TypedValue:
    value, faults = check(lever, given, in_percent=in_percent)
    return TypedValue(None, tuple(faults)) if faults else TypedValue(value)


# --- from text to numbers ----------------------------------------------------------------------------------


def _numbers(lever: Lever, typed: str) -> list[Typed] | None:
    """The numbers in the text, or None where something in it is no number."""
    if _SURE.search(typed):
        return _each(lever, re.split(r"\s*[;|\t\n]\s*|,\s+", typed.strip(" ;|,")))
    typed = typed.rstrip(" ,")  # a row copied out of a table ends with a comma
    one = _one(lever, typed)
    if one is not None and (not lever.per_year or _could_be(lever, one)):
        return [one]
    for parts in (typed.split(","), typed.split()) if lever.per_year else ():
        if (
            len(parts) > 1
            and (len(parts) == OPERATING_YEARS or one is None)
            and (found := _each(lever, parts))
        ):
            return found
    return None if one is None else [one]


def _each(lever: Lever, parts: Sequence[str]) -> list[Typed] | None:
    found = [_one(lever, p) for p in parts]
    return None if None in found else [n for n in found if n is not None]


def _one(lever: Lever, text: str) -> Typed | None:
    """A number alone, or with the words of its own unit as the product prints them behind it."""
    number = read_number(text)
    if number is not None:
        return number
    if lever.unit == "grade" and text.strip().lower() in ("k", "kindergarten"):
        return Typed(0.0)
    if (front := _FRONT.match(text.strip())) and front[1].lower() == lever.unit:
        return Typed(float(front[2]))
    behind = _BEHIND.match(text.strip())
    if behind and behind["words"].lower().strip() in _own_words(lever):
        return read_number(behind["number"])
    return None


# What is printed, and what was printed before or is said elsewhere.
_ALSO = (("", ""), ("student", "pupil"), ("class", "section"))


def _own_words(lever: Lever) -> frozenset[str]:
    """What may stand behind a number of this setting: "400 students", "15.1 students per position"."""
    behind = words_behind(lever.unit)
    short = {w.partition(" ")[0] for w in behind if not w.startswith(("per ", "a "))}
    return frozenset(w.replace(said, also) for w in behind | short for said, also in _ALSO)


def _is_in_words(lever: Lever, typed: str, value: Value) -> bool:
    """Whether words stood beside the number, or for it, other than those that the product prints for it."""
    if not any(c.isdigit() for c in typed):
        return typed.lower() != said_of(lever, value).lower()
    return any(w in typed.lower() for w in _own_words(lever))


def _could_be(lever: Lever, one: Typed) -> bool:
    """Whether the text is one number rather than several: 100,200,300,400,400 is within no bounds."""
    assert lever.bounds is not None
    return one.value <= max(lever.bounds[1], 1e9)


def _in_unit(lever: Lever, value: float, typed: Typed, in_percent: bool) -> float:
    return round(value / 100, 12) if in_percent and is_share(lever.unit) and not typed.is_percent else value


# --- what can be read in two ways --------------------------------------------------------------------------


def _may_be_several(lever: Lever, typed: str, numbers: Sequence[Typed]) -> bool:
    assert lever.bounds is not None
    alone = len(numbers) == 1 and not numbers[0].turned and numbers[0].value > lever.bounds[1]
    return lever.per_year and alone and "," in typed


def _several(lever: Lever, text: str, number: Typed) -> TypedValue:
    """450,380 is out of bounds as one number; it may have been meant as two."""
    assert lever.bounds is not None
    return _wrong(
        lever,
        text,
        f"{text.strip()[:60]!r} reads as the one number {plain(number.value)}, which is outside what is possible "
        f"({span(lever.bounds, lever.unit)}). Give one number, or five with semicolons between them, one for each year.",
    )


def _only_the_other(lever: Lever, problems: Sequence[Problem], other: Value) -> TypedValue:
    """The plain reading is impossible and the other one usual: it is offered, never taken by itself."""
    remedy = f" If you mean {said_of(lever, other)}, write {as_typed(other)}."
    told = [replace(p, message=p.message + remedy if p is problems[-1] else p.message) for p in problems]
    asked = f"{lever.label}: do you mean {said_of(lever, other)}?"
    return TypedValue(None, tuple(told), (), Question(None, other, remedy.strip(), asked))


def _question(lever: Lever, typed: str, value: Value, other: Value) -> Question:
    one, two = said_of(lever, value), said_of(lever, other)
    return Question(
        value,
        other,
        f"{lever.label}: {typed[:60]} is read as {one}. If you mean {two}, write {as_typed(other)}.",
        f"{lever.label}: {typed[:60]} can be read in two ways. Choose {two} or {one}.",
    )


def _other_reading(
    lever: Lever, numbers: Sequence[Typed], taken: Sequence[float], in_percent: bool
) -> Value | None:
    others = [_other(lever, n, x, in_percent) for n, x in zip(numbers, taken, strict=True)]
    if all(o is None for o in others):
        return None
    meant = [x if o is None else o for x, o in zip(taken, others, strict=True)]
    return meant[0] if len(meant) == 1 else tuple(meant)


def _other(lever: Lever, typed: Typed, taken: float, in_percent: bool) -> float | None:
    """The other reading, where it is as likely or likelier; otherwise None."""
    if typed.other is None or lever.usual is None:
        return None
    other = _in_unit(lever, typed.other, typed, in_percent)
    if check(lever, other)[1]:
        return None
    low, high = lever.usual
    if is_money(lever.unit) and abs(typed.other) > abs(typed.value):
        return other  # nobody writes dollars with three digits behind the point
    if not low <= other <= high:
        return None
    if abs(typed.other) < abs(typed.value):
        # In this country a comma before three digits separates thousands, unless that is absurd.
        return other if abs(taken) > 10 * max(abs(low), abs(high)) else None
    return other  # a point before three digits seldom ends a number


def as_typed(value: Value) -> str:
    """A value as it can be typed anywhere and is read in one way only."""
    if isinstance(value, tuple):
        return "; ".join(plain(v) for v in value)
    return value if isinstance(value, str) else plain(value)
