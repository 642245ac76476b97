"""Levers that must not be moved, each with its reason: mandates, restricted money, what is paid centrally."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from model.evidence import LEVERS
from model.plan.scenario import Problem
from model.texts import quoted, say

KINDS = ("mandate", "restricted", "central")
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "mandate": "values.lock_mandate",
        "restricted": "values.lock_restricted",
        "central": "values.lock_central",
    }
)
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "mandate": "values.why_mandate",
        "restricted": "values.why_restricted",
        "central": "values.why_central",
    }
)
Locks = tuple[tuple[str, str], ...]  # lever and kind, in the order of the register


def kind_label(kind: str) -> str:
    """What a kind of lock is called: "Restricted money"."""
    return say(_LABELS[kind])


def reason(kind: str) -> str:
    """Why a setting of this kind of lock cannot be moved, as a sentence."""
    return say(_REASONS[kind])


def in_order(locks: Mapping[str, str]) -> Locks:
    """The locks in the order of the register, so that equal ones compare as equal."""
    return tuple((k, locks[k]) for k in LEVERS if k in locks)


def check(given: Mapping[str, object]) -> tuple[Locks, list[str]]:
    """The locks that can be used, and sentences on what is wrong with the others."""
    good: dict[str, str] = {}
    problems = []
    for lever, kind in given.items():
        if lever not in LEVERS:
            problems.append(say("values.lock_of_no_setting", name=quoted(lever[:60])))
        elif not isinstance(kind, str) or kind not in KINDS:
            wrong = {"setting": LEVERS[lever].label, "given": quoted(str(kind)[:40])}
            problems.append(say("values.lock_of_no_kind", **wrong, kinds=", ".join(KINDS)))
        else:
            good[lever] = kind
    return in_order(good), problems


def refused(locks: Locks, levers: Iterable[str]) -> list[Problem]:
    """Why these levers cannot be moved: one problem for each that is locked.

    A lock holds what five numbers mean, too.
    """
    locked = dict(locks)
    moved = dict.fromkeys(k if k in locked or k not in LEVERS else LEVERS[k].of or k for k in levers)
    return [
        Problem(k, None, say("values.locked", setting=LEVERS[k].label, reason=reason(locked[k])))
        for k in moved
        if k in locked
    ]
