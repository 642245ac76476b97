"""Many small cases in one test: a test of its own for each line of a table costs more than what it checks."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def looped(
    names: str | tuple[str, ...], cases: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Like `pytest.mark.parametrize`, but one test goes through all cases and reports every one that fails.

    For checks that leave nothing behind: the cases share their fixtures. Two above each other are a product.
    """
    keys = names.split(", ") if isinstance(names, str) else names
    table = [dict(zip(keys, case if len(keys) > 1 else (case,), strict=True)) for case in cases]
    assert table, f"No case at all for {names}."

    def through(test: Callable[..., None]) -> Callable[..., None]:
        inner, within = getattr(test, "_looped", (test, [{}]))
        every = [{**mine, **its} for mine in table for its in within]

        @functools.wraps(inner)
        def all_cases(**fixtures: Any) -> None:
            faults: list[BaseException] = []
            for case in every:
                try:
                    inner(**fixtures, **case)
                # Whatever a case raises is its failure.
                except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001
                    fault.add_note(f"The case: {case}")
                    faults.append(fault)
            if faults:
                raise BaseExceptionGroup(f"{len(faults)} of {len(every)} cases", faults)

        asked = inspect.signature(inner)
        all_cases._looped = (inner, every)
        all_cases.__signature__ = asked.replace(
            parameters=[p for name, p in asked.parameters.items() if name not in every[0]]
        )
        return all_cases

    return through
