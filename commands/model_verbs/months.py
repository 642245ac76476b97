"""`python -m model months`."""

from __future__ import annotations

import argparse
import csv
import sys

from commands.number_options import whole_number
from commands.plan_options import add_preset, plan_of
from commands.refusals import both
from model.evidence import CALENDARS
from model.forms import CSV, TABLE
from model.months.months_in_words import (
    credit,
    lowest,
    lowest_of_years,
    rounded,
    table,
    unrounded,
    warning,
    year_end,
)
from model.months.timing import CHOSEN, Timing, calendars, shares_of
from model.months.within_a_year import YEAR, Months, of_all_years
from model.plan.scenario import Problem, ScenarioError
from model.results.projection import project
from model.results.result_rows import aligned
from model.texts import counted, say
from model.units import year_name
from model.years import OPERATING

_FLOWS = {
    "revenue": "terminal.flow_revenue",
    "payroll": "terminal.flow_payroll",
    "grants": "terminal.flow_grants",
    "devices": "terminal.flow_devices",
}


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the year, when money comes and goes, and the form."""
    add_preset(sub, required=True)
    usual = Timing()
    for flow in CHOSEN:
        keys = ", ".join(c.key for c in calendars(flow))
        about = say("terminal.flow_help", flow=say(_FLOWS[flow]), calendars=keys)
        sub.add_argument(f"--{flow}", default=usual.key(flow), help=about)
    sub.add_argument("--shares", metavar="12 SHARES", help=say("terminal.own_shares_help"))
    sub.add_argument(
        "--late",
        type=whole_number,
        default=0,
        metavar="MONTHS",
        help=say("terminal.late_help"),
    )
    sub.add_argument("--new-students-late", action="store_true", help=say("terminal.new_students_help"))
    which = sub.add_mutually_exclusive_group()
    which.add_argument("--year", type=whole_number, default=YEAR, help=say("terminal.months_year_help"))
    which.add_argument("--every-year", action="store_true", help=say("terminal.months_every_help"))
    sub.add_argument("--format", choices=(TABLE, CSV), default=TABLE)


def run(args: argparse.Namespace) -> int:
    """Print one year or all. Raises `CannotUse` with everything that is wrong, of the plan and its timing."""
    plan, timing = both(lambda: plan_of(args), lambda: _timing(args))
    years = of_all_years(project([plan]), timing)
    shown = years if args.every_year else years[args.year - 1 : args.year]
    if args.format == CSV:
        _write(shown, with_year=args.every_year)
        return 0
    for m in shown:
        _print_year(plan.name, m, timing)
    print("", lowest_of_years(years), sep="\n")
    return 0


def _timing(args: argparse.Namespace) -> Timing:
    problems: list[Problem] = []
    if args.year not in OPERATING:
        problems.append(Problem("year", args.year, say("months.no_year", year=args.year)))
    own: tuple[float, ...] = ()
    try:
        own = shares_of(args.shares) if args.shares is not None else ()
    except ScenarioError as e:
        problems += e.problems
    chosen = {flow: getattr(args, flow) for flow in CHOSEN}
    try:
        timing = Timing(**chosen, late=args.late, own=own, growth_late=args.new_students_late)
    except ScenarioError as e:
        raise ScenarioError([*e.problems, *problems]) from None
    if problems:
        raise ScenarioError(problems)
    return timing


def _write(years: tuple[Months, ...], *, with_year: bool) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    for i, m in enumerate(years):
        head, rows = unrounded(m)
        if i == 0:
            out.writerow(["year", *head] if with_year else head)
        out.writerows([m.of_year, *row] if with_year else row for row in rows)


def _print_year(name: str, m: Months, timing: Timing) -> None:
    print(say("terminal.months_title", plan=name, year=year_name(m.of_year)))
    for flow in CHOSEN:
        if flow == "revenue" and timing.own:
            print(f"  {say('terminal.own_shares', flow=say(_FLOWS[flow]))}")
            continue
        found = CALENDARS[timing.key(flow)]
        evidence = f"{found.key}; {found.status}: {', '.join(found.source)}"
        print(f"  {say(_FLOWS[flow])}: {found.label} ({evidence})")
    if timing.late:
        print(f"  {say('terminal.late', count=counted(timing.late))}")
    print(" ".join(filter(None, (lowest(m), warning(m), credit(m), year_end(m)))))
    head, rows = table(m)
    print("", aligned([head, *rows]), rounded(), sep="\n")
