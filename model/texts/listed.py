"""Lists, months and dates as a language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH, language

if TYPE_CHECKING:
    from babel import Locale  # Babel takes long to load, and most answers hold no list and no date


@cache
def _locale(spoken: str) -> Locale:
    """Of the United States, whatever the language."""
    from babel import Locale

    return Locale.parse(f"{ENGLISH if spoken in (PSEUDO, KEYS) else spoken}_US")


def _joined(items: Iterable[str], style: Literal["standard", "or"]) -> str:
    from babel.lists import format_list

    return format_list(list(items), style, locale=_locale(language()))


def listed(items: Iterable[str]) -> str:
    """ "a, b, and c"; empty for nothing."""
    return _joined(items, "standard")


def either(items: Iterable[str]) -> str:
    """ "a, b, or c"; empty for nothing."""
    return _joined(items, "or")


def month(number: int, *, short: bool = False) -> str:
    """ "July" for 7, or "Jul"."""
    names: str = _locale(language()).months["stand-alone"]["abbreviated" if short else "wide"][number]
    return names


def day(when: date) -> str:
    """ "Nov 26, 2026"."""
    from babel.dates import format_date

    return format_date(when, "medium", locale=_locale(language()))
