"""The texts beside two curves: their names with the last amounts, those of other plans, and the gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.texts import say
from views.charts.rows import SAME, Array, Flags


class Words(NamedTuple):
    """Texts beside the curves, each of shape (scenario, label): long, short, and the color."""

    text: NDArray[Any]
    short: NDArray[Any]
    key: NDArray[Any]

    @classmethod
    def blank(cls, scenarios: int, keys: Sequence[str]) -> Words:
        """Labels without a word, in these colors."""
        text, short, key = np.full((3, scenarios, len(keys)), "", dtype=object)
        key[:] = keys
        return cls(text, short, key)

    def then(self, other: Words) -> Words:
        """These labels, then the other ones."""
        return Words(*(np.concatenate(pair, axis=1) for pair in zip(self, other, strict=True)))


# Names of public funding and yearly cost of another plan. On a phone one name is used for both.
_START = ("charts.start_funding", "charts.start_cost", "charts.start_short")
_ASSUMED = ("charts.assumed_funding", "charts.assumed_cost", "charts.assumed_short")
# Beside a line, on a phone, and at its end.
_WITH = (
    ("charts.with_grants", "charts.with_grants_short", "charts.with_grants_amount"),
    ("charts.with_once", "charts.with_once_short", "charts.with_once_amount"),
)
_Short = Callable[..., str]  # how dollars are written


def named(shown: Flags, last: Array, short: _Short) -> Words:
    """The words of: revenue, cost, [the start's two, those without decisions,] the gap.

    `shown` says which of these are there, shape (scenario, 3) or (scenario, 7); `last` is revenue and cost of
    the last year, shape (scenario, 2).
    """
    ghosts = shown.shape[1] - 3
    words = Words.blank(len(last), ("revenue", "cost", *["ghost"] * ghosts, "note"))
    two = shown[:, 1]
    revenue, cost = last.T.tolist()
    funding = ["charts.funding_amount" if apart else "charts.both_amount" for apart in two.tolist()]
    words.text[:, 0] = [say(key, amount=short(usd)) for key, usd in zip(funding, revenue, strict=True)]
    words.text[two, 1] = [say("charts.cost_amount", amount=short(usd)) for usd in last[two, 1].tolist()]
    gaps = [_gap(come - go, short) for come, go in zip(revenue, cost, strict=True)]
    words.text[:, -1], words.short[:, -1], words.key[:, -1] = zip(*gaps, strict=True)
    words.short[two, 0], words.short[~two, 0] = say("charts.funding_short"), say("charts.both_short")
    words.key[~two, 0] = "note"
    words.short[two, 1] = say("charts.cost_short")
    for first, names in ((2, _START), (4, _ASSUMED)) if ghosts else ():
        _name_pair(words, first, shown[:, first : first + 2], names)
    return words


def _gap(gap: float, short: _Short) -> tuple[str, str, str]:
    if abs(gap) < SAME:
        return say("charts.even"), say("charts.even_short"), "note"
    if gap > 0:
        return say("charts.left_over", amount=short(gap)), short(gap, plus=True), "revenue"
    return say("charts.short", amount=short(-gap)), short(gap, plus=True), "cost"


def _name_pair(words: Words, first: int, shown: Flags, names: tuple[str, str, str]) -> None:
    revenue, cost = shown.T
    brief = say(names[2])
    words.text[revenue, first], words.short[revenue, first] = say(names[0]), brief
    words.text[cost, first + 1], words.short[cost & ~revenue, first + 1] = say(names[1]), brief


def named_apart(noted: Flags, shown: Flags, last: Array, short: _Short) -> Words:
    """The same for grants and one-time cost: beside the lines, then at their ends.

    All of shape (scenario, 2): which are there, and what they come to in the last year.
    """
    words = Words.blank(len(last), ("with_grants", "total") * 2)
    for i, (name, brief, amount) in enumerate(_WITH):
        words.text[noted[:, i], i] = say(name)
        words.text[shown[:, i], 2 + i] = [
            say(amount, amount=short(usd)) for usd in last[shown[:, i], i].tolist()
        ]
        words.short[noted[:, i], i] = words.short[shown[:, i], 2 + i] = say(brief)
    return words
