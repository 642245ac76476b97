"""Tables and text that are handed out: tidy rows for a statistics program, the page's own table, Python code.

`Plans` are plans of the screen or of a file: anything with a preset, a start and a scenario `now` that
carries the name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from exchange.plan_like import PlanLike
from exchange.stamp import HERE
from model.evidence import Value
from model.explain.trace import find_line
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.ranges.rated_results import rated_results
from model.results.projection import project
from model.results.result_rows import applicable, unrounded
from model.years import YEARS

COLUMNS = ("plan", "line", "label", "unit", "year", "value")


Plans: TypeAlias = Sequence[PlanLike]


def tidy_csv(plans: Plans, lines: Iterable[str] | None = None) -> str:
    """One row for each plan, line and year, unrounded, blank where the line does not apply.

    All lines, or the given ones. Year 0 is the start-up year. Plans of one name are distinguished by a
    number. Raises `KeyError` for an unknown line.
    """
    chosen = [BOOK.lines[k] for k in (BOOK.lines if lines is None else lines)]
    p = project([plan.now for plan in plans])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for i, name in enumerate(_apart([plan.now.name for plan in plans])):
        for line in chosen:
            for year in range(YEARS):
                value = unrounded(applicable(p, line, year, i))
                writer.writerow([_no_formula(name), line.key, line.label, line.unit, year, value])
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


def results(plans: Plans, form: str = "csv") -> str:
    """The page's table as `python -m model run` prints it, byte for byte. `form` is table, csv or json."""
    return rated_results([plan.now for plan in plans], [(plan.now.name, plan.preset) for plan in plans], form)


def as_python(plan: PlanLike) -> str:
    """A few lines of Python that give the page's results. Run them in the folder of the project."""
    base = Scenario.preset(plan.preset).values if plan.preset else {}
    changed = {k: v for k, v in plan.now.values.items() if v != base.get(k)}
    body = "".join(f"    {key!r}: {_literal(value)},\n" for key, value in changed.items())
    changes = f"changes = {{\n{body}}}" if changed else "changes = {}"
    values = "{**preset.values, **changes}" if plan.preset else "changes"
    return (
        f"# A plan of the School Sustainability Explorer, model and data {HERE}.\n"
        "from model.projection import RESULTS, project\n"
        "from model.scenario import Scenario\n"
        "from model.tables import for_people\n"
        "\n" + (f"preset = Scenario.preset({plan.preset!r})\n" if plan.preset else "") + f"{changes}\n"
        f"plan = Scenario.of({values}, {plan.now.name!a})\n"
        "results = project([plan])\n"
        "print(for_people(results, RESULTS.values()))\n"
    )


def _literal(value: Value) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_literal(v) for v in value)})"
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return repr(int(value))
    return repr(value)
