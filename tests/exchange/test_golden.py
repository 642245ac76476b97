"""Links and files of the past, kept for ever: each opens, and comes to what it came to when it was stored.

A line or a file is added now and then; none is ever changed. docs/files-and-links.md says what to do when one
fails.
"""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from exchange import files, link
from model.evidence import DATA
from model.plan import released
from model.plan.facts import Facts
from tests.exchange.plans import outputs
from tests.looped import looped
from tools.saying import says

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
FIGURES = ("result_year5", "balance_year5", "sum_of_results")
HALF_A_CENT = 0.005 + 1e-6  # the recorded figures are whole cents


def table(path: str) -> list[dict[str, str]]:
    with (GOLDEN / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINKS, PLANS = table("links/links.csv"), table("files/outputs.csv")
PRESETS = json.loads((GOLDEN / "links" / "presets.json").read_text(encoding="utf-8"))
FILES = sorted(p.name for p in (GOLDEN / "files").glob("*.json"))


def differing(row: dict[str, str], now) -> list[str]:
    got = dict(zip(FIGURES, outputs(now), strict=True))
    return [
        f"{k}: recorded {row[k]}, now {got[k]}"
        for k in FIGURES
        if abs(float(row[k]) - float(got[k])) > 2 * HALF_A_CENT
    ]


def test_there_are_enough_of_them():
    """At least forty links, and every stored file has its recorded outputs."""
    assert len({row["link"] for row in LINKS}) >= 40
    assert {row["file"] for row in PLANS} == set(FILES)


@looped("row", LINKS)
def test_a_stored_link_comes_to_what_it_came_to(row):
    """It opens without a question, to the cent, and is not reported as moved."""
    found = link.opened(row["link"])
    assert found.problems == ()
    assert differing(row, found.plan.now) == []
    assert found.moved is None


@looped("name", FILES)
def test_a_stored_file_comes_to_what_it_came_to(name):
    """Every plan in it, under its name and to the cent."""
    found = files.read((GOLDEN / "files" / name).read_bytes())
    rows = [row for row in PLANS if row["file"] == name]
    assert [p.name for p in found.plans] == [row["name"] for row in rows]
    wrong = {p.name: differing(row, p.now) for p, row in zip(found.plans, rows, strict=True)}
    assert not any(wrong.values()), wrong


def test_a_file_from_before_a_lever_says_what_was_filled_in():
    """The file of data version 1 knows no instructional coaches: both levers take their defaults, and it is
    said once.
    """
    found = files.read((GOLDEN / "files" / "data_version_1.json").read_bytes())
    said = [r for r in found.remarks if says("plan_file.newer_setting").search(r)]
    assert [r for r in said if "(instructional_coaches)" in r and "0 positions" in r]
    assert len([r for r in said if "instructional_coach" in r]) == 2
    assert all(p.now["instructional_coaches"] == 0 for p in found.plans)


def test_a_stored_school_of_its_own_is_whose_it_was():
    """Name, kind, grades, origin, and where values came from, of a file and of the same plans as links."""
    file = files.read((GOLDEN / "files" / "own_school.json").read_bytes())
    opened = [
        link.opened(row["link"]).plan for row in LINKS if "name=" in row["link"] or "kind=" in row["link"]
    ]
    for plans in ([p.plan for p in file.plans], opened):
        named, charter, without = plans
        assert (named.school, named.facts) == ("Lincoln Elementary – «é» 校", Facts("district", 0, 5))
        assert (str(named.origin), named.locks) == ("us_elementary.1", (("inflation", "central"),))
        assert (charter.school, charter.facts) == (
            released.newest("us_middle").scenario.name,
            Facts("charter", 5, 8),
        )
        assert (without.school, without.facts, without.origin) == ("Ours", Facts("charter", 6, 12), None)
        assert without.stated == (("enrollment_year1", "imported"), ("base_rate_per_pupil", "own_budget"))


_NO_PART_OF_THE_PLAN = ("grades", "story", "label", "summary")


def as_released(file: Path) -> bytes:
    """The bytes of a preset's file without what changes no plan: its words and its grades."""
    content = json.loads(file.read_text(encoding="utf-8"))
    kept = {field: x for field, x in content.items() if field not in _NO_PART_OF_THE_PLAN}
    return (json.dumps(kept, indent=2, ensure_ascii=False) + "\n").encode()


@pytest.mark.parametrize("name", PRESETS)
def test_a_released_preset_never_changes(name):
    """Its file stays the same to the byte, except for its words and the grades it is named for. So does every
    value, also of a lever that came later. To change a preset, keep its file in data/presets/version_N and
    give the new one the next version.
    """
    key, version = name.split(".")
    kept = DATA / "presets" / f"version_{version}" / f"{key}.json"
    file = kept if kept.exists() else DATA / "presets" / f"{key}.json"
    assert hashlib.sha256(as_released(file)).hexdigest() == PRESETS[name]["sha256"]
    held = released.preset(key, int(version))
    assert held is not None
    recorded = {k: tuple(v) if isinstance(v, list) else v for k, v in PRESETS[name]["values"].items()}
    assert {k: held.values.get(k) for k in recorded} == recorded


@pytest.mark.parametrize("name", sorted(p.name for p in (GOLDEN / "python").glob("*.txt")))
def test_python_that_the_page_once_gave_still_runs(name):
    """Readers keep these lines in scripts of their own; the names that they import stay."""
    code = (GOLDEN / "python" / name).read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=GOLDEN.parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    enrollment = next(x for x in done.stdout.splitlines() if x.startswith("Enrollment"))
    assert enrollment.split()[-5:] == ["520"] * 5
