"""Commands of goals: what it would take to reach one, and what matters most."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from model.goals.combining import combined, opened_by
from model.goals.goal import GOALS
from model.goals.limits import CLASS_SIZE, KEPT, Limits
from model.goals.pupils import felt
from model.goals.reaching import reach
from model.goals.turning import influences
from model.goals.ways_in_words import alone, blocked, cut_short, ends, pupils, size, standing, steps, turn
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.units import money

KINDS = {
    "world": "Assumptions about the world",
    "decision": "Decisions",
    "fact": "Facts of the school",
}
Add = Callable[[str, object, str], argparse.ArgumentParser]
PlanOf = Callable[[argparse.Namespace], Scenario]


def register(add: Add, plan_options: Callable[..., None], plan_of: PlanOf) -> None:
    """Make the commands known. `plan_of` reads a plan from the options that `plan_options` adds."""

    def goal_of(args: argparse.Namespace) -> int:
        return _goal(args, plan_of)

    goal = add(
        "goal",
        goal_of,
        "What it would take to reach a goal: single levers, and the smallest combined changes.",
    )
    plan_options(goal, required=True)
    goal.add_argument("--goal", default="sustainable", choices=tuple(GOALS), help="sustainable unless given")
    goal.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="LIMIT",
        help=f"what may not happen: {CLASS_SIZE}=28, or what must not shrink: {', '.join(KEPT)}",
    )
    tornado = add(
        "tornado",
        lambda args: _tornado(args, plan_of),
        "How far each lever moves the Year 5 result over its usual range, and the setting at which it turns.",
    )
    plan_options(tornado, required=True)
    tornado.add_argument(
        "--of", default="world", choices=tuple(KINDS), help="which levers; world unless given"
    )


def _goal(args: argparse.Namespace, plan_of: PlanOf) -> int:
    problems: list[Problem] = []
    plan, limits = None, Limits()
    for part in ("plan", "limits"):
        try:
            if part == "plan":
                plan = plan_of(args)
            else:
                limits = Limits.parse(args.limit)
        except ScenarioError as e:
            problems += e.problems
    if problems or plan is None:
        raise ScenarioError(problems)
    found = reach(plan, Scenario.preset(args.preset), GOALS[args.goal], limits)
    print(standing(found))
    if found.is_met:
        return 0
    answer = combined(found)
    routes = (*found.nearest, *answer.routes)
    noticed = felt(plan, [plan.changed(r.changes) for r in routes])
    said = [
        f"  {size(r):>6}  {steps(r)}\n          {pupils(n)}" for r, n in zip(routes, noticed, strict=True)
    ]
    single = len(found.nearest)
    print("\nOne lever (share of its usual range)", *said[:single], f"  {alone(found)}", sep="\n")
    if answer.routes:
        print("\nTwo or three levers (size: root of the sum of squared shares)", *said[single:], sep="\n")
    if note := cut_short(answer):
        print(f"  {note}")
    if not routes and answer.is_complete:
        print(f"\n{blocked(found, *opened_by(found))}")
    return 0


def _tornado(args: argparse.Namespace, plan_of: PlanOf) -> int:
    result, found = influences(plan_of(args), args.of)
    print(
        f"{KINDS[args.of]}: change of the Year 5 result ({money(result)}) over the usual range, one lever at a time"
    )
    moving = [i for i in found if i.swing.size >= 0.5]
    wide = max((len(i.swing.lever.label) for i in moving), default=0)
    for i in moving:
        swing = "; ".join(f"{money(change, plus=True)} at {x}" for x, change in ends(i))
        tail = f"; {turn(i)}" if i.turn else ""
        print(f"  {i.swing.lever.label:<{wide}}  {swing}{tail}")
    if still := [i.swing.lever.label for i in found if i.swing.size < 0.5]:
        print(f"No effect on Year 5 of this plan: {', '.join(still)}.")
    return 0
