"""`python -m model run`."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.list_options import add_list, form_of, refuse_changes, refuse_list_options, run_list
from commands.plan_options import add_preset, plan_of, print_remarks_on
from commands.refusals import CannotUse
from model.forms import CSV, JSON, PARQUET, TABLE
from model.plan.facts import of_preset
from model.ranges.rated_results import rated_results
from model.texts import say

_FORMS = (TABLE, CSV, JSON)


def options(sub: argparse.ArgumentParser) -> None:
    """Three ways of giving plans, and the form of the results."""
    sub.add_argument("plan", nargs="?", metavar="FILE.json", help=say("terminal.run_plan_help"))
    add_preset(sub, required=False)
    add_list(sub)
    sub.add_argument("--format", choices=_FORMS)


def run(args: argparse.Namespace) -> int:
    """Print the results. Gives 2 if only some scenarios can be run.

    Raises `CannotUse`, `ScenarioError` or `FileRefused`.
    """
    if sum(way is not None for way in (args.plan, args.preset, args.scenarios)) != 1:
        raise CannotUse(say("terminal.not_one_plan"))
    if args.preset is None:
        refuse_changes(args)
    if args.scenarios is not None:
        return run_list(args, "run", form_of(args, usual=TABLE, forms=(*_FORMS, PARQUET)), {})
    refuse_list_options(args)
    form = args.format or TABLE
    if args.preset is not None:
        plan = plan_of(args)
        print(rated_results([plan], [(plan.name, args.preset)], [of_preset(args.preset)], form), end="")
        return 0
    return _plans(Path(args.plan), form)


def _plans(path: Path, form: str) -> int:
    from commands.plan_files import plans_in  # what reads files is not loaded for a preset

    plans = plans_in(path)
    print_remarks_on([(f.start, f.now) for f in plans])
    names = [(f.name, f.preset) for f in plans]
    print(rated_results([f.now for f in plans], names, [f.facts for f in plans], form), end="")
    return 0
