"""`python -m model ranges`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from commands.plan_options import add_preset, plan_of
from commands.program import Command
from model.evidence import SPREADS, UNCERTAIN
from model.lines.worksheet import BOOK
from model.ranges.bands import LINES, QUANTILES, Ranges, chance, ranges, stays_whole
from model.ranges.futures import PLACE
from model.ranges.pinning import Share, pinning, worth_pinning
from model.units import money, percent
from model.years import OPERATING


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, what is pinned, and the place whose enrollment it follows."""
    add_preset(sub, required=True)
    sub.add_argument("--pin", action="append", default=[], metavar="SOURCE", help="hold at the plan's value")
    sub.add_argument("--place", default=PLACE, help=f"whose enrollment it moves like: {', '.join(SPREADS)}")


def run(args: argparse.Namespace) -> int:
    """Print chances with their counts, what is worth pinning, then the bands of each line by year."""
    plan, pins = plan_of(args), tuple(dict.fromkeys(args.pin))
    found, shares = ranges(plan, pins, args.place), pinning(plan, pins, args.place)
    _print_chances(plan.name, found)
    print(f"Enrollment spreads as in {SPREADS[args.place].label}. Pinned: {_pinned(pins)}.\n")
    print(worth_pinning(shares, pins))
    _print_shares(shares, pins)
    print()
    _print_bands(found)
    return 0


def _print_chances(name: str, found: Ranges) -> None:
    print(f"{name}: {stays_whole(found.whole)} ({found.whole:,} of 2,000).")
    print(f"Balance never below zero: {chance(found.solvent)} ({found.solvent:,}).")
    print(f"Year 5 pays its own way: {chance(found.pays_year5)} ({found.pays_year5:,}).")
    years = (f"{'start-up' if t == 0 else f'Year {t}'} {n:,}" for t, n in enumerate(found.first_negative))
    print(f"First year below zero: {', '.join(years)}.")


def _pinned(pins: tuple[str, ...]) -> str:
    return ", ".join(UNCERTAIN[p].label.lower() for p in pins) or "nothing"


def _print_shares(shares: Mapping[str, Share], pins: tuple[str, ...]) -> None:
    """The shares of what moves something, largest first."""
    moving = {k: s for k, s in shares.items() if s.total and k not in pins}
    if not moving:
        return
    print(f"{'Share of the variance of Year 5':<34}{'by itself':>12}{'with others':>14}")
    for k, s in sorted(moving.items(), key=lambda item: -item[1].first):
        print(f"  {UNCERTAIN[k].label:<32}{percent(s.first, 0):>12}{percent(s.total, 0):>14}")
    print("To about 3 points. Each source is drawn by itself here: what moves together is left out.")


def _print_bands(found: Ranges) -> None:
    for line in LINES:
        print(BOOK.lines[line].label)
        years = OPERATING if BOOK.lines[line].years == OPERATING else (0, *OPERATING)
        print(" " * 14 + "".join(f"{'Start-up' if t == 0 else f'Year {t}':>14}" for t in years))
        for q, row in zip(QUANTILES, found.bands[line], strict=True):
            print(f"{f'  {q:.0%} below':<14}" + "".join(f"{money(float(row[t])):>14}" for t in years))


COMMAND = Command(
    "ranges",
    "What 2,000 futures of a plan come to: bands by year and chances in words.",
    run,
    options,
)
