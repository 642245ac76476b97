"""`python -m model standards`: what it prints is what the model finds."""

from __future__ import annotations

import csv
import io
import json

from commands.model_program import PROGRAM
from model.plan.scenario import Scenario
from model.results.standards import asked_of, judged
from model.results.standards_in_words import in_short, summary
from tests.first_versions import first_version

CHARTER = first_version("chicago_charter_k8")


def printed(capsys, *words: str) -> str:
    assert PROGRAM.main(["standards", *words]) == 0
    return capsys.readouterr().out


def test_text(capsys):
    """The count, and each standard in short."""
    found = judged(Scenario.preset(CHARTER), asked_of(True, Scenario.preset(CHARTER)))
    text = printed(capsys, "--preset", CHARTER)
    assert summary(found) in text
    assert all(in_short(j) in text for j in found)


def test_json_and_csv_say_the_same(capsys):
    """The years that are judged, with their values."""
    told = json.loads(printed(capsys, "--preset", CHARTER, "--format", "json"))["standards"]
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "--preset", CHARTER, "--format", "csv"))))
    flat = [
        (s["standard"], year, value)
        for s in told
        for year, value in enumerate(s["values"], 1)
        if value is not None
    ]
    assert [(r["standard"], int(r["year"]), float(r["value"])) for r in rows] == flat


def test_a_district_school_is_asked_less_unless_all_are_wanted(capsys):
    """Two standards, or all four."""
    less = json.loads(printed(capsys, "--preset", first_version("us_elementary"), "--format", "json"))
    every = json.loads(
        printed(capsys, "--preset", first_version("us_elementary"), "--every", "--format", "json")
    )
    assert (len(less["standards"]), len(every["standards"])) == (2, 4)
