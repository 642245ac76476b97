"""The plans that a command was given: a preset with changes, or a file of plans, perhaps with changes too."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from commands.plan_options import add_plan_options, changes_of, plan_of
from exchange import files
from exchange.files import Filed
from model.plan.plan import begun_from
from model.plan.scenario import Scenario


class CannotUse(ValueError):  # noqa: N818  # said of what was given, not of the program
    """What was given on the command line cannot be used; the message says why and what to do."""


def add_plans(sub: argparse.ArgumentParser) -> None:
    """The options that name plans, the same for every command."""
    add_plan_options(sub, required=False)
    sub.add_argument("--plan", type=Path, metavar="FILE.json", help="a file of plans, in place of --preset")


def given_plans(args: argparse.Namespace) -> list[Filed]:
    """The plans. Raises `ScenarioError`, `FileRefused` or `CannotUse` with everything that is wrong."""
    if (args.preset is None) == (args.plan is None):
        raise CannotUse("Give either --preset or --plan. `python -m model presets` lists the presets.")
    if args.preset is not None:
        now = plan_of(args)  # first: it names everything that is wrong, not the preset alone
        return [Filed(begun_from(args.preset, Scenario.preset(args.preset), now))]
    changes = changes_of(args.set)
    try:
        content = args.plan.read_bytes()
    except OSError as e:
        raise CannotUse(
            f"The file {args.plan} cannot be read: {e.strerror}. Check its name and place."
        ) from None
    found = files.read(content)
    for remark in found.remarks:
        print(f"Note: {remark}", file=sys.stderr)
    return [Filed(f.plan.changed(changes), f.reason, f.notebook) for f in found.plans]
