"""`python -m exchange workbook`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import leave
from commands.program import Command
from commands.refusals import CannotUse
from exchange.workbook import write_workbook
from exchange.workbook.plans import MOST_PLANS


def options(sub: argparse.ArgumentParser) -> None:
    """The plans, and the file, which has to be named because a workbook cannot go to a terminal."""
    add_plans(sub)
    sub.add_argument("--out", required=True, type=Path, metavar="FILE", help="the file to write")


def run(args: argparse.Namespace) -> int:
    """Write the workbook of up to four plans, with today's date on this computer."""
    plans = given_plans(args)
    if len(plans) > MOST_PLANS:
        raise CannotUse(
            f"A workbook holds up to {MOST_PLANS} plans; the file has {len(plans)}. Take some out."
        )
    return leave(write_workbook(plans, today=datetime.now(UTC).astimezone().date()), args.out)


COMMAND = Command("workbook", "Write plans as an Excel workbook with live formulas.", run, options)
