"""The second table of a lever: the futures at some of its places, which come after the first.

It holds what a run at each of these places shows and the first table cannot know: the texts that rest on the
futures, and the fields of the charts that move with them. All else is in the first table. No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from model.answer.numbers import SERIES
from model.plan.facts import Facts
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.results.marks import LINES as MARKED
from model.results.marks import marks
from model.results.projection import Projection
from model.results.verdicts import LINES as JUDGED
from model.results.verdicts import judge_all
from views import charts
from views.answer import panel
from views.answer.likely import BANDED, Likely
from views.live.batch import Moved, moved, rows
from views.live.response import Response

# Places of one answer. Others wait for no more than one of them, and the browser asks again for the next.
MOST = 40
FuturesAt = Callable[[Scenario, Facts, Projection, int], Likely]
_NEEDED = (*SERIES.values(), *MARKED, *JUDGED)


def respond_ahead(
    plan: Plan,
    lever: str,
    places: Sequence[float],
    names: Sequence[str],
    futures: FuturesAt,
    going_on: Callable[[], bool] = lambda: True,
    *,
    compares: bool = False,
) -> Response | None:
    """The futures at these places, in their order, as far as it goes: `going_on` is asked before each but
    the first.

    None of no places. `futures` gives those of the plan in a row of a projection.
    """
    m = moved(plan, lever, places, _NEEDED, compares=compares)
    found: list[Likely] = []
    for place in range(len(places)):
        if place and not going_on():
            break
        found.append(futures(m.scenario(place), plan.facts, m.projection, place))
    return _response(m, places, names, found) if found else None


def _response(m: Moved, places: Sequence[float], names: Sequence[str], found: Sequence[Likely]) -> Response:
    m = m.first(len(found))
    texts = [panel.tested_slots(v, x) for v, x in zip(judge_all(m.projection), found, strict=True)]
    offsets = {line: np.array([x.offsets[line] for x in found]) for line in found[0].offsets}
    return Response(
        lever=m.lever,
        positions=places[: len(found)],
        signatures=m.signatures,
        texts={slot: [t[slot] for t in texts] for slot in texts[0]},
        rows=_rows(m, names, offsets),
    )


def _rows(
    m: Moved, names: Iterable[str], offsets: Mapping[str, np.ndarray]
) -> Mapping[str, Mapping[str, Mapping[str, np.ndarray]]]:
    count = len(m.values)
    moving = {name: fields for name in names if (fields := charts.of_futures(name, BANDED))}
    return {
        name: {
            dataset: {f: np.broadcast_to(c := drawn[dataset][f], (count, c.shape[1])) for f in fields}
            for dataset, fields in moving[name].items()
        }
        for name, drawn in rows(moving, m, offsets, marks(m.projection)).items()
    }
