"""Response tables of whole plans: the last change, before and after; the plan as it stands. No Streamlit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.plan.plan import Plan
from model.results.rating import Untested
from model.texts import say
from views import charts
from views.answer import panel
from views.answer.drawn import Futures, drawn
from views.live.response import Response
from views.shell.signature import of_plan

REPLAY = "replay"  # the name of its table, and the key of the button that asks for it
STANDING = "standing"  # the name of the table of the plan itself


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
    moments = ((before, say("answer.before")), (after, say("answer.after")))
    return _of(REPLAY, moments, names, futures, compares)


def standing(
    plan: Plan,
    names: Sequence[str],
    futures: Futures = lambda _plan, _p: None,
    *,
    compares: bool = False,
) -> Response:
    """One place: the plan itself, for pictures that are not drawn again after a move."""
    return _of(STANDING, ((plan, ""),), names, futures, compares)


def _of(
    lever: str,
    moments: Sequence[tuple[Plan, str]],
    names: Sequence[str],
    futures: Futures,
    compares: bool,
) -> Response:
    texts, rows = [], []
    for plan, moment in moments:
        page = drawn(plan, futures, compares=compares)
        if moment:  # the texts of the plan that stands come in their markup
            tested = page.likely or Untested.OFF
            texts.append({**panel.slots(page.numbers, tested), "moment": moment})
        rows.append({name: charts.batch(name, *page.pictured) for name in names})
    return Response(
        lever=lever,
        positions=[float(i) for i in range(len(moments))],
        signatures=[of_plan(plan) for plan, _ in moments],
        texts={slot: [t[slot] for t in texts] for slot in (texts[0] if texts else ())},
        rows={
            name: {
                dataset: {field: np.concatenate([r[name][dataset][field] for r in rows]) for field in fields}
                for dataset, fields in rows[0][name].items()
            }
            for name in names
        },
    )
