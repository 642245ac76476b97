"""How a plan stands against the standards of others, in words: on the page and in a shell."""

from __future__ import annotations

from collections.abc import Sequence

from model.results.result_rows import shown
from model.results.standards import Judged
from model.texts import counted, listed, say
from model.units import money, number
from model.years import OPERATING


def summary(found: Sequence[Judged]) -> str:
    """How many standards the plan meets in every year, and which it misses."""
    found = [j for j in found if j.is_judged]
    if not found:
        return say("standards.none")
    missed = [j.standard.label for j in found if not j.is_met]
    said = say("standards.meets", met=number(len(found) - len(missed)), count=counted(len(found)))
    return f"{said} {say('standards.missed_ones', names=listed(missed))}" if missed else said


def in_short(j: Judged) -> str:
    """From which year on a standard is met, and by how much the worst year misses it."""
    if not j.is_judged:
        return say("standards.not_judged")
    if j.is_met:
        return say("standards.met_always")
    spare, worst = min((x, t) for x, t in zip(j.spare, OPERATING, strict=True) if x is not None)
    if j.met_from is None:
        return say("standards.missed", worst=worst, amount=money(-spare))
    return say("standards.met_from", year=j.met_from, worst=worst, amount=money(-spare))


def cells(j: Judged) -> list[str]:
    """The value of each year 1 to 5 with whether it meets the standard; a dash where none can be told."""
    found = []
    for value, met in zip(j.values, j.met, strict=True):
        cell = shown(value, j.standard.unit)
        marked = "standards.met" if met else "standards.not_met"
        found.append(cell if met is None else say(marked, value=cell))
    return found
