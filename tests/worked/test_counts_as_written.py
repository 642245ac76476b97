"""Files of counts as people write them: what is read all the same, what is told, and what is refused."""

from __future__ import annotations

import pytest

from model.texts import counted, say
from tests.worked.counts_files import written
from tools.calibrate_ranges import main
from tools.enrollment_counts import CountsError, read


def only(path):
    (counts,), *_ = read([path])
    return counts


def test_no_more_than_fifty_faults_are_said_and_the_others_counted(tmp_path, capsys):
    """60 cells of one file and 10 of another are 70 faults: 50 are said, 20 are counted."""
    many, some = (
        written(tmp_path / f"{name}.csv", [("a", 2001 + i, "x") for i in range(count)])
        for name, count in (("many", 60), ("some", 10))
    )
    with pytest.raises(CountsError) as refusal:
        read([many])
    assert refusal.value.problems[50:] == (say("terminal.more_faults", count=counted(10)),)
    assert main([str(many), str(some)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "many.csv, row 2: year '2001', students 'x'. Write numbers."
    assert said[49:] == [
        "many.csv, row 51: year '2050', students 'x'. Write numbers.",
        say("terminal.more_faults", count=counted(20)),
    ]


def test_a_kind_is_read_in_any_letters_and_one_that_is_not_known_is_refused(tmp_path):
    """A regular school may be of any kind, so nothing is said by it, as by an empty cell."""
    header = ("school", "year", "pupils", "kind")
    rows = [("a", 2001, 9, "HIGH "), ("b", 2001, 9, "Charter"), ("c", 2001, 9, "Regular"), ("d", 2001, 9, "")]
    found, *_ = read([written(tmp_path / "kinds.csv", rows, header)])
    assert {c.kind: len(c.pupils) for c in found} == {"high": 1, "charter": 1, "elementary": 2}
    with pytest.raises(CountsError) as refusal:
        read([written(tmp_path / "bad.csv", [*rows, ("e", 2001, 9, "High School")], header)])
    known = "elementary, high, charter, district, alternative, regular"
    assert refusal.value.problems == (
        f"bad.csv, row 6: kind 'High School' is not known. Write one of {known}.",
    )


@pytest.mark.parametrize(
    ("grades", "kind"),
    [
        ("9-12", "high"),
        ("9 \N{EN DASH} 12", "high"),
        ("09,10,11,12", "high"),
        ("PK-8", "elementary"),
        ("K,1-5", "elementary"),
    ],
)
def test_grades_may_be_a_span(tmp_path, grades, kind):
    path = written(tmp_path / "spans.csv", [("a", 2001, 300, grades)], ("school", "year", "pupils", "grades"))
    assert only(path).kind == kind


def test_a_header_is_read_in_any_letters_and_with_blanks(tmp_path):
    path = tmp_path / "header.csv"
    path.write_text("School,Year, Enrollment,Grade 9 ,KIND\na,2001,300,300,high\n", encoding="utf-8")
    counts = only(path)
    assert (counts.kind, counts.pupils.tolist(), counts.grades[0, 0, 9]) == ("high", [[300]], 300)
    twice = written(tmp_path / "twice.csv", [], ("school", "Year", "year ", "pupils"))
    with pytest.raises(CountsError, match="column 'year' stands twice"):
        read([twice])


@pytest.mark.parametrize(
    "year", ["2005-06", "2005-2006", "2005/06", " 2005 \N{EN DASH} 06", "2006", "2006.0"]
)
def test_a_school_year_is_read_by_the_year_in_which_it_ends(tmp_path, year):
    """The fall of 2005, as in a column of its own, fall_2005."""
    counts = only(written(tmp_path / "years.csv", [("a", year, 300)]))
    fall = only(written(tmp_path / "falls.csv", [("a", 300)], ("school", "fall_2005")))
    assert counts.first_year == fall.first_year == 2006
    assert only(written(tmp_path / "turn.csv", [("a", "1999-00", 300)])).first_year == 2000


@pytest.mark.parametrize("year", ["2005-07", "2005-05", "05-06", "2005-6", "autumn", ""])
def test_what_is_no_school_year_is_refused(tmp_path, year):
    with pytest.raises(CountsError) as refusal:
        read([written(tmp_path / "years.csv", [("a", year, 300)])])
    assert refusal.value.problems == (
        f"years.csv, row 2: {year!r} is no school year. Write 2006 or 2005-06 if it ends in 2006.",
    )


def test_schools_of_other_sizes_are_left_out_and_counted(tmp_path, capsys):
    """Two schools of 12 have 49 and 5,001 students; one of 50 in one year of two is in."""
    sizes = [49, 5_001, *[400] * 10]
    rows = [(s, y, n) for s, n in enumerate(sizes) for y in (2001, 2002)]
    assert main([str(written(tmp_path / "town.csv", [*rows, ("x", 2001, 50), ("x", 2002, 49)]))]) == 0
    said = capsys.readouterr().out
    assert "town, elementary: 13 schools or districts" in said
    assert "town, elementary: 2 left out, with 50 to 5,000 students in no year." in said


@pytest.mark.parametrize(
    "rows",
    [
        [("a", 2001, 40), ("a", 2002, 45)],  # too small
        [("a", 2001, 400), ("b", 2002, 450)],  # one year each
    ],
)
def test_nothing_to_test_is_said_with_status_2(tmp_path, capsys, rows):
    path = written(tmp_path / "few.csv", rows)
    assert main([str(path)]) == 2
    said = capsys.readouterr()
    assert "few, elementary: nothing to test." in said.out
    assert said.err == "There is nothing to test. Add schools or years.\n"
    full = written(tmp_path / "full.csv", [(s, y, 400) for s in range(12) for y in (2001, 2002)])
    assert main([str(path), str(full)]) == 0


def test_names_that_a_spreadsheet_may_have_changed_are_told_and_kept_apart(tmp_path, capsys):
    """It takes the zeros away at which a number begins. 000012 and 12 may be one school, or two."""
    rows = [("000012", 2001, 400), ("12", 2002, 410), ("Oak  Hill", 2001, 90), ("OAK HILL", 2002, 95)]
    path = written(tmp_path / "ids.csv", [*rows, ("120", 2001, 80), ("0", 2001, 80), ("00", 2002, 80)])
    (counts,), *_, alike = read([path])
    assert len(counts.pupils) == 7
    assert sorted(alike) == [("0", "00"), ("000012", "12"), ("OAK HILL", "Oak  Hill")]
    full = written(tmp_path / "full.csv", [(f"s{s}", y, 400) for s in range(12) for y in (2001, 2002)])
    assert main([f"town={path}+{full}"]) == 0
    said = capsys.readouterr().out
    assert "town: 3 names differ in leading zeros, letter case or blanks alone and are kept apart: " in said
    assert "000012 and 12, " in said


def test_no_more_than_fifty_names_that_are_alike_are_listed(tmp_path, capsys):
    rows = [(f"{zeros}{s}", y, 400) for s in range(1, 61) for zeros, y in (("", 2001), ("0", 2002))]
    full = [(f"s{s}", y, 400) for s in range(12) for y in (2001, 2002)]
    assert main([str(written(tmp_path / "ids.csv", rows + full))]) == 0
    (said,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("ids: 60 names"))
    assert said.count(" and ") == 50 + 2  # "are kept apart" and "and 10 more"
    assert ", and 10 more. " in said
