"""The routes as text for a terminal."""

from __future__ import annotations

import argparse

from model.evidence import LEVERS
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.routes.compared import DEFAULTS, Asked, compare
from model.routes.positions import POSITIONS
from model.routes.routes_in_words import breaks, needs, standing
from model.units import money

HELP = "Routes to keep paying teacher leaders: cost, the year each breaks, what it needs."


def options(sub: argparse.ArgumentParser) -> None:
    """What is asked beyond the plan itself."""
    sub.add_argument(
        "--give-up",
        choices=tuple(POSITIONS),
        default="teacher",
        help="whose position is given up; teacher unless given",
    )
    sub.add_argument(
        "--release",
        type=float,
        default=DEFAULTS["leader_release_share"],
        metavar="SHARE",
        help="share of a leader's week, where the plan gives none; 0.25 unless given",
    )


def routes_text(start: Scenario, now: Scenario, args: argparse.Namespace) -> str:
    """All routes for a plan. Raises `ScenarioError` for a share that cannot be."""
    bounds = LEVERS["leader_release_share"].bounds
    assert bounds is not None
    if not bounds[0] < args.release <= bounds[1]:
        message = (
            f"--release {args.release:g} is not possible. Give a share above 0 and up to 1, such as 0.25."
        )
        raise ScenarioError([Problem("leader_release_share", args.release, message)])
    found = compare(start, now, Asked(release=args.release, position=args.give_up))
    lines = [f"{standing(found)}."]
    for r in found.routes:
        used = " (the plan as it is)" if r.is_used else ""
        lines.append(f"\n{r.label}{used}: {breaks(r)}")
        if r.verdict:
            state = r.verdict.state.name.replace("_", " ").capitalize()
            lines.append(
                f"  cost Year 1 {money(r.costs[0])}, Year 5 {money(r.costs[-1])}, Years 1 to 5 {money(sum(r.costs))}; "
                f"Year 5 result {money(r.verdict.result_year5)}; {state}"
            )
        lines.append(f"  {needs(found, r)}")
    return "\n".join(lines) + "\n"
