"""`python -m exchange file`."""

from __future__ import annotations

import argparse

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import add_out, leave
from exchange.files import write


def options(sub: argparse.ArgumentParser) -> None:
    """The plans and the file to write."""
    add_plans(sub)
    add_out(sub)


def run(args: argparse.Namespace) -> int:
    """Give the plans as the page saves them."""
    return leave(write(given_plans(args)), args.out, ".json")
