"""The plans of a workbook, with their results and the places of their sheets."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass

from exchange.files import Filed
from exchange.heading import heading
from exchange.one_line import clean
from exchange.plan_like import PlanLike
from exchange.workbook.layout import Layout
from model.evidence import LEVERS
from model.plan.named_presets import find_preset
from model.plan.notebook import EMPTY, Notebook
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import Projection, project
from model.results.rating import Chance, Untested
from model.texts import say

MOST_PLANS = 4
LONGEST_NAME = 80  # characters; a longer one runs off the footer and the column heads


@dataclass(frozen=True, slots=True)
class Sheets:
    """One plan of the workbook: its name, its results, and where its cells are."""

    letter: str  # "" when it is the only one
    name: str
    preset: str
    start: Scenario
    now: Scenario
    layout: Layout
    projection: Projection
    number: int  # which scenario of the projection
    chance: Chance | Untested = Untested.OFF  # in which share of its possible futures the plan holds up
    notebook: Notebook = EMPTY  # notes and decisions, where the plan came with them
    school: str = ""  # where the name does not say it
    students: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return say("workbook.plan_named", letter=self.letter, name=self.name) if self.letter else self.name

    def value(self, line: str, year: int) -> float:
        """What the app computes for a cell: written beside the formula, for viewers that do not calculate."""
        return self.projection.cell(line, year, self.number)

    def lever(self, key: str, year: int) -> float | str:
        """What the cell of a setting holds: a number, or a choice as people read it."""
        value = self.now[key]
        if isinstance(value, str):
            return LEVERS[key].choice_label(value)
        return value[max(year, 1) - 1] if isinstance(value, tuple) else value


def sheets_of(plans: Sequence[PlanLike]) -> list[Sheets]:
    """The plans with their results. ValueError for none, or for more than four."""
    if not 1 <= len(plans) <= MOST_PLANS:
        raise ValueError(say("workbook.too_many_plans", most=MOST_PLANS, given=len(plans)))
    p = project([plan.now for plan in plans])
    own = sorted({n for plan in plans for x in (plan.start, plan.now) for n in x.own_lines})
    letters = string.ascii_uppercase if len(plans) > 1 else [""]
    return [
        Sheets(
            letter=letter,
            name=cell_text(head.name, LONGEST_NAME) or say("workbook.no_name"),
            preset=preset.label
            if (preset := find_preset(plan.preset))
            else cell_text(plan.preset, LONGEST_NAME) or say("workbook.no_preset"),
            start=plan.start,
            now=plan.now,
            layout=Layout.of(letter, tuple(own)),
            projection=p,
            number=i,
            chance=ranges(plan.now, place=whose(PLACE, plan.now, plan.facts)).chance,
            notebook=plan.notebook if isinstance(plan, Filed) else EMPTY,
            school=cell_text(head.school, LONGEST_NAME),
            students=head.students,
            reason=cell_text(head.reason),
        )
        for i, (plan, letter) in enumerate(zip(plans, letters, strict=False))
        for head in [heading(plan)]
    ]


def cell_text(text: str, longest: int = 1_000) -> str:
    """A person's text as one line that a sheet shows unchanged."""
    line = clean(text, longest)
    # The writer takes a text in <r>...</r> for ready-made XML.
    return f"\N{ZERO WIDTH SPACE}{clean(text, longest - 1)}" if line.startswith("<r>") else line
