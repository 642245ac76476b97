"""`python -m model stress`: the board, and the study's claim, from a shell."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from model.plan.scenario import Problem, Scenario, ScenarioError
from model.stress.board_in_words import board_text, claim_text
from model.stress.responses import RESPONSES, unknown_responses


def options(sub: argparse.ArgumentParser) -> None:
    """What the command takes beside a plan."""
    answers = ", ".join(RESPONSES)
    sub.add_argument(
        "--respond", nargs="+", default=[], metavar="RESPONSE", help=f"one or more of: {answers}"
    )
    sub.add_argument(
        "--all", action="store_true", help="every documented shock, not those of the board alone"
    )
    sub.add_argument(
        "--study", action="store_true", help="hold the six illustrative schools against their twins too"
    )


def run(args: argparse.Namespace, plan_of: Callable[[argparse.Namespace], Scenario]) -> int:
    """Print the board. Raises `ScenarioError` with everything that is wrong with the plan and the responses."""
    plan: Scenario | None = None
    problems: list[Problem] = []
    try:
        plan = plan_of(args)
    except ScenarioError as e:
        problems += e.problems
    try:
        unknown_responses(args.respond)
    except ScenarioError as e:
        problems += e.problems
    if problems or plan is None:
        raise ScenarioError(problems)
    print(board_text(plan, args.respond, everything=args.all), end="")
    if args.study:
        print(f"\n{claim_text()}", end="")
    return 0
