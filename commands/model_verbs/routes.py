"""`python -m model routes`."""

from __future__ import annotations

import argparse

from commands.number_options import any_number
from commands.plan_options import add_preset, plan_of
from commands.refusals import CannotUse
from model.evidence import LEVERS
from model.plan.facts import of_preset
from model.plan.scenario import Scenario
from model.ranges.chances import chances_of
from model.routes.compared import DEFAULTS, Asked, compare
from model.routes.positions import POSITIONS
from model.routes.routes_in_words import budget_badges, footing, lasts, needs, standing
from model.texts import say
from model.units import money


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and what is asked beyond it."""
    add_preset(sub, required=True)
    sub.add_argument(
        "--give-up",
        choices=tuple(POSITIONS),
        default="teacher",
        help=say("terminal.give_up_help"),
    )
    sub.add_argument(
        "--release",
        type=any_number,
        default=DEFAULTS["leader_release_share"],
        metavar="SHARE",
        help=say("terminal.release_help"),
    )


def run(args: argparse.Namespace) -> int:
    """Print every route for the plan. Raises `CannotUse` for a plan or a share that cannot be."""
    now = plan_of(args)
    asked = Asked(release=_share(args.release), position=args.give_up)
    found = compare(Scenario.preset(args.preset), now, asked)
    print("\n".join(filter(None, (now.name, standing(found), footing(found)))))
    ways = {r.key: r.plan for r in found.routes if r.plan}
    facts = of_preset(args.preset)
    chances = dict(zip(ways, chances_of((way, facts) for way in ways.values()), strict=True))
    for r in found.routes:
        route = "terminal.route_used" if r.is_used else "terminal.route"
        print(f"\n{say(route, route=r.label, lasts=lasts(r))}")
        if r.verdict:
            cost = {"first": r.costs[0], "last": r.costs[-1], "sum": sum(r.costs)}
            print(f"  {say('terminal.route_cost', **{k: money(x) for k, x in cost.items()})}")
            print(f"  {say('terminal.route_result', result=money(r.verdict.result_year5))}", end="")
            for _, rating in budget_badges(r, chances[r.key]):
                print(f" {say('rating.line_alone', rating=rating)}", end="")
            print()
        print(f"  {needs(found, r)}")
    return 0


def _share(release: float) -> float:
    bounds = LEVERS["leader_release_share"].bounds
    assert bounds is not None
    if not bounds[0] < release <= bounds[1]:
        raise CannotUse(say("terminal.no_such_release", given=f"{release:g}"))
    return release
