"""`python -m exchange workbook`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import leave
from commands.refusals import CannotUse
from exchange.workbook import write_workbook
from exchange.workbook.plans import MOST_PLANS
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The plans, and the file, which has to be named because a workbook cannot go to a terminal."""
    add_plans(sub)
    sub.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help=say("terminal.workbook_out_help")
    )


def run(args: argparse.Namespace) -> int:
    """Write the workbook of up to four plans, with today's date on this computer."""
    plans = given_plans(args, for_people=True)
    if len(plans) > MOST_PLANS:
        raise CannotUse(say("terminal.too_many_for_workbook", most=MOST_PLANS, plans=len(plans)))
    return leave(write_workbook(plans, today=datetime.now(UTC).astimezone().date()), args.out, ".xlsx")
