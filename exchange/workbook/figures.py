"""The figures of the cover: each a formula over the calculation sheets, and its value now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exchange.workbook.layout import years
from exchange.workbook.plans import Sheets
from exchange.workbook.rating_cells import paper_formula, paper_now, tested_formula, tested_now
from exchange.workbook.style import form_of
from model.book.vocabulary import HALF_A_CENT
from model.lines.worksheet import BOOK
from model.texts import say
from model.units import number


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the cover. `label_key` is the key of its name among the texts."""

    label_key: str
    formula: Callable[[Sheets], str]
    value: Callable[[Sheets], float | str]
    form: str = ""
    is_verdict: bool = False
    is_text: bool = False

    @property
    def label(self) -> str:
        return say(self.label_key)


def _line(label_key: str, key: str, year: int) -> Figure:
    return Figure(
        label_key,
        lambda plan: plan.layout.line_cell(key, year),
        lambda plan: plan.value(key, year),
        form_of(BOOK.lines[key].unit),
    )


def _sentence(plan: Sheets) -> str:
    result = plan.layout.line_cell("structural_result", 5)
    gap = plan.layout.line_cell("gap_in_teacher_positions", 5)
    # FIXED writes thousands in the reader's locale; TEXT would need a format that other languages read
    # differently.
    return (
        f'IF({result}>=-0.005,"In Year 5 public revenue covers recurring cost; $"&FIXED({result},0)&" is left over.",'
        f'"In Year 5 recurring cost is above public revenue: $"&FIXED(-{result},0)&" short, about "&FIXED({gap},1)'
        '&" teacher positions.")'
    )


def _sentence_now(plan: Sheets) -> str:
    result, gap = plan.value("structural_result", 5), plan.value("gap_in_teacher_positions", 5)
    if result >= -HALF_A_CENT:
        return f"In Year 5 public revenue covers recurring cost; ${number(result)} is left over."
    return (
        f"In Year 5 recurring cost is above public revenue: ${number(-result)} short, about {number(gap, 1)} "
        "teacher positions."
    )


def _first_short(plan: Sheets) -> str:
    """The first year that ends with a balance below zero, as nested questions from the last to the first."""
    formula = '"never"'
    for year in reversed(years()):
        named = f'"{_named(year)}"'
        formula = f"IF({plan.layout.line_cell('fund_balance', year)}<-0.005,{named},{formula})"
    return formula


def _first_short_now(plan: Sheets) -> str:
    short = [y for y in years() if plan.value("fund_balance", y) < -HALF_A_CENT]
    return _named(short[0]) if short else "never"


def _named(year: int) -> str:
    return f"Year {year}" if year else "the start-up year"


FIGURES = (
    Figure("rating.cover_paper", paper_formula, paper_now, is_verdict=True),
    Figure("rating.cover_change", tested_formula, tested_now, is_text=True),
    Figure("figures.cover_sentence", _sentence, _sentence_now, is_text=True),
    _line("figures.cover_result", "structural_result", 5),
    _line("figures.cover_gap", "gap_in_teacher_positions", 5),
    _line("figures.cover_savings", "fund_balance", 5),
    _line("figures.cover_lowest", "lowest_balance", 5),
    Figure("figures.cover_runs_out", _first_short, _first_short_now, is_text=True),
    _line("figures.cover_startup", "one_time_cost", 0),
    _line("figures.cover_startup_each", "startup_per_pupil", 0),
    _line("figures.cover_students1", "enrollment", 1),
    _line("figures.cover_students5", "enrollment", 5),
    _line("figures.cover_teachers1", "teachers", 1),
    _line("figures.cover_teachers5", "teachers", 5),
    _line("figures.cover_technology", "it_share", 5),
    _line("figures.cover_pd", "pd_share", 5),
    _line("figures.cover_grants", "grant_dependency", 5),
)
