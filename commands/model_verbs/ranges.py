"""`python -m model ranges`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from commands.list_options import add_list, form_of, is_list, run_list
from commands.plan_options import add_preset, plan_of
from model.evidence import UNCERTAIN
from model.lines.worksheet import BOOK
from model.plan.facts import of_preset
from model.ranges.bands import LINES, QUANTILES, Ranges, chance, ranges
from model.ranges.futures import known
from model.ranges.held import Held, held
from model.ranges.hired import hired, hired_words
from model.ranges.pinning import Share, pinning, year5_doubt
from model.ranges.whose_counts import PLACE, PLACES, spread_of, whose
from model.ranges.whose_counts_in_words import middle_of_cases
from model.results.projection import project
from model.results.rating import rate
from model.results.rating_in_words import rating_line
from model.results.verdicts import judge
from model.texts import listed, say
from model.units import money, number, percent, year_name
from model.years import OPERATING


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, what is pinned, and the place whose enrollment it follows."""
    add_preset(sub, required=False)
    add_list(sub)
    sub.add_argument("--pin", action="append", default=[], metavar="SOURCE", help=say("terminal.hold_help"))
    sub.add_argument("--place", default=PLACE, help=say("terminal.place_help", places=", ".join(PLACES)))


def run(args: argparse.Namespace) -> int:
    """Print chances with their counts, what is worth pinning, then the bands of each line by year.

    Of a list, the chances and bands of every plan, as a table.
    """
    pins = tuple(dict.fromkeys(args.pin))
    if is_list(args):
        known(pins, args.place)
        return run_list(args, "ranges", form_of(args), {"pins": pins, "place": args.place})
    plan = plan_of(args)
    place = whose(args.place, plan, of_preset(args.preset))
    found, shares = ranges(plan, pins, place), pinning(plan, pins, place)
    _print_chances(plan.name, rating_line(rate(judge(project([plan])), found.chance)), found)
    print(say("cases.shell_spread", place=spread_of(place).label, held=_pinned(pins)))
    print(middle_of_cases(spread_of(place), plan), "", sep="\n")
    _print_held(held(plan, pins, place))
    print(hired_words(plan, hired(plan, pins, place)))
    print(year5_doubt(shares, pins))
    _print_shares(shares, pins)
    print()
    _print_bands(found)
    return 0


def _print_chances(name: str, rating: str, found: Ranges) -> None:
    print(say("cases.shell_rating", name=name, rating=rating, count=number(found.whole)))
    print(say("cases.year5_pays", cases=chance(found.pays_year5), count=number(found.pays_year5)))
    print(say("cases.savings_last", cases=chance(found.solvent), count=number(found.solvent)))
    years = (
        say("cases.shell_year_count", year=year_name(t), count=number(n))
        for t, n in enumerate(found.first_negative)
    )
    print(say("cases.shell_first", years=listed(years)))


def _print_held(found: Held) -> None:
    """How often the plan holds up with each source held at its plan, where that helps."""
    for key in found.first():
        print(say("cases.shell_held", source=UNCERTAIN[key].label, count=number(found.alone[key])))


def _pinned(pins: tuple[str, ...]) -> str:
    return listed(UNCERTAIN[p].label for p in pins) or say("cases.shell_nothing")


def _print_shares(shares: Mapping[str, Share], pins: tuple[str, ...]) -> None:
    """The shares of what moves something, largest first."""
    moving = {k: s for k, s in shares.items() if s.total and k not in pins}
    if not moving:
        return
    head = (say("cases.shell_shares"), say("cases.shell_by_itself"), say("cases.shell_with_others"))
    print(f"{head[0]:<34}{head[1]:>12}{head[2]:>14}")
    for k, s in sorted(moving.items(), key=lambda item: -item[1].first):
        print(f"  {UNCERTAIN[k].label:<32}{percent(s.first, 0):>12}{percent(s.total, 0):>14}")
    print(say("cases.shell_about"))


def _print_bands(found: Ranges) -> None:
    for line in LINES:
        print(BOOK.lines[line].label)
        years = OPERATING if BOOK.lines[line].years == OPERATING else (0, *OPERATING)
        print(" " * 14 + "".join(f"{year_name(t):>14}" for t in years))
        for q, row in zip(QUANTILES, found.bands[line], strict=True):
            print(
                f"  {say('cases.shell_below', share=percent(q, 0)):<12}"
                + "".join(f"{money(float(row[t])):>14}" for t in years)
            )
