"""The plan of a shared link, as it was sent. The reader's plan is a copy: the sender's stays as it is.

It is kept for this session. The page's own address holds the reader's plan and does not know of the sender's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exchange import stamp
from model.plan.plan import Plan
from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Sent:
    plan: Plan | None = None


_sent = Slot(_Sent)


def note(plan: Plan, names: Iterable[str]) -> None:
    """A plan was opened from an address with these parameters. Only a shared link is stamped."""
    if any(name in stamp.NAMES for name in names):
        _sent.put(_Sent(plan))


def sent_for(plan: Plan) -> Plan | None:
    """The plan as it was sent, where `plan` is a copy of it that was moved on; None for any other plan."""
    sent = _sent.get().plan
    return sent if sent and sent.start.values == plan.start.values else None
