"""The two plans that a command compares: a preset and its changes, or one or two files of plans."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.plan_files import plans_in
from commands.plan_options import add_preset, plan_of, print_remarks_on
from commands.refusals import CannotUse
from model.plan.scenario import Scenario
from model.texts import counted, quoted, say


def add_two_plans(sub: argparse.ArgumentParser) -> None:
    """The options that name two plans."""
    sub.add_argument("plans", nargs="*", metavar="FILE.json", help=say("terminal.two_plans_help"))
    add_preset(sub, required=False)


def two_plans(args: argparse.Namespace) -> tuple[Scenario, Scenario]:
    """The plans, before and after. Raises `CannotUse`, `ScenarioError` or `FileRefused`."""
    if bool(args.plans) == (args.preset is not None) or len(args.plans) > 2:
        wrong = "terminal.not_two_plans" if args.preset is None else "terminal.files_and_preset"
        raise CannotUse(say(wrong, count=counted(len(args.plans))))
    if args.preset is not None:
        return Scenario.preset(args.preset), plan_of(args)
    if args.set:
        raise CannotUse(say("terminal.set_without_plan", given=quoted(args.set[0][:60])))
    if args.grades:
        raise CannotUse(say("terminal.grades_without_preset", given=quoted(str(args.grades)[:60])))
    first, *others = (plans_in(Path(name)) for name in args.plans)
    taken = [first[0], *(plans[0] for plans in others)] if others else list(first[:2])
    print_remarks_on([(f.start, f.now) for f in taken])
    named = [f.now.named(f.name) for f in taken]
    return (named[0], named[1]) if len(named) > 1 else (taken[0].start, named[0])


def between(pair: tuple[Scenario, Scenario]) -> dict[str, str]:
    """Which plan is which, for a heading; empty where both have the same name."""
    before, after = (s.name for s in pair)
    return {} if before == after else {"before": quoted(before), "after": quoted(after)}
