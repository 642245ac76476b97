"""A file of another kind than a command wants is told for what it is, by how it begins and its name ends."""

from __future__ import annotations

import gzip
import io
import zipfile

import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from commands.exchange_program import main as exchange
from exchange import files
from exchange.kinds_of_files import binary_kind, no_table
from model.plan.plan import from_preset
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

US = first_version("us_elementary")
GOOD = f"preset,scenario\n{US},A\n"
PLANS = files.write([from_preset(US)])


def table_of(write) -> bytes:
    held = io.BytesIO()
    write(pa.table({"preset": [US], "scenario": ["A"]}), held)
    return held.getvalue()


def packed() -> bytes:
    """As a spreadsheet program saves a workbook: a ZIP file with its sheets."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    return held.getvalue()


PARQUET = table_of(parquet.write_table)
OTHERS = [
    ("file_kind.packed", packed()),
    ("file_kind.arrow", table_of(feather.write_feather)),
    ("file_kind.compressed", gzip.compress(GOOD.encode())),
    ("file_kind.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    ("file_kind.old_office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500),
    ("file_kind.picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    ("file_kind.page", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<title>preset, scenario</title>"),
    ("file_kind.xml", b'<?xml version="1.0"?><svg width="1"/>'),
]
DOORS = {
    "list": ("file_kind.want_list", "run", "--scenarios"),
    "plans": ("file_kind.want_plans", "run"),
    "grades": ("file_kind.want_grades", "run", "--preset", US, "--grades"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("ending", ["", ".csv", ".json", ".parquet"])
def test_a_file_of_another_kind_is_told_for_what_it_is(run, tmp_path, door, ending):
    """However its name ends: one sentence on what it is, one on what to give."""
    want, *words = DOORS[door]
    others = list(OTHERS)
    if door != "list":
        others.append(("file_kind.parquet", PARQUET))
    if door != "plans":
        others.append(("file_kind.json", PLANS))
    for key, content in others:
        path = tmp_path / f"given{ending}"
        path.write_bytes(content)
        status, out, err = run(*words, str(path))
        said = f"{say(key)} {say(want)}\n"
        if (door, ending) == ("list", ".parquet") and not binary_kind(content):
            said = say("file_kind.no_parquet") + "\n"
        assert (status, out, err) == (2, "", said), key


def test_a_list_is_no_file_of_plans(run, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(GOOD, encoding="utf-8")
    said = f"{say('file_kind.list')} {say('file_kind.want_plans')}\n"
    assert run("run", str(path)) == (2, "", said)
    assert exchange(["table", "--plan", str(path)]) == 2


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (PARQUET[:-9], ["list.not_parquet"]),  # cut off
        (PARQUET[:4] + b"\x00" * 40 + PARQUET[4:], ["list.not_parquet", "list.parquet_ends"]),
        (b"\xff" * 8 + PARQUET[8:-8] + b"\xff" * 8, ["file_kind.no_parquet"]),  # damaged at both ends
        (b"nothing that is known\n", ["file_kind.no_parquet"]),
        (b"a,b\n1,2\n", ["file_kind.no_parquet"]),
        (b"preset,nothing\n", ["file_kind.no_parquet", "list.unknown_column"]),
        (b"scenario\nA\n", ["file_kind.no_parquet", "list.no_preset_column"]),
        (b"", ["list.empty"]),
    ],
)
def test_what_is_called_parquet_and_is_none(content, lines, run, tmp_path):
    """That comes first; and what is wrong with it as a list only where it is one."""
    path = tmp_path / "plans.Parquet"
    path.write_bytes(content)
    status, out, err = run("run", "--scenarios", str(path))
    assert (status, out) == (2, "")
    if lines[0] == "list.not_parquet":  # or none of its rows can be read, as the library finds it
        assert any(says(key).fullmatch(err.strip()) for key in lines)
        return
    for key, line in zip(lines, err.splitlines(), strict=True):
        assert says(key).match(line)


def test_a_good_list_is_read_whatever_its_name(run, tmp_path):
    """What it is decides; a name that promises something else is told, one that promises nothing is not."""
    expected = None
    for name, content, key in (
        ("a.csv", GOOD.encode(), ""),
        ("a.txt", GOOD.encode(), ""),
        ("a.parquet", PARQUET, ""),
        ("a.PARQUET", PARQUET, ""),
        ("a", PARQUET, ""),
        ("a.v2", PARQUET, ""),
        ("b.CSV", PARQUET, "file_kind.parquet_with_other_ending"),
        ("b.json", PARQUET, "file_kind.parquet_with_other_ending"),
        ("b.parquet", GOOD.encode(), "file_kind.text_called_parquet"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        status, out, err = run("run", "--scenarios", str(path), "--format", "csv")
        expected = expected or out
        note = say("terminal.note", message=say(key, ending=path.suffix.lower())) if key else ""
        assert (status, out, err.strip()) == (0, expected, note), name


@looped(
    "begins",
    [
        "preset,scenario",
        "[Draft] Plans of May\npreset",
        "BZh's list\npreset",
        "<our plans>",
        "{a}",
        "",
        "Plan,JSON",
    ],
)
def test_a_title_above_a_list_is_no_other_kind(begins):
    assert binary_kind(begins.encode()) == no_table(begins) == ""
