"""A file with a table of grades by years, as a spreadsheet saves it, for every command with a plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.refusals import CannotUse, print_remark
from model.evidence import Value
from model.texts import say


def add_grades(sub: argparse.ArgumentParser) -> None:
    """The option that names the file."""
    sub.add_argument("--grades", type=Path, metavar="FILE", help=say("terminal.grades_help"))


def grades_in(path: Path | None) -> dict[str, Value]:
    """The settings of the table in a file, none without a file. Raises `CannotUse` with every bad cell."""
    if path is None:
        return {}
    # What reads a table is not loaded where there is none.
    from commands.named_files import GRADES, content_of
    from model.grades.grade_table import as_table
    from model.grades.pasted_table import read_table
    from model.grades.table_cells import LONGEST

    letter = 4  # bytes at most
    try:
        text = content_of(path, letter * LONGEST, GRADES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotUse(say("terminal.grades_no_text", name=path)) from None
    found = read_table(text)
    if found.problems:
        raise CannotUse(*found.problems)
    for remark in found.remarks:
        print_remark(remark)
    return as_table(found.counts)
