"""What a slider writes over its thumb: the framework's format, and the same text from Python.

While a key is answered the text comes with the lever's table, a frame before the framework writes its own.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from model.evidence import Lever
from model.units import is_money, is_share

_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)


def slider_format(lever: Lever) -> str:
    """The format of Streamlit's slider, in the manner of printf."""
    if is_share(lever.unit):
        return "%.1f%%"
    if is_money(lever.unit):
        return "$%,d"
    return "%,d" if lever.step and lever.step == int(lever.step) else "%.3g"


def slider_text(lever: Lever, shown: float) -> str:
    """`shown`, a place on the scale of the screen, as the framework writes it by `slider_format`.

    The browser rounds halves away from zero, and whole numbers toward it.
    """
    form = slider_format(lever)
    exact = Decimal(shown + 0.0)  # no zero has a sign
    if form == "%.1f%%":
        return f"{exact.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
    if form == "%.3g":
        return f"{exact.normalize(_THREE_DIGITS):f}"
    return f"{'$' if form.startswith('$') else ''}{int(shown):,}"
