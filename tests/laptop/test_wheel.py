"""The wheel: all that is read while the program runs, byte for byte, under one name, and nothing else."""

from __future__ import annotations

import email
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from model import MODEL_VERSION
from tests.house.test_house import of_a_machine

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("commands", "data", "exchange", "model", "static", "views")
FILES = ("app.py", ".streamlit/config.toml", "docs/model-changelog.md")
HOUSE = "school_explorer/house"


@pytest.fixture(scope="module")
def inside(wheel) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def beside(inside: dict[str, bytes], ending: str) -> bytes:
    """What the wheel says of itself."""
    (name,) = (n for n in inside if ".dist-info/" in n and n.endswith(ending))
    return inside[name]


def on_disk() -> dict[str, bytes]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    found = [path for path in found if "__pycache__" not in path.parts and not path.name.startswith(".")]
    house = {path.relative_to(ROOT).as_posix(): path for path in (*found, *(ROOT / name for name in FILES))}
    launcher = {f"school_explorer/{path.name}": path for path in (ROOT / "school_explorer").glob("*.py")}
    return {
        **{f"{HOUSE}/{name}": path.read_bytes() for name, path in house.items()},
        **{name: path.read_bytes() for name, path in launcher.items()},
    }


def test_it_holds_the_house_and_nothing_else(inside):
    """The folders of the program as they lie here, the launcher, and what a wheel says of itself."""
    expected = on_disk()
    ours = {name: content for name, content in inside.items() if ".dist-info/" not in name}
    assert sorted(ours.keys() - expected.keys()) == []
    assert sorted(expected.keys() - ours.keys()) == []
    assert [name for name in ours if ours[name] != expected[name]] == []
    for name in ("data/levers.csv", "data/texts/en/laptop.po", "views/live/live.js", "views/shell/style.css"):
        assert f"{HOUSE}/{name}" in ours


def test_it_says_what_it_is_and_what_it_needs(inside):
    said = email.message_from_bytes(beside(inside, "METADATA"))
    assert said["Name"] == "school-sustainability-explorer"
    assert said["Version"] == MODEL_VERSION
    lines = (
        line.partition("#")[0].strip() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    )
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [
        f"{line}; extra == '{extra}'"
        for extra, lines_of in settings["optional-dependencies"].items()
        for line in lines_of
    ]
    assert {Requirement(r) for r in said.get_all("Requires-Dist")} == {
        Requirement(line) for line in [*filter(None, lines), *extras]
    }
    assert "school-explorer = school_explorer.__main__:main" in beside(inside, "entry_points.txt").decode()
    assert "MIT License" in beside(inside, "LICENSE").decode()


def test_it_names_no_machine_and_no_package_index(inside):
    for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt"):
        assert of_a_machine().search(beside(inside, name).decode()) is None, name
