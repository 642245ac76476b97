"""Every word of the vocabulary as JavaScript, on numbers where a hair decides what comes out."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.book import vocabulary as v
from model.book.book import Book
from model.book.columns import Given, column
from model.book.family import Family
from model.book.script import script
from model.book.terms import Apply, Word, words_in
from model.years import ALL_YEARS, YEARS
from tests.parity import node

HAIRS = (0.0, 1e-9, 0.9e-9, 1.1e-9, -1e-9, -0.9e-9, -1.1e-9, 1e-12, -1e-12, 1e-7, -1e-7)
PLANS = 400


@dataclass(frozen=True)
class Setting:
    """A lever of a book that only this test has."""

    choices: tuple[str, ...] = ()
    per_year: bool = True


SETTINGS = {
    **dict.fromkeys(("x", "z", "small", "near"), Setting()),
    **dict.fromkeys(("life", "rate", "payments"), Setting(per_year=False)),
    "kind": Setting(("one", "other"), per_year=False),
}
# A line for each word, most with the others beside it, by the names that it takes.
EQUATIONS: dict[str, tuple[str, Any]] = {
    "when": ("kind x z", lambda kind, x, z: v.when(kind == "one", x, -z)),
    "both": ("kind x z", lambda kind, x, z: v.when(v.both(kind != "one", x < z), x, z - x)),
    "either": ("kind x z", lambda kind, x, z: v.when(v.either(x >= z, kind == "one"), x / 7, z)),
    "signs": ("x z", lambda x, z: v.when(x > z, x - (z - 3), -(x + z)) * (x - -z) / (2 + v.at_least(x, 0))),
    "compared": ("x z", lambda x, z: v.when(v.both(x <= z, x != z), 1 - (x - z) / 3, (x == z) * 5)),
    "at_least": ("x z", v.at_least),
    "at_most": ("x z t", lambda x, z, t: v.at_most(x * t, z)),
    "not_below_zero": ("small", v.not_below_zero),
    "whole": ("near", v.whole),
    "whole_down": ("near", v.whole_down),
    "whole_up": ("near", v.whole_up),
    "nearest_half": ("near", v.nearest_half),
    "up_to_half": ("near", v.up_to_half),
    "share": ("x small", v.share),
    "to_the_power": ("rate payments", lambda rate, payments: v.to_the_power(1 + rate, 0 - payments)),
    "compounded": ("rate t", v.compounded),
    "before": ("x", lambda x: v.before(x) - v.before(x + 1, 3)),
    "in_year": ("x z", lambda x, z: v.in_year(x - v.before(z), 2) + x),
    "running_total": ("x", v.running_total),
    "lowest_so_far": ("x z", lambda x, z: v.lowest_so_far(x - z)),
    "grown": ("small", v.grown),
    "passed_on": ("small x", v.passed_on),
    "renewed": ("x life", v.renewed),
    "highest_within": ("x life", v.highest_within),
    "bought_when_due": ("x z life", v.bought_when_due),
    "drawn_when_short": ("short rate z1", v.drawn_when_short),
}


def book() -> Book:
    """The words as lines, over all years or, every other, over Years 1 to 5."""
    family = Family("words", "Words")
    family.declare("z1", "Z", "usd", ["z"], lambda z: v.in_year(z, 1), years=ALL_YEARS)
    family.declare("short", "Short", "usd", ["x", "z"], lambda x, z: v.before(x) - z, years=ALL_YEARS)
    for place, (word, (needs, equation)) in enumerate(EQUATIONS.items()):
        years = ALL_YEARS[place % 2 :]
        family.declare(f"line_{word}", word, "usd", needs.split(), equation, years=years)
    return Book([family], SETTINGS)


def drawn() -> list[dict[str, Given]]:
    draw = random.Random(20)

    def five(one: Any) -> tuple[float, ...]:
        return tuple(one() for _ in range(YEARS - 1))

    def near() -> float:
        """A hair off a number that is rounded the other way beside it."""
        return draw.randrange(0, 400) / 4 + draw.choice(HAIRS)

    def amount() -> float:
        return draw.choice((0.0, float(draw.randrange(30)), draw.uniform(0, 30)))

    def small() -> float:
        return draw.choice((draw.choice(HAIRS), draw.uniform(-0.5, 0.5), -0.005, -0.00500001))

    return [
        {
            "x": five(amount),
            "z": five(amount) if draw.random() < 0.7 else amount(),
            "small": five(small),
            "near": five(near),
            "life": float(draw.randrange(1, 8)),
            "rate": draw.uniform(-0.5, 0.5),
            "payments": float(draw.randrange(-50, 51)),
            "kind": draw.choice(SETTINGS["kind"].choices),
        }
        for _ in range(PLANS)
    ]


def test_every_word_is_the_same_to_the_last_bit(tmp_path):
    """All words together on four hundred plans full of hairs."""
    words, plans = book(), drawn()
    used = {w.name for term in words.terms.values() for w in words_in(term)}
    assert used >= {w.name for w in vars(v).values() if isinstance(w, Word)}
    lines = list(words.lines)
    found = words.evaluate({k: column([p[k] for p in plans]) for k in SETTINGS})
    expected = np.stack([np.broadcast_to(found[k], (PLANS, YEARS)).astype(float) for k in lines], axis=1)
    for short in (False, True):
        job = script(words, SETTINGS, short=short), [{}], [(0, p) for p in plans], lines
        by_node = node.computed({"words": job}, tmp_path)["words"]
        same = (by_node + 0.0).view(np.int64) == (expected + 0.0).view(np.int64)
        assert [lines[i] for i in np.flatnonzero(~same.all(axis=(0, 2)))] == []


def test_what_is_known_of_a_plan_changes_no_word(tmp_path):
    """With every setting free in turn the rest is worked out beforehand, and comes to the same."""
    words, plans = book(), drawn()
    lines = list(words.lines)
    jobs: dict[str, node.Job] = {}
    expected = {}
    for free in SETTINGS:
        for i in range(3):
            moved = [{**plans[i], free: plan[free]} for plan in plans[:40]]
            job = script(words, SETTINGS, plan=plans[i], free=[free]), [{}], [(0, p) for p in moved], lines
            jobs[f"{free}_{i}"] = job
            found = words.evaluate({k: column([p[k] for p in moved]) for k in SETTINGS})
            expected[f"{free}_{i}"] = [np.broadcast_to(found[k], (40, YEARS)).astype(float) for k in lines]
    for name, by_node in node.computed(jobs, tmp_path).items():
        same = (by_node + 0.0).view(np.int64) == (np.stack(expected[name], axis=1) + 0.0).view(np.int64)
        assert [lines[i] for i in np.flatnonzero(~same.all(axis=(0, 2)))] == [], name


def test_a_word_that_goes_along_the_years_is_a_row_at_once():
    """Not worked out anew for each of the years."""
    text = script(book(), SETTINGS, ["line_running_total"])
    assert "line_running_total:()=>runningTotal(t=>x[t])," in text
    assert isinstance(book().terms["line_running_total"], Apply)
