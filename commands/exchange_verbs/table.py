"""`python -m exchange table`."""

from __future__ import annotations

import argparse

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import add_out, leave
from commands.refusals import refuse
from exchange.table_files import tidy_csv, unknown_lines
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The plans, the file to write, and the lines."""
    add_plans(sub)
    add_out(sub)
    sub.add_argument("--line", action="append", metavar="LINE", help=say("terminal.line_help"))


def run(args: argparse.Namespace) -> int:
    """Give one row for each plan, line and year."""
    refuse(unknown_lines(args.line or []))
    return leave(tidy_csv(given_plans(args), args.line).encode(), args.out, ".csv")
