"""`python -m model run`."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.plan_options import add_preset, plan_of, print_remarks_on
from commands.program import WRONG_INPUT
from commands.refusals import CannotUse, print_remark
from commands.streams import tell
from model.plan.facts import of_preset
from model.ranges.rated_results import rated_results
from model.texts import quoted, say


def options(sub: argparse.ArgumentParser) -> None:
    """Three ways of giving plans, and the form of the results."""
    sub.add_argument("plan", nargs="?", metavar="FILE.json", help=say("terminal.run_plan_help"))
    add_preset(sub, required=False)
    sub.add_argument("--scenarios", metavar="FILE.csv", help=say("terminal.scenarios_help"))
    sub.add_argument("--format", choices=("table", "csv", "json"), default="table")


def run(args: argparse.Namespace) -> int:
    """Print the results. Gives 2 if only some scenarios can be run.

    Raises `CannotUse`, `ScenarioError` or `FileRefused`.
    """
    if sum(way is not None for way in (args.plan, args.preset, args.scenarios)) != 1:
        raise CannotUse(say("terminal.not_one_plan"))
    if args.set and args.preset is None:
        raise CannotUse(say("terminal.set_without_preset", given=quoted(args.set[0][:60])))
    if args.grades and args.preset is None:
        raise CannotUse(say("terminal.grades_without_preset", given=quoted(str(args.grades)[:60])))
    if args.preset is not None:
        plan = plan_of(args)
        print(
            rated_results([plan], [(plan.name, args.preset)], [of_preset(args.preset)], args.format), end=""
        )
        return 0
    if args.plan is not None:
        return _plans(Path(args.plan), args.format)
    return _scenarios(Path(args.scenarios), args.format)


def _plans(path: Path, form: str) -> int:
    from commands.plan_files import plans_in  # what reads files is not loaded for a preset

    plans = plans_in(path)
    print_remarks_on([(f.start, f.now) for f in plans])
    names = [(f.name, f.preset) for f in plans]
    print(rated_results([f.now for f in plans], names, [f.facts for f in plans], form), end="")
    return 0


def _scenarios(path: Path, form: str) -> int:
    """Good rows are printed, bad ones are named, so that one bad row does not hide the others."""
    from commands.named_files import LIST, content_of
    from exchange.list_text import MOST_BYTES
    from exchange.scenario_list import read_table

    table = read_table(content_of(path, MOST_BYTES, LIST))
    for remark in table.remarks:
        print_remark(remark)
    if table.rows:
        names = [(r.name, r.preset) for r in table.rows]
        facts = [of_preset(r.preset) for r in table.rows]
        print(rated_results([r.scenario for r in table.rows], names, facts, form), end="")
    for problem in table.problems:
        tell(problem)
    return WRONG_INPUT if table.problems else 0
