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
    (counts,), blank, nameless, *_ = read([wide, packed])
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


def test_the_count_of_the_20th_day_is_taken_where_no_other_stands(tmp_path):
    """Of 2001 both stand, of 2002 one, of 2003 none. A file may have that column alone."""
    header = ("school", "year", "enrolment", "enrolment_20th_day")
    path = written(
        tmp_path / "both.csv", [("a", 2001, 90, 95), ("a", 2002, "", 80), ("a", 2003, "", 0)], header
    )
    (counts,), blank, _, on_the_day, _ = read([path])
    assert counts.pupils.tolist() == [[90, 80]]
    assert (blank, on_the_day) == (1, 1)
    alone = written(tmp_path / "alone.csv", [("a", 2004, 70)], ("school", "year", "enrollment_20th_day"))
    (counts,), *_ = read([path, alone])
    assert np.array_equal(counts.pupils, [[90, 80, np.nan, 70]], equal_nan=True)
    bad = written(tmp_path / "bad.csv", [("a", 2001, 90, "most"), ("a", 2002, "", "-3")], header)
    with pytest.raises(CountsError) as refusal:
        read([bad])
    assert refusal.value.problems == (
        "bad.csv, row 2: year '2001', students '90', on the 20th day 'most'. Write numbers.",
        "bad.csv, row 3: year '2002', students '', on the 20th day '-3'. Write numbers.",
    )


def test_counts_of_the_20th_day_are_told(tmp_path, capsys):
    rows = [(s, y, "", 300 + y) for s in range(12) for y in (2001, 2002)]
    path = written(tmp_path / "day.csv", rows, ("school", "year", "enrolment", "enrolment_20th_day"))
    assert main([str(path)]) == 0
    assert "day: 24 counts are those of the 20th day" in capsys.readouterr().out


def test_a_number_with_a_point_names_the_same_school(tmp_path):
    one_way = written(tmp_path / "one.csv", [("609001", 2001, 100)])
    other = written(tmp_path / "other.csv", [("609001.0", 2002, 110)])
    assert one_row([one_way, other]) == [[100, 110]]


def one_row(paths):
    (counts,), *_ = read(paths)
    return counts.pupils.tolist()


def test_a_school_of_an_alternative_network_is_none_of_the_district(tmp_path):
    """In any year, and whatever grades it has; but a kind that is stated counts for more."""
    header = ("school", "year", "enrolment", "network", "school_type", "grades", "kind")
    rows = [
        ("a", 2001, 90, "Options", "", "9,10,11,12", ""),
        ("b", 2001, 90, "Network 4", "District, non-alternative", "9,10,11,12", ""),
        ("c", 2001, 90, "", "District, alternative", "9,10,11,12", ""),
        ("d", 2001, 90, "Options", "", "9,10,11,12", "high"),
        ("e", 2001, 90, "Charter", "", "9,10,11,12", ""),
        ("e", 2002, 90, "Options", "", "9,10,11,12", ""),
        ("f", 2001, 90, "Charter", "", "K,1,2", "regular"),
        ("f", 2002, 90, "", "", "K,1,2", ""),
    ]
    found, *_ = read([written(tmp_path / "networks.csv", rows, header)])
    assert {c.kind: len(c.pupils) for c in found} == {"alternative": 3, "charter": 1, "high": 2}


def test_a_list_of_grades_says_who_is_full(tmp_path, capsys):
    """Where grades are listed and not counted: all of 9 to 12, and the same in every list. A year before the
    first list is not told of.
    """
    header = ("school", "year", "pupils", "grades")
    rows = [
        *(("a", y, 300, "9,10,11,12") for y in (2001, 2002)),
        *(("b", y, 300, "PK,7,8,9,10,11,12") for y in (2001, 2002)),
        ("c", 2001, 300, "9,10,11,12"),
        ("c", 2002, 300, "9,10"),
        ("d", 2001, 300, ""),
        ("d", 2002, 300, "10,11,12"),
        ("e", 2001, 300, "9,10,11,12"),
        ("e", 2002, 300, "PK,9,10,11,12"),
    ]
    counts = one(written(tmp_path / "lists.csv", rows, header), "high")
    full = [[True, True], [True, True], [False, False], [True, False], [True, True]]
    assert counts.is_full.tolist() == full
    path = written(
        tmp_path / "options.csv", [(*row[:3], "Options") for row in rows], (*header[:3], "network")
    )
    assert main([f"chicago={path}"]) == 0
    assert "chicago, alternative: 5 schools or districts, by the row chicago_high." in capsys.readouterr().out
