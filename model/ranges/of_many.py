"""The ranges of many plans: cut into blocks that an executor carries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from itertools import islice

from model.plan.scenario import Scenario
from model.ranges.bands import Ranges, ranges
from model.ranges.whose_counts import PLACE
from model.spread import in_order

BLOCK = 16  # plans a task: fewer are dearer to send than to work out, more of them come in lumps
Case = tuple[Scenario, str]  # a plan and whose counts it goes by


def ranges_of_many(
    executor: Executor,
    plans: Iterable[Scenario],
    pins: Collection[str] = (),
    place: str | Callable[[Scenario], str] = PLACE,
    reactions: Collection[str] = (),
) -> Generator[Ranges, None, None]:
    """`ranges` of each plan, in the order of the plans, which are read as they are needed.

    `place` is that of all plans, or is asked here for that of each. Raises what `ranges` and `in_order` do.
    """
    place_of = place if callable(place) else lambda _: place
    work = partial(of_block, pins=tuple(pins), reactions=tuple(reactions))
    blocks = _blocks((plan, place_of(plan)) for plan in plans)
    with closing(in_order(executor, work, blocks)) as done:
        for found in done:
            yield from found


def of_block(cases: Iterable[Case], pins: Collection[str], reactions: Collection[str]) -> list[Ranges]:
    """One task."""
    return [ranges(plan, pins, place, reactions) for plan, place in cases]


def _blocks(cases: Iterable[Case]) -> Generator[list[Case], None, None]:
    rest = iter(cases)
    while block := list(islice(rest, BLOCK)):
        yield block
