"""Values as a message repeats them: the way they are typed, in few digits."""

from __future__ import annotations

import math
from collections.abc import Callable

from model.evidence import Lever
from model.texts import quoted, say
from model.units import amount, is_share, plain


def in_few_digits(x: float, is_so: Callable[[float], bool] = lambda _: True) -> str:
    """A number in a message: six digits behind the point say enough, unless what is said of the number
    (`is_so`) is not so of those.
    """
    few = round(x, 6) if math.isfinite(x) else x
    return plain(few if few and is_so(few) else x)


def as_typed(
    x: float, lever: Lever, in_percent: bool, is_so: Callable[[float], bool] = lambda _: True
) -> str:
    """`is_so`: what is said of the number, which its few digits must not deny."""
    # A share is typed as 0.07 and read as 7%: show both, or people type 7.
    typed = in_few_digits(x, is_so)
    if not is_share(lever.unit):
        return typed
    if in_percent:
        return amount(x, lever.unit, long=False)
    return say("values.share_both_ways", typed=typed, percent=amount(x, "share"))


def example(lever: Lever, in_percent: bool = False) -> str:
    if isinstance(lever.default, str):
        return lever.default
    return amount(lever.default, "share") if in_percent and is_share(lever.unit) else plain(lever.default)


def shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join((in_few_digits(v) if isinstance(v, float) else str(v))[:40] for v in value[:8])
    return quoted(value[:60]) if isinstance(value, str) else str(value)[:60]
