"""`python -m model changes`."""

from __future__ import annotations

import argparse

from commands.model_verbs.two_plans import add_two_plans, between, two_plans
from commands.number_options import whole_number
from commands.plan_options import cell_problems
from commands.refusals import both, refuse
from model.explain.account import account
from model.explain.changes import changes
from model.lines.worksheet import BOOK
from model.texts import say
from model.units import year_name


def options(sub: argparse.ArgumentParser) -> None:
    """The two plans, and the number in question."""
    add_two_plans(sub)
    sub.add_argument("--line", default="structural_result", help=say("terminal.changed_line_help"))
    sub.add_argument("--year", type=whole_number, default=5, help=say("terminal.changed_year_help"))


def run(args: argparse.Namespace) -> int:
    """Print a line for each lever that moved the number. Raises `CannotUse` with everything that is wrong."""
    _, pair = both(lambda: refuse(cell_problems(args)), lambda: two_plans(args))
    rows = account(changes(*pair, args.line, args.year))
    number = {"line": f"{BOOK.lines[args.line].label} ({args.line})", "year": year_name(args.year)}
    names = between(pair)
    print(say("terminal.number_between", **number, **names) if names else say("terminal.number", **number))
    wide = max(len(r.effect) for r in rows)
    for r in rows:
        print(f"  {r.effect:>{wide}}  {r.what}{f': {r.moved}' if r.moved else ''}")
    return 0
