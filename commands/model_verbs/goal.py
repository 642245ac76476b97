"""`python -m model goal`."""

from __future__ import annotations

import argparse

from commands.plan_options import add_preset, plan_of
from commands.refusals import both
from model.goals.combining import combined, opened_by
from model.goals.edges import edges
from model.goals.goal import GOALS
from model.goals.limits import CLASS_SIZE, KEPT, Limits
from model.goals.pupils import felt
from model.goals.reaching import reach
from model.goals.ways_in_words import (
    alone,
    blocked,
    cut_short,
    on_edge,
    pupils,
    size,
    standing,
    step,
    would_break,
)
from model.plan.scenario import Scenario
from model.texts import listed, say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the goal, and what may not happen on the way."""
    add_preset(sub, required=True)
    sub.add_argument("--goal", default="sustainable", choices=tuple(GOALS), help=say("terminal.goal_help"))
    sub.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="LIMIT",
        help=say("terminal.limit_help", class_size=CLASS_SIZE, kept=", ".join(KEPT)),
    )


def run(args: argparse.Namespace) -> int:
    """Print where the plan stands and the smallest changes that reach the goal. Raises `CannotUse`."""
    plan, limits = both(lambda: plan_of(args), lambda: Limits.parse(args.limit))
    found = reach(plan, Scenario.preset(args.preset), GOALS[args.goal], limits)
    print(plan.name, standing(found), sep="\n")
    if found.is_met:
        if lost := would_break(found):
            print(say("find_a_fix.would_break"), *(f"  {x}" for x in lost), sep="\n")
        return 0
    answer = combined(found)
    routes = (*found.nearest, *answer.routes)
    noticed = felt(plan, [plan.changed(r.changes) for r in routes])
    said = [
        "\n          ".join(
            (f"  {size(r):>6}  {listed(map(step, r.steps))}", pupils(n), *on_edge(edges(plan, r)))
        )
        for r, n in zip(routes, noticed, strict=True)
    ]
    single = len(found.nearest)
    print(f"\n{say('terminal.one_setting')}", *said[:single], f"  {alone(found)}", sep="\n")
    if answer.routes:
        print(f"\n{say('terminal.several_settings')}", *said[single:], sep="\n")
    if note := cut_short(answer):
        print(f"  {note}")
    if not routes and answer.is_complete:
        print(f"\n{blocked(found, *opened_by(found))}")
    return 0
