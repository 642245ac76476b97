"""`python -m exchange link`."""

from __future__ import annotations

import argparse

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import add_out, leave
from commands.refusals import CannotUse, both, print_remark, refuse
from exchange.link import address_of, qr_svg
from exchange.link_base import fault_of, reach_in_words
from model.texts import say

BASE = "http://127.0.0.1:8501/"  # where `make run` opens the page


def options(sub: argparse.ArgumentParser) -> None:
    """The plans, the file to write, and where the page is."""
    add_plans(sub)
    add_out(sub)
    about = say("terminal.base_help", base=BASE)
    sub.add_argument("--base", default=BASE, metavar="ADDRESS", help=about)


def run(args: argparse.Namespace) -> int:
    """Give a link for each plan, or the QR code of one."""
    plans, base = both(lambda: given_plans(args), lambda: base_of(args))
    links = [address_of(filed.plan, base) for filed in plans]
    if args.out is None or args.out.suffix.lower() != ".svg":
        status = leave("".join(f"{x}\n" for x in links).encode(), args.out, ".txt", ".svg")
    elif len(links) > 1:
        raise CannotUse(say("terminal.one_code", plans=len(links)))
    else:
        status = leave(qr_svg(links[0]).encode(), args.out)
    if remark := reach_in_words(base):
        print_remark(remark)
    return status


def base_of(args: argparse.Namespace) -> str:
    """Where the page is. Raises `CannotUse` for what is no address of the web."""
    base = str(args.base)
    refuse(say("terminal.of_base", message=fault) for fault in filter(None, [fault_of(base)]))
    return base
