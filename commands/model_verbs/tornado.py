"""`python -m model tornado`."""

from __future__ import annotations

import argparse

from commands.plan_options import add_preset, plan_of
from model.goals.influence import influences
from model.goals.ways_in_words import break_even, ends
from model.texts import say
from model.units import money

TITLES = {"world": "terminal.of_world", "decision": "terminal.of_decisions", "fact": "terminal.of_facts"}


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and which levers."""
    add_preset(sub, required=True)
    sub.add_argument("--of", default="world", choices=tuple(TITLES), help=say("terminal.of_help"))


def run(args: argparse.Namespace) -> int:
    """Print a line for each lever, the one that moves most first, then those that move nothing."""
    plan = plan_of(args)
    result, found = influences(plan, args.of)
    print(plan.name)
    print(say(TITLES[args.of], result=money(result)))
    moving = [i for i in found if i.swing.size >= 0.5]
    wide = max((len(i.swing.lever.label) for i in moving), default=0)
    for i in moving:
        told = [say("terminal.change_at", change=money(x, plus=True), value=end) for end, x in ends(i)]
        told += [break_even(i)] if i.break_even else []
        print(f"  {i.swing.lever.label:<{wide}}  {' | '.join(told)}")
    if still := [i.swing.lever.label for i in found if i.swing.size < 0.5]:
        print(say("terminal.no_effect"), *still, sep="\n  ")
    return 0
