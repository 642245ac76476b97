"""The plans that a command was given: a preset with changes, or a file of plans, with or without changes."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.named_files import content_of
from commands.plan_options import add_preset, plan_of, print_remarks, taken_from
from commands.refusals import CannotUse, print_remark
from exchange import files
from exchange.files import Filed
from model.plan.plan import begun_from
from model.plan.scenario import Scenario


def add_plans(sub: argparse.ArgumentParser) -> None:
    """The options that name plans, the same for every command."""
    add_preset(sub, required=False)
    sub.add_argument("--plan", type=Path, metavar="FILE.json", help="a file of plans, in place of --preset")


def given_plans(args: argparse.Namespace) -> list[Filed]:
    """The plans. Raises `CannotUse`, `ScenarioError` or `FileRefused` with everything that is wrong."""
    if (args.preset is None) == (args.plan is None):
        raise CannotUse("Give either --preset or --plan. `python -m model presets` lists the presets.")
    if args.preset is not None:
        now = plan_of(args)  # first: it reports everything that is wrong, not only the preset
        return [Filed(begun_from(args.preset, Scenario.preset(args.preset), now))]
    taken = taken_from(args.set)
    found = files.read(content_of(args.plan))
    for remark in found.remarks:
        print_remark(remark)
    changed = [Filed(f.plan.changed(taken.changes), f.reason, f.notebook) for f in found.plans]
    for filed in changed:
        print_remarks(filed.start, filed.now, taken)
    return changed
