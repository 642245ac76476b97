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
from model.texts import listed, say
from model.units import money, percent, year_name
from model.years import OPERATING


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, what is pinned, and the place whose enrollment it follows."""
    add_preset(sub, required=True)
    sub.add_argument("--pin", action="append", default=[], metavar="SOURCE", help=say("terminal.hold_help"))
    sub.add_argument("--place", default=PLACE, help=say("terminal.place_help", places=", ".join(SPREADS)))


def run(args: argparse.Namespace) -> int:
    """Print chances with their counts, what is worth pinning, then the bands of each line by year."""
    plan, pins = plan_of(args), tuple(dict.fromkeys(args.pin))
    found, shares = ranges(plan, pins, args.place), pinning(plan, pins, args.place)
    _print_chances(plan.name, found)
    print(f"{_held(args.place, pins)}\n")
    print(worth_pinning(shares, pins))
    _print_shares(shares, pins)
    print()
    _print_bands(found)
    return 0


def _print_chances(name: str, found: Ranges) -> None:
    whole = {"chance": stays_whole(found.whole), "cases": f"{found.whole:,}"}
    print(say("terminal.of_all", name=name, all="2,000", **whole))
    for key, cases in (
        ("terminal.never_below_zero", found.solvent),
        ("terminal.year_5_pays", found.pays_year5),
    ):
        print(say(key, chance=chance(cases), cases=f"{cases:,}"))
    years = [
        say("terminal.cases_in_year", year=year_name(t), cases=f"{n:,}")
        for t, n in enumerate(found.first_negative)
    ]
    print(say("terminal.first_below_zero", years=", ".join(years)))


def _held(place: str, pins: tuple[str, ...]) -> str:
    where = SPREADS[place].label
    if not pins:
        return say("terminal.nothing_held", place=where)
    return say("terminal.spread_as", place=where, sources=listed(UNCERTAIN[p].label for p in pins))


def _print_shares(shares: Mapping[str, Share], pins: tuple[str, ...]) -> None:
    """The shares of what moves something, largest first."""
    moving = {k: s for k, s in shares.items() if s.total and k not in pins}
    if not moving:
        return
    first, second = say("terminal.by_itself"), say("terminal.with_others")
    print(f"{say('terminal.share_of_variance'):<34}{first:>12}{second:>14}")
    for k, s in sorted(moving.items(), key=lambda item: -item[1].first):
        print(f"  {UNCERTAIN[k].label:<32}{percent(s.first, 0):>12}{percent(s.total, 0):>14}")
    print(say("terminal.shares_note"))


def _print_bands(found: Ranges) -> None:
    for line in LINES:
        print(BOOK.lines[line].label)
        years = OPERATING if BOOK.lines[line].years == OPERATING else (0, *OPERATING)
        print(" " * 14 + "".join(f"{year_name(t):>14}" for t in years))
        for q, row in zip(QUANTILES, found.bands[line], strict=True):
            below = say("terminal.below", share=f"{q:.0%}")
            print(f"{f'  {below}':<14}" + "".join(f"{money(float(row[t])):>14}" for t in years))


COMMAND = Command(
    "ranges",
    "terminal.ranges_command",
    run,
    options,
)
