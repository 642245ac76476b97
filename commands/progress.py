"""A bar that fills while a list is worked out: how many rows, how fast, how long still.

It is for a terminal alone.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

from model.texts import say


class Progress:
    """Counts rows. Where nobody sees it, nothing is drawn and nothing is loaded."""

    def __init__(self, rows: int, *, is_seen: bool) -> None:
        self._bar: Any = None
        if is_seen:
            from tqdm import tqdm

            form = say(
                "terminal.list_progress",
                bar="{percentage:3.0f}% |{bar}|",
                done="{n_fmt}",
                all="{total_fmt}",
                rate="{rate_fmt}",
                left="{remaining}",
            )
            self._bar = tqdm(total=rows, file=sys.stderr, bar_format=form, unit="", leave=False)

    def add(self, rows: int) -> None:
        """So many more are done."""
        if self._bar is not None:
            self._bar.update(rows)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """While something else is printed."""
        if self._bar is not None:
            self._bar.clear()
        yield
        if self._bar is not None:
            self._bar.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
