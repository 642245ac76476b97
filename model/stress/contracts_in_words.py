"""What a board of events assumes about contracts, and what they cost under each loss of students."""

from __future__ import annotations

from model.plan.scenario import Scenario
from model.results.hiring import AT_ONCE, COUNT, FORECAST, LATE, contracts
from model.stress.board import Board
from model.texts import say
from model.units import money, year_name

_HELD = {FORECAST: "events.contracts", AT_ONCE: "events.contracts_at_once", LATE: "events.contracts_late"}


def contracts_words(plan: Scenario, found: Board) -> str:
    """The convention in a sentence or two, then what it costs by event, in the first year it costs anything.

    Without the responses. Empty where no event of the board moves the students of the plan.
    """
    hit = [(r.label, r.unanswered or r.plan) for r in found.rows if r.shock and r.shock.enrollment_change]
    moved = [(label, o.scenario) for label, o in hit if o]
    if not moved:
        return ""
    costs = zip((label for label, _ in moved), contracts([s for _, s in moved]), strict=True)
    parts = [
        say("events.contracts_part", event=label, amount=money(c.dollars), year=year_name(c.year))
        for label, c in costs
        if c is not None
    ]
    convention = say(_HELD[str(plan[COUNT])])
    return " ".join((convention, *parts))
