"""`python -m model explain`."""

from __future__ import annotations

import argparse

from commands.number_options import whole_number
from commands.plan_options import add_preset, cell_problems, plan_of
from commands.refusals import both, refuse
from model.evidence.usual import has_usual_range
from model.explain.trace import Explanation, all_levers, explain
from model.lines.worksheet import BOOK
from model.results.projection import project
from model.texts import say
from model.units import span, year_name


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and the number in question."""
    add_preset(sub, required=True)
    sub.add_argument("--line", required=True, help=say("terminal.explained_line_help"))
    sub.add_argument("--year", type=whole_number, required=True, help=say("terminal.explained_year_help"))


def run(args: argparse.Namespace) -> int:
    """Print the number as a tree of rules, then every lever below it. Raises `CannotUse` with all faults."""
    _, plan = both(lambda: refuse(cell_problems(args)), lambda: plan_of(args))
    found = explain(project([plan]), args.line, args.year)
    print(f"{say('terminal.explain_title', plan=plan.name)}\n")
    _print_tree(found, 0, set())
    print(f"\n{say('terminal.settings')}")
    for f in all_levers(found):
        told = [say("terminal.default", value=f.lever.said(f.lever.default, long=False))]
        if f.lever.usual and has_usual_range(f.lever):
            told.append(say("terminal.usual", range=span(f.lever.usual, f.lever.unit)))
        print(f"  {f.lever.label} ({f.lever.key}): {f.lever.said(f.value)}")
        print(f"    {' '.join((*told, f.evidence))}")
    return 0


def _print_tree(e: Explanation, depth: int, seen: set[str]) -> None:
    pad = "  " * depth
    print(f"{pad}{e.label} ({e.key}), {year_name(e.year)}: {e.amount}")
    if e.key in seen:
        print(f"{pad}  {say('terminal.as_above')}")
        return
    seen.add(e.key)
    print(f"{pad}  {e.help}")
    if e.year not in BOOK.lines[e.key].years:
        print(f"{pad}  {say('terminal.does_not_apply')}")
        return
    print(f"{pad}  = {e.rule}\n{pad}  = {e.numbers}")
    for part in e.parts:
        _print_tree(part, depth + 1, seen)
