"""`python -m model stress`: the board, and the study's claim."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from commands.list_options import add_list, form_of, is_list, run_list
from commands.plan_options import add_preset, plan_of
from commands.refusals import CannotUse, both
from model.plan.facts import Facts, of_preset
from model.plan.responses import RESPONSES, unknown_responses
from model.plan.scenario import Scenario
from model.ranges.chances import chances_of
from model.results.rating import Chance, rate
from model.results.rating_in_words import if_things_change
from model.results.result_rows import aligned
from model.stress import claim_in_words
from model.stress.board import Outcome, Row, board, shocks_of
from model.stress.board_in_words import cells, counts, heads, idle_words
from model.stress.claim import READINGS, claim
from model.stress.contracts_in_words import contracts_words
from model.texts import listed, say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, the responses, and what to compare with."""
    add_preset(sub, required=False)
    add_list(sub)
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
    """Print the board, or that of every plan of a list.

    Raises `CannotUse` with everything that is wrong with the plan and the responses.
    """
    if is_list(args):
        unknown_responses(args.respond)
        if args.study:
            raise CannotUse(say("terminal.not_of_lists", option="--study"))
        events = [s.key for s in shocks_of(everything=args.all)]
        options = {"responses": tuple(args.respond), "events": events}
        return run_list(args, "stress", form_of(args), options)
    plan, _ = both(lambda: plan_of(args), lambda: unknown_responses(args.respond))
    _print_board(plan, of_preset(args.preset), args.respond, everything=args.all)
    if args.study:
        print()
        _print_claim()
    return 0


def _print_board(plan: Scenario, facts: Facts, responses: Sequence[str], *, everything: bool) -> None:
    """Two lines an event, the plan with its chance and its twin; below them why a school could not be
    computed.
    """
    found = board(plan, responses, shocks_of(everything=everything))
    under = found.rated
    chances = dict(zip(under, chances_of((x, facts) for x in under.values()), strict=True))
    lines = [cells for row in found.rows for cells in _lines(row, chances.get(row.key))]
    answers = listed(RESPONSES[r].label for r in found.responses)
    said = say("events.shell_responses", responses=answers) if answers else say("events.shell_no_responses")
    notes = filter(None, [idle_words(plan, found), contracts_words(plan, found)])
    print(plan.name, said, counts(found), *notes, "", sep="\n")
    rating, *others = heads()
    tested = say("rating.row_change")
    head = (say("events.head_event"), say("events.head_school"), rating, tested, *others)
    print(aligned([head, *lines], left=len(head)))
    print()
    for shock in (r.shock for r in found.rows if r.shock and r.is_hit):
        print(say("events.shell_afterwards", event=shock.label, afterwards=shock.afterwards))
    problems = [(row.label, problem) for row in found.rows for problem in row.problems]
    for event, problem in dict.fromkeys(problems):
        print(say("events.shell_problem", event=event, problem=problem))


def _lines(row: Row, chance: Chance | None) -> Iterator[tuple[str, ...]]:
    if row.shock and not row.is_hit and not row.problems:
        yield row.label, say("events.my_plan"), say("events.does_not_apply"), "", "", "", "", ""
        return
    yield row.label, say("events.my_plan"), *_cells(row.plan, chance)
    yield "", say("events.without_program"), *_cells(row.twin)


def _cells(o: Outcome | None, chance: Chance | None = None) -> tuple[str, ...]:
    """A school, the plan with its chance beside the rating on paper."""
    if o is None:
        return say("events.impossible"), "", "", "", "", ""
    rating, *others = cells(o)
    return rating, if_things_change(rate(o.verdict, chance)) if chance else "", *others


def _print_claim() -> None:
    """The claim in its three readings, what they rest on, and event by event."""
    found, words = claim(), claim_in_words
    print(say("events.shell_study", definition=words.definition()), words.in_short(found), "", sep="\n")
    print(aligned([words.heads(), *words.rows(found)]))
    told = (*map(words.means, READINGS), say("events.claim_other"), *words.rests_on(found))
    print("", *told, words.limits(found), "", words.events_caption(), sep="\n")
    print(aligned([words.event_heads(), *words.by_event(found)]))
