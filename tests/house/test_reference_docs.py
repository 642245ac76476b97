"""The generated pages are those that the model and the register give now."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.reference import levers_page, model_page, write_reference
from model.evidence import LEVERS
from model.lines.worksheet import BOOK

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(("name", "page"), [("model.md", model_page), ("levers.md", levers_page)])
def test_a_generated_page_is_current(name, page):
    """The page in the repository is the one that would be written now."""
    path = DOCS / name
    assert path.is_file(), f"docs/{name} is missing. Run: make docs"
    # Compared as a whole: a difference of thousands of lines helps nobody.
    same = path.read_text(encoding="utf-8") == page()
    assert same, f"docs/{name} is not what the model says now. Run: make docs"


def test_every_line_and_lever_is_in_the_reference():
    """Each line of the book and each lever of the register has its place, under its key."""
    lines, levers = model_page(), levers_page()
    # Of the lines that a school names itself, all alike, the first stands for twenty.
    assert [k for k, x in BOOK.lines.items() if x.own < 2 and f"`{k}`" not in lines] == []
    assert [k for k, x in LEVERS.items() if x.own < 2 and f"`{k}`" not in levers] == []


def test_both_pages_are_written(tmp_path):
    """Writing makes the folder and the two pages, and says which."""
    folder = tmp_path / "new" / "docs"
    assert write_reference(folder) == [folder / "model.md", folder / "levers.md"]
    assert (folder / "levers.md").read_text(encoding="utf-8") == levers_page()
