"""`python -m model variance`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from commands.list_options import add_list, form_of, refuse_changes, refuse_list_options, run_list
from commands.model_verbs.two_plans import add_two_plans, between, two_plans
from commands.refusals import CannotUse
from model.explain.variance import Beside, Row, beside, biggest_first, figures, variance
from model.lines.worksheet import BOOK
from model.results.result_rows import aligned, shown
from model.texts import counted, say
from model.unit_labels import with_unit
from model.units import year_name
from model.years import YEARS

_HEAD = (
    "terminal.line",
    "terminal.before",
    "terminal.after",
    "terminal.difference",
    "terminal.in_percent",
    "terminal.to_the_result",
)
_PERIODS = {
    "start-up": (0,),
    **{str(t): (t,) for t in range(1, YEARS)},
    "five": tuple(range(1, YEARS)),
    "all": tuple(range(YEARS)),
}


def options(sub: argparse.ArgumentParser) -> None:
    """The two plans, the years, and the order."""
    add_two_plans(sub)
    add_list(sub)
    sub.add_argument(
        "--year",
        choices=tuple(_PERIODS),
        default="5",
        help=say("terminal.years_help"),
    )
    sub.add_argument("--biggest-first", action="store_true", help=say("terminal.biggest_help"))


def run(args: argparse.Namespace) -> int:
    """Print the lines that differ, in dollars that add up, then those in other units. Of a list, those of
    every plan beside its preset.

    Raises `CannotUse`, `ScenarioError` or `FileRefused`.
    """
    years = _PERIODS[args.year]
    if args.scenarios is not None:
        if args.plans or args.preset is not None:
            raise CannotUse(say("terminal.list_and_plans"))
        refuse_changes(args)
        if args.biggest_first:
            raise CannotUse(say("terminal.not_of_lists", option="--biggest-first"))
        return run_list(args, "variance", form_of(args), {"years": years, "period": args.year})
    refuse_list_options(args)
    pair = two_plans(args)
    root = variance(*pair, years)
    names = {"years": _period(years), **between(pair)}
    title = "terminal.variance_between" if "before" in names else "terminal.variance_title"
    print(f"{say(title, **names)}\n")
    rows = [(0, r) for r in (*biggest_first(root), root)] if args.biggest_first else list(_tree(root))
    head = list(map(say, _HEAD))
    print(aligned([head, *([("  " * depth) + r.label, *figures(r)] for depth, r in rows)]))
    same = sum(not r.difference for r in root.leaves())
    print(f"\n{say('terminal.same_lines', count=counted(same), all=len(list(root.leaves())))}")
    if others := beside(*pair, years[-1]):
        print(f"\n{say('terminal.other_lines', years=_period(years[-1:]))}\n")
        print(aligned([head[:3], *map(_in_its_unit, others)]))
    return 0


def _period(years: Sequence[int]) -> str:
    """The years of a sum, in words."""
    if len(years) == 1:
        return year_name(years[0])
    return say("terminal.years_1_to_5" if years[0] else "terminal.all_years")


def _in_its_unit(x: Beside) -> list[str]:
    line = BOOK.lines[x.line]
    return [
        with_unit(line.label, line.unit),
        shown(x.before, line.unit),
        shown(x.after, line.unit),
    ]


def _tree(row: Row, depth: int = 0) -> Iterator[tuple[int, Row]]:
    """What differs, each result below its parts as in the sheet; the last row is the row itself."""
    for part in row.parts:
        if part.difference or any(p.difference for p in part.leaves()):
            yield from _tree(part, depth + 1)
    yield depth, row
