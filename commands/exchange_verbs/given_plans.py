"""The plans that a command was given: a preset with changes, or a file of plans, with or without changes."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.plan_files import plans_in
from commands.plan_options import add_preset, plan_of, print_remarks_on, taken_of
from commands.refusals import CannotUse, both, print_remark
from commands.started import typed
from exchange.files import Filed
from model.plan.each_year import marks_beside
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.texts import language, name_lines, say, speaking
from model.texts.language import ENGLISH


def add_plans(sub: argparse.ArgumentParser) -> None:
    """The options that name plans, the same for every command."""
    add_preset(sub, required=False)
    sub.add_argument("--plan", type=Path, metavar="FILE.json", help=say("terminal.plan_help"))


def given_plans(args: argparse.Namespace, *, for_people: bool = False) -> list[Filed]:
    """The plans. A preset is named in the language of now `for_people`, else in English, whoever asks.

    Raises `CannotUse`, `ScenarioError` or `FileRefused` with everything that is wrong.
    """
    if (args.preset is None) == (args.plan is None):
        wrong = "terminal.neither_plan" if args.preset is None else "terminal.both_plans"
        raise CannotUse(say(wrong, program=typed("model")))
    if args.preset is not None:
        now = plan_of(args)  # first: it reports everything that is wrong, not only the preset
        with speaking(language() if for_people else ENGLISH):
            now = now.named(Scenario.preset(args.preset).name)
        return [Filed(begun_from(args.preset, Scenario.preset(args.preset), now))]
    taken, found = both(lambda: taken_of(args), lambda: plans_in(args.plan))
    changed = [
        Filed(
            f.plan.changed({**marks_beside(taken.changes, f.plan.now), **taken.changes}),
            f.reason,
            f.notebook,
        )
        for f in found
    ]
    name_lines(changed[0].now.names)
    for remark in taken.remarks:
        print_remark(remark.in_print)
    print_remarks_on([(f.start, f.now) for f in changed])
    return changed
