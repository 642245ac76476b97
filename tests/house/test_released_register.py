"""The register against the one that was released last: what links and files rest on may be added to, and not
taken away.

`tests/golden/register/released.json` holds the keys of that release with the data version in which each lever
came. When a new data version has been released, `python -m tests.house.test_released_register` writes the
file anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from model.evidence import DATA_VERSION, LEVERS, PRESETS

FILE = Path(__file__).resolve().parents[1] / "golden" / "register" / "released.json"


def released() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def faults(then: Mapping[str, int], version: int, now: Mapping[str, int]) -> list[str]:
    """What is wrong with the levers of now (`since` by key), where those of then were released with a data
    version.
    """
    new = [
        f"{key} is new and says since={since}, but data version {version} has been released without it. "
        f"Write since={version + 1}, so that older links and files take its default."
        for key, since in now.items()
        if key not in then and since <= version
    ]
    moved = [
        f"{key} came with data version {then[key]} and now says since={since}. Write {then[key]} again."
        for key, since in now.items()
        if key in then and since != then[key]
    ]
    gone = [
        f"{key} has been released and is gone: links and files that name it could not be read. Put it back."
        for key in then
        if key not in now
    ]
    return new + moved + gone


def test_levers_are_only_added_and_say_since_when():
    then = released()
    found = faults(then["levers"], then["data_version"], {k: x.since for k, x in LEVERS.items()})
    assert not found, "\n" + "\n".join(found)
    assert then["data_version"] <= DATA_VERSION


def test_released_presets_are_there():
    """Their newest version may be newer; what the older one held, `exchange` keeps."""
    then = released()["presets"]
    assert [k for k in then if k not in PRESETS or PRESETS[k].version < then[k]] == []


def test_a_new_lever_without_its_version_is_found():
    then = {"old": 1, "older": 2}
    assert faults(then, 3, {"old": 1, "older": 2, "new": 4}) == []
    assert faults(then, 3, {"old": 1, "older": 2, "new": 3})[0].startswith("new is new and says since=3")
    assert "Write since=4" in faults(then, 3, {"old": 1, "older": 2, "new": 1})[0]
    assert faults(then, 3, {"old": 2, "older": 2})[0].startswith("old came with data version 1")
    assert faults(then, 3, {"old": 1})[0].startswith("older has been released and is gone")


if __name__ == "__main__":
    content = {
        "data_version": DATA_VERSION,
        "levers": {k: x.since for k, x in LEVERS.items()},
        "presets": {k: p.version for k, p in PRESETS.items()},
    }
    FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
