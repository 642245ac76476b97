"""The plan of a shared link, as it was sent. The reader's plan is a copy: the sender's stays as it is.

The session holds it, and the page's own address says it beside the reader's plan, so that a reload or a
restart of the server keeps the way back.
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
    if sent := opened.plan if opened.made_with else opened.sent:
        _sent.put(_Sent(sent))


def sent_for(plan: Plan) -> Plan | None:
    """The plan as it was sent, where `plan` is a copy of it that was moved on; None for any other plan."""
    sent = _sent.get().plan
    return sent if sent and sent.start.values == plan.start.values else None
