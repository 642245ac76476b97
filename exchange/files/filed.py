"""A plan as a file or a store holds it: with its reason and its notebook."""

from __future__ import annotations

from dataclasses import dataclass

from model.plan.facts import Facts
from model.plan.notebook import EMPTY, Notebook
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.starts.naming import name_now


@dataclass(frozen=True, slots=True)
class Filed:
    """A plan, why it was made, and what was noted and decided."""

    plan: Plan
    reason: str = ""
    notebook: Notebook = EMPTY

    @property
    def name(self) -> str:
        """What to call it: as somebody named it, else with its students of now."""
        return name_now(self.start, self.now)

    @property
    def preset(self) -> str:
        return self.plan.preset

    @property
    def start(self) -> Scenario:
        return self.plan.start

    @property
    def now(self) -> Scenario:
        return self.plan.now

    @property
    def facts(self) -> Facts:
        return self.plan.facts


@dataclass(frozen=True, slots=True)
class Opened:
    """The plans of a file, with remarks on what was filled in and what was left out.

    `updated` are those of the remarks that say no more than that the file has an older format.
    """

    plans: tuple[Filed, ...]
    remarks: tuple[str, ...]
    updated: frozenset[str] = frozenset()
