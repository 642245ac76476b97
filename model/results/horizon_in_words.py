"""What comes after Year 5 in sentences, the same on the page, in the workbook and in a shell."""

from __future__ import annotations

from model.results.horizon import LOOKED_TO, Horizon
from model.texts import counted, say
from model.units import money, number


def after_year_5(h: Horizon) -> list[str]:
    """Where the plan is heading at its own growth rates, and the next devices; nothing where neither is
    known.
    """
    heading = _heading(h)
    filled = [say("horizon.filled")] if heading and h.has_open else []
    return [*heading, *filled, *_devices(h)]


def _heading(h: Horizon) -> list[str]:
    if h.holds:
        return [say("horizon.holds", last=LOOKED_TO)]
    if h.short is not None and h.out is not None:
        return [say("horizon.short_and_out", year=h.short, out=h.out, last=LOOKED_TO)]
    if h.short is not None:
        return [say("horizon.short", year=h.short, last=LOOKED_TO)]
    return [say("horizon.out", year=h.out, last=LOOKED_TO)] if h.out is not None else []


def _devices(h: Horizon) -> list[str]:
    found, due = [], h.next_devices
    if due:
        devices = counted(number(due.devices))
        found.append(say("horizon.devices", count=devices, year=due.year, cost=money(due.cost)))
    if h.owned_left_out:
        found.append(say("horizon.owned", count=counted(number(h.owned_left_out))))
    return found
