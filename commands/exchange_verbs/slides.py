"""`python -m exchange slides`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.exchange_verbs.link import base_of
from commands.named_files import leave
from commands.refusals import CannotUse, both, print_remark, refuse
from exchange.link_base import reach_in_words
from exchange.slides import what_to_install, write_slides
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, where its link in the notes leads, and the file, because slides cannot go to a terminal."""
    add_plans(sub)
    sub.add_argument("--base", default="", metavar="ADDRESS", help=say("slides.base_help"))
    sub.add_argument(
        "--out", required=True, type=Path, metavar="FILE.pptx", help=say("terminal.workbook_out_help")
    )


def run(args: argparse.Namespace) -> int:
    """Write the slides of one plan, with today's date on this computer."""
    refuse(filter(None, [what_to_install()]))
    plans, base = both(lambda: given_plans(args, for_people=True), lambda: args.base and base_of(args))
    if len(plans) > 1:
        raise CannotUse(say("slides.one_deck", plans=len(plans)))
    today = datetime.now(UTC).astimezone().date()
    status = leave(write_slides(plans[0], base=base, today=today), args.out, ".pptx")
    if base and (remark := reach_in_words(base)):
        print_remark(remark)
    return status
