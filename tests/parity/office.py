"""A real spreadsheet program as the referee: LibreOffice recalculates our workbooks, and what it finds is
read back.
"""

from __future__ import annotations

import csv
import glob
import io
import re
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.parity.needed import program

SPOILED = "987654.125"  # no line of any school here has this value in any year
# Recalculate every file when it is opened, whoever wrote it.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
# One file a sheet: parted by tabs, in UTF-8, numbers with all their digits instead of as shown.
AS_TEXT = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,false,false,false,false,-1"
PROGRAMS = 2  # side by side; each opens one file after the other
LONGEST_WAIT = 300  # seconds
Table = list[list[float | str]]


def office() -> str:
    """The program that opens and recalculates."""
    return program(
        "soffice",
        "LibreOffice is not here to recalculate the workbooks. Install libreoffice-calc-nogui (make test does).",
    )


def recalculated(books: Mapping[str, bytes], folder: Path) -> Mapping[str, Book]:
    """Every workbook opened and recalculated by LibreOffice; each sheet's cells as they are, not as they are
    shown.
    """
    program, made, names = office(), folder / "made", list(books)
    made.mkdir()
    running = [
        _started(program, {n: books[n] for n in names[k::PROGRAMS]}, folder / f"{k}", made)
        for k in range(min(PROGRAMS, len(names)))
    ]
    said = [r.communicate(timeout=LONGEST_WAIT)[0] for r in running]
    found = {name: Book(made, name) for name in names}
    missing = [name for name, book in found.items() if not book.sheets()]
    assert not missing, f"LibreOffice gave nothing for {missing}: {' '.join(said)[-500:]}"
    return found


def _started(program: str, books: Mapping[str, bytes], folder: Path, made: Path) -> subprocess.Popen[str]:
    profile, given = folder / "profile", folder / "given"
    for place in (profile / "user", given):
        place.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    for name, data in books.items():
        (given / f"{name}.xlsx").write_bytes(data)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", AS_TEXT, "--outdir", str(made)]
    command += [str(given / f"{name}.xlsx") for name in books]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@dataclass(frozen=True, slots=True)
class Book:
    """A recalculated workbook: a file for each sheet."""

    folder: Path
    name: str

    def sheets(self) -> list[str]:
        before = f"{self.name}-"
        return [p.stem.removeprefix(before) for p in sorted(self.folder.glob(f"{glob.escape(before)}*.csv"))]

    def table(self, sheet: str) -> Table:
        """The cells of a sheet, each row a list that begins at column A; numbers as numbers."""
        text = (self.folder / f"{self.name}-{sheet}.csv").read_text(encoding="utf-8")
        return [[_cell(x) for x in row] for row in csv.reader(io.StringIO(text), delimiter="\t")]


def _cell(text: str) -> float | str:
    # A cell shown as per cent is written as one, with all its digits.
    body, scale = (text[:-1], 100) if text.endswith("%") else (text, 1)
    try:
        return float(body) / scale
    except ValueError:
        return text


def parts(data: bytes) -> dict[str, str]:
    """The XML of a workbook by the name of its part."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {name: z.read(name).decode("utf-8") for name in z.namelist()}


def packed(given: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as z:
        for name, text in given.items():
            z.writestr(name, text)
    return out.getvalue()


def sheet_parts(given: Mapping[str, str]) -> dict[str, str]:
    """Which part holds which sheet, by the sheet's name."""
    names = re.findall(r'<sheet name="([^"]*)" sheetId="\d+"', given["xl/workbook.xml"])
    return {name.replace("&amp;", "&"): f"xl/worksheets/sheet{n}.xml" for n, name in enumerate(names, 1)}


def spoiled(data: bytes) -> bytes:
    """The same workbook with a wrong value beside every formula: only a recalculation can put it right."""
    given = parts(data)
    for name in given:
        if name.startswith("xl/worksheets/sheet"):
            given[name] = re.sub(r"(<f>[^<]*</f>)<v>[^<]*</v>", rf"\1<v>{SPOILED}</v>", given[name])
    return packed(given)


def typed(data: bytes, sheet: str, entries: Iterable[tuple[str, float | str]]) -> bytes:
    """The same workbook after somebody typed over some cells."""
    given = parts(data)
    part = sheet_parts(given)[sheet]
    for cell, value in entries:
        written = (
            f't="inlineStr"><is><t>{value}</t></is></c>'
            if isinstance(value, str)
            else f"><v>{value!r}</v></c>"
        )
        found = re.compile(rf'<c r="{cell}"( s="\d+")?[^>]*>.*?</c>')
        given[part], times = found.subn(rf'<c r="{cell}"\1 {written}', given[part])
        assert times == 1, f"{sheet}!{cell} is not a cell with something in it"
    return packed(given)
