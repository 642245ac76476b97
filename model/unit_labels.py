"""Labels of numbers, with the unit as far as a label does not say it."""

from __future__ import annotations

from collections.abc import Mapping

from model.texts import say
from model.units import UNITS, Kind, unit_name, words_behind

_SIGNS: Mapping[Kind, str] = {"money": "usd", "share": "share"}  # the unit that is a sign alone


def unsaid_unit(label: str, unit: str) -> str:
    """What a label does not say of its unit: "$ per student", "$" where it ends so, or nothing.

    A label says a unit with the words that stand behind a number in it: "Public funding per student", "Clerk
    positions". A sign is no word, so dollars and shares keep theirs.
    """
    known = UNITS[unit]
    words = {unit_name(unit), *words_behind(unit), *(words_behind(known.named_by) if known.named_by else ())}
    if not any(word.casefold() in label.casefold() for word in words):
        return unit_name(unit)
    return unit_name(_SIGNS[known.kind]) if known.kind in _SIGNS else ""


def with_unit(label: str, unit: str) -> str:
    """A label over numbers without words: "Teachers (positions)". Dollars and shares show themselves."""
    known = UNITS[unit]
    unsaid = unsaid_unit(label, unit) if known.kind == "number" and known.text else ""
    return say("units.label_with_unit", label=label, unit=unsaid) if unsaid else label
