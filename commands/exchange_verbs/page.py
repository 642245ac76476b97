"""`python -m exchange page`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import leave
from commands.refusals import CannotUse, both, print_remark, refuse
from exchange.files import Filed
from exchange.link import LinkTooLong, address_of
from exchange.link_base import fault_of, works_elsewhere
from exchange.mail_file import page_to_mail
from model.texts import quoted, say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, its sliders, and the file, which has to be named because a page belongs into no terminal."""
    add_plans(sub)
    sub.add_argument("--settings", nargs="+", metavar="KEY", help=say("mail.settings_help"))
    sub.add_argument("--notes", action="store_true", help=say("mail.notes_help"))
    sub.add_argument("--base", default="", metavar="ADDRESS", help=say("mail.base_help"))
    sub.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help=say("terminal.workbook_out_help")
    )


def run(args: argparse.Namespace) -> int:
    """Write the page of one plan, with today's date on this computer."""
    plans, base = both(lambda: given_plans(args, for_people=True), lambda: _base_of(args))
    if len(plans) > 1:
        raise CannotUse(say("mail.one_plan", plans=len(plans)))
    today = datetime.now(UTC).astimezone().date()
    (plan,) = plans
    page = page_to_mail(plan, settings=args.settings, notes=args.notes, base=base, today=today)
    status = leave(page, args.out, ".html", ".htm")
    if args.notes and not (plan.notebook.notes or plan.notebook.decisions):
        print_remark(say("mail.no_notes"))
    if base and (remark := _no_link(plan, base)):
        print_remark(remark)
    return status


def _no_link(plan: Filed, base: str) -> str:
    """Why the page has no link although an address was given; nothing where it has one."""
    if not works_elsewhere(base):
        return say("mail.no_link", address=quoted(base[:60]))
    try:
        address_of(plan.plan, base)
    except LinkTooLong as e:
        return str(e)
    return ""


def _base_of(args: argparse.Namespace) -> str:
    """Where the full tool is, if it is said. Raises `CannotUse` for what is no address of the web."""
    base = str(args.base)
    fault = fault_of(base) if base else ""
    refuse(say("terminal.of_base", message=fault) for fault in filter(None, [fault]))
    return base
