"""`python -m model changes`."""

from __future__ import annotations

import argparse

from commands.model_verbs.two_plans import add_two_plans, names_apart, two_plans
from commands.number_options import whole_number
from commands.plan_options import cell_problems
from commands.program import Command
from commands.refusals import both, refuse
from model.explain.account import account
from model.explain.changes import changes
from model.lines.worksheet import BOOK


def options(sub: argparse.ArgumentParser) -> None:
    """The two plans, and the number in question."""
    add_two_plans(sub)
    sub.add_argument(
        "--line", default="structural_result", help="a line of the book; structural_result unless given"
    )
    sub.add_argument("--year", type=whole_number, default=5, help="0 (start-up) to 5; 5 unless given")


def run(args: argparse.Namespace) -> int:
    """Print a line for each lever that moved the number. Raises `CannotUse` with everything that is wrong."""
    _, pair = both(lambda: refuse(cell_problems(args)), lambda: two_plans(args))
    rows = account(changes(*pair, args.line, args.year))
    when = "the start-up year" if args.year == 0 else f"Year {args.year}"
    print(f"{BOOK.lines[args.line].label} ({args.line}), {when}{names_apart(pair)}")
    wide = max(len(r.effect) for r in rows)
    for r in rows:
        print(f"  {r.effect:>{wide}}  {r.what}{f': {r.moved}' if r.moved else ''}")
    return 0


COMMAND = Command(
    "changes",
    "What changed a number between two plans: each lever alone, and what they do together.",
    run,
    options,
)
