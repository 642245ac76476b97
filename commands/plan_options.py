"""The options of a command that name a plan: a preset with changes. All faults are reported at once."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from commands.refusals import both, print_remark
from model.evidence import Value
from model.explain.trace import find_line
from model.grades import cohorts
from model.lines.worksheet import FROM_YEAR_2
from model.plan.in_play import unused
from model.plan.scenario import Problem, Scenario, ScenarioError, parse, set_aside


def add_preset(sub: argparse.ArgumentParser, *, required: bool) -> None:
    """The options that make a plan of a preset, the same for every command."""
    sub.add_argument("--preset", required=required, help="where to start from; see the command presets")
    sub.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="LEVER=VALUE",
        help="change a lever; five values with commas are years 1 to 5",
    )


def needs_preset(sub: argparse.ArgumentParser) -> None:
    """The options of a command that takes a plan and nothing else."""
    add_preset(sub, required=True)


def plan_of(args: argparse.Namespace) -> Scenario:
    """The plan of --preset and --set. Raises `CannotUse` with everything that is wrong."""
    base, changes = both(lambda: Scenario.preset(args.preset), lambda: changes_of(args.set))
    say_what_is_implied(changes)
    plan = base.changed(changes)
    for said in (*unused(plan, changes), *cohorts.remarks(plan)):
        print_remark(said)
    return plan


def changes_of(settings: Sequence[str]) -> dict[str, Value]:
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
    return changes


def say_what_is_implied(changes: Mapping[str, Value]) -> None:
    """Write to standard error what a value per year implies, so that nothing changes silently."""
    for key, value in set_aside(changes).items():
        print_remark(f"five yearly values are given, so {key} is set to {value:g}.")
    for key, value in changes.items():
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0:
            print_remark(f"{key} for Year 1 is not used; {FROM_YEAR_2[key]}.")


def cell_problems(args: argparse.Namespace) -> list[str]:
    """What is wrong with --line and --year."""
    problems = []
    try:
        find_line(args.line)
    except KeyError as e:
        problems.append(str(e.args[0]))
    if not 0 <= args.year <= 5:
        problems.append(f"Year {args.year} is not in the model. Give a year from 0 (start-up) to 5.")
    return problems
