"""Response tables of whole plans: the last change, before and after; the plan as it stands. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from model.plan.plan import Plan
from model.results.rating import Untested
from model.texts import say
from views import charts
from views.answer import panel
from views.answer.drawn import Drawn, Futures, drawn
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
    plans, moments = (before, after), (say("answer.before"), say("answer.after"))
    pages = [drawn(plan, futures, compares=compares) for plan in plans]
    texts = [
        {**panel.slots(page.numbers, page.likely or Untested.OFF), "moment": moment}
        for page, moment in zip(pages, moments, strict=True)
    ]
    return _of(REPLAY, plans, pages, names, texts)


def standing(plan: Plan, page: Drawn, names: Sequence[str]) -> Response:
    """One place: the plan itself as the page has worked it out, for pictures that are not drawn again after a
    move. Its texts come in their markup.
    """
    return _of(STANDING, (plan,), (page,), names, ())


def _of(
    lever: str,
    plans: Sequence[Plan],
    pages: Sequence[Drawn],
    names: Sequence[str],
    texts: Sequence[Mapping[str, str]],
) -> Response:
    rows = [{name: charts.batch(name, *page.pictured) for name in names} for page in pages]
    return Response(
        lever=lever,
        positions=[float(i) for i in range(len(plans))],
        signatures=[of_plan(plan) for plan in plans],
        texts={slot: [t[slot] for t in texts] for slot in (texts[0] if texts else ())},
        rows={
            name: {
                dataset: {field: np.concatenate([r[name][dataset][field] for r in rows]) for field in fields}
                for dataset, fields in charts.moving(name).items()
            }
            for name in names
        },
    )
