"""Runs the journeys through the page of a checkout, in this process, and records what the server sends."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import itertools
import os
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from streamlit import config
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from tools.journeys.journey import Journey, Step
from tools.journeys.plain import Plain, digest
from tools.journeys.steps import JOURNEYS
from tools.journeys.visitor import Visitor

HOUSE = Path(__file__).parents[2]
_NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
_real = dt.datetime


class _Like(type):
    def __instancecheck__(cls, x: object) -> bool:
        return isinstance(x, _real)


class _Still(_real, metaclass=_Like):
    """A clock that stands still. It returns ordinary dates and times."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        return _NOW.astimezone(tz) if tz else _NOW.replace(tzinfo=None)


def _hold_still() -> None:
    """Stop the clock.

    Before anything of the app is imported, and after libraries that check the class of dates.
    """
    for name in ("pandas", "pyarrow", "streamlit.web.bootstrap"):
        importlib.import_module(name)
    setattr(dt, "datetime", _Still)  # noqa: B010  # a type checker does not let a class be assigned


def _count_anew() -> None:
    """Random values count up instead, from 1 in each journey."""
    tokens, moments = itertools.count(1), itertools.count(int(_NOW.timestamp()))
    secrets.token_hex = lambda nbytes=None: f"{next(tokens):0{2 * (nbytes or 32)}x}"
    time.time_ns = lambda: next(moments) * 1_000_000_000


def _settle_in(app: Path) -> None:
    """Let the app find its modules and settings in its own folder, not in the one of this tool."""
    sys.path[:] = [str(app.parent), *(p for p in sys.path if Path(p or ".").resolve() != HOUSE)]
    os.chdir(app.parent)
    sys.dont_write_bytecode = True  # nothing is left behind in the checkout
    config.get_config_options(force_reparse=True)


def _check_whose(app: Path) -> None:
    """Check that everything that ran was the checkout's."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        own = file and Path(file).is_relative_to(HOUSE) and not Path(file).is_relative_to(HOUSE / ".venv")
        if own and app.parent != HOUSE and name.split(".")[0] != "tools":
            raise RuntimeError(f"{name} came from {file}, not from {app.parent}")


async def _step(visitor: Visitor, step: Step) -> list[str]:
    """Take one step. Returns lines for the record besides the messages."""
    if step.verb == "download":
        content = await visitor.download(step.of)
        return [f"file: {digest(content)}"]
    await getattr(visitor, step.verb)(
        *([step.of] if step.of or step.verb in ("open", "page") else []), *step.given
    )
    return []


async def _journey(visitor: Visitor, journey: Journey, plain: Plain) -> list[str]:
    lines = [f"# {journey.name}"]
    visitor.dark = journey.dark
    for n, step in enumerate((Step("open", journey.query), *journey.steps), 1):
        before = len(visitor.sent)
        try:
            outcome = await _step(visitor, step)
        except (LookupError, TimeoutError) as e:
            outcome = [f"stopped: {e}"]
        lines += ["", f"## {n}. {step}", f"address: ?{visitor.query}", *outcome]
        for i, message in enumerate(visitor.sent[before:], 1):
            lines += [f"### {i} {message.WhichOneof('type')}", *plain.lines(message)]
        if outcome and outcome[0].startswith("stopped"):
            # A step that failed is in the record, and the other journeys are still made.
            print(f"   {step}: {outcome[0]}")
            break
    return lines


async def _record(app: Path, out: Path, only: Sequence[int] | None) -> None:
    media, uploads = MemoryMediaFileStorage("/media"), MemoryUploadedFileManager("/_stcore/upload_file")
    runtime = Runtime(RuntimeConfig(str(app), media_file_storage=media, uploaded_file_manager=uploads))
    await runtime.start()
    for n, journey in enumerate(JOURNEYS, 1):
        if only and n not in only:
            continue
        began = time.monotonic()
        _count_anew()
        visitor = Visitor(runtime, media, uploads)
        lines = await _journey(visitor, journey, Plain(app.parent))
        visitor.close()
        (out / f"journey-{n:02}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        wrong = sum(line.strip() == "exception:" for line in lines)
        print(
            f"{n:2} {journey.name}: {time.monotonic() - began:.1f} s" + f", {wrong} EXCEPTIONS" * bool(wrong)
        )
    runtime.stop()
    await runtime.stopped


def record(app: Path, out: Path, only: Sequence[int] | None) -> None:
    """All journeys, or those of these numbers, into files of a folder."""
    if only == [0]:
        return
    _settle_in(app)
    _hold_still()
    asyncio.run(_record(app, out, only))
    _check_whose(app)
