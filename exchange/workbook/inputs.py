"""The input sheet, the only cells to type in: every lever, by decisions, the world and the school's facts."""

from __future__ import annotations

from typing import Any

from exchange.workbook.layout import (
    COLUMNS,
    HEAD,
    INPUT_ROWS,
    LAST_INPUT,
    levers_by_group,
    quoted,
    years,
)
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets
from exchange.workbook.style import YEAR_HEAD, form_of
from model.evidence import PANELS, Lever, Value
from model.units import amount, is_share, plain, span, unit_name
from model.years import OPERATING_YEARS

KINDS = {
    "decision": "Decisions: what the school can choose",
    "world": "The world: what nobody at the school can choose",
    "fact": "Facts of this school: rates, balances and what it owns",
}
EVIDENCE = {"sourced": "sourced", "derived": "derived", "assumption": "assumption", "weak": "weak evidence"}
YEAR_1, YEAR_5 = COLUMNS[1], COLUMNS[5]
CHANGED, CHECK = "I", "J"
LEAST, MOST = "N", "O"
LONGEST_PROMPT = 255  # characters a spreadsheet program accepts


def write_inputs(page: Page, plan: Sheets) -> None:
    page.title("Inputs", f"{plan.title}. Type in the yellow cells; everything else follows.")
    page.text(
        "A3",
        "A pale cell takes the year before: type over it to change the input from that year on. Shares are typed as 7%.",
        "subtitle",
    )
    page.heads(right="C", A="Input", B="Unit", C="Starting plan", I="Changed", J="Possible?", K="Usual range")
    page.heads(
        right="MNO", L="Evidence", M="Default", N="Least", O="Most", P="Name in formulas", Q="What it is"
    )
    page.number(f"{YEAR_1}{HEAD}", 1, YEAR_HEAD, "head")
    for year in years()[2:]:
        page.formula(f"{COLUMNS[year]}{HEAD}", f"{COLUMNS[year - 1]}{HEAD}+1", year, YEAR_HEAD, "head")
    row, group = HEAD, ""
    for kind, panel, levers in levers_by_group():
        if kind != group:
            row += 1
            group = kind
            _band(page, row, KINDS[kind])
        row += 1
        for letter in "ABCDEFGHIJKLMNOPQ":
            page.text(f"{letter}{row}", PANELS[panel] if letter == "A" else "", "panel")
        for lever in levers:
            row += 1
            _lever(page, plan, lever)
    _finish(page, plan)


def _band(page: Page, row: int, text: str) -> None:
    page.sheet.set_row(row - 1, 22)
    for letter in "ABCDEFGHIJKLMNOPQ":
        page.text(f"{letter}{row}", text if letter == "A" else "", "band")


def _lever(page: Page, plan: Sheets, lever: Lever) -> None:
    row, start, now = INPUT_ROWS[lever.key], plan.start[lever.key], plan.now[lever.key]
    form = _form(lever, start, now)
    page.text(f"A{row}", lever.label, "plain")
    page.text(f"B{row}", unit_name(lever.unit), "muted")
    _start(page, row, start, form)
    _values(page, row, lever, now, form)
    changed = "" if _spread(now) == _spread(start) else "changed"
    page.formula(f"{CHANGED}{row}", _changed(row, lever, start), changed, look="muted")
    page.formula(f"{CHECK}{row}", _possible(row, lever), "", look="muted")
    _register(page, row, plan, lever, form)
    page.sheet.data_validation(_cells(row, lever), _validation(lever))


def _spread(value: Value) -> Value:
    """Five equal values are the same plan as one."""
    return value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value


def _form(lever: Lever, *values: Value) -> str:
    numbers = [x for v in values for x in (v if isinstance(v, tuple) else (v,)) if not isinstance(x, str)]
    return form_of(
        lever.unit, fine=is_share(lever.unit) or lever.unit == "ratio" or any(x != int(x) for x in numbers)
    )


def _cells(row: int, lever: Lever) -> str:
    return f"{YEAR_1}{row}:{YEAR_5}{row}" if lever.per_year else f"{YEAR_1}{row}"


def _start(page: Page, row: int, start: Value, form: str) -> None:
    if isinstance(start, tuple):
        page.text(f"C{row}", "; ".join(plain(x) for x in start), "right")
    elif isinstance(start, str):
        page.text(f"C{row}", start, "right")
    else:
        page.number(f"C{row}", start, form, "right")


def _values(page: Page, row: int, lever: Lever, now: Value, form: str) -> None:
    first = f"{YEAR_1}{row}"
    if isinstance(now, str):
        page.text(first, now, "input")
    elif isinstance(now, tuple):
        for year, x in enumerate(now, 1):
            page.number(f"{COLUMNS[year]}{row}", x, form, "input")
    else:
        page.number(first, now, form, "input")
        if lever.per_year:
            for year in years()[2:]:
                page.formula(f"{COLUMNS[year]}{row}", f"{COLUMNS[year - 1]}{row}", now, form, "follows")


def _changed(row: int, lever: Lever, start: Value) -> str:
    if not lever.per_year:
        return f'IF({YEAR_1}{row}=$C{row},"","changed")'
    wanted = [plain(x) for x in start] if isinstance(start, tuple) else [f"$C{row}"] * OPERATING_YEARS
    same = ",".join(f"{COLUMNS[year]}{row}={x}" for year, x in enumerate(wanted, 1))
    return f'IF(AND({same}),"","changed")'


def _possible(row: int, lever: Lever) -> str:
    # Pasting bypasses a cell's validation; this formula catches it.
    if lever.is_choice:
        told = ",".join(f'{YEAR_1}{row}="{c}"' for c in lever.choices)
        return f'IF(OR({told}),"","not possible")'
    cells, count = _cells(row, lever), OPERATING_YEARS if lever.per_year else 1
    tests = [f"COUNT({cells})={count}", f"MIN({cells})>=${LEAST}{row}", f"MAX({cells})<=${MOST}{row}"]
    if lever.is_whole:
        tests.append(f"{YEAR_1}{row}=INT({YEAR_1}{row})")
    return f'IF(AND({",".join(tests)}),"","not possible")'


def _register(page: Page, row: int, plan: Sheets, lever: Lever, form: str) -> None:
    if lever.is_choice:
        page.text(f"K{row}", " or ".join(lever.choices), "muted")
        page.text(f"M{row}", str(lever.default), "right")
    else:
        assert lever.usual is not None
        assert lever.bounds is not None
        page.text(f"K{row}", span(lever.usual, lever.unit), "muted")
        page.number(f"{LEAST}{row}", lever.bounds[0], form, "number")
        page.number(f"{MOST}{row}", lever.bounds[1], form, "number")
        page.number(f"M{row}", float(lever.default), form, "right")
    page.text(f"L{row}", f"{EVIDENCE.get(lever.status, lever.status)}: {', '.join(lever.source)}", "muted")
    page.text(f"P{row}", plan.layout.lever_name(lever.key), "muted")
    page.text(f"Q{row}", lever.help, "muted")


def _validation(lever: Lever) -> dict[str, Any]:
    title = lever.label[:32]
    if lever.is_choice:
        told = f"Choose {' or '.join(lever.choices)}."
        return {
            "validate": "list",
            "source": list(lever.choices),
            "input_title": title,
            "input_message": told,
            "error_title": "Not a choice",
            "error_message": told,
        }
    assert lever.bounds is not None
    assert lever.usual is not None
    low, high = (amount(x, lever.unit, long=False) for x in lever.bounds)
    told = f"Give a {'whole number' if lever.is_whole else 'number'} from {low} to {high}."
    usual = span(lever.usual, lever.unit)
    return {
        "validate": "integer" if lever.is_whole else "decimal",
        "criteria": "between",
        "minimum": lever.bounds[0],
        "maximum": lever.bounds[1],
        "input_title": title,
        "input_message": f"Usual: {usual}. Possible: {low} to {high}."[:LONGEST_PROMPT],
        "error_title": "Outside what is possible",
        "error_message": told[:LONGEST_PROMPT],
    }


def _finish(page: Page, plan: Sheets) -> None:
    s = page.sheet
    page.widths(A=31, B=19, C=13, I=10, J=12, K=22, L=38, M=12, N=12, O=14, P=34, Q=110)
    s.set_column(f"{YEAR_1}:{YEAR_5}", 10.5)
    for flag, look in (("changed", "changed"), ("not possible", "bad")):
        at = CHANGED if flag == "changed" else CHECK
        rule = {"type": "cell", "criteria": "==", "value": f'"{flag}"', "format": page.styles.rule(look)}
        s.conditional_format(f"{at}{HEAD + 1}:{at}{LAST_INPUT}", rule)
    s.ignore_errors({"formula_differs": f"C{HEAD}:{CHECK}{LAST_INPUT}"})
    page.freeze()
    page.printed(plan.title, area=f"A1:L{LAST_INPUT}")


def define_names(workbook: Any, plan: Sheets) -> None:
    """A name for every input: in_benefit_rate is the five cells of the benefit rate."""
    sheet = quoted(plan.layout.inputs)
    for _, _, levers in levers_by_group():
        for lever in levers:
            row = INPUT_ROWS[lever.key]
            to = f":${YEAR_5}${row}" if lever.per_year else ""
            workbook.define_name(plan.layout.lever_name(lever.key), f"={sheet}!${YEAR_1}${row}{to}")


def count_changed(plan: Sheets) -> tuple[str, int]:
    """How many inputs differ from the starting plan: the formula, and the number now."""
    cells = f"{quoted(plan.layout.inputs)}!${CHANGED}${HEAD + 1}:${CHANGED}${LAST_INPUT}"
    now = sum(_spread(plan.now[k]) != _spread(plan.start[k]) for k in INPUT_ROWS)
    return f'COUNTIF({cells},"changed")', now


def count_impossible(plan: Sheets) -> str:
    cells = f"{quoted(plan.layout.inputs)}!${CHECK}${HEAD + 1}:${CHECK}${LAST_INPUT}"
    return f'COUNTIF({cells},"not possible")'
