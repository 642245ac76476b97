"""Levers that must not be moved, each with its reason: mandates, restricted money, what is paid centrally."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from model.evidence import LEVERS
from model.plan.scenario import Problem

KINDS: Mapping[str, str] = MappingProxyType(
    {"mandate": "A mandate", "restricted": "Restricted money", "central": "Paid centrally"}
)
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "mandate": "set by law, by contract or by the district",
        "restricted": "paid with money that may be used for nothing else",
        "central": "paid centrally, not from this budget",
    }
)
Locks = tuple[tuple[str, str], ...]  # lever and kind, in the order of the register


def in_order(locks: Mapping[str, str]) -> Locks:
    """The locks in the order of the register, so that equal ones compare as equal."""
    return tuple((k, locks[k]) for k in LEVERS if k in locks)


def check(given: Mapping[str, object]) -> tuple[Locks, list[str]]:
    """The locks that can be used, and sentences on what is wrong with the others."""
    good: dict[str, str] = {}
    problems = []
    for lever, kind in given.items():
        if lever not in LEVERS:
            problems.append(f"{lever[:60]!r} is locked, which is not a lever. Take it out.")
        elif not isinstance(kind, str) or kind not in KINDS:
            choices = ", ".join(KINDS)
            problems.append(f"{LEVERS[lever].label} is locked as {str(kind)[:40]!r}. Choose from: {choices}.")
        else:
            good[lever] = kind
    return in_order(good), problems


def refused(locks: Locks, levers: Iterable[str]) -> list[Problem]:
    """Why these levers cannot be moved: one problem for each that is locked."""
    locked = dict(locks)
    return [
        Problem(k, None, f"{LEVERS[k].label} is locked: {REASONS[locked[k]]}. Unlock it first.")
        for k in levers
        if k in locked
    ]
