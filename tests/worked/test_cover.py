"""The program that compares ranges with counts, on counts made here, so that their cover is known."""

from __future__ import annotations

import csv
import gzip
from dataclasses import replace

import numpy as np
import pytest

from model.evidence import SPREADS
from model.ranges.futures import strayed
from tools.calibrate_ranges import Errors, cover, covers, errors, fit, main
from tools.enrollment_counts import CountsError, read

CHICAGO = SPREADS["chicago"]


def written(path, rows, header=("school", "year", "pupils")):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def long(counts, first=2001):
    return [(f"s{i}", first + t, x) for i, row in enumerate(counts) for t, x in enumerate(row)]


def grown_from(spread, size=500.0, years=6):
    """A school for every future, which begins at the given size and strays as the spread says."""
    off = strayed(spread) * (size / 500) ** -spread.size_exponent
    off[:, 0] = 0
    return size * np.exp(off[:, :years])


@pytest.mark.parametrize("size", [125.0, 500.0, 2000.0])
def test_counts_that_stray_as_stated_are_covered_as_stated(size):
    """From their first year on, 50, 80 and 90% of them lie inside the bands, to one count of 2,000; whatever
    their size.
    """
    counts = grown_from(CHICAGO, size)
    for h in range(1, 6):
        found = {h: Errors(np.log(counts[:, h] / counts[:, 0]), counts[:, 0])}
        assert covers(found, CHICAGO)[h] == pytest.approx([0.5, 0.8, 0.9], abs=0.001)


def test_cover_by_hand():
    """Of -3, -1, 0, 1, 2 three lie within the middle half of -2..2, which is -1 to 1: 3 of 5."""
    draws = np.linspace(-2, 2, 1001)
    assert cover(np.array([-3.0, -1.0, 0.0, 1.0, 2.0]), draws, 0.5) == pytest.approx(0.6)


def test_errors_by_hand():
    """100 students, then 110, then 99: 10% up and 10% down one year ahead, 1% down two ahead. A school that
    closed is left out.
    """
    closed = [200.0, np.nan, np.nan]
    found = errors(np.array([[100.0, 110.0, 99.0]] * 30 + [closed]))
    assert np.unique(np.exp(found[1].off).round(9)).tolist() == [0.9, 1.1]
    assert np.unique(np.exp(found[2].off).round(9)).tolist() == [0.99]
    assert len(found[1].off) == 60
    assert 3 not in found


def test_around_a_trend_by_hand():
    """A school that falls 10% a year: flat misses by 10%, half of the trend by the root of 0.9, about 5%."""
    counts = np.array([[400 * 0.9**t for t in range(5)]] * 30)
    assert np.exp(errors(counts)[1].off) == pytest.approx(0.9)
    assert np.exp(errors(counts, trend=True)[1].off) == pytest.approx(0.9**0.5)


def test_too_few_counts_and_other_sizes_say_nothing():
    assert errors(np.full((29, 2), 500.0)) == {}
    assert errors(np.full((40, 2), 30_000.0)) == {}


def test_fitting_finds_what_counts_were_made_of():
    """Made with a yearly part of 4% and a lasting part of 2%, read from the first year on."""
    made = replace(CHICAGO, yearly=0.04, persistent=0.02)
    counts = grown_from(made)
    found = {h: Errors(np.log(counts[:, h] / counts[:, 0]), counts[:, 0]) for h in range(1, 6)}
    far, spread = fit(found, made.size_exponent)
    assert spread.yearly == pytest.approx(0.04, rel=0.05)
    assert spread.persistent == pytest.approx(0.02, rel=0.15)
    assert far < 0.001


def test_the_tables_are_printed(tmp_path, capsys):
    """Two years of 2,000 schools: 80.0% of the counts lie in the 80% band one year ahead."""
    counts = grown_from(CHICAGO, years=2)
    path = written(tmp_path / "made.csv", long(counts.tolist()))
    assert main([f"chicago={path}"]) == 0
    said = capsys.readouterr().out
    assert "| chicago | 1 | 2,000 | 50.0 | 80.0 | 90.0 | – |" in said
    assert "2,000 schools or districts; 0 cells empty or zero" in said


def test_a_set_of_another_name_is_held_against_the_place_asked_for(tmp_path, capsys):
    counts = grown_from(SPREADS["new_york"], years=2)
    path = written(tmp_path / "ours.csv", long(counts.tolist()))
    assert main([str(path), "--place", "new_york", "--fit"]) == 0
    said = capsys.readouterr().out
    assert "| ours | 1 | 2,000 | 50.0 | 80.0 | 90.0 | – |" in said
    assert "ours: yearly" in said


def test_wide_and_packed_files_are_read(tmp_path):
    """Fall 2012 is the school year that ends in 2013; files of one set are laid together by school."""
    wide = written(
        tmp_path / "wide.csv", [("a", "100", ""), ("b", "0", "90")], ("school_id", "fall_2011", "fall_2012")
    )
    packed = tmp_path / "long.csv.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as file:
        file.write("sy,school_id,enrolment\n2014,a,95\n")
    counts, blank = read([wide, packed])
    assert blank == 2
    assert np.array_equal(counts, [[100, np.nan, 95], [np.nan, 90, np.nan]], equal_nan=True)


def test_everything_wrong_is_said_at_once(tmp_path):
    bare = written(tmp_path / "bare.csv", [("a", "1")], ("school", "children"))
    bad = written(tmp_path / "bad.csv", [("a", "2001", "many"), ("a", "2002", 5), ("a", "2002", 6)])
    with pytest.raises(CountsError) as refusal:
        read([bare, bad])
    assert refusal.value.problems == (
        "bare.csv: has no column year or sy or fy. Add it.",
        "bare.csv: has no column pupils or enrollment or enrolment. Add it.",
        "bad.csv, row 2: year '2001', students 'many'. Write numbers.",
        "bad.csv, row 4: a has two counts in 2002. Keep one.",
    )


def test_files_that_cannot_be_used_give_status_2(tmp_path, capsys):
    empty = written(tmp_path / "empty.csv", [])
    assert main([f"a={empty}", f"b={tmp_path / 'nowhere.csv'}"]) == 2
    said = capsys.readouterr().err
    assert "There is no count in these files." in said
    assert "nowhere.csv: cannot be read" in said
