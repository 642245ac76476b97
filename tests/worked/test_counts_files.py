"""Files of counts: what is read of them, what a school's kind is, and what is refused in words."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from tests.worked.counts_files import written
from tools.calibrate_ranges import main
from tools.enrollment_counts import CountsError, read


def one(path, kind=""):
    (counts,), *_ = read([path], kind)
    return counts


def test_wide_and_packed_files_are_read(tmp_path):
    """Fall 2012 is the school year that ends in 2013; files of one set are laid together by school."""
    wide = written(
        tmp_path / "wide.csv", [("a", "100", ""), ("b", "0", "90")], ("school_id", "fall_2011", "fall_2012")
    )
    packed = tmp_path / "long.csv.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as file:
        file.write("sy,school_id,enrolment\n2014,a,95\n2014,NA,20\n2014,,30\n")
    (counts,), blank, nameless, _ = read([wide, packed])
    assert (blank, nameless, counts.first_year) == (2, 2, 2012)
    assert np.array_equal(counts.pupils, [[100, np.nan, 95], [np.nan, 90, np.nan]], equal_nan=True)


def test_a_school_is_of_the_kind_its_file_says(tmp_path):
    rows = [("a", 2001, 9, "charter", ""), ("b", 2001, 9, "", "9,10,11,12"), ("c", 2001, 9, "regular", "K,1")]
    path = written(tmp_path / "kinds.csv", rows, ("school", "year", "pupils", "kind", "grades"))
    found, *_ = read([path])
    assert [c.kind for c in found] == ["charter", "elementary", "high"]
    found, *_ = read([written(tmp_path / "districts.csv", [("x", 2001, 900)], ("muni", "fy", "enrolment"))])
    assert [c.kind for c in found] == ["district"]
    plain = written(tmp_path / "plain.csv", [("x", 2001, 900)])
    assert [one(plain).kind, one(plain, "high").kind] == ["elementary", "high"]


def test_a_high_school_is_full_with_grades_9_to_12(tmp_path):
    """The school that adds grade 12 in 2002 was not full in 2001; where no grade is told it is not either."""
    header = ("school", "year", "pupils", "grade_9", "grade_10", "grade_11", "grade_12")
    rows = [("a", 2001, 30, 10, 10, 10, ""), ("a", 2002, 40, 10, 10, 10, 10), ("a", 2003, 40, "", "", "", "")]
    counts = one(written(tmp_path / "grades.csv", rows, header))
    assert counts.kind == "high"
    assert counts.is_full.tolist() == [[False, True, False]]
    assert counts.grades[0, 0, 8:].tolist() == [0, 10, 10, 10, 0]


@pytest.mark.parametrize(
    "columns", [("funding",), ("property_tax", "state_aid_education"), ("rev_local_tax", "rev_state")]
)
def test_public_funding_is_added_up_from_documented_columns(tmp_path, columns):
    """Parts may be below zero; a sum that is not above zero says nothing."""
    rows = [("a", 2001, 9, *["30"] * len(columns)), ("a", 2002, 9, *["-5"] * len(columns))]
    counts = one(written(tmp_path / "money.csv", rows, ("school", "year", "pupils", *columns)))
    assert np.array_equal(counts.funding, [[30.0 * len(columns), np.nan]], equal_nan=True)


def test_everything_wrong_is_said_at_once(tmp_path):
    bare = written(tmp_path / "bare.csv", [("a", "1")], ("school", "children"))
    bad = written(tmp_path / "bad.csv", [("a", "2001", "many"), ("a", "2002", 5), ("a", "2002", 6), ("a", 7)])
    twice = written(tmp_path / "twice.csv", [], ("school", "year", "pupils", "pupils"))
    money = written(tmp_path / "money.csv", [("a", 2001, 5, "x")], ("school", "year", "pupils", "funding"))
    with pytest.raises(CountsError) as refusal:
        read([bare, bad, twice, money])
    assert refusal.value.problems == (
        "bare.csv: has no column year or sy or fy. Add it.",
        "bare.csv: has no column pupils or students or enrollment or enrolment. Add it.",
        "bad.csv, row 2: year '2001', students 'many'. Write numbers.",
        "bad.csv, row 4: a has two counts in 2002. Keep one.",
        "bad.csv, row 5: has more or fewer cells than the header. Mend the row.",
        "twice.csv: column 'pupils' stands twice. Keep one.",
        "money.csv, row 2: a grade or an amount of money is no number. Write numbers.",
    )


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04\x14\x00\x9c\x8f", b"school,year\n\x80"])
def test_what_is_no_text_is_refused(tmp_path, content):
    path = tmp_path / "counts.csv"
    path.write_bytes(content)
    with pytest.raises(CountsError, match="is no CSV file"):
        read([path])


def test_a_packed_file_that_is_none_is_refused(tmp_path):
    path = tmp_path / "counts.csv.gz"
    path.write_bytes(b"school,year,pupils\n")
    with pytest.raises(CountsError, match="is no CSV file"):
        read([path])


def test_files_that_cannot_be_used_give_status_2(tmp_path, capsys):
    empty = written(tmp_path / "empty.csv", [])
    far = written(tmp_path / "far.csv", [("a", 1900, 5), ("a", 2900, 5)])
    assert main([f"a={empty}", f"b={tmp_path / 'nowhere.csv'}", f"c={far}", f"c={far}"]) == 2
    said = capsys.readouterr().err
    assert "There is no count in these files." in said
    assert "nowhere.csv: cannot be read" in said
    assert "The years 1900 and 2900 stand in one set." in said
    assert "c: named twice." in said


def test_files_of_one_set_keep_the_kinds_of_their_own_schools(tmp_path):
    """A file of high schools beside one that says nothing makes no high school of the others."""
    plain = written(tmp_path / "plain.csv", [("a", 2001, 300)])
    high = written(tmp_path / "high.csv", [("b", 2001, 30, 30)], ("school", "year", "pupils", "grade_9"))
    for order in ([plain, high], [high, plain]):
        found, *_ = read(order)
        assert [(c.kind, len(c.pupils)) for c in found] == [("elementary", 1), ("high", 1)]
