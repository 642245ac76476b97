"""How a chart writes dollars: number forms that stay right when somebody edits the chart's data."""

from __future__ import annotations

from model.units import MINUS, money_short

_PARTS = {"M": ",,", "K": ","}  # what a number form divides by


def form_of(usd: float) -> str:
    """The form in which a spreadsheet program writes these dollars as `money_short` does: $5.22M, −$36K."""
    written = money_short(abs(usd))
    letter = written[-1] if written[-1] in _PARTS else ""
    return _form(len(written.rstrip("MK").partition(".")[2]), letter)


def form_of_axis(step: float, highest: float) -> str:
    """The form of an axis whose lines are so far apart: as many digits as tell them apart."""
    letter, size = ("M", 1e6) if highest >= 999_500 else ("K", 1e3) if highest >= 999.5 else ("", 1.0)
    digits = next(n for n in range(7) if abs(round(step / size, n) - step / size) < 1e-9 or n == 6)
    return _form(digits, letter)


def _form(digits: int, letter: str) -> str:
    """One form each for amounts above, below and at zero, as a spreadsheet program wants them."""
    digits_shown = f"#,##0{'.' if digits else ''}{'0' * digits}{_PARTS.get(letter, '')}"
    unit = f'"{letter}"' if letter else ""
    return f'"$"{digits_shown}{unit};"{MINUS}$"{digits_shown}{unit};"$"0'
