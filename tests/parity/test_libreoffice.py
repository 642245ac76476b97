"""LibreOffice recalculates the exported workbooks, whose own values were spoiled, and finds what the model
computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from exchange.workbook import write_workbook
from exchange.workbook.difference import difference_rows
from exchange.workbook.layout import (
    CHECKS,
    COLUMNS,
    COVER,
    DIFFERENCE,
    HEAD,
    INPUT_ROWS,
    MEANING,
    column,
)
from model.evidence import LEVERS, PRESETS, Lever, Value
from model.lines.worksheet import BOOK
from model.plan.facts import of_preset
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import Projection, project
from model.results.rating import rate
from model.results.rating_in_words import if_things_change, on_paper, together
from model.results.verdicts import judge
from model.texts import say
from model.units import is_money
from model.years import YEARS
from tests.parity.office import Book, Table, recalculated, spoiled, typed
from tests.parity.schools import BASE, schools

TODAY = date(2026, 3, 4)
KEY_COLUMN = 10  # K, counted from 0
LEAST_WORKBOOKS = 60


def workbook(*plans: Scenario) -> bytes:
    start = Scenario.preset(BASE)
    return write_workbook([begun_from(BASE, start, p) for p in plans], today=TODAY)


def is_calculation(sheet: str, letter: str = "") -> bool:
    return sheet.startswith(letter) and sheet.removeprefix(letter)[:1].isdigit()


def lines_in(book: Book, letter: str = "") -> dict[str, list[float | str]]:
    """Each line's six cells, found by the key that stands at the end of its row."""
    found = {}
    for sheet in book.sheets():
        if is_calculation(sheet, letter):
            found |= {str(r[KEY_COLUMN]): r[2 : 2 + YEARS] for r in book.table(sheet)[HEAD:] if r[KEY_COLUMN]}
    return found


def differences(cells: dict[str, list[float | str]], p: Projection, scenario: int, name: str) -> list[str]:
    # Own lines that are not there are in no workbook. Where there are any, their totals are.
    apart = set(BOOK.lines) - set(cells)
    assert all(BOOK.lines[k].family == "own" for k in apart), f"{name}: the workbook does not hold every line"
    assert not any(p[k][scenario].any() for k in apart), f"{name}: the workbook lacks an own line"
    found = []
    for key, line in ((k, BOOK.lines[k]) for k in cells):
        for year, (in_sheet, in_model) in enumerate(zip(cells[key], p.row(key, scenario), strict=True)):
            # Half a cent, or what is left of a number in the fifteen digits that a file of sheets holds.
            digits = 5e-15 * abs(in_model)
            room = max(0.005, digits) if is_money(line.unit) else 1e-9 * max(1.0, abs(in_model))
            if isinstance(in_sheet, str) or abs(in_sheet - in_model) > room:
                found.append(f"{name}: {key}, year {year}: sheet {in_sheet!r}, model {in_model!r}")
    return found


def said(rows: Table, label: str) -> object:
    """What stands beside a label."""
    return next(r[1] for r in rows if r[0] == label)


def rated(p: Projection, i: int, plan: Scenario, *, is_tested: bool) -> dict[str, str]:
    """Both badges by their labels; once an input is changed the sheet knows the first one alone."""
    if not is_tested:
        paper, tested = on_paper(rate(judge(p, i))), say("rating.changed_since")
    else:
        rating = rate(judge(p, i), ranges(plan, place=whose(PLACE, plan, of_preset(BASE))).chance)
        paper = together(rating) if rating.is_sustainable else on_paper(rating)
        tested = if_things_change(rating)
    return {say("rating.cover_paper"): paper, say("rating.cover_change"): tested}


def apart(made: Mapping[str, Book], held: dict[str, Scenario], *, tied: str) -> list[str]:
    """Everything in which the recalculated workbooks are not the model."""
    p = project(list(held.values()))
    found: list[str] = []
    for i, (name, book) in enumerate(made.items()):
        cover, checks = book.table(COVER), book.table(CHECKS)
        found += differences(lines_in(book), p, i, name)
        for label, words in rated(p, i, held[name], is_tested=tied == "yes").items():
            if said(cover, label) != words:
                found.append(f"{name}: the cover says {said(cover, label)!r}, the model {words!r}")
        if said(checks, say("workbook.all_tie")) != say("units.yes"):
            found.append(f"{name}: the checks do not tie")
        equals_app = say("workbook.equals_app", sheet="|").partition("|")[0]
        of_the_app = next(r[1] for r in checks if str(r[0]).startswith(equals_app))
        if of_the_app != tied:
            found.append(f"{name}: equal to the app: {of_the_app!r}, expected {tied!r}")
    return found


def test_every_line_and_year_of_every_school(tmp_path):
    """Recalculated from spoiled values, every line, every year, the verdict and the checks are those of the
    model.
    """
    held = schools()
    assert len(held) >= LEAST_WORKBOOKS
    assert {s[k] for s in held.values() for k, x in LEVERS.items() if x.is_choice} == {
        c for x in LEVERS.values() for c in x.choices
    }
    assert {s["own_01_kind"] for s in held.values()} == set(LEVERS["own_01_kind"].choices)
    made = recalculated({name: spoiled(workbook(s)) for name, s in held.items()}, tmp_path)
    found = apart(made, held, tied=say("units.yes"))
    assert not found, "\n".join(found[:40])


def other(lever: Lever, value: Value) -> float | str:
    """A value that a person might type instead: another choice, or the end of the usual range that is farther
    off.
    """
    if isinstance(value, str):
        return next(c for c in lever.choices if c != value)
    assert lever.usual is not None
    now = value[0] if isinstance(value, tuple) else value
    return float(max(lever.usual, key=lambda end: abs(end - now)))


def changed(start: Scenario, lever: Lever, year: int) -> tuple[str, float | str, Scenario]:
    """The cell to type into, what to type, and the scenario that the same change makes in the model."""
    value = start[lever.key]
    new = other(lever, value)
    cell = f"{MEANING}{INPUT_ROWS[lever.of]}" if lever.of else f"{column(year)}{INPUT_ROWS[lever.key]}"
    now: Value = new
    if year > 1:
        assert isinstance(value, float)
        assert isinstance(new, float)
        now = tuple(value if y < year else new for y in range(1, YEARS))
    elif isinstance(value, tuple):
        now = (float(new), *value[1:])
    typed_in = lever.choice_label(new) if isinstance(new, str) else new
    return cell, typed_in, Scenario.of({**start.values, lever.key: now}, start.name)


def test_an_input_typed_in_the_sheet_is_the_same_change_in_the_model(tmp_path):
    """Each lever is changed in a sheet, in turn from Year 1 and from Year 3 on, and the same in the model."""
    presets = [Scenario.preset(k) for k in PRESETS]
    # An open window, so that a cut shows; money at risk, so that the balance does.
    own = {"own_01_kind": "recurring_cost", "own_01_amount": 50_000.0, "own_01_share": 0.01}
    presets = [s.changed({"cut_rate": 0.02, "cut_first_year": 2, "cut_years": 3, **own}) for s in presets]
    written = [workbook(s) for s in presets]
    books, held = {}, {}
    # Own lines are all alike, so the first of them stands for twenty.
    for n, lever in enumerate(x for x in LEVERS.values() if x.own < 2):
        start, book = presets[n % len(presets)], written[n % len(presets)]
        single = isinstance(start[lever.key], float)
        year = 3 if lever.per_year and single and n % 2 else 1
        cell, new, held[lever.key] = changed(start, lever, year)
        books[lever.key] = spoiled(typed(book, "Inputs", [(cell, new)]))
    made = recalculated(books, tmp_path)
    found = apart(made, held, tied=say("workbook.inputs_changed"))
    assert not found, "\n".join(found[:40])


def test_several_plans_and_their_difference(tmp_path):
    """Four plans in one workbook: each equals the model, and the difference sheet is one less the other."""
    held = {k: s for k, s in schools().items() if k in ("preset_us_high", "edge_cliff", "edge_a_path")}
    plans = [Scenario.preset(BASE), *held.values()]
    book = recalculated({"four": spoiled(workbook(*plans))}, tmp_path)["four"]
    p = project(plans)
    found = []
    for i, letter in enumerate("ABCD"):
        found += differences(lines_in(book, letter), p, i, f"plan {letter}")
    assert not found, "\n".join(found[:40])
    assert said(book.table(CHECKS), say("workbook.all_tie")) == say("units.yes")
    difference = book.table(DIFFERENCE)
    for key, row in difference_rows(4).items():
        for i in (1, 2, 3):
            cells = difference[row + 4 + i - 2][2 : 2 + YEARS]
            wanted = [b - a for a, b in zip(p.row(key, 0), p.row(key, i), strict=True)]
            assert cells == pytest.approx(wanted, rel=1e-9, abs=0.004), f"{key}, plan {'ABCD'[i]} less A"


def test_a_value_pasted_outside_the_bounds_is_seen(tmp_path):
    """Pasting passes by the validation of a cell; the checks sheet says no, and the input sheet which one."""
    book = workbook(Scenario.preset(BASE))
    row, choice = INPUT_ROWS["benefit_rate"], INPUT_ROWS["refresh"]
    books = {
        "number": typed(book, "Inputs", [(f"{COLUMNS[2]}{row}", 43.5)]),
        "text": typed(book, "Inputs", [(f"{COLUMNS[1]}{row}", "43.5%")]),
        "choice": typed(book, "Inputs", [(f"{COLUMNS[1]}{choice}", "sometimes")]),
    }
    for name, opened in recalculated(books, tmp_path).items():
        assert said(opened.table(CHECKS), say("workbook.all_tie")) == say("units.no"), name
        assert said(opened.table(COVER), say("workbook.checks_tie")) == say("units.no"), name
        marked = [r[0] for r in opened.table("Inputs") if r[9] == say("workbook.not_possible")]
        assert marked == [LEVERS["refresh" if name == "choice" else "benefit_rate"].label], name
