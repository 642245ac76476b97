"""The part that says what each change did."""

from __future__ import annotations

from model.explain.ledger import ledger
from views.compare import effects
from views.context import Context
from views.shell.page_markup import put_markup


def effects_part(context: Context) -> None:
    """The whole part."""
    plan = context.plan
    if plan.is_changed:
        found = ledger(plan.start, plan.now)
        put_markup(effects.effects_table(found, plan.start, plan.now) + effects.how(found))
    else:
        put_markup(effects.nothing_yet())
