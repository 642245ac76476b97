"""The input sheet, the only cells to type in: every lever, by decisions, the world and the school's facts."""

from __future__ import annotations

from typing import Any

from exchange.workbook.layout import (
    COLUMNS,
    HEAD,
    INPUT_ROWS,
    MEANING,
    quoted,
    years,
)
from exchange.workbook.page import Page, literal
from exchange.workbook.plans import Sheets
from exchange.workbook.style import form_of, year_head
from model.evidence import GROWING, LEVERS, Lever, Value, panel_label
from model.evidence.growing import MEANINGS
from model.evidence.usual import has_usual_range
from model.texts import either, say
from model.units import is_share, plain, span, unit_name
from model.years import OPERATING_YEARS

KINDS = {
    "decision": "workbook.kind.decision",
    "world": "workbook.kind.world",
    "fact": "workbook.kind.fact",
}
EVIDENCE = {
    "sourced": "workbook.evidence.sourced",
    "derived": "workbook.evidence.derived",
    "assumption": "workbook.evidence.assumption",
    "weak": "workbook.evidence.weak",
}
_LETTERS = "ABCDEFGHIJKLMNOPQR"
YEAR_1, YEAR_5 = COLUMNS[1], COLUMNS[5]
CHANGED, CHECK = "I", "J"
LEAST, MOST = "N", "O"
GIVE = {True: "workbook.give_whole", False: "workbook.give_number"}  # by whether it is whole
LONGEST_TITLE = 32  # of a prompt, in characters
LONGEST_PROMPT = 255  # characters a spreadsheet program accepts


def write_inputs(page: Page, plan: Sheets) -> None:
    page.title(say("workbook.inputs"), say("workbook.inputs_lead", plan=plan.title))
    page.text(
        "A3",
        say("workbook.inputs_how"),
        "subtitle",
    )
    page.heads(
        right="C",
        A=say("workbook.input"),
        B=say("workbook.unit"),
        C=say("workbook.starting_plan"),
        I=say("workbook.changed_head"),
        J=say("workbook.possible_head"),
        K=say("workbook.usual"),
    )
    page.heads(
        right="MNO",
        L=say("workbook.evidence_head"),
        M=say("workbook.default"),
        N=say("workbook.least"),
        O=say("workbook.most"),
        P=say("workbook.name_in_formulas"),
        Q=say("workbook.what_it_is"),
        R=say("workbook.numbers_mean"),
    )
    page.number(f"{YEAR_1}{HEAD}", 1, year_head(), "head")
    for year in years()[2:]:
        page.formula(f"{COLUMNS[year]}{HEAD}", f"{COLUMNS[year - 1]}{HEAD}+1", year, year_head(), "head")
    row, group = HEAD, ""
    for kind, panel, levers in plan.layout.levers_by_group():
        if kind != group:
            row += 1
            group = kind
            _band(page, row, say(KINDS[kind]))
        row += 1
        for letter in _LETTERS:
            page.text(f"{letter}{row}", panel_label(panel) if letter == "A" else "", "panel")
        for lever in levers:
            row = INPUT_ROWS[lever.key]
            _lever(page, plan, lever)
    _finish(page, plan)


def _band(page: Page, row: int, text: str) -> None:
    page.sheet.set_row(row - 1, 22)
    for letter in _LETTERS:
        page.text(f"{letter}{row}", text if letter == "A" else "", "band")


def _lever(page: Page, plan: Sheets, lever: Lever) -> None:
    row, start, now = INPUT_ROWS[lever.key], plan.start[lever.key], plan.now[lever.key]
    form = _form(lever, start, now)
    page.text(f"A{row}", lever.label, "plain")
    page.text(f"B{row}", unit_name(lever.unit), "muted")
    _start(page, row, lever, start, form)
    _values(page, row, lever, now, form)
    changed = changed_flag() if _has_changed(plan, lever) else ""
    page.formula(f"{CHANGED}{row}", _changed(row, lever, plan), changed, look="muted")
    page.formula(f"{CHECK}{row}", _possible(row, lever), "", look="muted")
    _register(page, row, plan, lever, form)
    page.sheet.data_validation(_cells(row, lever), _validation(lever))
    if lever.key in GROWING:
        mark = LEVERS[GROWING[lever.key].mark]
        page.text(f"{MEANING}{row}", mark.choice_label(str(plan.now[mark.key])), "input")
        page.sheet.data_validation(f"{MEANING}{row}", _validation(mark))


def _has_changed(plan: Sheets, lever: Lever) -> bool:
    keys = [lever.key, *(x.mark for x in [GROWING.get(lever.key)] if x)]
    return any(_spread(plan.now[k]) != _spread(plan.start[k]) for k in keys)


def changed_flag() -> str:
    """What stands beside an input that was changed; formulas and colors compare with it."""
    return say("workbook.changed")


def _impossible_flag() -> str:
    return say("workbook.not_possible")


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


def _start(page: Page, row: int, lever: Lever, start: Value, form: str) -> None:
    if isinstance(start, tuple):
        page.text(f"C{row}", "; ".join(plain(x) for x in start), "right")
    elif isinstance(start, str):
        page.text(f"C{row}", lever.choice_label(start), "right")
    else:
        page.number(f"C{row}", start, form, "right")


def _values(page: Page, row: int, lever: Lever, now: Value, form: str) -> None:
    first = f"{YEAR_1}{row}"
    if isinstance(now, str):
        page.text(first, lever.choice_label(now), "input")
    elif isinstance(now, tuple):
        for year, x in enumerate(now, 1):
            page.number(f"{COLUMNS[year]}{row}", x, form, "input")
    else:
        page.number(first, now, form, "input")
        if lever.per_year:
            for year in years()[2:]:
                page.formula(f"{COLUMNS[year]}{row}", f"{COLUMNS[year - 1]}{row}", now, form, "follows")


def _changed(row: int, lever: Lever, plan: Sheets) -> str:
    start = plan.start[lever.key]
    if not lever.per_year:
        return f'IF({YEAR_1}{row}=$C{row},"",{literal(changed_flag())})'
    wanted = [plain(x) for x in start] if isinstance(start, tuple) else [f"$C{row}"] * OPERATING_YEARS
    same = ",".join(f"{COLUMNS[year]}{row}={x}" for year, x in enumerate(wanted, 1))
    if lever.key in GROWING:
        mark = LEVERS[GROWING[lever.key].mark]
        same += f",{MEANING}{row}={literal(mark.choice_label(str(plan.start[mark.key])))}"
    return f'IF(AND({same}),"",{literal(changed_flag())})'


def _possible(row: int, lever: Lever) -> str:
    # Pasting bypasses a cell's validation; this formula catches it.
    if lever.is_choice:
        told = ",".join(f"{YEAR_1}{row}={literal(lever.choice_label(c))}" for c in lever.choices)
        return f'IF(OR({told}),"",{literal(_impossible_flag())})'
    cells, count = _cells(row, lever), OPERATING_YEARS if lever.per_year else 1
    tests = [f"COUNT({cells})={count}", f"MIN({cells})>=${LEAST}{row}", f"MAX({cells})<=${MOST}{row}"]
    if lever.is_whole:
        tests.append(f"{YEAR_1}{row}=INT({YEAR_1}{row})")
    if lever.key in GROWING:
        labels = map(LEVERS[GROWING[lever.key].mark].choice_label, MEANINGS)
        tests.append(f"OR({','.join(f'{MEANING}{row}={literal(x)}' for x in labels)})")
    return f'IF(AND({",".join(tests)}),"",{literal(_impossible_flag())})'


def _register(page: Page, row: int, plan: Sheets, lever: Lever, form: str) -> None:
    if lever.is_choice:
        page.text(f"K{row}", either(map(lever.choice_label, lever.choices)), "muted")
        page.text(f"M{row}", lever.choice_label(str(lever.default)), "right")
    else:
        assert lever.usual is not None
        assert lever.bounds is not None
        usual = span(lever.usual, lever.unit) if has_usual_range(lever) else say("numbers.any_size")
        page.text(f"K{row}", usual, "muted")
        page.number(f"{LEAST}{row}", lever.bounds[0], form, "number")
        page.number(f"{MOST}{row}", lever.bounds[1], form, "number")
        page.number(f"M{row}", float(lever.default), form, "right")
    page.text(f"L{row}", say(EVIDENCE[lever.status], sources=", ".join(lever.source)), "muted")
    page.text(f"P{row}", plan.layout.lever_name(lever.key), "muted")
    page.text(f"Q{row}", lever.help, "muted")


def _validation(lever: Lever) -> dict[str, Any]:
    title = lever.label[:LONGEST_TITLE]
    if lever.is_choice:
        labels = [lever.choice_label(c) for c in lever.choices]
        told = say("workbook.choose", choices=either(labels))
        return {
            "validate": "list",
            "source": labels,
            "input_title": title,
            "input_message": told,
            "error_title": say("workbook.not_a_choice")[:LONGEST_TITLE],
            "error_message": told,
        }
    assert lever.bounds is not None
    assert lever.usual is not None
    possible, usual = span(lever.bounds, lever.unit), span(lever.usual, lever.unit)
    told = say(GIVE[lever.is_whole], span=possible)
    prompt = say("workbook.prompt", usual=usual, possible=possible) if has_usual_range(lever) else told
    return {
        "validate": "integer" if lever.is_whole else "decimal",
        "criteria": "between",
        "minimum": lever.bounds[0],
        "maximum": lever.bounds[1],
        "input_title": title,
        "input_message": prompt[:LONGEST_PROMPT],
        "error_title": say("workbook.outside")[:LONGEST_TITLE],
        "error_message": told[:LONGEST_PROMPT],
    }


def _finish(page: Page, plan: Sheets) -> None:
    s = page.sheet
    page.widths(A=31, B=19, C=13, I=10, J=12, K=22, L=38, M=12, N=12, O=14, P=34, Q=110, R=24)
    s.set_column(f"{YEAR_1}:{YEAR_5}", 10.5)
    for at, flag, look in ((CHANGED, changed_flag(), "changed"), (CHECK, _impossible_flag(), "bad")):
        rule = {"type": "cell", "criteria": "==", "value": literal(flag), "format": page.styles.rule(look)}
        s.conditional_format(f"{at}{HEAD + 1}:{at}{plan.layout.last_input}", rule)
    s.ignore_errors({"formula_differs": f"C{HEAD}:{CHECK}{plan.layout.last_input}"})
    page.freeze()
    page.printed(plan.title, area=f"A1:L{plan.layout.last_input}")


def define_names(workbook: Any, plan: Sheets) -> None:
    """A name for every input: in_benefit_rate is the five cells of the benefit rate."""
    sheet = quoted(plan.layout.inputs)
    for _, _, levers in plan.layout.levers_by_group():
        for lever in levers:
            row = INPUT_ROWS[lever.key]
            to = f":${YEAR_5}${row}" if lever.per_year else ""
            workbook.define_name(plan.layout.lever_name(lever.key), f"={sheet}!${YEAR_1}${row}{to}")
            if lever.key in GROWING:
                name = plan.layout.lever_name(GROWING[lever.key].mark)
                workbook.define_name(name, f"={sheet}!${MEANING}${row}")


def count_changed(plan: Sheets) -> tuple[str, int]:
    """How many inputs differ from the starting plan: the formula, and the number now."""
    cells = f"{quoted(plan.layout.inputs)}!${CHANGED}${HEAD + 1}:${CHANGED}${plan.layout.last_input}"
    now = sum(_has_changed(plan, LEVERS[k]) for k in plan.layout.inputs_held)
    return f"COUNTIF({cells},{literal(changed_flag())})", now


def count_impossible(plan: Sheets) -> str:
    cells = f"{quoted(plan.layout.inputs)}!${CHECK}${HEAD + 1}:${CHECK}${plan.layout.last_input}"
    return f"COUNTIF({cells},{literal(_impossible_flag())})"
