"""What can be asked of every row of a list: the columns of the answer, and how it is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from exchange.long_lists.columns_out import RESULTS_SCHEMA, table_of
from exchange.long_lists.source import BLOCK
from exchange.scenario_list import Row
from model.evidence import STRESS
from model.explain.variance import Row as Line
from model.explain.variance import variances
from model.plan.facts import of_preset
from model.plan.scenario import Scenario
from model.ranges.bands import LINES, QUANTILES, ranges
from model.ranges.draws import FUTURES
from model.ranges.whose_counts import whose
from model.results.projection import project
from model.results.verdicts import judge_all
from model.stress.board import Row as BoardRow
from model.stress.board import boards
from model.years import YEARS

_WHO = (("scenario", pa.string()), ("preset", pa.string()))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to many plans: the columns of its answer, its rows, and how many plans make a block."""

    schema: pa.Schema
    rows: Callable[[Sequence[Row], Mapping[str, Any]], Iterator[Sequence[object]]]
    block: int

    def table(self, rows: Sequence[Row], options: Mapping[str, Any]) -> pa.RecordBatch:
        """The answer for some plans, in their order."""
        return table_of(self.schema, self.rows(rows, options))


def _stressed(rows: Sequence[Row], options: Mapping[str, Any]) -> Iterator[Sequence[object]]:
    """Each plan without an event and under each one, with the responses."""
    shocks = [STRESS[key] for key in options["events"]]
    found = boards([r.scenario for r in rows], options["responses"], shocks, with_twin=False)
    for row, of_plan in zip(rows, found, strict=True):
        for event in of_plan.rows:
            yield row.name, row.preset, event.key, *_under(event)


def _under(row: BoardRow) -> Sequence[object]:
    problem = " ".join(row.problems) or None
    if (found := row.plan) is None:
        return ("impossible", *[None] * 11, problem)
    verdict, kept = found.verdict, found.kept.positions if found.kept else None
    return (
        "yes" if row.is_hit and row.shock else "no",
        verdict.state.name.lower(),
        verdict.tested.short.first,
        verdict.tested.first_negative,
        found.first_bad,
        verdict.result_year5,
        found.at_risk.positions,
        found.at_risk.year,
        kept,
        found.flexible,
        found.flexible_share,
        found.given_up,
        problem,
    )


_STRESS = pa.schema(
    [
        *_WHO,
        ("event", pa.string()),
        ("applies", pa.string()),
        ("verdict", pa.string()),
        ("first_short_year", pa.int8()),
        ("first_negative_year", pa.int8()),
        ("first_bad_year", pa.int8()),
        ("structural_result_year5", pa.float64()),
        ("positions_at_risk", pa.float64()),
        ("positions_at_risk_year", pa.int8()),
        ("positions_at_risk_kept", pa.float64()),
        ("flexible_spending", pa.float64()),
        ("flexible_share", pa.float64()),
        ("positions_given_up", pa.float64()),
        ("problem", pa.string()),
    ]
)


def _ranged(rows: Sequence[Row], options: Mapping[str, Any]) -> Iterator[Sequence[object]]:
    """Each plan and year: the chances of the plan, and where its futures lie in that year."""
    verdicts = judge_all(project([r.scenario for r in rows]))
    for row, verdict in zip(rows, verdicts, strict=True):
        place = whose(options["place"], row.scenario, of_preset(row.preset))
        found = ranges(row.scenario, options["pins"], place)
        chances = [n / FUTURES for n in (found.whole, found.solvent, found.pays_year5)]
        of_plan = (verdict.state.name.lower(), *chances)
        bands = [found.bands[line] for line in LINES]
        for t in range(YEARS):
            spread = (float(band[t]) for line in bands for band in line)
            runs_out = found.first_negative[t] / FUTURES
            yield row.name, row.preset, t, *of_plan, runs_out, *spread


_RANGES = pa.schema(
    [
        *_WHO,
        ("year", pa.int8()),
        ("verdict", pa.string()),
        ("chance", pa.float64()),
        ("chance_savings_last", pa.float64()),
        ("chance_year5_pays", pa.float64()),
        ("chance_runs_out_this_year", pa.float64()),
        *((f"{line}_p{round(100 * q)}", pa.float64()) for line in LINES for q in QUANTILES),
    ]
)


def _varied(rows: Sequence[Row], options: Mapping[str, Any]) -> Iterator[Sequence[object]]:
    """Each plan beside the preset it starts from: the lines that differ, and always the net position."""
    pairs = [(Scenario.preset(r.preset), r.scenario) for r in rows]
    for row, root in zip(rows, variances(pairs, options["years"]), strict=True):
        for line, part_of in _differing(root, None):
            cents = (line.before, line.after, line.difference, line.effect)
            yield row.name, row.preset, options["period"], line.line, part_of, *(x / 100 for x in cents)


def _differing(line: Line, part_of: str | None) -> Iterator[tuple[Line, str | None]]:
    yield line, part_of
    for part in line.parts:
        if any(x.difference for x in part.every()):
            yield from _differing(part, line.line)


_VARIANCE = pa.schema(
    [
        *_WHO,
        ("years", pa.string()),
        ("line", pa.string()),
        ("part_of", pa.string()),
        *((name, pa.float64()) for name in ("before", "after", "difference", "effect")),
    ]
)

ASKED: Mapping[str, Asked] = {
    "stress": Asked(_STRESS, _stressed, 100),
    "ranges": Asked(_RANGES, _ranged, 16),
    "variance": Asked(_VARIANCE, _varied, 500),
}


def schema_of(ask: str) -> pa.Schema:
    """The columns of an answer."""
    return ASKED[ask].schema if ask in ASKED else RESULTS_SCHEMA


def block_of(ask: str) -> int:
    """How many rows make a block: enough to win by it, few enough that something comes soon."""
    return ASKED[ask].block if ask in ASKED else BLOCK
