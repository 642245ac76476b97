"""A file with a table of grades by years, as a spreadsheet saves it, for every command with a plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.refusals import CannotUse, print_remark
from model.evidence import Value
from model.texts import say

_MOST_BYTES = 4_000_000  # far more than a table, so that a workbook is told as what it is


def add_grades(sub: argparse.ArgumentParser) -> None:
    """The option that names the file."""
    sub.add_argument("--grades", type=Path, metavar="FILE", help=say("terminal.grades_help"))


def grades_in(path: Path | None) -> dict[str, Value]:
    """The settings of the table in a file, none without a file. Raises `CannotUse` with every bad cell."""
    if path is None:
        return {}
    # What reads a table is not loaded where there is none.
    from commands.named_files import GRADES, content_of
    from exchange.kinds_of_files import ENOUGH, binary_kind, no_table
    from model.grades.grade_table import as_table
    from model.grades.pasted_table import read_table

    content = content_of(path, _MOST_BYTES, GRADES)
    if kind := binary_kind(content[:ENOUGH]):
        raise CannotUse(f"{kind} {say('file_kind.want_grades')}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotUse(say("terminal.grades_no_text", name=path)) from None
    found = read_table(text)
    if found.problems and (kind := no_table(text[:ENOUGH])):
        raise CannotUse(f"{kind} {say('file_kind.want_grades')}")
    if found.problems:
        raise CannotUse(*found.problems)
    for remark in found.remarks:
        print_remark(remark)
    return as_table(found.counts)
