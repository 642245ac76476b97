"""How a task is sent to another process and what comes back, as bytes.

They are opened only where the stamps agree: what another version packed may mean something else here.
"""

from __future__ import annotations

import pickle  # noqa: TID251  # between our own processes: what is opened was packed by the same program
import platform
from collections.abc import Callable
from typing import Any, TypeVar

from model.spread.refused import SpreadRefused
from model.spread.stamp import Stamp, stamp
from model.texts import language, listed, say, speaking

B = TypeVar("B")
R = TypeVar("R")
Sent = tuple[tuple[str, ...], str, bytes]
Back = tuple[str, Any]
_DONE, _FAILED, _OTHER = "done", "failed", "other"
_DIFFERS = (
    "spread.other_release",
    "spread.other_program",
    "spread.other_data",
    "spread.other_numpy",
    "spread.other_rounding",
)


def sent(work: Callable[[B], R], block: B) -> Sent:
    """A task as it travels: the stamp of this process, the language that is spoken, work and block."""
    return tuple(stamp()), language(), pickle.dumps((work, block), pickle.HIGHEST_PROTOCOL)


def carried(theirs: tuple[str, ...], spoken: str, packed: bytes) -> Back:
    """Do a task, in the process of a worker. Nothing but plain values comes back."""
    ours = tuple(stamp())
    if ours != theirs:
        return _OTHER, (ours, platform.node())
    try:
        with speaking(spoken):
            work, block = pickle.loads(packed)  # noqa: S301  # stamped by the same program
            result = work(block)
        return _DONE, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception as e:  # noqa: BLE001  # it is raised where the result is asked for
        return _FAILED, _packed_error(e)


def opened(back: Back) -> Any:
    """The result of a task. Raises what the work raised, and `SpreadRefused` for a worker that differs."""
    outcome, content = back
    if outcome == _DONE:
        return pickle.loads(content)  # noqa: S301  # by a worker that runs the same program
    if outcome == _FAILED:
        raise _error(*pickle.loads(content))  # noqa: S301
    raise _refused(*content)


def _packed_error(e: Exception) -> bytes:
    """Not as Python packs it, which makes it anew from its message: ours are made from more than that."""
    import traceback

    told = "".join(traceback.format_exception(e))
    try:
        packed = pickle.dumps((type(e), e.args, vars(e), told), pickle.HIGHEST_PROTOCOL)
        _error(*pickle.loads(packed))  # noqa: S301  # packed on the line above
    except Exception:  # noqa: BLE001  # whatever it holds, it does not travel
        return pickle.dumps((RuntimeError, (told,), {}, told), pickle.HIGHEST_PROTOCOL)
    return packed


def _error(kind: type[Exception], args: tuple[object, ...], held: dict[str, object], told: str) -> Exception:
    e = kind.__new__(kind, *args)
    e.args = args
    vars(e).update(held)
    e.__cause__ = _AtTheWorker(told)
    return e


class _AtTheWorker(Exception):  # noqa: N818  # it stands in a traceback and is never raised
    """Where the work went wrong, as the worker saw it."""


def _refused(theirs: tuple[str, ...], host: str) -> SpreadRefused:
    differs = [
        say(key, here=here, there=there)
        for key, here, there in zip(_DIFFERS, Stamp(*stamp()), theirs, strict=False)
        if here != there
    ]
    return SpreadRefused(say("spread.other_version", worker=host, differs=listed(differs)))
