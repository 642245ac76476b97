"""`python -m model sizes`."""

from __future__ import annotations

import argparse
import csv
import sys

from commands.plan_options import add_preset, plan_of
from commands.refusals import CannotUse
from model.forms import CSV, TEXT
from model.results.enrollment_sizes import enrollment_sizes
from model.results.sizes_in_words import run_in_words, told
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan and the form."""
    add_preset(sub, required=True)
    sub.add_argument("--format", choices=(TEXT, CSV), default=TEXT)


def run(args: argparse.Namespace) -> int:
    """Print the range and every run of sizes. Raises `CannotUse` where students are counted by grade."""
    plan = plan_of(args)
    found = enrollment_sizes(plan)
    if found is None:
        raise CannotUse(say("sizes.by_grade"))
    if args.format == CSV:
        rows = [(r.first, r.last, "yes" if r.holds else "no") for r in found.runs]
        csv.writer(sys.stdout, lineterminator="\n").writerows([("first", "last", "covers_costs"), *rows])
        return 0
    print(say("sizes.shell_title", plan=plan.name))
    print(told(found), "", *(f"  {run_in_words(r)}" for r in found.runs), sep="\n")
    return 0
