"""`python -m model variance`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from commands.model_verbs.two_plans import add_two_plans, names_apart, two_plans
from commands.program import Command
from model.explain.variance import Beside, Row, beside, biggest_first, figures, variance
from model.lines.worksheet import BOOK
from model.results.result_rows import aligned, shown
from model.units import with_unit
from model.years import YEARS

_PERIODS = {
    "start-up": (0,),
    **{str(t): (t,) for t in range(1, YEARS)},
    "five": tuple(range(1, YEARS)),
    "all": tuple(range(YEARS)),
}


def options(sub: argparse.ArgumentParser) -> None:
    """The two plans, the years, and the order."""
    add_two_plans(sub)
    sub.add_argument(
        "--year",
        choices=tuple(_PERIODS),
        default="5",
        help="one year; five: the sum of Years 1 to 5; all: with the start-up year; 5 unless given",
    )
    sub.add_argument("--biggest-first", action="store_true", help="single lines by size, not in their order")


def run(args: argparse.Namespace) -> int:
    """Print the lines that differ, in dollars that add up, then those in other units."""
    pair, years = two_plans(args), _PERIODS[args.year]
    root = variance(*pair, years)
    print(f"Variance, {_period(years)}{names_apart(pair)}\n")
    rows = [(0, r) for r in (*biggest_first(root), root)] if args.biggest_first else list(_tree(root))
    head = ["Line", "Before", "After", "Difference", "Per cent", "To the result"]
    print(aligned([head, *([("  " * depth) + r.label, *figures(r)] for depth, r in rows)]))
    same = sum(not r.difference for r in root.leaves())
    print(f"\n{same} of {len(list(root.leaves()))} single lines do not differ and are left out.")
    if others := beside(*pair, years[-1]):
        print(f"\nOther lines that differ, {_period(years[-1:])}\n")
        print(aligned([["Line", "Before", "After"], *map(_in_its_unit, others)]))
    return 0


def _period(years: Sequence[int]) -> str:
    """The years of a sum, in words."""
    if len(years) == 1:
        return "Start-up" if years[0] == 0 else f"Year {years[0]}"
    return "Years 1 to 5 together" if years[0] else "Start-up and Years 1 to 5 together"


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


COMMAND = Command(
    "variance",
    "Two plans line by line: what differs, in dollars that add up to the difference of the results.",
    run,
    options,
)
