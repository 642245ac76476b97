"""`python -m model months`."""

from __future__ import annotations

import argparse
import csv
import sys

from commands.number_options import whole_number
from commands.plan_options import add_preset, plan_of
from commands.program import Command
from commands.refusals import both
from model.evidence import CALENDARS
from model.months.months_in_words import lowest, rounded, table, unrounded, warning, year_end
from model.months.year1 import CHOSEN, Months, Timing, calendars, months
from model.results.projection import project
from model.results.result_rows import aligned
from model.texts import counted, say

_FLOWS = {
    "revenue": "terminal.flow_revenue",
    "payroll": "terminal.flow_payroll",
    "grants": "terminal.flow_grants",
    "devices": "terminal.flow_devices",
}


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, when money comes and goes, and the form."""
    add_preset(sub, required=True)
    usual = Timing()
    for flow in CHOSEN:
        keys = ", ".join(c.key for c in calendars(flow))
        about = say("terminal.flow_help", flow=say(_FLOWS[flow]), calendars=keys)
        sub.add_argument(f"--{flow}", default=usual.key(flow), help=about)
    sub.add_argument(
        "--late",
        type=whole_number,
        default=0,
        metavar="MONTHS",
        help=say("terminal.late_help"),
    )
    sub.add_argument("--format", choices=("table", "csv"), default="table")


def run(args: argparse.Namespace) -> int:
    """Print the year. Raises `CannotUse` with everything that is wrong, of the plan and of its timing."""
    plan, timing = both(lambda: plan_of(args), lambda: _timing(args))
    m = months(project([plan]), timing)
    if args.format == "csv":
        head, rows = unrounded(m)
        csv.writer(sys.stdout, lineterminator="\n").writerows([head, *rows])
    else:
        _print_year(plan.name, m, timing)
    return 0


def _timing(args: argparse.Namespace) -> Timing:
    return Timing(**{flow: getattr(args, flow) for flow in CHOSEN}, late=args.late)


def _print_year(name: str, m: Months, timing: Timing) -> None:
    print(say("terminal.months_title", plan=name))
    for flow in CHOSEN:
        found = CALENDARS[timing.key(flow)]
        evidence = f"{found.key}; {found.status}: {', '.join(found.source)}"
        print(f"  {say(_FLOWS[flow])}: {found.label} ({evidence})")
    if timing.late:
        print(f"  {say('terminal.late', count=counted(timing.late))}")
    print(" ".join(filter(None, (lowest(m), warning(m), year_end(m)))))
    head, rows = table(m)
    print("", aligned([head, *rows]), rounded(), sep="\n")


COMMAND = Command("months", "terminal.months_command", run, options)
