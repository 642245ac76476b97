"""Lists, months and dates as a language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH, language


@cache
def _locale(spoken: str) -> Locale:
    """Of the United States, whatever the language."""
    return Locale.parse(f"{ENGLISH if spoken in (PSEUDO, KEYS) else spoken}_US")


def _joined(items: Iterable[str], style: Literal["standard", "or"]) -> str:
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
    return format_date(when, "medium", locale=_locale(language()))
