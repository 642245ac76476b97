"""Results as text: a table for people, CSV or JSON, the same from a shell and from the page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from model.plan.scenario import Scenario
from model.results.projection import RESULTS, Projection, project
from model.results.result_rows import for_people, rows, to_csv
from model.results.verdicts import STATES, judge
from model.units import money, positions


def results_text(scenarios: Sequence[Scenario], names: Sequence[tuple[str, str]], form: str) -> str:
    """What `run` prints and the page offers: a table for people, CSV or JSON.

    `names` holds name and preset of each scenario.
    """
    p = project(scenarios)
    if form == "csv":
        return to_csv(rows(p, names))
    if form == "json":
        schools = [_as_json(p, i, s, *names[i]) for i, s in enumerate(scenarios)]
        return json.dumps(schools, indent=2) + "\n"
    return "".join(
        f"{name} ({preset})\n{_sentence(p, i)}\n\n{for_people(p, RESULTS.values(), i)}\n\n"
        for i, (name, preset) in enumerate(names)
    )


def _as_json(p: Projection, i: int, scenario: Scenario, name: str, preset: str) -> dict[str, object]:
    return {
        "scenario": name,
        "preset": preset,
        "verdict": judge(p, i).state.name.lower(),
        "levers": {k: list(v) if isinstance(v, tuple) else v for k, v in scenario.values.items()},
        "years": [{**r, "year": int(r["year"] or 0)} for r in p.results(i)],
    }


def _sentence(p: Projection, i: int) -> str:
    v = judge(p, i)
    tail = f"; the gap is {positions(v.gap_positions)} teacher positions" if v.gap_positions else ""
    bad = f" The balance is below zero from Year {v.first_negative}." if v.first_negative is not None else ""
    return f"{STATES[v.state]}: structural result in Year 5 {money(v.result_year5)}{tail}.{bad}"
