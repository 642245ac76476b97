"""A Dask cluster as the carrier. `distributed` is an extra, imported only where a cluster is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from typing import TYPE_CHECKING

from model.spread.refused import SpreadRefused
from model.texts import listed, say

if TYPE_CHECKING:
    from distributed import Client

ADDRESS = "DASK_SCHEDULER_ADDRESS"
_TASKS = "model.spread.carried"  # what opens a task
_NAMED = 3  # of the addresses at which something is wrong
PATIENCE = 5.0  # seconds for a scheduler to answer, and for its first worker


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of the scheduler at an address such as `tcp://10.0.0.1:8786`.

    Raises `SpreadRefused` where the extra is not installed, nobody answers, or there is no worker, or
    the program is not found on one of the machines.
    """
    if not find_spec("distributed"):
        raise SpreadRefused(say("spread.install", variable=ADDRESS))
    import asyncio  # loaded by nothing else that a command needs
    from concurrent.futures import ThreadPoolExecutor

    from distributed import Client

    try:
        with ThreadPoolExecutor(1) as apart:  # whoever asks may have a loop of its own in this thread
            apart.submit(asyncio.run, _call(address)).result()
    except (OSError, ValueError, TypeError) as e:
        fault = (str(e).splitlines() or [type(e).__name__])[0]
        raise SpreadRefused(say("spread.no_answer", address=address, variable=ADDRESS, fault=fault)) from e
    with Client(address, timeout=PATIENCE, set_as_default=False) as client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except OSError as e:
            raise SpreadRefused(say("spread.no_workers", address=address)) from e
        if lacking := _without_program(client):
            raise SpreadRefused(say("spread.not_there", where=listed(lacking[:_NAMED])))
        executor = client.get_executor(pure=False)
        executor.workers = sum(client.nthreads().values())
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)  # what is not done is given up


async def _call(address: str) -> None:
    """Whether anybody answers. A client that finds nobody would go on trying for as long as it lives."""
    from distributed.comm import connect
    from distributed.security import Security

    line = await connect(address, timeout=PATIENCE, **Security().get_connection_args("client"))
    await line.close()


def _without_program(client: Client) -> list[str]:
    """Addresses at which no task can be opened: a worker ends at the first one, and nobody is told.

    It is asked with a function of Python's own, which is there in any case.
    """
    found = client.run(find_spec, _TASKS, on_error="return")
    try:
        found[client.scheduler.address] = client.run_on_scheduler(find_spec, _TASKS)
    except Exception as e:  # noqa: BLE001  # whatever is there under this name is not ours
        found[client.scheduler.address] = e
    return [address for address, spec in found.items() if not isinstance(spec, ModuleSpec)]


def is_of_cluster(e: BaseException) -> bool:
    """Whether it tells of a cluster that is in trouble: a worker that was killed, a line that went down."""
    return type(e).__module__.partition(".")[0] == "distributed"
