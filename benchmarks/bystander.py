"""What a visitor notices of another one who sends the dearest inputs of every door.

python -m benchmarks.bystander [--seconds 8] [--every 1.0] [--print-only]

The bystander moves a lever four times a second: first alone, then beside the other, who sends one input every
so many seconds, door by door. What counts is the ratio of the two medians in one run; above 1.5 the door is
at fault. The time that each input takes its own sender stands beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from dataclasses import dataclass, field

import websockets

from benchmarks import pages, process, report
from benchmarks.doors import Doors
from benchmarks.pages import OURS
from benchmarks.session import Session
from benchmarks.timing import figure, median, p95

EVERY = 0.25  # seconds between two moves of the bystander
MOST_RATIO = 1.5


@dataclass(frozen=True)
class Beside:
    """What one door costs, in ms: its own sender, and the bystander."""

    door: str
    quiet: float  # the bystander's median when alone
    own: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return median(self.moves) / self.quiet


def connected(url: str) -> websockets.connect:
    """A socket as the page opens it."""
    return websockets.connect(
        f"ws{url.removeprefix('http')}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        origin=websockets.Origin(url),
        max_size=None,
        proxy=None,
    )


async def _moves(session: Session, until: asyncio.Event | float) -> list[float]:
    """Move a lever again and again. Milliseconds of each answer."""
    taken, end = [], time.perf_counter() + (until if isinstance(until, float) else 3600)
    while time.perf_counter() < end and not (isinstance(until, asyncio.Event) and until.is_set()):
        taken.append(await session.move())
        await asyncio.sleep(max(0.0, EVERY - taken[-1] / 1000))
    return taken


async def measure(url: str, seconds: float, every: float) -> list[Beside]:
    """Every door in turn."""
    found = []
    async with connected(url) as near, connected(url) as far:
        bystander, sender = Session(near, 1), Doors(far, url)
        await bystander.open()
        await bystander.touch()
        await sender.open()
        await _moves(bystander, 2.0)
        for door, (tab, send) in sender.all().items():
            await sender.part(tab)
            beside = Beside(door, median(await _moves(bystander, seconds / 2)))
            stop = asyncio.Event()
            moves = asyncio.create_task(_moves(bystander, stop))
            end = time.perf_counter() + seconds
            while time.perf_counter() < end:
                due = time.perf_counter() + every
                beside.own.append(await send())
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
            stop.set()
            beside.moves.extend(await moves)
            found.append(beside)
            print(row(beside), flush=True)
    return found


def row(one: Beside) -> str:
    return (
        f"{one.door}: alone {figure(one.quiet)}, beside it {figure(median(one.moves))} "
        f"(p95 {figure(p95(one.moves))}), ratio {one.ratio:.2f}; its sender waited {figure(median(one.own))} ms"
    )


def table(found: list[Beside], every: float) -> str:
    rows = [
        [
            b.door,
            figure(median(b.own)),
            figure(b.quiet),
            f"{figure(median(b.moves))} / {figure(p95(b.moves))}",
            f"{b.ratio:.2f}",
        ]
        for b in found
    ]
    head = [
        f"one every {every:g} s",
        "its sender waits, ms",
        "bystander alone, ms",
        "beside it, p50 / p95",
        "ratio",
    ]
    return report.table(head, rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=8, help="beside each door; half of it alone")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two inputs; 0: at once")
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    with pages.served(OURS) as shown:
        found = asyncio.run(measure(shown.url, args.seconds, args.every))
    text = f"{report.facts([process.load()])}\n\n{table(found, args.every)}"
    report.tell("bystander" if args.every else "bystander without a pause", text, args)
    if slow := [b.door for b in found if b.ratio > MOST_RATIO]:
        raise SystemExit(f"Beside these the bystander's median rose by more than half: {', '.join(slow)}.")


if __name__ == "__main__":
    main()
