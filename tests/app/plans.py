"""Plans of round figures for the pictures: sound and short, large and tiny, and the edges of both."""

from __future__ import annotations

import itertools

from model.results.marks import Mark
from views.charts import NOTHING_BESIDE, Beside

Plan = dict[str, list[float]]


def plan(
    revenue: list[float], cost: list[float], grants: float = 0.0, once: float = 0.0, pupils: float = 450
) -> Plan:
    """A plan of round figures: cost is four fifths people; grants and one-time money in Years 1 and 2."""
    given, paid = [340_000.0, grants, grants, 0, 0, 0], [342_000.0, once, once, 0, 0, 0]
    public, recurring = [0.0, *revenue], [0.0, *cost]
    net = [p + g - c - o for p, g, c, o in zip(public, given, recurring, paid, strict=True)]
    return {
        "enrollment": [0.0, *[pupils] * 5],
        "public_revenue": public,
        "grant_revenue": given,
        "one_time_cost": paid,
        "personnel": [0.8 * c for c in recurring],
        "other_nonpersonnel": [0.17 * c for c in recurring],
        "pd": [0.01 * c for c in recurring],
        "it": [0.02 * c for c in recurring],
        "recurring_cost": recurring,
        "structural_result": [p - c for p, c in zip(public, recurring, strict=True)],
        "net_position": net,
        "fund_balance": list(itertools.accumulate(net, initial=50_000.0))[1:],
    }


SOUND = plan(
    [5.0e6, 5.1e6, 5.2e6, 5.3e6, 5.4e6], [4.9e6, 5.0e6, 5.1e6, 5.25e6, 5.39e6], grants=90_000, once=24_000
)
CASES = {
    "sound": SOUND,
    "always short": plan([5e6] * 5, [7e6, 7.5e6, 8e6, 8.5e6, 9e6]),
    "crosses twice": plan([5.0e6, 5.1e6, 5.2e6, 5.3e6, 5.4e6], [5.2e6, 5.0e6, 5.0e6, 5.6e6, 5.2e6]),
    "forty million": plan(
        [40e6, 41e6, 42e6, 43e6, 44e6], [40e6, 41.2e6, 42.4e6, 43.6e6, 44.8e6], pupils=3_000
    ),
    "tiny": plan([60_000] * 5, [59_000, 60_000, 61_000, 62_000, 63_000], pupils=5),
    "equal": plan([5e6] * 5, [5e6] * 5),
    "huge gap": plan([5e6] * 5, [1e6] * 5),
    "nobody": plan([0.0] * 5, [0.0] * 5, pupils=0),
    # Grants and one-time cost that come, go and come again: stretches end and begin in neighboring years.
    "humps": plan([5e6] * 5, [4.9e6, 5.2e6, 4.9e6, 4.9e6, 5.2e6])
    | {"grant_revenue": [1e5, 2e5, 0, 0, 1e5, 2e5], "one_time_cost": [1e5, 2e5, 0, 0, 1e5, 0]},
    # Halves, cents and figures that change their written form when rounded.
    "odd cents": plan(
        [999_499.5, 999_500.5, 1_000_000.49, 12_345_678.5, 1.5],
        [999_500, 999_499.6, 1_000_001, 12_404_699.7, 0.5],
    ),
}


def beside(name: str) -> Beside:
    """What stands beside a case with a starting plan: the start as assumed now, and marks by the case."""
    if name not in CASES:
        return NOTHING_BESIDE
    dearer = plan([5e6, 5.1e6, 5.2e6, 5.3e6, 5.4e6], [5.0e6, 5.1e6, 5.2e6, 5.35e6, 5.5e6])
    year = 1 + list(CASES).index(name) % 5
    return Beside(dearer, ((Mark(year, "a role begins", on_revenue=bool(year % 2)),),), compares=True)


PAIRS = [(p, s) for p in CASES.values() for s in (None, SOUND)]
