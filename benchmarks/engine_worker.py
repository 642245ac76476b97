"""The process that `benchmarks.engine` asks: one checkout of the project, one timed go at a time.

It is started by its file with the checkout first on the path, so it uses only what the checkouts on both
sides have. A line of JSON with a case comes in, a line with its milliseconds goes out. "--peak CASE" tells
instead how many MB the case takes over the start, and ends.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from model.answer.numbers import NEEDED
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project

PRESET = "us_elementary.1"
LEVER = "enrollment_year1"
TWO = ("structural_result", "fund_balance")
PART = 10_000  # plans at a time, where every line of very many is asked for
LINES: Mapping[str, tuple[str, ...] | None] = {"two": TWO, "view": NEEDED, "all": None}


def settings(count: int, seed: int = 17) -> dict[str, Any]:
    """Ten settings of the preset, of so many plans: enrollment, staffing, PD and technology."""
    draw = np.random.default_rng(seed)
    return {
        "enrollment_year1": draw.integers(300, 601, count).astype(float),
        "enrollment_growth": draw.uniform(-0.03, 0.03, count),
        "pupils_per_teacher": np.round(draw.uniform(13, 18, count), 1),
        "teacher_leaders": draw.integers(0, 9, count).astype(float),
        "teacher_salary": np.round(draw.uniform(60_000, 85_000, count)),
        "recurring_pd_per_teacher": np.round(draw.uniform(500, 2_000, count)),
        "startup_pd_per_teacher": np.round(draw.uniform(1_000, 4_000, count)),
        "devices_per_pupil": np.round(draw.uniform(0.5, 1.2, count), 2),
        "device_life_years": draw.integers(3, 6, count).astype(float),
        "software_per_pupil": np.round(draw.uniform(30, 120, count)),
    }


def one_plan(lines: str) -> Callable[[], object]:
    """From a scenario to its lines."""
    plan, only = Scenario.preset(PRESET).changed({"enrollment_year1": 437.0}), LINES[lines]
    return lambda: project([plan], only=only)


def many_plans(count: int, lines: str) -> Callable[[], object]:
    batch, only = Scenarios.varied(Scenario.preset(PRESET), **settings(count)), LINES[lines]
    if only is None and count > PART:
        parts = [slice(first, first + PART) for first in range(0, count, PART)]
        return lambda: [len(project(batch.chosen(part)).lines) for part in parts]  # and each is let go
    return lambda: project(batch, only=only)


def by_hand(count: int, lines: str) -> Callable[[], object]:
    from benchmarks import by_hand as floor

    work = {"two": floor.two_results, "view": floor.first_view}[lines]
    return partial(work, Scenario.preset(PRESET).values, settings(count))


def futures() -> Callable[[], object]:
    """2,000 futures of a plan with bands and chance, as the page asks for them."""
    from model.ranges.bands import ranges

    return partial(ranges, Scenario.preset(PRESET))


def table() -> Callable[[], object]:
    """The table of a touched lever, packed, as the page asks for it."""
    from views.live.response import pack

    made = response()
    return lambda: pack(made())  # type: ignore[arg-type]


def response() -> Callable[[], object]:
    """The same before it is packed."""
    from model.evidence import LEVERS
    from model.plan.plan import begun_from
    from model.ranges.bands import ranges
    from views import charts
    from views.answer.likely import likely
    from views.live.response import positions, respond
    from views.shell.scale import to_screen

    start, lever = Scenario.preset(PRESET), LEVERS[LEVER]
    plan = begun_from(PRESET, start, start.changed({LEVER: 440.0}))
    low, high, step = (to_screen(lever, x) for x in (*(lever.usual or ()), lever.step or 1.0))
    places = positions(low, high, step, to_screen(lever, plan.now.number(LEVER)))
    shown = likely(ranges(plan.now), project([plan.now]))
    return lambda: respond(plan, LEVER, places, charts.NAMES, shown)


@cache
def case(name: str) -> Callable[[], object]:
    """The work of a case, such as "plans 10000 view"; what it works on is made once."""
    kind, *rest = name.split()
    if kind in ("plans", "hand"):
        count, lines = int(rest[0]), rest[1]
        make = by_hand if kind == "hand" else many_plans
        return one_plan(lines) if count == 1 and kind == "plans" else make(count, lines)
    return {"futures": futures, "table": table, "response": response}[kind]()


def timed(name: str, times: int) -> float:
    """Processor milliseconds of one go, on average of so many."""
    work = case(name)
    began = time.process_time()
    for _ in range(times):
        work()
    return 1000 * (time.process_time() - began) / times


def peak(name: str) -> float | None:
    """MB that a case holds at most over what was held with its input at hand. None where nobody counts.

    From /proc and not from `resource`, because the most that a parent ever held counts there too.
    """
    status, forget = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    if not forget.exists():
        return None
    # One plan first, so that what is made once for all does not count.
    case("plans 1 view")()
    work = case(name)
    forget.write_text("5", encoding="ascii")  # the most held so far is what is held now
    before = _kb("VmHWM", status)
    work()
    return (_kb("VmHWM", status) - before) / 1000


def _kb(field: str, status: Path) -> int:
    fields = (line.split() for line in status.read_text(encoding="ascii").splitlines())
    return next(int(x[1]) for x in fields if x[0] == f"{field}:")


def main() -> None:
    if sys.argv[1:2] == ["--peak"]:
        print(json.dumps(peak(sys.argv[2])))
        return
    for line in sys.stdin:
        print(json.dumps(timed(*json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
