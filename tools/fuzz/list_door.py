"""Lists of scenarios as spreadsheet programs save them, and the same damaged."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from exchange.scenario_list import Row, ScenarioTable, read_table
from model.evidence import GROWING, LEVERS, PRESETS, Value
from model.plan.each_year import said_as_typed
from model.plan.scenario import SET_ASIDE, Scenario
from model.texts import say
from model.units import is_share
from tools.fuzz.damage import damaged, damaged_bytes
from tools.fuzz.good_plans import NAMES, drawn_value
from tools.fuzz.spelled import could_mean, spell
from tools.fuzz.trials import Outcome
from tools.saying import says

# What five numbers mean, by the setting that says it.
MARKS = {row.mark: row for row in GROWING.values()}
# What five numbers of a setting set beside themselves: other settings, and what the five mean.
BESIDE = {
    key: (*SET_ASIDE.get(key, {}), *(row.mark for row in [GROWING.get(key)] if row))
    for key in (SET_ASIDE.keys() | GROWING.keys())
}


def is_implied(key: str, told: str) -> bool:
    """Whether it is told that a setting was set by what stands beside it."""
    if key in MARKS:
        return said_as_typed(MARKS[key]) in told
    label = LEVERS[key].label
    names = (f"{label} ({key})", label)  # with the key behind the label, or under the name of the column
    messages = ("values.implied", "own_lines.implied_once")
    return any(says(message, setting=name).search(told) for message in messages for name in names)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as bytes. `meant` holds what every row means where nothing was damaged: by its place among the
    rows that hold something, the preset and the values.
    """

    content: bytes
    separator: str
    columns: Sequence[str]
    meant: Sequence[tuple[str, Mapping[str, Value]]] = field(default=())


def make(draw: random.Random) -> Sheet:
    """One list."""
    if draw.random() < 0.03:
        return Sheet(_dear(draw), ",", ())
    separator = draw.choice((",", ",", ";", "\t", "|"))
    comma = separator != "," and draw.random() < 0.6
    keys = draw.sample(sorted(LEVERS), draw.choice((0, 1, 3, 6)))
    rows = [_row(draw, keys, comma) for _ in range(draw.choice((1, 2, 5)))]
    text = _text(draw, separator, keys, rows)
    meant = [(preset, values) for preset, _, values in rows]
    if draw.random() < 0.5:
        text, meant = damaged(draw, text), []
    content = _encoded(draw, text)
    if draw.random() < 0.1:
        content, meant = damaged_bytes(draw, content), []
    return Sheet(content, separator, keys, meant)


def _row(draw: random.Random, keys: Sequence[str], comma: bool) -> tuple[str, list[str], dict[str, Value]]:
    """Preset, spelled cells and what they mean; now and then a cell that is blank or means nothing."""
    values: dict[str, Value] = {}
    cells = []
    for key in keys:
        value = drawn_value(draw, LEVERS[key])
        blank = draw.random() < 0.2
        cells.append("" if blank else _spelled(draw, key, value, comma))
        if not blank:
            values[key] = value
    return draw.choice(sorted(PRESETS)), cells, values


def _spelled(draw: random.Random, key: str, value: Value, comma: bool) -> str:
    if isinstance(value, str):
        return draw.choice((value, value.upper(), value.replace("_", " ")))
    share = is_share(LEVERS[key].unit)
    if isinstance(value, tuple):
        if comma:
            return "; ".join(repr(v).removesuffix(".0").replace(".", ",") for v in value)
        return draw.choice((",", "; ", ";")).join(repr(v).removesuffix(".0") for v in value)
    return spell(draw, value, comma=comma, share=share)


def _text(
    draw: random.Random,
    separator: str,
    keys: Sequence[str],
    rows: Sequence[tuple[str, list[str], dict[str, Value]]],
) -> str:
    out = io.StringIO()
    more = draw.choice((0, 0, 2))
    writer = csv.writer(out, delimiter=separator, lineterminator=draw.choice(("\n", "\r\n")))
    if draw.random() < 0.2:
        out.write(f"sep={separator}\n")
    if draw.random() < 0.2:
        writer.writerow(["Plans for the board", *[""] * draw.choice((0, 3))])
    writer.writerow([_title(draw, k) for k in ("preset", "scenario", *keys)] + [""] * more)
    for preset, cells, _ in rows:
        if draw.random() < 0.1:
            writer.writerow([""] * (len(cells) + 2))
        writer.writerow([preset, draw.choice(("", *NAMES, "two\nlines")), *cells, *[""] * more])
    return out.getvalue()


def _title(draw: random.Random, key: str) -> str:
    label = LEVERS[key].label if key in LEVERS else key
    labels = [x.label.casefold() for x in LEVERS.values()]
    names = [key, key, key.upper(), key.replace("_", " ").capitalize(), f" {key} "]
    return draw.choice([*names, label] if labels.count(label.casefold()) <= 1 else names)


def _encoded(draw: random.Random, text: str) -> bytes:
    kind = draw.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"))
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(kind, b"")
    try:
        return mark + text.encode(kind)
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _dear(draw: random.Random) -> bytes:
    row = "us_elementary,9,0.5\n"
    return draw.choice(
        (
            ("preset," + ",".join(f"lever_{i}" for i in range(5_000)) + "\nus_elementary\n").encode(),
            ("preset,enrollment_year1,cut_rate\n" + row * 5_000).encode(),
            ("preset,enrollment_year1\n" + "us_elementary,11.600\n" * 2_000).encode(),
            ("preset,sustaining_grant\n" + "us_elementary,200000\n" * 2_000).encode(),
            b"preset\n" + b"," * 3_000_000,
            b'preset\n"' + b"x\n" * 300_000,
            b"\n" * 500_000,
            b"preset\n" + b",,,\n" * 200_000,
            b"\x00" * 1_000_000,
            ("preset\n" + "".join(f"x{i}\n" for i in range(5_000))).encode(),
        )
    )


def try_it(given: object) -> Outcome:
    """Read it. Every row that holds something is a scenario or a message, and every value is in its text."""
    assert isinstance(given, Sheet)
    table = read_table(given.content)
    if not table.rows:
        return Outcome(table.problems)
    look = _not_as_meant if given.meant else _not_in_its_text
    return Outcome(table.problems, partial(look, given, table), is_taken=True)


def _not_as_meant(sheet: Sheet, table: ScenarioTable) -> str:
    """Nothing was damaged: as many rows as were written, each with just these values."""
    wrong = {m[0] for p in table.problems if (m := re.match(r"\D+\d+", p))}  # by their rows
    if len(table.rows) + len(wrong) != len(sheet.meant):
        return f"{len(sheet.meant)} rows were written, {len(table.rows)} read, {len(wrong)} refused"
    for row, (preset, values) in zip(table.rows, sheet.meant, strict=False) if not wrong else ():
        if row.preset != preset:
            return f"row {row.line}: another preset"
        start = Scenario.preset(preset)
        for key, held in row.scenario.values.items():
            meant = values.get(key, start[key])
            if held != meant and not _near(held, meant) and not _is_told(table, row, key, values):
                return f"row {row.line}: {key} was {meant!r} and became {held!r}"
    return ""


def _near(held: object, meant: object) -> bool:
    return (
        isinstance(held, float)
        and isinstance(meant, float)
        and abs(held - meant) < 1e-9 * max(1.0, abs(meant))
    )


def _is_told(table: ScenarioTable, row: Row, key: str, values: Mapping[str, Value]) -> bool:
    """Whether a remark on the row says how a cell was read, or what five numbers set beside themselves."""
    if len(table.remarks) > 50:
        return True
    own = [r for r in table.remarks if re.match(rf"{re.escape(say('list.row', number=row.line))}\b", r)]
    beside = [k for k, others in BESIDE.items() if key in others and isinstance(values.get(k), tuple)]
    if beside or LEVERS[key].own:  # with the key behind the label, or under the name of the column
        return any(is_implied(key, r) for r in own)
    return any(says("values.read_as").search(r) for r in own)


def _not_in_its_text(sheet: Sheet, table: ScenarioTable) -> str:
    """Something was damaged: whatever differs from the preset must be a value that the text can mean."""
    text = _decoded(sheet.content)
    cells = _cells(text)
    for row in table.rows[:50]:
        start = Scenario.preset(row.preset)
        for key, held in row.scenario.values.items():
            if held == start[key]:
                continue
            beside = any(key in others for others in BESIDE.values())
            if not beside and not any(could_mean(cell, held) for cell in cells):
                return f"row {row.line}: {key} became {held!r}, which stands nowhere"
    return ""


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-16-le" if content[1:2] == b"\x00" else "cp1252", errors="replace")


def _cells(text: str) -> set[str]:
    """Every piece of the text that could be a cell, whatever parts them."""
    found: set[str] = set()
    for separator in ",;\t|":
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            for cells in reader:
                found.update(cells)
        except csv.Error:
            continue
    return found
