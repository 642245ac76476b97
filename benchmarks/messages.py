"""What one change sends, message by message: its bytes, its place on the page, its element.

python -m benchmarks.messages [--lever pupils_per_teacher] [--moves 3] [--first]

A visitor without a browser opens the page, touches a lever and moves it again and again. The messages of the
last move are listed and summed up by kind, or with `--first` those of the first one. "same" marks what the
move before had sent to the last byte.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import pages, process
from benchmarks.bystander import connected
from benchmarks.pages import OURS
from benchmarks.session import Session
from views.shell.parts import A_MOMENT


def kind(message: ForwardMsg) -> str:
    """The kind of an element or of a message about the run."""
    if message.delta.HasField("new_element"):
        return str(message.delta.new_element.WhichOneof("type"))
    return "block" if message.delta.HasField("add_block") else str(message.WhichOneof("type"))


def name(message: ForwardMsg) -> str:
    """What tells an element from others of its kind: the end of its key, or how its markup begins."""
    element = message.delta.new_element
    if element.WhichOneof("type") == "html":
        return str(element.html.body[:60])
    held = getattr(element, element.WhichOneof("type") or "", message.delta.add_block)
    return str(getattr(held, "id", ""))[-40:]


def listed(messages: Sequence[ForwardMsg], before: Sequence[ForwardMsg]) -> str:
    """A line for each message, then a line for each kind."""
    sent = {(tuple(m.metadata.delta_path), m.delta.SerializeToString()) for m in before}
    lines, kinds = [], dict[str, list[int]]()
    for m in messages:
        place = tuple(m.metadata.delta_path)
        again = "same" if place and (place, m.delta.SerializeToString()) in sent else "    "
        lines.append(f"{m.ByteSize():8,} {again} {'.'.join(map(str, place)):12} {kind(m)} {name(m)}")
        kinds.setdefault(kind(m), []).append(m.ByteSize())
    sums = sorted(((sum(x), len(x), k) for k, x in kinds.items()), reverse=True)
    lines += [f"{total:8,} in {count} {k}" for total, count, k in sums]
    total = sum(m.ByteSize() for m in messages)
    return "\n".join([*lines, f"{total:8,} bytes in {len(messages)} messages"])


async def recorded(url: str, lever: str, moves: int) -> list[list[ForwardMsg]]:
    """The messages of every move."""
    async with connected(url) as socket:
        session = Session(socket, 1)
        await session.open()
        await session.touch(lever)
        found = []
        for _ in range(moves):
            await asyncio.sleep(2 * A_MOMENT)
            await session.move(+1)
            found.append(session.received)
        return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lever", default="pupils_per_teacher", help="a lever of the first view")
    parser.add_argument("--moves", type=int, default=3, help="how often it is moved, one step each")
    parser.add_argument("--first", action="store_true", help="list the first move and not the last")
    args = parser.parse_args()
    process.stop_in_order()
    with pages.served(OURS) as shown:
        found = asyncio.run(recorded(shown.url, args.lever, max(args.moves, 2)))
    print(listed(found[0], []) if args.first else listed(found[-1], found[-2]))


if __name__ == "__main__":
    main()
