"""`python -m exchange handout`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.exchange_verbs.link import base_of
from commands.named_files import leave
from commands.refusals import CannotUse, both, print_remark
from exchange.handout import board_pdf
from exchange.link_base import reach_in_words
from model.texts import say

PAPERS = ("letter", "a4")


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the paper, what the page holds beside the usual, where its link leads, and the file."""
    add_plans(sub)
    sub.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help=say("handout.paper_help"))
    sub.add_argument("--brief", action="store_true", help=say("handout.brief_help"))
    sub.add_argument("--decisions", action="store_true", help=say("handout.decisions_help"))
    sub.add_argument("--base", default="", metavar="ADDRESS", help=say("handout.base_help"))
    sub.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help=say("terminal.workbook_out_help")
    )


def run(args: argparse.Namespace) -> int:
    """Write the page of one plan, with today's date on this computer."""
    plans, base = both(lambda: given_plans(args, for_people=True), lambda: args.base and base_of(args))
    if len(plans) > 1:
        raise CannotUse(say("handout.one_plan", plans=len(plans)))
    (plan,) = plans
    page = board_pdf(
        plan,
        paper=args.paper,
        brief=args.brief,
        decisions=args.decisions,
        base=base,
        today=datetime.now(UTC).astimezone().date(),
    )
    status = leave(page, args.out, ".pdf")
    if args.decisions and not plan.notebook.decisions:
        print_remark(say("handout.no_decisions"))
    if base and (remark := reach_in_words(base)):
        print_remark(remark)
    return status
