"""The commands that lay two plans beside each other: changes (one number) and variance (line by line)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence

from commands.plan_options import add_plan_options, complain, no_cell, two_plans
from exchange import files
from model.explain.account import account
from model.explain.changes import changes
from model.explain.variance import Beside, Row, beside, biggest_first, figures, variance
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario, ScenarioError
from model.results.result_rows import aligned, shown
from model.units import unit_words
from model.years import YEARS

_FILES = "one file: its plan against its own start, or its first plan against its second; two files: their first plans"
_PERIODS = {
    "start-up": (0,),
    **{str(t): (t,) for t in range(1, YEARS)},
    "five": tuple(range(1, YEARS)),
    "all": tuple(range(YEARS)),
}


def _add_pair(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("plans", nargs="*", metavar="FILE.json", help=_FILES)
    add_plan_options(sub, required=False)


def _changes_options(sub: argparse.ArgumentParser) -> None:
    _add_pair(sub)
    sub.add_argument(
        "--line", default="structural_result", help="a line of the book; structural_result unless given"
    )
    sub.add_argument("--year", type=int, default=5, help="0 (start-up) to 5; 5 unless given")


def _variance_options(sub: argparse.ArgumentParser) -> None:
    _add_pair(sub)
    sub.add_argument(
        "--year",
        choices=tuple(_PERIODS),
        default="5",
        help="one year; five: the sum of Years 1 to 5; all: with the start-up year; 5 unless given",
    )
    sub.add_argument("--biggest-first", action="store_true", help="single lines by size, not in their order")


def _pair(
    args: argparse.Namespace, problems: Sequence[str] = ()
) -> tuple[tuple[Scenario, Scenario] | None, list[str]]:
    """The two plans, and everything that is wrong with what was given."""
    found, wrong = None, list(problems)
    try:
        found = two_plans(args)
    except ScenarioError as e:
        wrong += [p.message for p in e.problems]
    except files.FileRefused as e:
        wrong += e.reasons
    return found, wrong


def _apart(pair: tuple[Scenario, Scenario]) -> str:
    names = [s.name for s in pair]
    return "" if names[0] == names[1] else f": from {names[0]!r} to {names[1]!r}"


def _changes(args: argparse.Namespace) -> int:
    pair, problems = _pair(args, no_cell(args))
    if problems or pair is None:
        return complain(problems)
    rows = account(changes(*pair, args.line, args.year))
    when = "the start-up year" if args.year == 0 else f"Year {args.year}"
    print(f"{BOOK.lines[args.line].label} ({args.line}), {when}{_apart(pair)}")
    wide = max(len(r.effect) for r in rows)
    for r in rows:
        print(f"  {r.effect:>{wide}}  {r.what}{f': {r.moved}' if r.moved else ''}")
    return 0


def period_name(years: Sequence[int]) -> str:
    """The years of a sum, in words."""
    if len(years) == 1:
        return "Start-up" if years[0] == 0 else f"Year {years[0]}"
    return "Years 1 to 5 together" if years[0] else "Start-up and Years 1 to 5 together"


def _variance(args: argparse.Namespace) -> int:
    pair, problems = _pair(args)
    if problems or pair is None:
        return complain(problems)
    years = _PERIODS[args.year]
    root = variance(*pair, years)
    print(f"Variance, {period_name(years)}{_apart(pair)}\n")
    rows = [(0, r) for r in biggest_first(root)] if args.biggest_first else list(_tree(root))
    if args.biggest_first:
        rows.append((0, root))
    head = ["Line", "Before", "After", "Difference", "Per cent", "To the result"]
    print(aligned([head, *([("  " * depth) + r.label, *figures(r)] for depth, r in rows)]))
    same = sum(not r.difference for r in root.leaves())
    print(f"\n{same} of {len(list(root.leaves()))} single lines do not differ and are left out.")
    others = beside(*pair, years[-1])
    if others:
        print(f"\nOther lines that differ, {period_name(years[-1:])}\n")
        print(aligned([["Line", "Before", "After"], *map(_beside, others)]))
    return 0


def _beside(x: Beside) -> list[str]:
    line = BOOK.lines[x.line]
    unit = unit_words(line.unit)
    return [
        f"{line.label}{f' ({unit.strip()})' if unit else ''}",
        shown(x.before, line.unit),
        shown(x.after, line.unit),
    ]


def _tree(row: Row, depth: int = 0) -> Iterator[tuple[int, Row]]:
    """What differs, each result below its parts as in the sheet; the last row is the row itself."""
    for part in row.parts:
        if part.difference or any(p.difference for p in part.leaves()):
            yield from _tree(part, depth + 1)
    yield depth, row


Options = Callable[[argparse.ArgumentParser], None]
COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace], int], str, Options], ...] = (
    (
        "changes",
        _changes,
        "What changed a number between two plans: each lever alone, and what they do together.",
        _changes_options,
    ),
    (
        "variance",
        _variance,
        "Two plans line by line: what differs, in dollars that add up to the difference of the results.",
        _variance_options,
    ),
)
