"""A setting's value from what somebody typed. Every way into a plan reads its values here.

What can be read in two ways is not decided in silence. The reading gives a value together with a question
("11.600": $11.60, or $11,600?). The page asks it before anything changes; elsewhere the value is taken and
the question is printed as a remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from model.evidence import Lever, Value
from model.evidence.usual import has_usual_range
from model.plan.as_typed import in_few_digits
from model.plan.scenario import Problem, check, setting_name
from model.plan.typed_numbers import Typed, read_number
from model.texts import by_language, counted, language, quoted, say, speaking
from model.texts.language import ENGLISH
from model.units import amount, is_money, is_share, plain, span, words_behind
from model.years import OPERATING_YEARS

LONGEST = 400  # characters; five numbers of any form fit

_WORDS = {"true": "yes", "on": "yes", "false": "no", "off": "no"}
_SURE = re.compile(r"[;|\t\n]|,\s")  # what separates numbers beyond doubt
_BEHIND = re.compile(r"^(?P<number>.*[\d.,)%])\s*(?P<words>[^\W\d_][^\d]*)$", re.DOTALL)
_NAMED = ("year", "grade")  # units whose numbers are printed as names: "Year 3", "Kindergarten"


class Question(NamedTuple):
    """Two ways to read what was typed: as it was taken, and what else it may mean.

    `taken` is None where the plain reading is impossible. `text` is for those whose value is already taken,
    `asked` for a page that asks before anything is taken.
    """

    taken: Value | None
    other: Value
    text: str
    asked: str


class TypedValue(NamedTuple):
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
        return _wrong(lever, text, say("values.too_long", count=counted(len(typed))))
    if lever.is_choice:
        word = re.sub(r"[\s-]+", "_", typed.lower())
        word = _labels(lever).get(typed.casefold(), word)
        return _checked(lever, _WORDS.get(word, word) if "yes" in lever.choices else word, in_percent)
    numbers = _numbers(lever, typed)
    if numbers is None:
        return _checked(lever, typed, in_percent)
    if any(n.is_percent for n in numbers) and not is_share(lever.unit):
        first = next(n for n in numbers if n.is_percent)
        bare = plain(round(first.value * 100, 10))
        return _wrong(lever, text, say("values.no_percent", given=quoted(typed[:60]), example=bare))
    taken = [_in_unit(lever, n.value, n, in_percent) for n in numbers]
    found = _checked(lever, taken[0] if len(taken) == 1 else taken, in_percent)
    other = _other_reading(lever, numbers, taken, in_percent)
    if found.value is None:
        if _may_be_several(lever, typed, numbers):
            found = _several(lever, text, numbers[0])
        return found if other is None else _only_the_other(lever, found.problems, other)
    if other is not None:
        return TypedValue(found.value, question=_question(lever, typed, found.value, other))
    if not any(n.turned for n in numbers) and not _is_in_words(lever, typed, found.value):
        return found
    return TypedValue(found.value, remarks=(_read_as(lever, typed, found.value),))


def _read_as(lever: Lever, typed: str, value: Value) -> str:
    return say("values.read_as", setting=lever.label, given=typed[:60], value=said_of(lever, value))


def _labels(lever: Lever) -> dict[str, str]:
    """The choices by what people read for them, in English and as it is spoken now."""
    named = zip(lever.english_choices, lever.choices, strict=True)
    spoken = ((lever.choice_label(c), c) for c in lever.choices)
    return {label.casefold(): choice for label, choice in (*named, *spoken)}


def said_of(lever: Lever, value: Value) -> str:
    """A value as people read it: "$11,600", "2.7%", or five of them."""
    if isinstance(value, tuple):
        return ", ".join(_fine(lever, v) for v in value)
    return lever.choice_label(value) if isinstance(value, str) else _fine(lever, value)


def _fine(lever: Lever, x: float) -> str:
    shown = amount(x, lever.unit, long=False)
    return (
        shown
        if not is_share(lever.unit) or abs(x * 1e4 - round(x * 1e4)) < 1e-8
        else f"{in_few_digits(x * 100)}%"
    )


def tells_range(lever: Lever) -> bool:
    """Whether something is to be said of a value of a setting that is outside its usual range."""
    if not has_usual_range(lever) or lever.unit == "grade":
        return False  # a school of two grades is a fact, and nobody mistypes it into another size
    # 400 in a grade are a large school; how many are usual follows from its size.
    return not (lever.panel == "by_grade" and lever.unit == "pupils")


def unusual(lever: Lever, value: Value, *, asks: bool = True) -> str:
    """What to say of a value outside the usual range of its setting; nothing where it is inside.

    `asks`: with the sentence that tells to check it, where nothing else beside it does.
    """
    if lever.usual is None or isinstance(value, str) or not tells_range(lever):
        return ""
    low, high = lever.usual
    outside = [v for v in (value if isinstance(value, tuple) else (value,)) if not low <= v <= high]
    # None at all is a plain answer everywhere: no counselors, no coaches.
    if not outside or all(v == 0 for v in outside):
        return ""
    usual = span(lever.usual, lever.unit)
    text = "values.unusual" if asks else "values.is_unusual"
    return say(text, setting=lever.label, value=_fine(lever, outside[0]), usual=usual)


def _wrong(lever: Lever, text: str, message: str) -> TypedValue:
    said = say("values.of_setting", setting=setting_name(lever), message=message)
    return TypedValue(None, (Problem(lever.key, text, said),))


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
    if lever.unit in _NAMED and (named := _by_name(lever.unit).get(text.strip().casefold())) is not None:
        return Typed(named)
    behind = _BEHIND.match(text.strip())
    if behind and behind["words"].lower().strip() in _own_words(lever):
        return read_number(behind["number"])
    return None


@by_language
def _by_name(unit: str) -> Mapping[str, float]:
    """Numbers by the names that are printed for them, in English and in the language of now."""
    found = {"k": 0.0} if unit == "grade" else {}
    for spoken in (ENGLISH, language()):
        with speaking(spoken):
            found |= {amount(n, unit).casefold(): float(n) for n in range(100)}
    return found


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
    read = {"given": quoted(text.strip()[:60]), "number": in_few_digits(number.value)}
    bounds = span(lever.bounds, lever.unit)
    return _wrong(lever, text, say("values.one_number_or_several", **read, bounds=bounds))


def _only_the_other(lever: Lever, problems: Sequence[Problem], other: Value) -> TypedValue:
    """The plain reading is impossible and the other one usual: it is offered, never taken by itself."""
    remedy = _if_you_mean(lever, other)
    *before, last = problems
    told = (*before, last._replace(message=f"{last.message} {remedy}"))
    asked = say("values.do_you_mean", setting=lever.label, value=said_of(lever, other))
    return TypedValue(None, told, (), Question(None, other, remedy, asked))


def _if_you_mean(lever: Lever, other: Value) -> str:
    return say("values.if_you_mean", value=said_of(lever, other), typed=as_typed(other))


def _question(lever: Lever, typed: str, value: Value, other: Value) -> Question:
    ways = {"other": said_of(lever, other), "plain": said_of(lever, value)}
    asked = say("values.two_ways", setting=lever.label, given=typed[:60], **ways)
    text = f"{_read_as(lever, typed, value)} {_if_you_mean(lever, other)}"
    return Question(value, other, text, asked)


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
