"""`python -m model tornado`."""

from __future__ import annotations

import argparse

from commands.plan_options import add_preset, plan_of
from commands.program import Command
from model.goals.influence import influences
from model.goals.ways_in_words import break_even, ends
from model.units import money

KINDS = {
    "world": "Assumptions about the world",
    "decision": "Decisions",
    "fact": "Facts of the school",
}


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and which levers."""
    add_preset(sub, required=True)
    sub.add_argument("--of", default="world", choices=tuple(KINDS), help="which levers; world unless given")


def run(args: argparse.Namespace) -> int:
    """Print a line for each lever, the one that moves most first, then those that move nothing."""
    result, found = influences(plan_of(args), args.of)
    print(
        f"{KINDS[args.of]}: change of the Year 5 result ({money(result)}) over the usual range, "
        "one lever at a time"
    )
    moving = [i for i in found if i.swing.size >= 0.5]
    wide = max((len(i.swing.lever.label) for i in moving), default=0)
    for i in moving:
        swing = "; ".join(f"{money(change, plus=True)} at {x}" for x, change in ends(i))
        tail = f"; {break_even(i)}" if i.break_even else ""
        print(f"  {i.swing.lever.label:<{wide}}  {swing}{tail}")
    if still := [i.swing.lever.label for i in found if i.swing.size < 0.5]:
        print(f"No effect on Year 5 of this plan: {', '.join(still)}.")
    return 0


COMMAND = Command(
    "tornado",
    "How far each lever moves the Year 5 result over its usual range, and the setting at which it turns.",
    run,
    options,
)
