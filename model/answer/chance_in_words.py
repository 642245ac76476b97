"""What the chance of a plan assumes, and what its reader would do in a year that falls short, in words."""

from __future__ import annotations

from collections.abc import Iterable

from model.ranges.bands import Ranges, chance
from model.ranges.reactions import reaction_name
from model.texts import listed, say


def assumes(found: Ranges) -> str:
    """What the chance assumes, and the same with what the reader would do."""
    nobody = say("answer.nobody_reacts")
    if found.chance.is_partial:
        nobody = f"{say('answer.some_held')} {nobody}"
    if found.reacted is None:
        return nobody
    return f"{nobody} {say('answer.reacts', cases=chance(found.reacted))}"


def responses_in_words(reactions: Iterable[str]) -> str:
    """Which responses those are; empty where there are none."""
    names = listed(reaction_name(k) for k in reactions)
    return say("answer.reacts_how", responses=names) if names else ""
