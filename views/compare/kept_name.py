"""The name that the reader gave the plan on the screen, by saving it or by opening a saved one.

The address knows the school alone. So after a reload the name is that of the saved plan which the plan on the
screen still is, number for number. What was moved on since keeps its name with a word that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from exchange import file_names
from exchange.files import Filed
from model.plan.plan import Plan
from model.starts.naming import name_now
from model.texts import say
from views.compare import shelf
from views.shell import notebook
from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Names:
    """The plans that were saved or opened under a name, by the key of the notebook beside each."""

    named: Mapping[str, Plan] = field(default_factory=dict)


_names = Slot(_Names)


def note(plan: Plan, name: str) -> None:
    """The plan on the screen was saved or opened under this name."""
    _names.put(_Names({**_names.get().named, notebook.key_of(plan): plan.named(name)}))


def renamed(before: str, now: str) -> None:
    """A saved plan has another name from now on."""
    named = _names.get().named.items()
    _names.put(_Names({k: p.named(now) if p.name == before else p for k, p in named}))


def name_of(plan: Plan) -> str:
    """The name for people: as it was given, or that the plan was changed since; the school's without one."""
    noted = _names.get().named.get(notebook.key_of(plan))
    alike = [k.name for k in shelf.kept() if is_same(k.filed.plan, plan)]
    if noted is not None and (noted.name in alike or is_same(noted, plan)):
        return noted.name
    if alike:
        return alike[-1]
    return say("compare.changed_since_saved", name=noted.name) if noted else name_now(plan.start, plan.now)


def under_its_name(plan: Plan) -> Filed:
    """The plan as it leaves the page: with its name, the reason it was saved for, and its notebook."""
    reasons = [k.filed.reason for k in shelf.kept() if is_same(k.filed.plan, plan)]
    name = name_of(plan)
    named = plan.named(plan.school if name == name_now(plan.start, plan.now) else name)
    return Filed(named, reasons[-1] if reasons else "", notebook.beside(plan))


def file_name(plan: Plan, day: date, ending: str) -> str:
    """The name of a file of the plan, by the name that it has on the page."""
    return file_names.file_name(under_its_name(plan), day, ending)


def is_same(kept: Plan, plan: Plan) -> bool:
    """Whether a saved plan is the plan, whatever the two are called."""
    return kept.named("") == plan.named("")
