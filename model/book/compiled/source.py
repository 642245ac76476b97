"""The code of some lines as a program that can be read and run: `python -m model source --as python`.

It holds the very functions with which plans are worked out, and one that calls them in order. For one plan
that is

    model(levers) -> {line: a number, or a list of six, Years 0 to 5}

where `levers` holds a number, the name of a choice or a list of six numbers for each setting. For many plans,
`model(levers, plans)` takes and gives numbers and arrays of shape (1 or 6, 1 or plans), years first.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Mapping

from model.book.book import Book
from model.book.columns import Given, column
from model.book.compiled import functions_of_one
from model.book.compiled.functions import OF_NUMPY, Functions
from model.book.compiled.functions_of_many import FILLING
from model.book.compiled.kinds import Kind, of_array
from model.book.compiled.known import Known
from model.book.compiled.schedule import Asked, Schedule, scheduled
from model.book.free_settings import Setting, idle_whatever_moves
from model.book.idle_lines import Idle
from model.years import YEARS

_OF_ONE = {**functions_of_one.WITHIN_A_YEAR, **functions_of_one.OVER_YEARS}
_ONE, _MANY = "model.book.compiled.functions_of_one", "model.book.compiled.functions_of_many"


def source(
    book: Book,
    functions: Functions,
    levers: Mapping[str, Setting],
    lines: Iterable[str] | None = None,
    plan: Mapping[str, Given] | None = None,
    free: Collection[str] | None = None,
    *,
    many: bool = False,
) -> str:
    """The book as Python, or only `lines` and what they rest on, for one plan or for `many`.

    `plan` holds a value for every lever, and `free` are those that may still take another. Raises `KeyError`
    for a key that is no line or lever.
    """
    asked = tuple(book.lines if lines is None else dict.fromkeys(lines))
    for key in (*asked, *(free or ())):
        if key not in book.lines and key not in levers:
            raise KeyError(key)
    known, idle = (
        _open(levers, many=many) if plan is None else _of_plan(book, levers, plan, free or (), many=many)
    )
    steps, nothing = book.steps(asked, idle)
    known.kinds.update(dict.fromkeys(nothing, Kind.NOTHING))
    schedule = scheduled(functions, steps, known, tuple(levers), asked, YEARS)
    return _text(schedule, plan or {}, free or (), many=many)


def _open(levers: Mapping[str, Setting], *, many: bool) -> tuple[Known, Idle]:
    """Every lever may take any value."""
    return Known({k: _moving(x, many=many) for k, x in levers.items()}, {}), Idle(frozenset(), frozenset())


def _moving(lever: Setting, *, many: bool) -> Kind:
    if many:
        return Kind.ALL if lever.per_year else Kind.PLANS
    return Kind.YEARS if lever.per_year else Kind.ONE


def _of_plan(
    book: Book, levers: Mapping[str, Setting], plan: Mapping[str, Given], free: Collection[str], *, many: bool
) -> tuple[Known, Idle]:
    """Only the free levers move, whatever they are set to. The others are written into the code."""
    arrays = {k: column([plan[k]]) for k in levers}
    kinds = {k: of_array(v, 1) for k, v in arrays.items()} | {k: _moving(levers[k], many=many) for k in free}
    values = {k: v.item() for k, v in arrays.items() if kinds[k] is Kind.ONE and k not in free}
    return Known(kinds, values), idle_whatever_moves(book, levers, arrays, plan, free)


def _text(schedule: Schedule, plan: Mapping[str, Given], free: Collection[str], *, many: bool) -> str:
    """The functions in order, and the one that calls them."""
    fixed = {k: column([plan[k]])[0].tolist() for k in schedule.shared_given if plan and k not in free}
    body = ["values = dict(levers)", *(f"values[{k!r}] = {row}" for k, row in fixed.items())]
    body += [f"values[{x.key!r}] = {_called(x.key, x.names)}" for x in schedule.shared]
    if many:
        body += [
            f"full = [empty(({YEARS}, plans)) for _ in range({schedule.full_work})]",
            f"single = [empty((1, plans)) for _ in range({schedule.single_work})]",
            f"year = arange({YEARS}.0).reshape({YEARS}, 1)",
            *(
                f"values[{k!r}] = array(values[{k!r}], dtype=float).reshape({YEARS}, 1)"
                for k in sorted(schedule.widened)
            ),
        ]
    for x in schedule.moving:
        body += [
            f"out = empty(({YEARS if x.full else 1}, plans))",
            _called(x.key, x.names, "out", "full", "single", "year"),
            f"values[{x.key!r}] = out",
        ]
    given = (f"{x.key!r}: {_given(x)}" for x in schedule.asked)
    inner = "\n".join(f"    {x}" for x in [*body, "return {", *(f"    {x}," for x in given), "}"])
    model = f"def model(levers{', plans' if many else ''}):\n{inner}\n"
    functions = [*(x.source for x in schedule.shared), *(x.source for x in schedule.moving), model]
    return "\n\n\n".join([_imports("\n".join(functions)), *functions])


def _imports(text: str) -> str:
    """Where the functions come from that a text calls."""
    calls = (x.func for x in ast.walk(ast.parse(text)) if isinstance(x, ast.Call))
    called = {x.id for x in calls if isinstance(x, ast.Name)}
    numpy = called & {*OF_NUMPY, "arange", "array", "empty"} if "empty" in called else set()
    found = {"numpy": numpy, _MANY: called & FILLING.keys(), _ONE: called & _OF_ONE.keys() - numpy}
    return "\n".join(f"from {k} import {', '.join(sorted(v))}" for k, v in found.items() if v)


def _called(key: str, names: Collection[str], *first: str) -> str:
    return f"{key}({', '.join([*first, *(f'values[{n!r}]' for n in names)])})"


def _given(line: Asked) -> str:
    if line.kind is Kind.NOTHING:
        return "0.0"
    return repr(line.value) if line.value is not None else f"values[{line.holds!r}]"
