"""Many small cases in one test: a test of its own for each line of a table costs more than what it checks."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def looped(names: str, cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Like `pytest.mark.parametrize`, but one test goes through all cases and reports every one that fails.

    For checks that leave nothing behind: the cases share their fixtures. For two tables use `itertools.product`.
    """
    keys = [name.strip() for name in names.split(",")]
    table = [dict(zip(keys, case if len(keys) > 1 else (case,), strict=True)) for case in cases]
    assert table, f"No case at all for {names}."

    def through(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def all_cases(**fixtures: Any) -> None:
            faults: list[BaseException] = []
            for case in table:
                try:
                    test(**fixtures, **case)
                except (Exception, pytest.fail.Exception) as fault:
                    fault.add_note(f"The case: {case}")
                    faults.append(fault)
            if faults:
                raise BaseExceptionGroup(f"{len(faults)} of {len(table)} cases", faults)

        asked = inspect.signature(test)
        fixtures = [p for name, p in asked.parameters.items() if name not in keys]
        all_cases.__signature__ = asked.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return all_cases

    return through
