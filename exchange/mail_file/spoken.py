"""The messages that the page chooses among, from the same catalog as everywhere, with their plural forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from string import Formatter

from model.results.short_years import ShortYears
from model.texts import forms, template
from model.years import OPERATING

# What answer.js says, by the key under which Python says it too.
_ANSWER = (
    "rating.balances",
    "rating.caution_savings",
    "rating.caution_savings_start",
    "rating.caution_grants",
    "rating.caution_living",
    "rating.caution_living_and",
    "rating.caution_short",
    "rating.not",
    "rating.not_start",
    "rating.if_filled",
    "answer.headline_evenly",
    "answer.headline_evenly_short",
    "answer.headline_evenly_short_and",
    "answer.headline_evenly_from",
    "answer.headline_evenly_but",
    "answer.headline_always",
    "answer.headline_open",
    "answer.headline_from",
    "answer.headline_but",
    "answer.headline_never",
    "answer.headline_short",
    "answer.headline_short_and",
    "answer.covers_always",
    "answer.covers_until",
    "answer.covers_from",
    "answer.covers_from_until",
    "answer.covers_but",
    "answer.covers_but_until",
    "answer.covers_evenly",
    "answer.covers_evenly_until",
    "answer.covers_evenly_from",
    "answer.covers_evenly_from_until",
    "answer.covers_evenly_but",
    "answer.covers_evenly_but_until",
    "answer.covers_open",
    "answer.short_always",
    "answer.short_from",
    "answer.short_and",
    "answer.short_evenly_always",
    "answer.short_evenly",
    "answer.short_evenly_and",
    "answer.left_over",
    "answer.short_by",
    "answer.short_by_alone",
    "rating.short_as_tested",
    "answer.savings_out_start",
    "answer.savings_out",
    "answer.savings_out_filled_start",
    "answer.savings_out_filled",
    "answer.short_filled",
    "answer.short_filled_and",
    "answer.short_filled_always",
    "answer.short_filled_in",
    "answer.less_filled",
    "answer.savings_last",
    "answer.savings_last_until",
    "units.about_teachers",
    "units.about_teachers_or_beginners",
    "units.less_than_a_tenth",
    "units.year",
    "units.startup",
    "units.grade",
    "units.kindergarten",
    "mail.was",
    "mail.year5_left",
    "mail.year5_short",
)
_TRIED = range(200)  # counts whose forms are looked up; the rules of all languages repeat within a hundred


@dataclass(frozen=True, slots=True)
class Spoken:
    """`texts`: each message with its places for values open; where it has several forms, a list of the number
    of its rule and the forms. A rule says by a digit for each count from 0 to 199 which form it takes.
    """

    texts: dict[str, str | list[str | int]]
    rules: list[str]


def messages(units: Iterable[str]) -> Spoken:
    """All that the page may say. `units` are the keys of the units of its sliders, some of them empty."""
    texts: dict[str, str | list[str | int]] = {}
    rules: dict[str, int] = {}
    for key in (*_ANSWER, *sorted({k for k in units if k})):
        named = {name for form in forms(key) for _, name, *_ in Formatter().parse(form) if name}
        by_count = [template(key, **{**dict.fromkeys(named, ""), "count": n}) for n in _TRIED]
        different = list(dict.fromkeys(by_count))
        if len(different) == 1 and "count" not in named:
            different = [template(key, **dict.fromkeys(named, ""))]
        texts[key] = different[0]
        if len(different) > 1:
            rule = "".join(str(different.index(x)) for x in by_count)
            texts[key] = [rules.setdefault(rule, len(rules)), *different]
    return Spoken(texts, list(rules))


def passing_years() -> dict[str, str]:
    """Every set of short years before Year 5, by its digits, as `ShortYears` names it to a message."""
    sets = (some for n in range(1, len(OPERATING)) for some in combinations(OPERATING[:-1], n))
    return {"".join(map(str, some)): str(ShortYears(some).named["years"]) for some in sets}
