"""`python -m model grades`."""

from __future__ import annotations

import argparse

from commands.plan_options import needs_preset, plan_of
from commands.refusals import CannotUse
from model.grades.cohorts import Row, rows, steps
from model.plan.by_grade import is_by_grade
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.result_rows import in_columns
from model.texts import say
from model.units import grade, number, positions, year_name
from model.years import OPERATING

OPENS, CLOSES = "+", "-"
TOTALS = (
    ("pupils_in_grades", "terminal.students"),
    ("sections", "terminal.classes"),
    ("teachers", "terminal.teachers"),
    ("class_size", "terminal.students_to_a_class"),
)


def run(args: argparse.Namespace) -> int:
    """Print students and sections by grade and year, totals, the nearest steps. Raises `CannotUse`."""
    plan = plan_of(args)
    if not is_by_grade(plan):
        raise CannotUse(say("terminal.not_by_grade"))
    print(f"{plan.name}\n{say('terminal.grades_note')}\n")
    print(*in_columns(_table(plan)), "", sep="\n")
    print(*(f"  {step}" for step in steps(plan)), sep="\n")
    return 0


def _table(plan: Scenario) -> list[list[str]]:
    p = project([plan])
    table = [["", *map(year_name, OPERATING)]]
    table += [[grade(r.grade), *(_cell(r, i) for i in range(len(OPERATING)))] for r in rows(p, plan)]
    for line, label in TOTALS:
        shown = positions if line in ("teachers", "class_size") else number
        table.append([say(label), *(shown(x) for x in p.row(line)[1:])])
    return table


def _cell(row: Row, i: int) -> str:
    """Students and sections, padded where there is no mark, so that the slashes stand below each other."""
    moved = row.opened[i]
    mark = f" {OPENS if moved > 0 else CLOSES}{abs(moved)}" if moved else "   "
    return f"{row.pupils[i]} / {row.sections[i]}{mark}"


options = needs_preset
