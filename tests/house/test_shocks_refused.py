"""Faults in the tables of shocks and of the twin: each is named with its place and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.evidence import EvidenceError, load_stress, load_twin
from tests.house.broken_data import broken_table, one

NOTHING = {"cut_rate": "0", "cut_years": "0", "comes_back": "at_once", "record": "", "record_share": "0"}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"cut_rate": "1.2"}, "cut_rate: 1.2 is not possible. Give a number from 0 to 1."),
        ({"cut_years": "0"}, "cut_years: 0 years with a cut of 0.035. Give both, or zero for both."),
        ({"first_year": "2.5"}, "first_year: 2.5 is not possible. Give a whole number from 0 to 5."),
        (NOTHING, "cut_rate: the shock changes nothing."),
        ({"first_year": "0"}, "first_year: there is no public funding to cut in the start-up year."),
        ({"place": "fron"}, "place: 'fron' is unknown. Did you mean 'front'?"),
        (
            {"salary_growth_change": "2"},
            "salary_growth_change: 2 is not possible. Give a number from -0.5 to 0.5.",
        ),
        (
            {"grant_years_change": "0.5"},
            "grant_years_change: 0.5 is not possible. Give a whole number from -5 to 5.",
        ),
        (
            {"once": "startup_others=1"},
            "once: 'startup_others' is no lever with numbers. Did you mean 'startup_other'?",
        ),
        ({"once": "refresh=1"}, "once: 'refresh' is no lever with numbers."),
        (
            {"once": "nonpersonnel_per_pupil"},
            "once: 'nonpersonnel_per_pupil' adds nothing. Write lever=amount",
        ),
        ({"once": "nonpersonnel_per_pupil=0"}, "once: 'nonpersonnel_per_pupil=0' adds nothing."),
        (
            {"once": "startup_other=5"},
            "once: 'startup_other' is set once for all years. First year 0 goes with",
        ),
        (
            {"once": "nonpersonnel_per_pupil=5", "first_year": "0", "cut_rate": "0", "cut_years": "0"},
            "once: 'nonpersonnel_per_pupil' is set year by year.",
        ),
        ({"what_happened": ""}, "what_happened: is empty."),
        ({"source": "CUT61"}, "source: source 'CUT61' is unknown. Did you mean"),
    ],
)
def test_a_faulty_shock_is_refused(tmp_path: Path, cells: dict[str, str], message: str) -> None:
    """A shock needs a cause, a source and a possible effect."""
    path = broken_table(tmp_path, "stress.csv", lambda rows: one(rows, "midyear_cut").update(cells))
    with pytest.raises(EvidenceError) as refusal:
        load_stress(path)
    assert len(refusal.value.problems) == 1
    assert message in refusal.value.problems[0]


@pytest.mark.parametrize(
    ("lever", "cells", "message"),
    [
        (
            "teacher_leaders",
            {"lever": "teacher_leader"},
            "lever: 'teacher_leader' is no lever with numbers. Did you mean",
        ),
        ("teacher_leaders", {"lever": "leader_pay"}, "lever: 'leader_pay' is no lever with numbers."),
        ("teacher_leaders", {"at_most": "owned"}, "at_most: 'owned' is not a finite number."),
        (
            "teacher_leaders",
            {"at_most": "-1"},
            "at_most: -1 is outside the bounds. Give a number from 0 to 100.",
        ),
        ("devices_per_pupil", {"note": ""}, "note: is empty."),
    ],
)
def test_a_faulty_twin_is_refused(tmp_path: Path, lever: str, cells: dict[str, str], message: str) -> None:
    """The twin has less of a lever with numbers, within its bounds, and a reason; only devices may be those
    it owns.
    """
    path = broken_table(
        tmp_path, "twin.csv", lambda rows: next(r for r in rows if r["lever"] == lever).update(cells)
    )
    with pytest.raises(EvidenceError) as refusal:
        load_twin(path)
    assert len(refusal.value.problems) == 1
    assert message in refusal.value.problems[0]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"comes_back": "later"}, "comes_back: 'later' is unknown."),
        ({"record": ""}, "record: a record goes with its share and with comes_back=record."),
        ({"record_share": "0"}, "record: a record goes with its share and with comes_back=record."),
        ({"comes_back": "never"}, "record: a record goes with its share and with comes_back=record."),
        ({"record": "2=4390|4=4087"}, "record: the years do not follow each other."),
        ({"record": "2=4390|3=none"}, "record: '3=none' is no year with its dollars."),
        ({"record": "0=4390|1=4087"}, "record: '0=4390' is no year with its dollars."),
    ],
)
def test_a_faulty_record_is_refused(tmp_path: Path, cells: dict[str, str], message: str) -> None:
    """A record has years that follow each other, dollars above zero, and a share that follows it."""
    path = broken_table(tmp_path, "stress.csv", lambda rows: one(rows, "midyear_cut").update(cells))
    with pytest.raises(EvidenceError) as refusal:
        load_stress(path)
    assert message in refusal.value.problems[0]
