"""The figures of the cover: each a formula over the calculation sheets, and its value now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exchange.workbook.layout import years
from exchange.workbook.plans import Sheets
from exchange.workbook.rating_cells import (
    as_tested,
    later_formula,
    later_now,
    paper_formula,
    paper_now,
    tested_formula,
    tested_now,
)
from exchange.workbook.style import form_of
from exchange.workbook.text_formulas import concatenated
from model.book.vocabulary import HALF_A_CENT
from model.lines.worksheet import BOOK
from model.results.enrollment_sizes import enrollment_sizes
from model.results.sizes_in_words import on_cover
from model.texts import say
from model.units import number, year_name


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
    at = plan.layout.line_cell
    result, tested, price = (at(k, 5) for k in ("structural_result", "tested_result", _PRICE))
    # FIXED writes thousands in the reader's locale; TEXT would need a format that other languages read
    # differently.
    gap = f"FIXED(IF({price}=0,0,-{tested}/{price}),1)"
    left = concatenated("figures.left_over", left=f"FIXED({result},0)")
    short = concatenated("figures.short", short=f"FIXED(-{result},0)", gap=gap)
    alone = concatenated("figures.short_alone", short=f"FIXED(-{result},0)")
    more = concatenated("figures.short_as_tested", short=f"FIXED(-{tested},0)", gap=gap)
    apart = f"ABS({tested}-{result})>0.005"
    as_planned = f"IF({result}>-0.005,{left},IF({apart},{alone},{short}))"
    return f'{as_planned}&IF(AND({apart},{tested}<=-0.005)," "&{more},"")'


_PRICE = "teacher_position_cost"


def _sentence_now(plan: Sheets) -> str:
    result, tested, price = (plan.value(k, 5) for k in ("structural_result", "tested_result", _PRICE))
    gap, apart = number(-tested / price if price else 0, 1), abs(tested - result) > HALF_A_CENT
    if result > -HALF_A_CENT:
        found = say("figures.left_over", left=number(result))
    elif apart:
        found = say("figures.short_alone", short=number(-result))
    else:
        found = say("figures.short", short=number(-result), gap=gap)
    if apart and tested <= -HALF_A_CENT:
        return f"{found} {say('figures.short_as_tested', short=number(-tested), gap=gap)}"
    return found


def _first_short(plan: Sheets) -> str:
    """The first year that ends with a balance below zero, as nested questions from the last to the first."""
    formula = f'"{say("figures.never")}"'
    for year in reversed(years()):
        named = f'"{_named(year)}"'
        formula = f"IF({plan.layout.line_cell('fund_balance', year)}<-0.005,{named},{formula})"
    return formula


def _first_short_now(plan: Sheets) -> str:
    short = [y for y in years() if plan.value("fund_balance", y) < -HALF_A_CENT]
    return _named(short[0]) if short else say("figures.never")


def _named(year: int) -> str:
    return year_name(year) if year else say("figures.startup_year")


def _sizes_now(plan: Sheets) -> str:
    return on_cover(enrollment_sizes(plan.now))


FIGURES = (
    Figure("rating.cover_paper", paper_formula, paper_now, is_verdict=True),
    Figure("rating.cover_change", tested_formula, tested_now, is_text=True),
    Figure("figures.cover_sentence", _sentence, _sentence_now, is_text=True),
    Figure("horizon.title", later_formula, later_now, is_text=True),
    _line("figures.cover_result", "structural_result", 5),
    _line("figures.cover_gap", "gap_in_teacher_positions", 5),
    _line("figures.cover_gap_beginners", "gap_in_beginning_teachers", 5),
    _line("figures.cover_savings", "fund_balance", 5),
    _line("figures.cover_lowest", "lowest_balance", 5),
    Figure("figures.cover_runs_out", _first_short, _first_short_now, is_text=True),
    _line("figures.cover_startup", "one_time_cost", 0),
    _line("figures.cover_startup_each", "startup_per_pupil", 0),
    _line("figures.cover_students1", "enrollment", 1),
    _line("figures.cover_students5", "enrollment", 5),
    Figure("sizes.cover", lambda plan: as_tested(plan, _sizes_now(plan)), _sizes_now, is_text=True),
    _line("figures.cover_teachers1", "teachers", 1),
    _line("figures.cover_teachers5", "teachers", 5),
    _line("figures.cover_technology", "it_share", 5),
    _line("figures.cover_pd", "pd_share", 5),
    _line("figures.cover_grants", "grant_dependency", 5),
)
