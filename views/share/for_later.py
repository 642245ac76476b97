"""The part for later: save the plan in this browser or as a file, and open what was saved or sent."""

from __future__ import annotations

from views.compare import plans, saved_plans, shelf
from views.context import Context
from views.share import downloads, opening
from views.share.cards import Card, cards
from views.shell import notebook
from views.shell.page_markup import put_markup


def for_later(context: Context) -> None:
    """The whole part."""
    cards(_CARDS, context)
    saved_plans.to_open()
    put_markup(plans.where_kept())
    notebook.mount("open")
    shelf.mount()


_CARDS = (
    Card("save", "compare.save_this_plan", lambda c: plans.keeping(c.plan)),
    Card("plan-file", "share.plan_file", downloads.plan_file, "share.about_plan_file"),
    Card("open", "share.open", lambda _: opening.fields()),
)
