"""A plan: a school's values now, where they started from, and the levers that are not to be moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from model.evidence import Value
from model.plan.locks import Locks, refused
from model.plan.scenario import Scenario, ScenarioError


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and where it started from. `preset` is the preset behind both.

    `locks` are the levers that are not to be moved, with the kind of reason. `book` says which notes and decisions lie beside it while it is on a screen; it is no part of what the plan is.
    """

    preset: str
    start: Scenario
    now: Scenario
    book: str = field(default="", compare=False)
    locks: Locks = ()

    @property
    def is_changed(self) -> bool:
        return self.now != self.start

    @property
    def locked(self) -> Mapping[str, str]:
        """The kind of reason by locked lever."""
        return dict(self.locks)

    def changed(self, changes: Mapping[str, Value]) -> Plan:
        """The plan with other values for some levers. Raises `ScenarioError`, also for a lever that is locked."""
        moved = {k: v for k, v in changes.items() if v != self.now[k]}
        if problems := refused(self.locks, moved):
            raise ScenarioError(problems)
        return replace(self, now=self.now.changed(changes))

    def begun_again(self) -> Plan:
        """The plan set back to its start; a locked lever stays where it is."""
        held = {k: self.now[k] for k in self.locked}
        return replace(self, now=Scenario.of({**self.start.values, **held}, self.start.name))


def from_preset(key: str) -> Plan:
    """The plan that is the preset itself. Raises `ScenarioError` for an unknown one."""
    scenario = Scenario.preset(key)
    return Plan(key, scenario, scenario)
