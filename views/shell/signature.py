"""A plan's signature: a whole number that names its values. Rows that were computed for a plan carry it, with
the language of their words.

Each lever adds its own part, so the signature with one lever moved follows from the plan's without reading
the rest.
"""

from __future__ import annotations

import hashlib

from exchange.address import text
from model.evidence import LEVERS, Value
from model.plan.plan import Plan
from model.texts import language
from model.texts.language import ENGLISH

BYTES = 6  # 48 bits: exact as a floating-point number in Arrow and in the browser


def part(place: str, written: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{place}={written}".encode(), digest_size=BYTES).digest(), "big")


def of_lever(lever: str, value: Value, place: str = "") -> int:
    # A lever at its default adds nothing: most levers of most plans are there, and need no hashing.
    return 0 if value == LEVERS[lever].default else part(f"{place}{lever}", text(value))


def of_plan(plan: Plan) -> int:
    """The signature of everything that is drawn: the plan, and the language in which it is told.

    English adds nothing.
    """
    spoken = language()
    return of_values(plan) ^ (0 if spoken == ENGLISH else part("language", spoken))


def of_values(plan: Plan) -> int:
    """The signature of preset, school, starting plan and plan.

    A school that is as its preset's adds nothing.
    """
    total = part("from", plan.preset)
    if plan.origin is None or plan.facts != plan.origin.facts:
        total ^= part("school", repr(plan.facts))
    for key, value in plan.start.values.items():
        total ^= of_lever(key, value, "start.")
    for key, value in plan.now.values.items():
        total ^= of_lever(key, value)
    return total
