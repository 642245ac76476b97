"""A faulty file of evidence is refused, with everything that is wrong in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.evidence import (
    DATA,
    LEVERS,
    EvidenceError,
    load_findings,
    load_levers,
    load_six_schools,
    load_sources,
)
from tests.house.broken_data import (
    Rows,
    broken_table,
    one,
    problems_with_lever,
)

# --------------------------------------------------------------------------------------------- levers refused

TYPED = [x for x in LEVERS.values() if not (x.of or x.own)]  # the rows of levers.csv


@pytest.mark.parametrize(
    ("key", "cells", "message"),
    [
        ("inflation", {"label": ""}, "(inflation), label: is empty. Every row needs it."),
        ("inflation", {"source": ""}, "(inflation), source: is empty."),
        ("inflation", {"status": ""}, "(inflation), status: is empty."),
        ("inflation", {"help": " "}, "(inflation), help: is empty."),
        (
            "inflation",
            {"unit": "shares_per_year"},
            "unit: 'shares_per_year' is unknown. Did you mean 'share_per_year'?",
        ),
        ("inflation", {"kind": "guess"}, "kind: 'guess' is unknown. Use one of: decision, world, fact."),
        (
            "inflation",
            {"panel": "misc"},
            "panel: 'misc' is unknown. Use one of: enrollment, by_grade, staffing,",
        ),
        ("inflation", {"place": "back"}, "place: 'back' is unknown. Use one of: front, deeper."),
        ("inflation", {"status": "source"}, "status: 'source' is unknown. Did you mean 'sourced'?"),
        ("inflation", {"source": "CPI52"}, "source: source 'CPI52' is unknown. Did you mean 'CPI25'?"),
        ("inflation", {"source": "QQQ"}, "source: source 'QQQ' is unknown. Add it to sources.csv."),
        ("inflation", {"source": "CPI25+CPI25"}, "source: 'CPI25+CPI25' names a source twice."),
        ("inflation", {"default": "nan"}, "default: 'nan' is not a finite number."),
        ("inflation", {"most": "inf"}, "most: 'inf' is not a finite number."),
        ("inflation", {"default": "3%"}, "default: '3%' is not a finite number. Write digits only"),
        ("teacher_salary", {"default": "72_030"}, "default: '72_030' is not a finite number."),
        ("inflation", {"default": "0.7"}, "default: 0.7 is outside the bounds, from -0.5 to 0.5."),
        ("inflation", {"default": "0.09"}, "default: 0.09 is outside the usual range, from 0 to 0.08."),
        (
            "inflation",
            {"default": "0.04"},
            "default: 0.04 is outside the uncertain range, from 0.017 to 0.037.",
        ),
        ("inflation", {"usual_high": "0.6"}, "usual_high: 0.6 is outside the bounds, from -0.5 to 0.5."),
        ("inflation", {"uncertain_high": "2"}, "uncertain_high: 2 is outside the bounds, from -0.5 to 0.5."),
        (
            "inflation",
            {"usual_low": "0.1"},
            "usual_low: 0.1 is above usual_high 0.08. Put the lower number first.",
        ),
        ("inflation", {"least": "1"}, "least: 1 is above most 0.5."),
        ("inflation", {"step": "0"}, "step: 0 is not above zero."),
        ("inflation", {"step": "-0.1"}, "step: -0.1 is not above zero."),
        ("inflation", {"per_year": "maybe"}, "per_year: 'maybe' is unknown. Use one of: yes, no."),
        ("inflation", {"choices": "a|b"}, "choices: 'a|b' does not belong here."),
        ("inflation", {"year_of_money": "2023-24"}, "year_of_money: '2023-24' does not belong here."),
        ("inflation", {"since": "0"}, "since: 0 is not possible. Give a whole number from 1"),
        ("inflation", {"since": "1.5"}, "since: 1.5 is not possible."),
        ("teacher_salary", {"year_of_money": ""}, "(teacher_salary), year_of_money: is empty."),
        (
            "teacher_salary",
            {"year_of_money": "2023-25"},
            "'2023-25' is not a school year. Write it as 2023-24.",
        ),
        (
            "device_life_years",
            {"most": "15.5"},
            "most: 15.5 is not a whole number. Years, grades and sections are whole.",
        ),
        ("device_life_years", {"usual_low": "2.5"}, "usual_low: 2.5 is not a whole number."),
        ("device_life_years", {"step": "0.5"}, "step: 0.5 is not a whole number."),
        (
            "refresh",
            {"default": "jumpy"},
            "default: 'jumpy' is not one of the choices. Use one of: smoothed, set_aside, lumpy.",
        ),
        ("refresh", {"choices": "smoothed"}, "choices: 'smoothed' is no choice."),
        ("refresh", {"choice_labels": "One"}, "choice_labels: 'One' does not name 3 choices apart."),
        ("refresh", {"choice_labels": "One|One"}, "choice_labels: 'One|One' does not name 3 choices apart."),
        ("inflation", {"choice_labels": "No|Yes"}, "choice_labels: 'No|Yes' does not belong here."),
        (
            "refresh",
            {"step": "1"},
            "step: '1' does not belong here. Leave it empty: a choice has no numbers.",
        ),
        ("refresh", {"per_year": "yes"}, "per_year: 'yes' is not possible for a choice."),
    ],
)
def test_a_faulty_lever_is_refused(tmp_path: Path, key: str, cells: dict[str, str], message: str) -> None:
    """One fault in one cell gives exactly one sentence, with file, row, field, value and remedy."""
    problems = problems_with_lever(tmp_path, key, **cells)
    assert len(problems) == 1, problems
    assert problems[0].startswith("levers.csv, row ")
    assert message in problems[0]


def test_a_misspelt_unit_of_a_choice_is_one_problem(tmp_path: Path) -> None:
    """A choice whose unit is misspelt is not reproached with having no numbers."""
    problems = problems_with_lever(tmp_path, "refresh", unit="choise")
    assert len(problems) == 1
    assert "unit: 'choise' is unknown. Did you mean 'choice'?" in problems[0]


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    """Five faults in three rows are five lines of one refusal."""

    def spoil(rows: Rows) -> None:
        one(rows, "inflation").update(default="nan", help="")
        one(rows, "refresh").update(default="jumpy")
        one(rows, "teacher_salary").update(step="0", source="NOBODY")

    with pytest.raises(EvidenceError) as refusal:
        load_levers(broken_table(tmp_path, "levers.csv", spoil))
    assert len(refusal.value.problems) == 5
    assert str(refusal.value).startswith("5 problems in the data:\n- levers.csv, row ")
    assert isinstance(refusal.value, ValueError)


def test_the_row_named_is_the_row_a_spreadsheet_shows(tmp_path: Path) -> None:
    """The header is row 1, so the first lever stands in row 2."""
    problems = problems_with_lever(tmp_path, next(iter(LEVERS)), label="")
    assert problems[0].startswith("levers.csv, row 2 (enrollment_year1), label: ")


def test_a_double_lever_is_refused(tmp_path: Path) -> None:
    """A key stands once."""
    path = broken_table(tmp_path, "levers.csv", lambda rows: rows.append(dict(rows[0])))
    with pytest.raises(
        EvidenceError,
        match=rf"row {len(TYPED) + 2} .enrollment_year1., key: 'enrollment_year1' stands twice",
    ):
        load_levers(path)


def test_a_column_too_few_or_too_many_is_refused_once(tmp_path: Path) -> None:
    """A misspelt column is reported at the header with what was meant, and not again for each row."""
    text = (DATA / "levers.csv").read_text(encoding="utf-8")
    path = tmp_path / "levers.csv"
    path.write_text(text.replace(",status,", ",statsu,", 1), encoding="utf-8")
    with pytest.raises(EvidenceError) as refusal:
        load_levers(path)
    assert refusal.value.problems == (
        "levers.csv, header: column 'status' is missing. Add it.",
        "levers.csv, header: column 'statsu' is unknown. Did you mean 'status'?",
    )


def test_a_row_with_a_stray_comma_is_refused(tmp_path: Path) -> None:
    """A text with a comma and no quotes would shift every cell after it."""
    path = tmp_path / "levers.csv"
    path.write_text((DATA / "levers.csv").read_text(encoding="utf-8") + "a,b,c\n", encoding="utf-8")
    with pytest.raises(
        EvidenceError, match=rf"row {len(TYPED) + 2} \(a\): has 3 cells, the header 22\. Put quotes"
    ):
        load_levers(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named with its folder."""
    with pytest.raises(EvidenceError, match=r"levers\.csv: there is no such file"):
        load_levers(tmp_path / "levers.csv")


# ------------------------------------------------------------------------------------ the other files refused


def test_faulty_schools_are_refused_together(tmp_path: Path) -> None:
    """Faults of several schools, and those they share, are reported at once and each only once."""
    document = json.loads((DATA / "six_schools.json").read_text(encoding="utf-8"))
    document["money_year"] = "2018"
    document["schools"][0]["values"].pop("inflation")
    document["schools"][1]["kind"] = "private"
    document["schools"][2]["key"] = "school_a"
    path = tmp_path / "six_schools.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(EvidenceError) as refusal:
        load_six_schools(path)
    text = str(refusal.value)
    assert len(refusal.value.problems) == 4
    assert "six_schools.json, money_year: '2018' is not a school year" in text
    assert "six_schools.json, school 1 (school_a), inflation: is missing" in text
    assert "school 2 (school_b), kind: 'private' is unknown. Use one of: district, charter." in text
    assert "schools: 'school_a' stands twice" in text


def test_faulty_sources_are_refused(tmp_path: Path) -> None:
    """A source needs a title, a way it was seen, and an address that is one."""
    path = broken_table(
        tmp_path, "sources.csv", lambda rows: rows[0].update(title="", seen_as="", url="afton")
    )
    with pytest.raises(EvidenceError) as refusal:
        load_sources(path)
    assert [p.partition("), ")[2].partition(":")[0] for p in refusal.value.problems] == [
        "url",
        "title",
        "seen_as",
    ]
    assert "'afton' is not a web address" in refusal.value.problems[0]


@pytest.mark.parametrize(
    ("key", "cells", "message"),
    [
        ("startup_share_it", {"published_low": "0.5"}, "published_low: 0.5 is above published_high 0.415."),
        ("startup_share_it", {"published_low": "", "published_high": ""}, "published_high: is empty."),
        ("startup_share_it", {"as_published": ""}, "as_published: is empty."),
        ("startup_share_it", {"check": ""}, "check: is empty."),
        ("startup_share_it", {"unit": "percent"}, "unit: 'percent' is unknown."),
        ("school_names", {"as_published": "x"}, "as_published: 'x' does not belong here."),
        ("school_names", {"computed": "x"}, "computed: 'x' does not belong here."),
        ("school_names", {"status": "unpublished"}, "status: 'unpublished' is unknown. Did you mean"),
    ],
)
def test_a_faulty_finding_is_refused(tmp_path: Path, key: str, cells: dict[str, str], message: str) -> None:
    """A finding needs its limits, what was published and how it is checked."""
    path = broken_table(tmp_path, "findings.csv", lambda rows: one(rows, key).update(cells))
    with pytest.raises(EvidenceError) as refusal:
        load_findings(path)
    assert any(message in p for p in refusal.value.problems), refusal.value.problems
