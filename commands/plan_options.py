"""What the command line is given: a preset with changes, files of plans, a line and a year. All that is wrong
is said at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from exchange import files
from model.evidence import Value
from model.explain.trace import find_line
from model.grades import cohorts
from model.lines.worksheet import FROM_YEAR_2
from model.plan.in_play import unused
from model.plan.scenario import Problem, Scenario, ScenarioError, parse, set_aside

WRONG_INPUT = 2  # the exit status


def complain(messages: Iterable[str]) -> int:
    """Every message on standard error; gives the exit status of input that cannot be used."""
    for m in messages:
        print(m, file=sys.stderr)
    return WRONG_INPUT


def add_plan_options(sub: argparse.ArgumentParser, *, required: bool) -> None:
    """The options that make a plan, the same for every command."""
    sub.add_argument("--preset", required=required, help="where to start from; see the command presets")
    sub.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="LEVER=VALUE",
        help="change a lever; five values with commas are years 1 to 5",
    )


def plan_of(args: argparse.Namespace) -> Scenario:
    """The plan of --preset and --set. Raises `ScenarioError` with everything that is wrong."""
    problems: list[Problem] = []
    base, changes = None, {}
    try:
        base = Scenario.preset(args.preset)
    except ScenarioError as e:
        problems += e.problems
    try:
        changes = changes_of(args.set, remark=base is not None)
    except ScenarioError as e:
        problems += e.problems
    if problems or base is None:
        raise ScenarioError(problems)
    plan = base.changed(changes)
    for said in (*unused(plan, changes), *cohorts.remarks(plan)):
        print(f"Note: {said}", file=sys.stderr)
    return plan


def changes_of(settings: Sequence[str], *, remark: bool = True) -> dict[str, Value]:
    """The values of every --set. Raises `ScenarioError` with everything that is wrong."""
    problems: list[Problem] = []
    changes: dict[str, Value] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        key = key.strip()
        if not equals:
            problems.append(Problem(key, None, f"--set {setting[:60]!r}: write it as LEVER=VALUE."))
        elif key in changes:
            problems.append(Problem(key, text, f"{key} is set twice. Keep one --set for it."))
        else:
            try:
                changes[key] = parse(key, text)
            except ScenarioError as e:
                problems += e.problems
    if problems:
        raise ScenarioError(problems)
    if remark:
        _remark(changes)
    return changes


def _remark(changes: dict[str, Value]) -> None:
    """Say on standard error what a value per year implies, so that nothing happens in silence."""
    for key, value in set_aside(changes).items():
        print(f"Note: five yearly values are given, so {key} is set to {value:g}.", file=sys.stderr)
    for key, value in changes.items():
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0:
            print(f"Note: {key} for Year 1 is not used; {FROM_YEAR_2[key]}.", file=sys.stderr)


def no_cell(args: argparse.Namespace) -> list[str]:
    """What is wrong with --line and --year."""
    problems = []
    try:
        find_line(args.line)
    except KeyError as e:
        problems.append(str(e.args[0]))
    if not 0 <= args.year <= 5:
        problems.append(f"Year {args.year} is not in the model. Give a year from 0 (start-up) to 5.")
    return problems


def two_plans(args: argparse.Namespace) -> tuple[Scenario, Scenario]:
    """The plans that are compared. Raises `ScenarioError` and `FileRefused`."""
    if bool(args.plans) == (args.preset is not None) or len(args.plans) > 2:
        raise ScenarioError(
            [Problem("plans", None, "Give one or two files of plans, or --preset with --set, and not both.")]
        )
    if args.preset is not None:
        return Scenario.preset(args.preset), plan_of(args)
    if args.set:
        raise ScenarioError(
            [Problem("set", None, "--set goes with --preset; a file of plans holds every lever.")]
        )
    found = [_plans_in(Path(name)) for name in args.plans]
    if len(found) == 2:
        return found[0][0].now, found[1][0].now
    first, *others = found[0]
    return (first.now, others[0].now) if others else (first.start, first.now)


def _plans_in(path: Path) -> Sequence[files.Filed]:
    try:
        content = path.read_bytes()
    except OSError as e:
        raise files.FileRefused([unreadable(path, e)]) from e
    found = files.read(content)
    for remark in found.remarks:
        print(f"Note: {remark}", file=sys.stderr)
    return found.plans


def unreadable(path: object, e: OSError) -> str:
    return f"The file {path} cannot be read: {e.strerror}. Check its name and place."
