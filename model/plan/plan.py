"""A plan: a school, its values at the start and now, where they came from, and which levers are locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from model.evidence import LEVERS, Value
from model.plan import own_faults
from model.plan.came_from import CameFrom, in_order
from model.plan.each_year import with_marks
from model.plan.facts import Facts
from model.plan.locks import Locks, refused
from model.plan.released import Origin, named
from model.plan.scenario import Scenario, ScenarioError, set_aside


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and where it started from. It needs no preset: `origin` is None where it began from none.

    `start` carries the name of the school, `now` the name of the plan. `locks` are the locked levers, each
    with its kind of reason. `stated` holds where a starting value came from when that does not follow from
    the origin. `id` names the plan while it is on a screen, and with it its notebook; comparing two plans
    ignores `id`.
    """

    start: Scenario
    now: Scenario
    facts: Facts
    origin: Origin | None = None
    locks: Locks = ()
    stated: CameFrom = ()
    id: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        return self.now.name

    @property
    def school(self) -> str:
        """The name of the school that the plan began with."""
        return self.start.name

    @property
    def preset(self) -> str:
        """The name of the preset that the plan began from, as every door takes it; empty where there is none.

        An earlier version stands with it, the newest is the key alone.
        """
        return self.origin.name if self.origin else ""

    @property
    def is_changed(self) -> bool:
        return self.now != self.start

    @property
    def is_own_school(self) -> bool:
        """Whether the plan began with a school of its own rather than with a released preset."""
        return self.origin is None or self.start.values != self.origin.scenario.values

    @property
    def at_start(self) -> Plan:
        """The plan as it began. Locks have no effect there and are left out."""
        return replace(self, now=self.start, locks=(), id="")

    @property
    def locked(self) -> Mapping[str, str]:
        """The kind of reason by locked lever."""
        return dict(self.locks)

    def came_from(self) -> Mapping[str, str]:
        """Where each value of the start came from: one of `came_from.WAYS` by lever.

        A lever that is newer than the preset has its default there, which counts as the preset's.
        """
        base = self.origin.scenario.values if self.origin else {k: x.default for k, x in LEVERS.items()}
        usual = "preset" if self.origin else "default"
        ways = {k: usual if v == base[k] else "typed" for k, v in self.start.values.items()}
        return {**ways, **dict(self.stated)}

    def changed(self, changes: Mapping[str, Value]) -> Plan:
        """The plan with other values for some levers, or names of own lines.

        Raises `ScenarioError`, also for a locked lever and for years of an own line that do not fit.

        A lever is locked against what five yearly numbers of another would set it to, too.
        """
        moved = {k: v for k, v in {**set_aside(changes), **changes}.items() if v != self.now.values.get(k)}
        if problems := refused(self.locks, moved):
            raise ScenarioError(problems)
        return replace(self, now=own_faults.checked(self.now.changed(changes)))

    def confirmed(self, levers: Iterable[str]) -> Plan:
        """The plan with starting values that the reader has checked against the school's own budget."""
        return replace(self, stated=in_order({**dict(self.stated), **dict.fromkeys(levers, "own_budget")}))

    def named(self, name: str) -> Plan:
        """The plan under another name and without an `id`, as it is on no screen."""
        return replace(self, now=self.now.named(name), id="")

    def start_of(self, levers: Iterable[str]) -> dict[str, Value]:
        """The starting values of some levers, with what five numbers of them mean."""
        return {k: self.start[k] for k in with_marks(levers)}

    def begun_again(self) -> Plan:
        """The plan set back to its start; a locked lever stays where it is."""
        held = {k: self.now[k] for k in with_marks(self.locked)}
        return replace(
            self, now=Scenario.of({**self.start.values, **held}, self.start.name, self.start.names)
        )


def from_preset(name: str) -> Plan:
    """The plan that is the preset itself, by its key or by key and version.

    Raises `ScenarioError` for an unknown one.
    """
    return begun_from(name, Scenario.preset(name))


def begun_from(preset: str, start: Scenario, now: Scenario | None = None) -> Plan:
    """A plan that began from a preset, with the facts of its school. `now` is the start unless given.

    KeyError for an unknown preset.
    """
    origin = named(preset)
    return Plan(start, start if now is None else now, origin.facts, origin)
