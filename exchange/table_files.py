"""Tables that are handed out: tidy rows for a statistics program, and the page's own table.

`Plans` are plans of the screen or of a file: anything with a preset, a start and a scenario `now` that
carries the name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from exchange.plan_like import PlanLike
from model.explain.trace import find_line
from model.forms import CSV
from model.lines.worksheet import BOOK
from model.ranges.rated_results import rated_results
from model.results.projection import project
from model.results.result_rows import applicable, unrounded
from model.starts.naming import name_now
from model.texts import speaking
from model.texts.language import ENGLISH
from model.years import YEARS

COLUMNS = ("plan", "line", "label", "unit", "year", "value")


Plans: TypeAlias = Sequence[PlanLike]


def tidy_csv(plans: Plans, lines: Iterable[str] | None = None) -> str:
    """One row for each plan, line and year, unrounded, blank where the line does not apply.

    All lines, or the given ones. Year 0 is the start-up year. Plans of one name are distinguished by a
    number. The labels are English, whoever asks for them. Raises `KeyError` for an unknown line.
    """
    chosen = [BOOK.lines[k] for k in (BOOK.lines if lines is None else lines)]
    p = project([plan.now for plan in plans])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for i, name in enumerate(_apart([name_now(plan.start, plan.now) for plan in plans])):
        for line in chosen:
            with speaking(ENGLISH):
                label = line.label
            for year in range(YEARS):
                value = unrounded(applicable(p, line, year, i))
                writer.writerow([_no_formula(name), line.key, label, line.unit, year, value])
    return out.getvalue()


def unknown_lines(keys: Iterable[str]) -> list[str]:
    """Messages for every key that is no line of the book."""
    problems = []
    for key in keys:
        try:
            find_line(key)
        except KeyError as e:
            problems.append(str(e.args[0]))
    return problems


def _no_formula(text: str) -> str:
    """A person's text for a spreadsheet, with an apostrophe before what would be computed."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def _apart(names: Sequence[str]) -> list[str]:
    given: list[str] = []
    for name in names:
        number, free = 2, name
        while free in given:
            free, number = f"{name} ({number})", number + 1
        given.append(free)
    return given


def results(plans: Plans, form: str = CSV) -> str:
    """The page's table as `python -m model run` prints it, byte for byte. `form` is table, csv or json."""
    names = [(name_now(plan.start, plan.now), plan.preset) for plan in plans]
    return rated_results([plan.now for plan in plans], names, [plan.facts for plan in plans], form)
