"""Opening a file: its plans as the screen holds them, with the reason that was given for each."""

from __future__ import annotations

from dataclasses import dataclass

from exchange import plan_file
from exchange.address import name_of_start
from model.explain.record import EMPTY, Record
from model.plan.plan import Plan
from model.plan.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Filed:
    """A plan of a file, why it was made, and what was noted and decided. Its name is that of the scenario `now`."""

    plan: Plan
    reason: str = ""
    record: Record = EMPTY

    @property
    def name(self) -> str:
        return self.plan.now.name

    @property
    def preset(self) -> str:
        return self.plan.preset

    @property
    def start(self) -> Scenario:
        return self.plan.start

    @property
    def now(self) -> Scenario:
        return self.plan.now


@dataclass(frozen=True, slots=True)
class Opened:
    """The plans of a file, and what a reader should know: what was filled in, what was left out."""

    plans: tuple[Filed, ...]
    remarks: tuple[str, ...]


def read(content: bytes) -> Opened:
    """The plans of a file. Raises `FileRefused` with everything that is wrong with it."""
    found = plan_file.read(content)
    plans = tuple(
        Filed(
            Plan(e.preset, e.start.named(name_of_start(e.preset, e.start)), e.now, locks=e.locks),
            e.reason,
            e.record,
        )
        for e in found.plans
    )
    return Opened(plans, found.remarks)
