"""A faulty preset is refused, with everything that is wrong in it; a new one is one file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.evidence import (
    DATA,
    DATA_VERSION,
    PRESETS,
    EvidenceError,
    load_levers,
    load_presets,
    load_six_schools,
)
from tests.house.broken_data import (
    Rows,
    broken_table,
    one,
    problems_with_preset,
    set_value,
)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda d: d["values"].pop("inflation"),
            "inflation: is missing. Give it a value, for example 0.027.",
        ),
        (set_value("inflaton", 0.02), "inflaton: is an unknown lever. Did you mean 'inflation'?"),
        (
            set_value("inflation", 0.7),
            "inflation: 0.7 is outside the bounds. Give a number from -0.5 to 0.5.",
        ),
        (set_value("inflation", float("nan")), "inflation: nan is not a finite number."),
        (set_value("inflation", "0.02"), "inflation: '0.02' is not a finite number."),
        (set_value("inflation", True), "inflation: True is not a finite number."),
        (set_value("inflation", None), "inflation: None is not a finite number."),
        (set_value("inflation", [0.02, 0.03]), "inflation: 2 numbers are given. Give one number, or 5."),
        (set_value("inflation", [0, 0, 0, 0, 9]), "inflation: 9 is outside the bounds."),
        (set_value("cut_years", [1, 1, 1, 1, 1]), "cut_years: 5 numbers are given. Give one number."),
        (set_value("cut_years", 1.5), "cut_years: 1.5 is not a whole number."),
        (
            set_value("pupils_per_clerk", 0.5),
            "pupils_per_clerk: 0.5 is too small to mean anything. Give 0, or 1 or more.",
        ),
        (set_value("enrollment_year1", 10**400), "is not a finite number."),
        (
            set_value("refresh", "jumpy"),
            "refresh: 'jumpy' is not a choice. Use one of: smoothed, set_aside, lumpy.",
        ),
        (set_value("hold_harmless", True), "hold_harmless: True is not a choice. Use one of: no, yes."),
        (lambda d: d.pop("summary"), "summary: is missing. Add it."),
        (lambda d: d.update(note="x"), "note: is unknown. Take it out."),
        (lambda d: d.update(label=" "), "label: ' ' is not a text."),
        (lambda d: d.update(label=""), "label: is empty. Write a few words."),
        (lambda d: d.update(family="usa"), "family: 'usa' is unknown. Did you mean 'us'?"),
        (lambda d: d.update(money_year="2024"), "money_year: '2024' is not a school year."),
        (lambda d: d.update(version=0), "version: 0 is not a version."),
        (lambda d: d.update(key="elementary"), "key: 'elementary' is not the name of the file."),
        (lambda d: d.update(values=[]), "values: [] is not a list of levers and values."),
        (
            lambda d: d.update(grades=[5, 0]),
            "grades: [5, 0] are not two grades. Give the lowest and the top grade",
        ),
        (lambda d: d.update(grades=[0, 13]), "grades: [0, 13] are not two grades."),
        (lambda d: d.update(grades="K-5"), "grades: 'K-5' are not two grades."),
        (lambda d: d.update(story="x"), "story: 'x' is not an object."),
        (lambda d: d["story"].update(question="No."), "story, question: 'No.' asks nothing."),
        (lambda d: d["story"].update(story="w " * 101), "story, story: has 101 words. Tell it in 100."),
        (
            lambda d: d["story"].update(place=0),
            "story, place: 0 is not possible. Give a whole number from 1 to 100.",
        ),
        (lambda d: d["story"].pop("title"), "story, title: is missing. Add it."),
    ],
)
def test_a_faulty_preset_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], message: str
) -> None:
    """One fault in a preset gives exactly one line: the file, the lever, the value and the remedy."""
    problems = problems_with_preset(tmp_path, change)
    assert len(problems) == 1, problems
    assert problems[0].startswith("us_elementary.json, ")
    assert message in problems[0]


def test_a_preset_from_the_future_is_refused(tmp_path: Path) -> None:
    """A preset cannot have been made with data that does not exist yet."""
    said = problems_with_preset(tmp_path, lambda d: d.update(data_version=99))[0]
    assert f"data_version: 99 is newer than the levers ({DATA_VERSION})." in said


def test_faults_of_several_presets_are_reported_at_once(tmp_path: Path) -> None:
    """Two broken files are mended in one round."""
    shutil.copytree(DATA / "presets", tmp_path / "presets")
    (tmp_path / "presets" / "us_high.json").write_text("{", encoding="utf-8")
    (tmp_path / "presets" / "us_middle.json").write_text("[]", encoding="utf-8")
    with pytest.raises(EvidenceError) as refusal:
        load_presets(tmp_path / "presets")
    first, second = refusal.value.problems
    assert first.startswith("us_high.json, line 1: is not JSON")
    assert second.startswith("us_middle.json: holds no JSON object")


def test_a_lever_named_twice_in_a_preset_is_refused(tmp_path: Path) -> None:
    """JSON keeps the last of two values without a word; we do not."""
    shutil.copytree(DATA / "presets", tmp_path / "presets")
    path = tmp_path / "presets" / "us_high.json"
    text = path.read_text(encoding="utf-8").replace('"cut_years": 0', '"cut_years": 1, "cut_years": 0')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"us_high\.json, cut_years: stands twice"):
        load_presets(tmp_path / "presets")


def test_a_newer_lever_takes_its_default(tmp_path: Path) -> None:
    """A new cost line needs no edit of older presets: they take the default of a newer lever."""

    def add(rows: Rows) -> None:
        rows.append(
            {**one(rows, "repair_cost"), "key": "assessment_per_pupil", "since": str(DATA_VERSION + 1)}
        )

    levers = load_levers(broken_table(tmp_path, "levers.csv", add))
    presets = load_presets(levers=levers)
    assert presets["us_high"].values["assessment_per_pupil"] == 90
    assert load_six_schools(levers=levers)["school_a"].values["assessment_per_pupil"] == 90


def test_a_lever_of_the_same_age_must_be_given(tmp_path: Path) -> None:
    """A lever that is not newer than a preset may not be left out, in any of them."""

    def add(rows: Rows) -> None:
        rows.append({**one(rows, "repair_cost"), "key": "assessment_per_pupil"})

    levers = load_levers(broken_table(tmp_path, "levers.csv", add))
    with pytest.raises(EvidenceError) as refusal:
        load_presets(levers=levers)
    assert len(refusal.value.problems) == len(PRESETS)
    assert all("assessment_per_pupil: is missing" in p for p in refusal.value.problems)


def test_a_new_preset_is_one_file(tmp_path: Path) -> None:
    """Its values, its grades and its story; without the last two a preset is one that was released before
    there were such.
    """
    shutil.copytree(DATA / "presets", tmp_path / "presets")
    document = json.loads((tmp_path / "presets" / "us_high.json").read_text(encoding="utf-8"))
    story = {"title": "T", "question": "What?", "story": "A tale.", "place": 10}
    tenth = {**document, "key": "tenth", "grades": [7, 9], "story": story}
    (tmp_path / "presets" / "tenth.json").write_text(json.dumps(tenth), encoding="utf-8")
    older = {k: x for k, x in document.items() if k not in ("grades", "story")} | {"key": "older"}
    (tmp_path / "presets" / "older.json").write_text(json.dumps(older), encoding="utf-8")
    found = load_presets(tmp_path / "presets")
    assert set(found) == {*PRESETS, "tenth", "older"}
    assert (found["tenth"].grades, found["tenth"].story.question) == ((7, 9), "What?")
    assert (found["older"].grades, found["older"].story) == (None, None)


def test_a_preset_may_give_a_number_for_each_year(tmp_path: Path) -> None:
    """Five numbers, one a year, are kept as five."""
    shutil.copytree(DATA / "presets", tmp_path / "presets")
    path = tmp_path / "presets" / "us_high.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["values"]["enrollment_year1"] = [850, 840, 830, 820, 810]
    path.write_text(json.dumps(document), encoding="utf-8")
    presets = load_presets(tmp_path / "presets")
    assert presets["us_high"].values["enrollment_year1"] == (850, 840, 830, 820, 810)
