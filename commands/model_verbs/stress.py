"""`python -m model stress`: the board, and the study's claim."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from commands.plan_options import add_preset, plan_of
from commands.program import Command
from commands.refusals import both
from model.plan.scenario import Scenario
from model.results.result_rows import aligned
from model.results.verdicts import STATES
from model.stress.board import Row, board, shocks_of
from model.stress.board_in_words import (
    DEFINITION,
    balance_words,
    claim_sentence,
    flexible_words,
    positions_words,
    year_words,
)
from model.stress.claim import READINGS, claim
from model.stress.responses import RESPONSES, unknown_responses

_HEAD = ("Shock", "School", "Verdict", "First bad year", "Positions at risk", "Can go first")


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the responses, and what to compare with."""
    add_preset(sub, required=True)
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


def run(args: argparse.Namespace) -> int:
    """Print the board. Raises `CannotUse` with everything that is wrong with the plan and the responses."""
    plan, _ = both(lambda: plan_of(args), lambda: unknown_responses(args.respond))
    _print_board(plan, args.respond, everything=args.all)
    if args.study:
        print()
        _print_claim()
    return 0


def _print_board(plan: Scenario, responses: Sequence[str], *, everything: bool) -> None:
    """Two lines a shock, the plan and its twin; below them why a school could not be computed."""
    found = board(plan, responses, shocks_of(everything=everything))
    lines = [cells for row in found.rows for cells in _lines(row)]
    answer = ", ".join(RESPONSES[r].label.lower() for r in found.responses) or "none"
    print(plan.name, f"Responses while a shock lasts: {answer}.", "", sep="\n")
    print(aligned([_HEAD, *lines], left=len(_HEAD)))
    for problem in dict.fromkeys(f"{row.label}: {problem}" for row in found.rows for problem in row.problems):
        print(problem)


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    label = row.label if row.is_hit else f"{row.label} (nothing here to hit)"
    for name, o in (("plan", row.plan), ("twin", row.twin)):
        if o is None:
            yield label, name, "cannot be worked out: see below", "", "", ""
        else:
            bad = year_words(o.first_bad)
            if o.first_bad is not None:
                bad += f", {balance_words(o)}"
            yield label, name, STATES[o.verdict.state], bad, positions_words(o), flexible_words(o)
        label = ""


def _print_claim() -> None:
    """The claim in each of its readings, shock by shock."""
    print(f"The six illustrative schools against their twins. {DEFINITION}\n")
    for key, reading in READINGS.items():
        found = claim(key)
        print(f"{reading}: {claim_sentence(found)}.")
        for c in found:
            print(f"  {sum(c.holds)} of {len(c.holds)}  {c.shock.label}")


COMMAND = Command(
    "stress",
    "The stress board: documented shocks to a plan and to its twin without the model.",
    run,
    options,
)
