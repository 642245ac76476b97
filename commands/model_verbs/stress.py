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
from model.texts import listed, say

_HEAD = (
    "terminal.event",
    "terminal.school",
    "terminal.rating",
    "terminal.first_short_year",
    "terminal.jobs",
    "terminal.first_cut",
)


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the responses, and what to compare with."""
    add_preset(sub, required=True)
    answers = ", ".join(RESPONSES)
    sub.add_argument(
        "--respond",
        nargs="+",
        default=[],
        metavar="RESPONSE",
        help=say("terminal.respond_help", responses=answers),
    )
    sub.add_argument("--all", action="store_true", help=say("terminal.all_help"))
    sub.add_argument("--study", action="store_true", help=say("terminal.study_help"))


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
    labels = listed(RESPONSES[r].label for r in found.responses)
    answer = say("terminal.responses", responses=labels) if labels else say("terminal.no_responses")
    print(plan.name, answer, "", sep="\n")
    print(aligned([tuple(map(say, _HEAD)), *lines], left=len(_HEAD)))
    problems = [(row.label, problem) for row in found.rows for problem in row.problems]
    for label, problem in dict.fromkeys(problems):
        print(say("terminal.event_problem", event=label, problem=problem))


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    label = row.label if row.is_hit else say("terminal.unaffected", event=row.label)
    for name, o in ((say("terminal.plan"), row.plan), (say("terminal.same_school"), row.twin)):
        if o is None:
            yield label, name, say("terminal.see_below"), "", "", ""
        else:
            bad = year_words(o.first_bad)
            if o.first_bad is not None:
                bad = say("terminal.year_and_savings", year=bad, savings=balance_words(o))
            yield label, name, STATES[o.verdict.state], bad, positions_words(o), flexible_words(o)
        label = ""


def _print_claim() -> None:
    """The claim in each of its readings, shock by shock."""
    print(f"{say('terminal.study_title', definition=DEFINITION)}\n")
    for key, reading in READINGS.items():
        found = claim(key)
        print(say("terminal.claim", reading=reading, claim=claim_sentence(found)))
        for c in found:
            holds = say("terminal.claim_holds", holds=sum(c.holds), schools=len(c.holds))
            print(f"  {holds}  {c.shock.label}")


COMMAND = Command(
    "stress",
    "terminal.stress_command",
    run,
    options,
)
