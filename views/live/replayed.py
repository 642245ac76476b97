"""A replay of the last change: a response table of two places, before and after. No Streamlit here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.plan.plan import Plan
from model.texts import say
from views import charts
from views.answer import panel
from views.answer.drawn import Futures, drawn
from views.live.response import Response
from views.shell.signature import of_plan

REPLAY = "replay"  # the name of its table, and the key of the button that asks for it


def replay(
    before: Plan,
    after: Plan,
    names: Sequence[str],
    futures: Futures = lambda _plan, _p: None,
    *,
    compares: bool = False,
) -> Response:
    """Two places, before and after.

    Texts and rows are those of a rerun of each plan, with its futures where they are shown.
    """
    texts, rows = [], []
    for plan, moment in ((before, say("present.before")), (after, say("present.after"))):
        page = drawn(plan, futures, compares=compares)
        chance = page.likely.chance if page.likely else ""
        texts.append({**panel.slots(page.numbers), panel.CHANCE: chance, "moment": moment})
        rows.append({name: charts.batch(name, *page.pictured) for name in names})
    return Response(
        lever=REPLAY,
        positions=[0.0, 1.0],
        signatures=[of_plan(before), of_plan(after)],
        texts={slot: [t[slot] for t in texts] for slot in texts[0]},
        rows={
            name: {
                dataset: {field: np.concatenate([r[name][dataset][field] for r in rows]) for field in fields}
                for dataset, fields in rows[0][name].items()
            }
            for name in names
        },
    )
