"""A CSV file of scenarios, each row a preset and the levers that differ. Bad rows do not stop good ones."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from model.evidence import LEVERS
from model.nearest import did_you_mean
from model.plan.scenario import Problem, Scenario, ScenarioError, unknown_preset
from model.plan.taken import take

MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be run. `line` is its line number in the file."""

    line: int
    name: str
    preset: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class ScenarioTable:
    """What could be read, and what is wrong, in messages that name the row."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...]


def read_table(content: bytes) -> ScenarioTable:
    """Parse the file. Problems with the file or its header leave no rows; a bad row leaves the others."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        return _refused(
            f"The file is not UTF-8 text (byte {e.start + 1}). Save it as CSV UTF-8 and try again."
        )
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        lines = [(reader.line_num, cells) for cells in reader if any(c.strip() for c in cells)]
    except csv.Error as e:
        return _refused(f"The file cannot be read as CSV: {e}. Check the quotation marks.")
    if not lines:
        return _refused(
            "The file is empty. Its first line names the columns: preset, scenario (optional), then levers."
        )
    header = [h.strip() for h in lines[0][1]]
    faults = _header_faults(header)
    if len(lines) > MOST_ROWS + 1:
        faults.append(
            f"The file has {len(lines) - 1:,} rows; at most {MOST_ROWS:,} can be run at once. Split it."
        )
    if faults:
        return ScenarioTable((), tuple(faults))
    rows: list[Row] = []
    problems: list[str] = []
    for n, cells in lines[1:]:
        row, wrong = _read_row(n, header, cells)
        problems += [f"Row {n}{_called(header, cells)}: {w}" for w in wrong]
        if row:
            rows.append(row)
    if not rows and not problems:
        problems.append("The file has a header but no rows. Add one row for each scenario.")
    return ScenarioTable(tuple(rows), tuple(problems))


def _refused(problem: str) -> ScenarioTable:
    return ScenarioTable((), (problem,))


def _header_faults(header: list[str]) -> list[str]:
    known = ("preset", "scenario", *LEVERS)
    faults = []
    for i, h in enumerate(header, 1):
        if h not in known:
            hint = did_you_mean(h, known, "Remove it, or name a lever (docs/levers.md).")
            faults.append(f"Column {i} is called {h[:60]!r}, which is not a lever. {hint}")
    faults += [
        f"The column {h!r} is there twice. Keep one."
        for h in sorted({h for h in header if header.count(h) > 1})
    ]
    if "preset" not in header:
        faults.append("There is no column 'preset'. Add one: each scenario starts from a preset.")
    return faults


def _called(header: list[str], cells: list[str]) -> str:
    given = dict(zip(header, cells, strict=False)).get("scenario", "").strip()
    return f" ({given[:60]})" if given else ""


def _read_row(n: int, header: list[str], cells: list[str]) -> tuple[Row | None, list[str]]:
    if any(c.strip() for c in cells[len(header) :]):
        remedy = 'Five numbers of one lever go in quotation marks, for example "0,0.07,0.07,0,0".'
        return None, [f"{len(cells)} values for {len(header)} columns. {remedy}"]
    given = {h: c.strip() for h, c in zip(header, cells, strict=False) if c.strip()}
    preset, name = given.pop("preset", ""), given.pop("scenario", "")
    problems: list[Problem] = []
    try:
        base = Scenario.preset(preset)
    except ScenarioError:
        missing = Problem("preset", "", "No preset is named. Fill in the column 'preset'.")
        problems.append(unknown_preset(preset) if preset else missing)
    taken = take(given.items())
    problems += taken.problems
    if problems:
        return None, [p.message for p in problems]
    return Row(n, name or f"row {n}", preset, base.changed(taken.changes)), []
