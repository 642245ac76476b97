"""Pupils and sections by grade as a plain table, for the command line."""

from __future__ import annotations

from model.grades.cohorts import Row, rows, steps
from model.plan.scenario import Scenario
from model.results.projection import project
from model.units import grade, number, positions
from model.years import OPERATING

OPENS, CLOSES = "+", "-"
TOTALS = (
    ("pupils_in_grades", "Pupils"),
    ("sections", "Sections"),
    ("teachers", "Teachers"),
    ("class_size", "Pupils to a section"),
)


def text(scenario: Scenario) -> str:
    """Each grade's pupils and sections by year, a mark where sections open (+) or close (-), totals, the nearest steps."""
    p = project([scenario])
    table = [["", *(f"Year {year}" for year in OPERATING)]]
    table += [[grade(r.grade), *(_cell(r, i) for i in range(len(OPERATING)))] for r in rows(p, scenario)]
    for line, label in TOTALS:
        shown = positions if line in ("teachers", "class_size") else number
        table.append([label, *(shown(x) for x in p.row(line)[1:])])
    widths = [max(len(row[c]) for row in table) for c in range(len(table[0]))]
    lines = [
        "  ".join(
            x.ljust(w) if c == 0 else x.rjust(w) for c, (x, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]
    said = [f"  {step}" for step in steps(scenario)]
    return "\n".join(
        ["Pupils, and sections after the slash; +1 opens and -1 closes a section.", "", *lines, "", *said]
    )


def _cell(row: Row, i: int) -> str:
    moved = row.opened[i]
    mark = f" {OPENS if moved > 0 else CLOSES}{abs(moved)}" if moved else "   "
    return f"{row.pupils[i]} / {row.sections[i]}{mark}"
