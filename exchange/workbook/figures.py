"""The figures of the cover: each a formula over the calculation sheets, and its value now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exchange.workbook.layout import years
from exchange.workbook.plans import Sheets
from exchange.workbook.style import form_of
from model.book.vocabulary import HALF_A_CENT
from model.lines.worksheet import BOOK
from model.results.verdicts import STATES as STATES_IN_WORDS
from model.results.verdicts import State
from model.units import number

STATES = tuple(STATES_IN_WORDS[State(code)] for code in range(len(State)))  # by the code of the line


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    formula: Callable[[Sheets], str]
    value: Callable[[Sheets], float | str]
    form: str = ""
    is_verdict: bool = False
    is_text: bool = False


def _line(label: str, key: str, year: int) -> Figure:
    return Figure(
        label,
        lambda plan: plan.layout.line_cell(key, year),
        lambda plan: plan.value(key, year),
        form_of(BOOK.lines[key].unit),
    )


def _verdict(plan: Sheets) -> str:
    state = plan.layout.line_cell("verdict_state", 5)
    return f'IF({state}=2,"{STATES[2]}",IF({state}=1,"{STATES[1]}","{STATES[0]}"))'


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
    Figure("Verdict", _verdict, lambda plan: STATES[int(plan.value("verdict_state", 5))], is_verdict=True),
    Figure("In one sentence", _sentence, _sentence_now, is_text=True),
    _line("Structural result, Year 5", "structural_result", 5),
    _line("Gap in teacher positions, Year 5", "gap_in_teacher_positions", 5),
    _line("Balance (carryover) at the end of Year 5", "fund_balance", 5),
    _line("Lowest balance in any year", "lowest_balance", 5),
    Figure("Balance first below zero in", _first_short, _first_short_now, is_text=True),
    _line("Start-up cost", "one_time_cost", 0),
    _line("Start-up cost per student", "startup_per_pupil", 0),
    _line("Students, Year 1", "enrollment", 1),
    _line("Students, Year 5", "enrollment", 5),
    _line("Teacher positions, Year 1", "teachers", 1),
    _line("Teacher positions, Year 5", "teachers", 5),
    _line("IT share of cost, Year 5", "it_share", 5),
    _line("PD share of cost, Year 5", "pd_share", 5),
    _line("Grants as a share of revenue, Year 5", "grant_dependency", 5),
)
