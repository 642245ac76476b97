"""Present mode in the session: whether it is on, what the room sees, what is covered, what is replayed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exchange.showing import Showing
from model.plan.plan import Plan
from views.shell import history, widgets
from views.shell.session import Slot


@dataclass(slots=True)
class _Shown:
    was_on: bool = False  # whether the previous run drew present mode
    guess_from: Plan | None = None  # the plan that was shown last, while the answer is covered
    replays: int = 0  # how often a change was replayed, so that no two requests look alike
    is_replay_asked: bool = False


_shown = Slot(_Shown)


def showing() -> Showing:
    """What the room sees in present mode."""
    return history.showing()


def show(**changes: Any) -> None:
    """Change what the room sees. The plan and its history stay as they are."""
    before, after = showing(), replace(showing(), **changes)
    if after.guess != before.guess:
        _shown.get().guess_from = history.plan() if after.guess else None
    history.put_showing(after)


def presenting() -> bool:
    """Whether present mode is on; call it before any widget. A damaged address is dealt with first."""
    history.open_plan()
    now = showing().on and history.offered() is None
    if now != _shown.get().was_on:
        # A lever's widgets in the sidebar and in the bar differ: what one held must not keep the other
        # from being set.
        widgets.forget("lever-")
        _shown.get().was_on = now
    return now


def guess_from() -> Plan:
    """The plan to compare a guess with: the one shown last, or after a reload the starting plan."""
    return _shown.get().guess_from or history.plan().at_start


def replay() -> None:
    """Replay the last change. Nothing moves but the charts."""
    _shown.get().replays += 1
    _shown.get().is_replay_asked = True
    history.mark_due()


def take_replay() -> tuple[int, Plan] | None:
    """The plan before the last change, once, when a replay was requested; and the number of the request."""
    shown = _shown.get()
    asked, shown.is_replay_asked = shown.is_replay_asked, False
    if not asked or not history.can_undo() or showing().guess:
        return None
    return shown.replays, history.before()
