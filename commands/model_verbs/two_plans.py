"""The two plans that a command compares: a preset and its changes, or one or two files of plans."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from commands.named_files import content_of
from commands.plan_options import add_preset, plan_of
from commands.refusals import CannotUse, print_remark
from exchange import files
from model.plan.scenario import Scenario

_FILES = (
    "one file: its plan against its own start, or its first plan against its second; "
    "two files: their first plans"
)


def add_two_plans(sub: argparse.ArgumentParser) -> None:
    """The options that name two plans."""
    sub.add_argument("plans", nargs="*", metavar="FILE.json", help=_FILES)
    add_preset(sub, required=False)


def two_plans(args: argparse.Namespace) -> tuple[Scenario, Scenario]:
    """The plans, before and after. Raises `CannotUse`, `ScenarioError` or `FileRefused`."""
    if bool(args.plans) == (args.preset is not None) or len(args.plans) > 2:
        raise CannotUse("Give one or two files of plans, or --preset with --set, and not both.")
    if args.preset is not None:
        return Scenario.preset(args.preset), plan_of(args)
    if args.set:
        raise CannotUse("--set goes with --preset; a file of plans holds every lever.")
    first, *others = (_plans_in(Path(name)) for name in args.plans)
    if others:
        return first[0].now, others[0][0].now
    return (first[0].now, first[1].now) if len(first) > 1 else (first[0].start, first[0].now)


def _plans_in(path: Path) -> Sequence[files.Filed]:
    found = files.read(content_of(path))
    for remark in found.remarks:
        print_remark(remark)
    return found.plans


def names_apart(pair: tuple[Scenario, Scenario]) -> str:
    """Which plan is which, for a heading; empty where both have the same name."""
    before, after = (s.name for s in pair)
    return "" if before == after else f": from {before!r} to {after!r}"
