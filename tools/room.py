"""One address for a workshop's room, with a server for each processor behind it.

python -m tools.room [--address 127.0.0.1] [--port 8501] [--servers N]      what `make room` starts

A server computes one page at a time. Every machine (one network address) always gets the same server, because
a session lives in one of them; a new machine gets the server with the fewest machines. Nothing is read or
changed on the way.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from model.ready_to_run import APP, cannot_listen, stop_unless_ready
from tools.browser import serve

MOST_SERVERS = 8
CHUNK = 65_536


class Table:
    """Which server each machine uses."""

    def __init__(self, servers: Sequence[str]) -> None:
        self._servers = tuple(servers)
        self._led: dict[str, str] = {}

    def of(self, machine: str) -> str:
        """The server of a machine: the one it had, or the first of those with the fewest machines."""
        if machine not in self._led:
            led = list(self._led.values())
            self._led[machine] = min(self._servers, key=led.count)
        return self._led[machine]


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One direction of a connection, until it ends."""
    while data := await reader.read(CHUNK):
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


class Router:
    """Connects each browser with the server of the machine that it comes from."""

    def __init__(self, servers: Sequence[str]) -> None:
        self._table = Table(servers)

    async def lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, both ways. Either side may end it, and an unreachable server ends it at once."""
        server = urlsplit(self._table.of(str(writer.get_extra_info("peername")[0])))
        inner: asyncio.StreamWriter | None = None
        try:
            back, inner = await asyncio.open_connection(server.hostname, server.port)
            ways = (asyncio.create_task(_pass_on(reader, inner)), asyncio.create_task(_pass_on(back, writer)))
            # A browser that leaves closes only one direction: when one breaks, the other has no peer.
            done, waiting = await asyncio.wait(ways, return_when=asyncio.FIRST_EXCEPTION)
            for way in (*done, *waiting):
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        except OSError:
            pass
        finally:
            for end in filter(None, (writer, inner)):
                end.close()


async def open_room(address: str, port: int, servers: Sequence[str]) -> asyncio.Server:
    """Listen for the room. OSError when the address or the port cannot be had."""
    return await asyncio.start_server(Router(servers).lead, address, port)


def greeting(address: str, port: int) -> str:
    """What to type, here and on the other machines."""
    from model.texts import say

    if address in ("0.0.0.0", "::"):  # noqa: S104  # only compared
        return say("room.open_here_and_there", port=port)
    return say("room.open", address=address, port=port)


def set_when_told_to_end(stop: asyncio.Event) -> None:
    """By Ctrl+C or by the system, on every system: a loop's own handlers of signals are Unix's alone."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: loop.call_soon_threadsafe(stop.set))


async def _stand(address: str, port: int, servers: Sequence[str]) -> None:
    from model.texts import counted, say

    stop = asyncio.Event()
    set_when_told_to_end(stop)
    async with await open_room(address, port, servers):
        print(greeting(address, port), say("room.servers", count=counted(len(servers))), flush=True)
        await stop.wait()


def main() -> None:
    stop_unless_ready(APP)
    # Only now: where packages are missing, no catalog can be read.
    from model.texts import speaking
    from model.texts.environment import of_environment

    with speaking(of_environment(os.environ)):
        _open()


def _open() -> None:
    from model.texts import say

    parser = argparse.ArgumentParser(prog="python -m tools.room", description=say("room.about"))
    parser.add_argument("--address", default="127.0.0.1", help=say("room.address_help"))
    parser.add_argument("--port", default="8501", help=say("room.port_help"))
    most = say("room.servers_help", most=MOST_SERVERS)
    parser.add_argument("--servers", type=int, default=os.cpu_count() or 1, help=most)
    args = parser.parse_args()
    if wrong := cannot_listen(args.port, args.address, "make room"):
        sys.exit(wrong)
    with contextlib.ExitStack() as stack:
        count = max(1, min(args.servers, MOST_SERVERS))
        servers = [stack.enter_context(serve()) for _ in range(count)]
        asyncio.run(_stand(args.address, int(args.port), servers))


if __name__ == "__main__":
    main()
