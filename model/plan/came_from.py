"""Where the values of a plan's start came from, where that does not follow from its preset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from model.evidence import LEVERS
from model.texts import quoted, say

WAYS = ("default", "preset", "typed", "imported", "own_budget")
CameFrom: TypeAlias = tuple[tuple[str, str], ...]  # lever and origin, in the order of the register


def in_order(ways: Mapping[str, str]) -> CameFrom:
    """The same origins in the order of the register, so that equal ones compare as equal."""
    return tuple((k, ways[k]) for k in LEVERS if k in ways)


def check(given: Mapping[str, object]) -> tuple[CameFrom, list[str]]:
    """What can be used, and sentences on what is wrong with the rest."""
    good: dict[str, str] = {}
    problems = []
    for lever, way in given.items():
        if lever not in LEVERS:
            problems.append(say("values.origin_of_no_setting", name=quoted(lever[:60])))
        elif not isinstance(way, str) or way not in WAYS:
            wrong = {"setting": LEVERS[lever].label, "given": quoted(str(way)[:40])}
            problems.append(say("values.origin_of_no_kind", **wrong, ways=", ".join(WAYS)))
        else:
            good[lever] = way
    return in_order(good), problems
