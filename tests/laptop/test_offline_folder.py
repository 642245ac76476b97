"""The folder that installs without internet: its list, what a resolver says of it, and how it is packed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tools import offline_folder
from tools.offline.systems import SYSTEMS
from tools.offline_folder import lacks, locked, pack, write_papers

LOCK = """# by hand
click==8.3.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via streamlit
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:cc
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:dd
"""


def made(
    folder: Path, name: str, version: str, needs: tuple[str, ...] = (), tag: str = "py3-none-any"
) -> None:
    """A wheel with nothing in it but what it says of itself."""
    stem = f"{name.replace('-', '_')}-{version}"
    said = [
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}",
        *(f"Requires-Dist: {n}" for n in needs),
    ]
    extra = ["Provides-Extra: slides"] if any("extra" in n for n in needs) else []
    with zipfile.ZipFile(folder / f"{stem}-{tag}.whl", "w") as wheel:
        wheel.writestr(f"{stem}.dist-info/METADATA", "\n".join([*said, *extra]) + "\n")
        wheel.writestr(f"{stem}.dist-info/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{stem}.dist-info/RECORD", "")


@pytest.fixture
def wheels(tmp_path):
    """Ours, which needs one package on Windows and another for slides."""
    folder = tmp_path / "plans" / "wheels"
    folder.mkdir(parents=True)
    needs = ("colorama; sys_platform == 'win32'", "python-pptx; extra == 'slides'")
    made(folder, "school-sustainability-explorer", "1.0", needs)
    made(folder, "python-pptx", "1.0.2")
    return folder


def test_the_list_takes_version_and_hashes_from_the_lock():
    assert locked(["click==8.3.0", "numpy==2.5.5"], LOCK) == [
        "click==8.3.0 --hash=sha256:aa --hash=sha256:bb",
        "numpy==2.5.5 --hash=sha256:dd",
    ]
    with pytest.raises(LookupError, match=r"click==8\.4\.0: not in"):
        locked(["click==8.4.0"], LOCK)


def test_a_resolver_says_what_one_system_misses(wheels):
    """What is needed on Windows alone, with nothing fetched; a wheel of another system is none."""
    assert lacks(SYSTEMS["linux"], "3.12", wheels) == ""
    assert "colorama" in lacks(SYSTEMS["windows"], "3.12", wheels)
    made(wheels, "colorama", "0.4.6", tag="cp312-cp312-macosx_11_0_arm64")
    assert "colorama" in lacks(SYSTEMS["windows"], "3.12", wheels)
    made(wheels, "colorama", "0.4.6", tag="cp312-cp312-win_amd64")
    assert lacks(SYSTEMS["windows"], "3.12", wheels) == ""
    assert "colorama" in lacks(SYSTEMS["windows"], "3.13", wheels)


def test_what_lies_beside_the_wheels(wheels):
    """Two starters, what to read with the systems in words, and a note that another folder has not."""
    out = wheels.parent
    write_papers(out, ["windows", "macos"], ["3.12", "3.13"])
    assert sorted(path.name for path in out.iterdir()) == sorted(
        ["LICENSE", "READ-ME-FIRST.txt", "start.cmd", "start.command", "wheels"]
    )
    read = (out / "READ-ME-FIRST.txt").read_bytes().decode()
    assert "{" not in read
    assert SYSTEMS["windows"].words in read
    assert SYSTEMS["linux"].words not in read
    assert "3.12, 3.13" in read
    assert (wheels / "pythons.txt").read_bytes() == b"3.12 3.13\r\n"
    first = (wheels / "made.txt").read_text("utf-8")
    made(wheels, "colorama", "0.4.6")
    write_papers(out, ["windows", "macos"], ["3.12", "3.13"])
    assert (wheels / "made.txt").read_text("utf-8") != first


def test_packed_the_starter_can_still_be_run(wheels):
    out = wheels.parent
    write_papers(out, ["macos"], ["3.12"])
    with zipfile.ZipFile(pack(out)) as packed:
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in packed.infolist()}
    assert modes["plans/start.command"] == 0o755
    assert modes["plans/READ-ME-FIRST.txt"] == 0o644
    assert len(modes) == sum(path.is_file() for path in out.rglob("*"))


def test_a_folder_that_is_there_is_not_written_over(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.argv", ["offline_folder", "--out", str(tmp_path)])
    with pytest.raises(SystemExit, match="Name a folder that is new, or remove that one"):
        offline_folder.main()
