"""`python -m exchange handout`: a page for the board from a preset or a plan file, and what it refuses."""

from __future__ import annotations

import datetime as dt

import pytest
from pypdf import PdfReader

from commands.exchange_program import main
from exchange import files
from exchange.files import Filed
from model.plan.notebook import Decision, Notebook
from model.plan.plan import from_preset
from model.texts import say
from tests.first_versions import first_version
from tools.saying import says

HOME = first_version("us_elementary")


@pytest.fixture
def run(capsys, tmp_path):
    """Runs the command; gives exit status, what it said on standard error, and the file if there is one."""

    def command(*argv: str) -> tuple[int, str, PdfReader | None]:
        out = tmp_path / "page.pdf"
        status = main(("handout", *argv, "--out", str(out)))
        return status, capsys.readouterr().err, PdfReader(out) if out.exists() else None

    return command


def words(page: PdfReader) -> str:
    return "".join("".join(p.extract_text() for p in page.pages).split())


def test_a_preset_with_a_change_on_the_paper_that_was_asked_for(run):
    status, said, page = run("--preset", HOME, "--set", "teacher_leaders=6", "--paper", "a4")
    assert (status, said) == (0, "")
    assert [round(float(x)) for x in page.pages[0].mediabox[2:]] == [595, 842]
    assert len(page.pages) == 1
    assert "−$12,174" in words(page)  # 2 leaders more x $6,000 x 1.0145


def test_a_brief_of_a_plan_file_with_its_decisions_and_a_link(run, tmp_path):
    book = Notebook(decisions=(Decision(dt.date(2026, 9, 3), "Ana Ruiz", "It holds", (), 0.0, 0.0),))
    plan = tmp_path / "plan.json"
    plan.write_bytes(files.write([Filed(from_preset(HOME).named("Plan B"), notebook=book)]))
    base = "http://127.0.0.1:8501/"
    status, said, page = run("--plan", str(plan), "--brief", "--decisions", "--base", base)
    assert status == 0
    assert say("link.this_computer", host="127.0.0.1") in said
    assert len(page.pages) == 2
    assert "AnaRuiz" in words(page)
    assert page.metadata.title == "Plan B"


def test_a_plan_without_decisions_says_so(run):
    status, said, page = run("--preset", HOME, "--decisions")
    assert status == 0
    assert say("handout.no_decisions") in said
    assert page is not None


def test_what_cannot_be_is_refused_and_nothing_is_written(run, tmp_path):
    two = tmp_path / "two.json"
    two.write_bytes(files.write([from_preset(HOME).named("A"), from_preset(HOME).named("B")]))
    for words_typed, key in (
        (("--plan", str(two)), "handout.one_plan"),
        (("--preset", HOME, "--base", "nowhere"), "terminal.of_base"),
        ((), "terminal.neither_plan"),
    ):
        status, said, page = run(*words_typed)
        assert (status, page) == (2, None)
        assert says(key).search(said)


def test_an_unknown_paper_names_those_that_there_are(run):
    with pytest.raises(SystemExit) as stopped:
        run("--preset", HOME, "--paper", "a5")
    assert stopped.value.code == 2
