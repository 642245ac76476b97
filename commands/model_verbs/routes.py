"""`python -m model routes`."""

from __future__ import annotations

import argparse

from commands.number_options import any_number
from commands.plan_options import add_preset, plan_of
from commands.program import Command
from commands.refusals import CannotUse
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.routes.compared import DEFAULTS, Asked, compare
from model.routes.positions import POSITIONS
from model.routes.routes_in_words import breaks, needs, standing
from model.units import money


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, and what is asked beyond it."""
    add_preset(sub, required=True)
    sub.add_argument(
        "--give-up",
        choices=tuple(POSITIONS),
        default="teacher",
        help="whose position is given up; teacher unless given",
    )
    sub.add_argument(
        "--release",
        type=any_number,
        default=DEFAULTS["leader_release_share"],
        metavar="SHARE",
        help="share of a leader's week, where the plan gives none; 0.25 unless given",
    )


def run(args: argparse.Namespace) -> int:
    """Print every route for the plan. Raises `CannotUse` for a plan or a share that cannot be."""
    now = plan_of(args)
    asked = Asked(release=_share(args.release), position=args.give_up)
    found = compare(Scenario.preset(args.preset), now, asked)
    print(standing(found))
    for r in found.routes:
        used = " (the plan as it is)" if r.is_used else ""
        print(f"\n{r.label}{used}: {breaks(r)}")
        if r.verdict:
            state = r.verdict.state.name.replace("_", " ").capitalize()
            print(
                f"  cost Year 1 {money(r.costs[0])}, Year 5 {money(r.costs[-1])}, "
                f"Years 1 to 5 {money(sum(r.costs))}; "
                f"Year 5 result {money(r.verdict.result_year5)}; {state}"
            )
        print(f"  {needs(found, r)}")
    return 0


def _share(release: float) -> float:
    bounds = LEVERS["leader_release_share"].bounds
    assert bounds is not None
    if not bounds[0] < release <= bounds[1]:
        raise CannotUse(
            f"--release {release:g} is not possible. Give a share above 0 and up to 1, such as 0.25."
        )
    return release


COMMAND = Command(
    "routes",
    "Routes to keep paying teacher leaders: cost, the year each breaks, what it needs.",
    run,
    options,
)
