"""Copies of the data files with a fault in them, and what the loaders say of it."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.evidence import DATA, EvidenceError, load_levers, load_presets

Rows = list[dict[str, str]]


def broken_table(folder: Path, name: str, change: Callable[[Rows], object]) -> Path:
    """A copy of a table in which `change` has spoiled the rows."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def one(rows: Rows, key: str) -> dict[str, str]:
    return next(row for row in rows if row["key"] == key)


def problems_with_lever(folder: Path, key: str, **cells: str) -> tuple[str, ...]:
    path = broken_table(folder, "levers.csv", lambda rows: one(rows, key).update(cells))
    with pytest.raises(EvidenceError) as refusal:
        load_levers(path)
    return refusal.value.problems


def problems_with_preset(folder: Path, change: Callable[[dict[str, Any]], object]) -> tuple[str, ...]:
    presets = folder / "presets"
    shutil.copytree(DATA / "presets", presets)
    path = presets / "us_elementary.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(EvidenceError) as refusal:
        load_presets(presets)
    return refusal.value.problems


def set_value(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda document: document["values"].update({key: value})
