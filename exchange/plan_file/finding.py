"""What is found while a file is read: faults and remarks, and how names and texts are looked at."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from exchange.plan_file.shape import MOST_REASONS, clean
from model.evidence import DATA_VERSION


@dataclass(frozen=True, slots=True)
class Notes:
    """What is found while a file is read."""

    reasons: list[str]
    remarks: list[str]
    data_version: int = DATA_VERSION


def names(given: Mapping[str, object], known: Collection[str], place: str, found: Notes) -> None:
    """Every name that is missing, and every name that means nothing here, with the one it may have been."""
    found.reasons.extend(f'{place} has no "{name}".' for name in known if name not in given)
    unknown = [name for name in given if name not in known]
    for name in unknown[:MOST_REASONS]:
        found.reasons.append(f"{place} holds {name[:60]!r}, which is unknown. {_near(name, known)}")
    if len(unknown) > MOST_REASONS:
        found.reasons.append(f"{place} holds {len(unknown) - MOST_REASONS:,} more unknown names.")


def _near(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name[:60], known, 1)
    return f"Did you mean {near[0]}?" if near else "Take it out."


def line(given: Mapping[str, object], field: str, longest: int, place: str, found: Notes) -> str:
    """A text of one line, mended where it cannot be shown; what was mended is remarked."""
    text = given.get(field, "")
    if not isinstance(text, str):
        found.reasons.append(f'{place}: "{field}" is not a text.')
        return ""
    kept = clean(text, longest)
    if kept != text:
        found.remarks.append(
            f"{place}: its {field} held characters that cannot be shown, or too many; it was shortened."
        )
    return kept
