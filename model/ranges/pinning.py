"""What is worth pinning: how much of the spread of the Year 5 result each source of uncertainty explains.

Sobol indices by pick and freeze, as `scipy.stats.sobol_indices` estimates them (Saltelli 2010 for the first
order, Jansen for the total), except that the variance is Jansen's too. The futures are used twice, the second
time in another order: a source is taken from the second use while all the others stay. Shares of a whole need
independent sources, so correlations are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario
from model.ranges.bands import tenths
from model.ranges.draws import FUTURES
from model.ranges.futures import futures, levers_of, sources_of
from model.ranges.whose_counts import PLACE
from model.results.dollars_by_year import typed_in_full
from model.results.projection import Scenarios, project
from model.texts import listed, say
from model.units import percent

_IN_A_SENTENCE = 3  # items; more of them would make it too long to read
_PRIME = 2003  # the first above 2,000; 3 does not divide 2002, so no two numbers below it have the same cube


@dataclass(frozen=True, slots=True)
class Share:
    """What a source explains of the variance, 0 to 1, within the error of 2,000 draws (about 0.03).

    `first` by itself, `total` with all its effects together with others.
    """

    first: float = 0.0
    total: float = 0.0


def pinning(scenario: Scenario, pins: Collection[str] = (), place: str = PLACE) -> Mapping[str, Share]:
    """The share of every source in the variance of the Year 5 structural result.

    Exactly 0 for a source that is pinned or moves nothing. Raises `ScenarioError` for an unknown source or
    place.
    """
    drawn = futures(scenario, pins, place, apart=True)
    free = [k for k in sources_of(scenario) if k not in pins]
    blocks = _swapped(drawn, [_moved_by(k, scenario) for k in free])
    results = project(blocks, only=("structural_result",))["structural_result"][:, 5]
    once, *swapped = results.reshape(1 + len(free), FUTURES)
    # Less than half a cent is an error of binary arithmetic, not a share of the result.
    moved = [np.where(np.abs(one - once) < HALF_A_CENT, once, one) for one in swapped]
    shares = dict(zip(free, indices(once, once[again()], moved), strict=True))
    return MappingProxyType({k: shares.get(k, Share()) for k in sources_of(scenario)})


def _moved_by(source: str, scenario: Scenario) -> list[str]:
    """The levers that a source moves, with dollars that are typed for every year."""
    levers = levers_of(source, scenario)
    return [*levers, *(k for growth in levers for k in typed_in_full(scenario, growth))]


def _swapped(drawn: Scenarios, groups: Collection[Collection[str]]) -> Scenarios:
    """The futures, then once more for every group of levers, with that group from the second use."""
    order, times = again(), 1 + len(groups)
    levers = dict(drawn.levers)
    for lever, values in levers.items():
        if len(values) == FUTURES:
            levers[lever] = np.concatenate(
                [values, *(values[order] if lever in g else values for g in groups)]
            )
    return Scenarios(MappingProxyType(levers), FUTURES * times)


@cache
def again() -> Array:
    """The order of the futures in their second use: cubes of 1 to 2,000, modulo a prime. Never change it."""
    found = (np.arange(1, FUTURES + 1) ** 3 % _PRIME).argsort()
    found.flags.writeable = False
    return found


def indices(once: Array, second: Array, swapped: Collection[Array]) -> list[Share]:
    """First order and total index of every group.

    From results of shape (draws,): of the first draws, of the second ones, and of the first with one group
    after the other from the second. All 0 where nothing varies.
    """
    # The variance is what swapping everything explains, so that a source that is alone explains exactly 1.
    variance = float(np.mean((second - once) ** 2) / 2)
    if variance < HALF_A_CENT**2:
        return [Share() for _ in swapped]
    beside = second - np.mean([once, second])
    return [
        Share(
            first=float(np.mean(beside * (one - once)) / variance),
            total=float(np.mean((one - once) ** 2) / (2 * variance)),
        )
        for one in swapped
    ]


def explains(share: float) -> str:
    """A share of the doubt in words, to the nearest tenth. Never all of it: 2,000 draws cannot show that."""
    if share > 0.95:
        return say("cases.part_nearly_all")
    if share < 0.05:
        return say("cases.part_hardly_any")
    return say("cases.part_about", share=percent(tenths(share) / 10, 0))


def year5_doubt(shares: Mapping[str, Share], pins: Collection[str]) -> str:
    """What drives the doubt about Year 5: sources that explain half a tenth or more, largest first."""
    if all(k in pins for k in shares):
        return say("cases.doubt_all_held")
    if not any(s.total for s in shares.values()):
        return say("cases.doubt_nothing")
    found = sorted((k for k, s in shares.items() if s.first >= 0.05), key=lambda k: -shares[k].first)
    if not found:
        return say("cases.doubt_none_alone")
    parts = [
        say("cases.doubt_part", source=UNCERTAIN[k].label, part=explains(shares[k].first)) for k in found
    ]
    most = say("cases.doubt", parts=listed(parts[:_IN_A_SENTENCE]))
    less = parts[_IN_A_SENTENCE:]
    return f"{most} {say('cases.doubt_less', parts=listed(less))}" if less else most
