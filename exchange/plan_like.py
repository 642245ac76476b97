"""What tables and workbooks need of a plan."""

from __future__ import annotations

from typing import Protocol

from model.plan.facts import Facts
from model.plan.scenario import Scenario


class PlanLike(Protocol):
    """A plan, the scenario it started from, and the preset behind both, if any, and the facts of its
    school. `now` carries its name."""

    @property
    def preset(self) -> str: ...
    @property
    def start(self) -> Scenario: ...
    @property
    def now(self) -> Scenario: ...
    @property
    def facts(self) -> Facts: ...
