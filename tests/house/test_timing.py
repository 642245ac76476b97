"""The calendars of `data/timing.csv`: what they rest on, and that a faulty file is refused with all that is
wrong in it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from model.evidence import CALENDARS, EvidenceError, load_timing
from tests.house.broken_data import Rows, broken_table, one


def problems(folder: Path, change: Callable[[Rows], object]) -> tuple[str, ...]:
    with pytest.raises(EvidenceError) as refusal:
        load_timing(broken_table(folder, "timing.csv", change))
    return refusal.value.problems


def test_calendars_by_hand() -> None:
    """Quarters begin in July; the Illinois law is the source; California pays 5% in July and August."""
    assert CALENDARS["quarterly"].parts == (1, 0, 0) * 4
    assert (CALENDARS["quarterly"].status, CALENDARS["quarterly"].source) == ("sourced", ("IL27A11",))
    assert CALENDARS["state_schedule"].parts == (5, 5, *[9] * 10)
    assert CALENDARS["ten_months"].parts == (0, 0, *[1] * 10)


def test_an_assumption_says_so() -> None:
    for c in CALENDARS.values():
        assert (c.status == "assumption") == bool({"ASSUME", "UNCONF"} & set(c.source)), c.key
        assert c.note.endswith("."), c.key
        assert c.label, c.key


@pytest.mark.parametrize(
    ("key", "cells", "message"),
    [
        ("quarterly", {"oct": "0"}, "of: the twelve months add up to 3 and not to 4. Make them agree."),
        ("quarterly", {"of": "5"}, "of: the twelve months add up to 4 and not to 5."),
        ("quarterly", {"of": "0"}, "of: 0 is not possible. Give a whole number from 1"),
        ("quarterly", {"jul": "-1"}, "jul: -1 is not possible. Give a whole number from 0"),
        ("quarterly", {"jul": "0.5"}, "jul: 0.5 is not possible."),
        ("quarterly", {"jul": "one"}, "jul: 'one' is not a finite number."),
        ("quarterly", {"jul": ""}, "jul: is empty."),
        ("quarterly", {"flow": "revenues"}, "flow: 'revenues' is unknown. Did you mean 'revenue'?"),
        ("quarterly", {"status": "guess"}, "status: 'guess' is unknown."),
        ("quarterly", {"source": "IL27A12"}, "source 'IL27A12' is unknown. Did you mean 'IL27A11'?"),
        ("quarterly", {"label": ""}, "label: is empty."),
        ("quarterly", {"note": ""}, "note: is empty."),
    ],
)
def test_a_faulty_calendar_is_refused(tmp_path: Path, key: str, cells: dict[str, str], message: str) -> None:
    """One fault in one cell gives exactly one sentence, with file, row, field, value and remedy."""
    (said,) = problems(tmp_path, lambda rows: one(rows, key).update(cells))
    assert said.startswith("timing.csv, row 2 (quarterly), ")
    assert message in said


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    def spoil(rows: Rows) -> None:
        one(rows, "quarterly")["jul"] = "x"
        one(rows, "monthly")["of"] = "13"

    assert len(problems(tmp_path, spoil)) == 2


def test_a_flow_without_a_calendar_is_refused(tmp_path: Path) -> None:
    said = problems(tmp_path, lambda rows: rows.remove(one(rows, "evenly")))
    assert said == ("timing.csv: no calendar says when other is paid. Add a row.",)


def test_two_calendars_of_one_name_are_refused(tmp_path: Path) -> None:
    said = problems(tmp_path, lambda rows: rows.append(dict(rows[0])))
    assert len(said) == 1
    assert "'quarterly' stands twice" in said[0]
