"""The options of a command that name a plan: a preset with changes. All faults are reported at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from commands.grade_table_file import add_grades, grades_in
from commands.refusals import both, print_remark
from model.grades import cohorts
from model.plan import own_faults
from model.plan.scenario import Problem, Scenario
from model.plan.taken import Taken, news, take
from model.results.idle_settings import idle_settings
from model.results.plan_remarks import how_many, plan_remarks
from model.sentences import Sentences
from model.starts.naming import name_now
from model.texts import name_lines, naming, quoted, say


def add_preset(sub: argparse.ArgumentParser, *, required: bool) -> None:
    """The options that make a plan of a preset, the same for every command."""
    sub.add_argument("--preset", required=required, help=say("terminal.preset_help"))
    sub.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="SETTING=VALUE",
        help=say("terminal.set_help"),
    )
    add_grades(sub)


def needs_preset(sub: argparse.ArgumentParser) -> None:
    """The options of a command that takes a plan and nothing else."""
    add_preset(sub, required=True)


def plan_of(args: argparse.Namespace) -> Scenario:
    """The plan of --preset and --set, named with its students of now.

    Raises `CannotUse` with everything that is wrong.
    """
    base, taken = both(lambda: Scenario.preset(args.preset), lambda: taken_of(args))
    plan = own_faults.checked(base.changed(taken.changes))
    name_lines(plan.names)
    print_remarks(base, plan, taken)
    return plan.named(name_now(base, plan))


def taken_of(args: argparse.Namespace) -> Taken:
    """The values of --grades and of every --set, which comes after it.

    Raises `CannotUse` or `ScenarioError`.
    """
    table, taken = both(lambda: grades_in(args.grades), lambda: taken_from(args.set))
    return replace(taken, changes={**table, **taken.changes})


def taken_from(settings: Sequence[str]) -> Taken:
    """The values of every --set. Raises `ScenarioError` with everything that is wrong."""
    problems: list[Problem] = []
    given: dict[str, str] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        key = key.strip()
        if not equals:
            problems.append(Problem(key, None, say("terminal.no_setting", given=quoted(setting[:60]))))
        elif key in given:
            problems.append(Problem(key, text, say("terminal.set_twice", setting=key)))
        else:
            given[key] = text
    taken = take(given.items())
    return replace(taken, problems=(*problems, *taken.problems)).or_refuse()


def print_remarks(start: Scenario, now: Scenario, taken: Taken) -> None:
    """Write to standard error what there is to know about the values that were given."""
    for remark in (*news(taken.remarks, start.values, now.values), *plan_remarks(start, now)):
        print_remark(remark.in_print)
    for said in cohorts.remarks(now):
        print_remark(said)


def print_remarks_on(plans: Sequence[tuple[Scenario, Scenario]]) -> None:
    """The same for plans of a file: by start and plan. At most fifty, and how many more there are."""
    said = Sentences()
    idle = idle_settings(plans)
    for (start, now), keys in zip(plans, idle, strict=True):
        if not said.room:
            said.count(how_many(start, now, keys) + len(cohorts.remarks(now)))
            continue
        with naming(now.names):
            found = (*(r.in_print for r in plan_remarks(start, now, keys)), *cohorts.remarks(now))
        for remark in found:
            said.add(
                say("terminal.of_plan", name=name_now(start, now), message=remark)
                if len(plans) > 1
                else remark
            )
    for remark in said.told("terminal.more_remarks"):
        print_remark(remark)


def cell_problems(args: argparse.Namespace) -> list[str]:
    """What is wrong with --line and --year."""
    from model.explain.trace import find_line  # only some commands name a line

    problems = []
    try:
        find_line(args.line)
    except KeyError as e:
        problems.append(str(e.args[0]))
    if not 0 <= args.year <= 5:
        problems.append(say("terminal.no_such_year", year=args.year))
    return problems
