"""Reads ratings where people read them: on pages, in sheets, in a shell."""

from __future__ import annotations

import re

from model.plan.facts import of_preset
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.rating import Chance

_WORD = re.compile(r"(?<!Not )\bSustainable\b")
_EARNED = re.compile(r"Sustainable: balances, and holds up in (nearly all|(almost )?([0-9]) of 10) cases")


def sustainable_said(text: str) -> list[str]:
    """Every place in a text that calls a plan sustainable, with the chance that stands beside it.

    Fails where the word stands without its chance, or with less than 7 of 10.
    """
    found = [m[0] for m in _EARNED.finditer(text)]
    assert len(found) == len(_WORD.findall(text)), "the word stands without its chance"
    for _, almost, tenths in (m.groups() for m in _EARNED.finditer(text)):
        assert tenths is None or int(tenths) >= (8 if almost else 7)
    return found


def chance_there(plan: Scenario, preset: str) -> Chance:
    """The chance of a plan of a preset's kind of school, in a place that is not named."""
    return ranges(plan, place=whose(PLACE, plan, of_preset(preset))).chance
