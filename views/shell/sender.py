"""The plan of a shared link, as it was sent. The reader's plan is a copy: the sender's stays as it is.

It is kept for this session. The page's own address holds the reader's plan and does not know of the sender's.
"""

from __future__ import annotations

from dataclasses import dataclass

from exchange.address import Opened
from model.plan.plan import Plan
from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Sent:
    plan: Plan | None = None


_sent = Slot(_Sent)


def note(opened: Opened) -> None:
    """A plan was opened from an address. Only a shared link says with which version it was made."""
    if opened.made_with:
        _sent.put(_Sent(opened.plan))


def sent_for(plan: Plan) -> Plan | None:
    """The plan as it was sent, where `plan` is a copy of it that was moved on; None for any other plan."""
    sent = _sent.get().plan
    return sent if sent and sent.start.values == plan.start.values else None
