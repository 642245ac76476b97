"""`python -m exchange slides`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import leave
from commands.program import Command
from commands.refusals import CannotUse, refuse
from exchange.slides import what_to_install, write_slides
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and the file, which has to be named because slides cannot go to a terminal."""
    add_plans(sub)
    sub.add_argument(
        "--out", required=True, type=Path, metavar="FILE.pptx", help=say("terminal.workbook_out_help")
    )


def run(args: argparse.Namespace) -> int:
    """Write the slides of one plan, with today's date on this computer."""
    refuse(filter(None, [what_to_install()]))
    plans = given_plans(args, for_people=True)
    if len(plans) > 1:
        raise CannotUse(say("slides.one_deck", plans=len(plans)))
    return leave(write_slides(plans[0], today=datetime.now(UTC).astimezone().date()), args.out)


COMMAND = Command("slides", "slides.command", run, options)
