"""The router of a room: who is led to which server, both ways, and what happens when a side goes."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from model.texts import say
from tools.room import Table, greeting, open_room

ROOT = Path(__file__).resolve().parents[2]
ONE, OTHER = "http://127.0.0.1:1", "http://127.0.0.1:2"
T = TypeVar("T")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="127.0.1.x are this machine's own only on Linux")


def test_machines_are_spread_and_stay_where_they_are():
    """Five machines at two servers: three and two; asked again, each has its own."""
    table = Table([ONE, OTHER])
    first = [table.of(f"10.0.0.{n}") for n in range(5)]
    assert first == [ONE, OTHER, ONE, OTHER, ONE]
    assert [table.of(f"10.0.0.{n}") for n in range(5)] == first


def test_what_to_type():
    assert greeting("127.0.0.1", 8501) == say("room.open", address="127.0.0.1", port=8501)
    assert greeting("0.0.0.0", 80) == say("room.open_here_and_there", port=80)
    assert "http://127.0.0.1:8501" in greeting("127.0.0.1", 8501)


def at_rest(visit: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run in a thread of its own: a browser of the same session keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(visit())).result()


async def _named_server(name: bytes) -> tuple[asyncio.Server, str]:
    """A server that says its name and then what it was told, and ends."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(name + await reader.read())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _ask(port: int, machine: str, said: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(machine, 0))
    writer.write(said)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    return answer


@LINUX
def test_each_machine_speaks_with_its_own_server_unchanged():
    """Two machines, two servers; half a million bytes, more than a chunk, come back as they were sent."""
    long = bytes(range(256)) * 2_000

    async def visit() -> list[bytes]:
        (a, at_a), (b, at_b) = await _named_server(b"A"), await _named_server(b"B")
        door = await open_room("127.0.0.1", 0, [at_a, at_b])
        port = door.sockets[0].getsockname()[1]
        async with a, b, door:
            machines = ["127.0.1.1", "127.0.1.2", "127.0.1.1", "127.0.1.2"]
            return [await _ask(port, machine, long) for machine in machines]

    assert at_rest(visit) == [b"A" + long, b"B" + long, b"A" + long, b"B" + long]


def test_a_room_ends_when_the_system_says_so():
    """By a signal, in the way that every system has. In a process of its own: a signal reaches all of one."""
    program = """
import asyncio, signal
from tools.room import set_when_told_to_end

async def stand():
    stop = asyncio.Event()
    set_when_told_to_end(stop)
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, SIGN)
    await asyncio.wait_for(stop.wait(), 20)

asyncio.run(stand())
"""
    for sign in (signal.SIGINT, signal.SIGTERM):
        command = [sys.executable, "-c", program.replace("SIGN", str(int(sign)))]
        subprocess.run(command, cwd=ROOT, check=True, timeout=60)


def test_a_server_that_is_gone_ends_the_connection():
    async def visit() -> bytes:
        server, address = await _named_server(b"A")
        server.close()
        await server.wait_closed()
        door = await open_room("127.0.0.1", 0, [address])
        async with door:
            return await asyncio.wait_for(
                _ask(door.sockets[0].getsockname()[1], "127.0.0.1", b""), timeout=10
            )

    assert at_rest(visit) == b""


def test_a_visitor_who_goes_is_not_waited_for():
    """The visitor breaks off before the server has answered: the server's side of the connection ends too."""

    async def visit() -> bytes:
        ended: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        async def wait(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            ended.set_result(await reader.read())
            writer.close()

        server = await asyncio.start_server(wait, "127.0.0.1", 0)
        door = await open_room("127.0.0.1", 0, [f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"])
        async with server, door:
            _, writer = await asyncio.open_connection("127.0.0.1", door.sockets[0].getsockname()[1])
            writer.write(b"hello")
            await writer.drain()
            writer.transport.abort()
            return await asyncio.wait_for(ended, timeout=10)

    assert at_rest(visit) == b"hello"
