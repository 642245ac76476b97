"""`python -m exchange page`: a file for one plan, and what is refused."""

from __future__ import annotations

import re

from commands.exchange_program import main
from exchange import files
from exchange.files import Filed
from exchange.mail_file import MOST_SETTINGS, can_be_chosen
from model.evidence import LEVERS
from model.plan.notebook import Note, Notebook
from model.plan.plan import from_preset
from model.texts import say

HOME = "us_elementary"


def test_a_page_of_a_preset_is_written(tmp_path, capsys):
    out = tmp_path / "plan.html"
    assert (
        main(["page", "--preset", HOME, "--settings", "inflation", "salary_growth", "--out", str(out)]) == 0
    )
    text = out.read_text(encoding="utf-8")
    assert re.findall(r'id="in-(\w+)"', text) == ["inflation", "salary_growth"]
    assert capsys.readouterr().out == ""


def test_a_page_of_a_file_with_its_notes_in_another_language(tmp_path):
    plan, out = tmp_path / "plan.json", tmp_path / "plan.html"
    book = Notebook((Note("recurring_cost", 3, "Ask for it"),))
    plan.write_bytes(files.write([Filed(from_preset(HOME), notebook=book)]))
    words = ["page", "--plan", str(plan), "--notes", "--base", "https://plans.example.org/", "--lang", "keys"]
    assert main([*words, "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "Ask for it" in text
    assert "mail.offline" in text
    assert 'href="https://plans.example.org/?c=' in text


def test_what_cannot_be_used_is_refused_in_one_go(tmp_path, capsys):
    """Each fault in a sentence with its remedy, status 2, and nothing is written."""
    out, two = tmp_path / "plan.html", tmp_path / "two.json"
    two.write_bytes(files.write([from_preset(HOME), from_preset("us_high")]))
    refresh = f"{LEVERS['refresh'].label} (refresh)"
    many = can_be_chosen(from_preset(HOME))[: MOST_SETTINGS + 1]
    for words, said in (
        (
            ["--preset", HOME, "--settings", "teachr_salary", "refresh"],
            say("mail.is_choice", setting=refresh),
        ),
        (["--preset", HOME, "--settings", *many], say("mail.too_many", most=MOST_SETTINGS, given=len(many))),
        (["--plan", str(two)], say("mail.one_plan", plans=2)),
        (["--preset", HOME, "--base", "here"], ""),
    ):
        assert main(["page", *words, "--out", str(out)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert said in told.err
        assert not out.exists()
        if "refresh" in words:
            assert "teacher_salary" in told.err
