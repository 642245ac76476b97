"""Results as text: a table for people, CSV or JSON, the same from a shell and from the page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from model.forms import CSV, JSON
from model.plan.scenario import Scenario
from model.results.debt_rows import debt_cell, debt_lines
from model.results.horizon import horizons
from model.results.horizon_in_words import after_year_5
from model.results.projection import RESULTS, Projection, project
from model.results.rating import Chance, rate
from model.results.rating_in_words import rating_line, short_as_tested
from model.results.result_rows import for_people, rows, to_csv
from model.results.verdicts import Verdict, judge
from model.texts import say
from model.units import about_positions, money


def results_text(
    scenarios: Sequence[Scenario],
    names: Sequence[tuple[str, str]],
    form: str,
    chances: Sequence[Chance] = (),
) -> str:
    """What `run` prints and the page offers: a table for people, CSV or JSON.

    `names` holds name and preset of each scenario; `chances`, where they were worked out, the chance of each.
    Without them a table says what a plan is on paper, and no more.
    """
    p = project(scenarios)
    if form == CSV:
        return to_csv(rows(p, names))
    if form == JSON:
        schools = [_as_json(p, i, s, *names[i]) for i, s in enumerate(scenarios)]
        return json.dumps(schools, indent=2) + "\n"
    return "".join(
        f"{name} ({preset})\n{_sentence(p, i, chances[i] if chances else None)}\n\n{for_people(p, (*RESULTS.values(), *debt_lines(p, i)), i)}\n\n"
        for i, (name, preset) in enumerate(names)
    )


def _as_json(p: Projection, i: int, scenario: Scenario, name: str, preset: str) -> dict[str, object]:
    return {
        "scenario": name,
        "preset": preset,
        "verdict": judge(p, i).state.name.lower(),
        "levers": {k: list(v) if isinstance(v, tuple) else v for k, v in scenario.values.items()},
        "years": [
            {**r, "year": int(r["year"] or 0), **{k: debt_cell(p, k, t, i) for k in debt_lines(p, i)}}
            for t, r in enumerate(p.results(i))
        ],
    }


def _year_5(v: Verdict) -> str:
    """What Year 5 leaves over or lacks. A shortfall is told in people as the rating tests it."""
    amount = money(abs(v.result_year5))
    if not v.is_apart and v.gap_positions:
        gap = about_positions(v.gap_positions, v.gap_beginners)
        return say("rating.year5_short", amount=amount, positions=gap)
    found = say("rating.year5_left" if v.result_year5 >= 0 else "rating.year5_short_alone", amount=amount)
    return f"{found} {short_as_tested(v)}" if v.is_apart and v.gap_positions else found


def _sentence(p: Projection, i: int, chance: Chance | None) -> str:
    v = judge(p, i)
    said = rating_line(rate(v, chance) if chance else rate(v))
    said = f"{said} {_year_5(v)}"
    later = after_year_5(horizons(p.scenarios.chosen(slice(i, i + 1)))[0])
    return "\n".join([said, " ".join(later)]) if later else said
