"""`python -m model months`: Year 1 month by month, from a shell."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Sequence

from model.evidence import CALENDARS
from model.months.months_in_words import ROUNDED, lowest, table, unrounded, warning, year_end
from model.months.year1 import CHOSEN, Months, Timing, calendars, months
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import project

HELP = "Year 1 month by month: does the money last until the next payment?"
_FLOWS = {
    "revenue": "when public revenue arrives",
    "payroll": "when pay goes out",
    "grants": "when grants arrive",
    "devices": "when devices are paid",
}


def add_options(sub: argparse.ArgumentParser) -> None:
    """The options beside those that make a plan."""
    usual = Timing()
    for flow in CHOSEN:
        keys = ", ".join(c.key for c in calendars(flow))
        sub.add_argument(f"--{flow}", default=usual.key(flow), help=f"{_FLOWS[flow]}: {keys}")
    sub.add_argument(
        "--late", type=int, default=0, metavar="MONTHS", help="the first payment of public revenue is late"
    )
    sub.add_argument("--format", choices=("table", "csv"), default="table")


def run(plan_of: Callable[[argparse.Namespace], Scenario], args: argparse.Namespace) -> int:
    """Print the year. Raises `ScenarioError` with everything that is wrong, of the plan and of its timing."""
    problems: list[Problem] = []
    plan, timing = None, None
    try:
        plan = plan_of(args)
    except ScenarioError as e:
        problems += e.problems
    try:
        timing = Timing(**{flow: getattr(args, flow) for flow in CHOSEN}, late=args.late)
    except ScenarioError as e:
        problems += e.problems
    if plan is None or timing is None:
        raise ScenarioError(problems)
    m = months(project([plan]), timing)
    print(_csv(*unrounded(m)) if args.format == "csv" else _for_people(plan.name, m, timing), end="")
    return 0


def _for_people(name: str, m: Months, timing: Timing) -> str:
    said = [f"{name}: Year 1, month by month"]
    said += [f"  {_FLOWS[flow]}: {_chosen(timing, flow)}" for flow in CHOSEN]
    if timing.late:
        said.append(f"  the first payment comes {timing.late} month{'s' * (timing.late > 1)} late")
    said += [" ".join(filter(None, (lowest(m), warning(m), year_end(m)))), "", _aligned(*table(m)), ROUNDED]
    return "\n".join(said) + "\n"


def _chosen(timing: Timing, flow: str) -> str:
    found = CALENDARS[timing.key(flow)]
    return f"{found.label} ({found.key}; {found.status}: {', '.join(found.source)})"


def _aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    wide = [max(len(r[c]) for r in (head, *rows)) for c in range(len(head))]
    return "\n".join(
        "  ".join(x.rjust(w) if c else x.ljust(w) for c, (x, w) in enumerate(zip(r, wide, strict=True)))
        for r in (head, *rows)
    )


def _csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()
