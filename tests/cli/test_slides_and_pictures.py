"""`python -m exchange slides` and `python -m exchange picture`: what they write and what they refuse."""

from __future__ import annotations

import importlib.util

import pytest
from pptx import Presentation

from commands.exchange_program import main
from exchange import files
from exchange.pictures import PICTURES
from exchange.slides import what_to_install
from model.plan.plan import from_preset
from model.texts import either, say
from tests.looped import looped


def test_slides_of_a_preset_with_changes(tmp_path):
    out = tmp_path / "plan.pptx"
    assert main(["slides", "--preset", "us_elementary", "--set", "benefit_rate=0.4", "--out", str(out)]) == 0
    assert len(Presentation(str(out)).slides) == 5


def test_the_notes_lead_to_the_page_where_its_address_is_given(tmp_path, capsys):
    """A link for everybody is there. One that only this network opens is told."""
    out = tmp_path / "plan.pptx"
    for base, remarks in (("https://plans.example.org/", 0), ("http://school.local:8501/", 1)):
        assert main(["slides", "--preset", "us_elementary", "--base", base, "--out", str(out)]) == 0
        notes = [s.notes_slide.notes_text_frame.text for s in Presentation(str(out)).slides]
        assert any(base in text for text in notes)
        assert len(capsys.readouterr().err.splitlines()) == remarks
    assert main(["slides", "--preset", "us_elementary", "--out", str(out)]) == 0
    assert not any("http" in s.notes_slide.notes_text_frame.text for s in Presentation(str(out)).slides)
    assert main(["slides", "--preset", "us_elementary", "--base", "nowhere", "--out", str(out)]) == 2


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("SVG", b"<svg")])
def test_the_ending_of_the_name_says_the_form(tmp_path, ending, begins):
    out = tmp_path / f"curve.{ending}"
    assert main(["picture", "--preset", "us_elementary", "--of", "curve", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(begins)


def refused(capsys, *typed):
    assert main(list(typed)) == 2
    return capsys.readouterr().err


def test_everything_wrong_is_said_at_once(tmp_path, capsys):
    """A preset, a picture and an ending that there are not; the nearest names are given."""
    out = tmp_path / "x.gif"
    said = refused(capsys, "picture", "--preset", "us_elementry", "--of", "curv", "--out", str(out))
    assert say("names.did_you_mean", name="us_elementary") in said
    assert say("names.did_you_mean", name="curve") in said
    assert "x.gif" in said
    assert ".svg" in said
    assert not out.exists()


def test_a_name_like_no_picture_gets_the_whole_list(tmp_path, capsys):
    out = str(tmp_path / "x.png")
    said = refused(capsys, "picture", "--preset", "us_elementary", "--of", "zzzz", "--out", out)
    assert either(PICTURES) in said


def test_a_picture_that_this_plan_has_not(tmp_path, capsys):
    out = str(tmp_path / "x.png")
    said = refused(capsys, "picture", "--preset", "us_elementary", "--of", "year5", "--out", out)
    assert say("pictures.needs_changes", picture="year5") in said


@looped(
    "command, message",
    [(["slides"], "slides.one_deck"), (["picture", "--of", "curve"], "pictures.one_picture")],
)
def test_a_file_of_two_plans_is_refused(tmp_path, capsys, command, message):
    two = tmp_path / "two.json"
    two.write_bytes(files.write([files.Filed(from_preset("us_high")), files.Filed(from_preset("us_middle"))]))
    said = refused(capsys, *command, "--plan", str(two), "--out", str(tmp_path / "x.png"))
    assert say(message, plans=2) in said


def test_without_the_package_it_says_what_to_install(tmp_path, capsys, monkeypatch):
    """And that alone: no slide is begun."""
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "exchange.slides.missing_package.find_spec", lambda n: None if n == "pptx" else real(n)
    )
    assert "python-pptx" in what_to_install()
    said = refused(capsys, "slides", "--preset", "us_elementary", "--out", str(tmp_path / "x.pptx"))
    assert what_to_install() in said
