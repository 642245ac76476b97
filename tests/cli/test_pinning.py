"""python -m model ranges: what is worth pinning down, and the shares behind it."""

from __future__ import annotations

import re

from commands.model_program import main
from model.evidence import UNCERTAIN
from model.texts import say
from tests.first_versions import first_version


def run(capsys, *pins: str) -> str:
    assert (
        main(["ranges", "--preset", first_version("us_elementary"), *(w for k in pins for w in ("--pin", k))])
        == 0
    )
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def part(source: str, share: str) -> str:
    return say("cases.doubt_part", source=source, part=say("cases.part_about", share=share))


def test_the_sentence_and_the_shares(capsys):
    out = run(capsys)
    assert part("Public funding", "60%") in out
    assert re.search(r"\n  Public funding +61% +69%\n  Enrollment path +18% +27%\n", out)
    assert "Private revenue" not in out  # without recurring grants it has no part in the result


def test_what_is_held_is_left_out(capsys):
    """What helps most when it is held is named with its count; what is held already is not."""
    out = run(capsys, "funding")
    assert "Public funding  " not in out
    assert say("cases.doubt", parts="").rstrip(" .") in out
    assert "Public funding" in run(capsys).split("Share")[0]


def test_one_source_is_all_of_it(capsys):
    out = run(capsys, *(k for k in UNCERTAIN if k != "breakage"))
    most = say("cases.doubt_part", source="Breakage", part=say("cases.part_nearly_all"))
    assert say("cases.doubt", parts=most) in out
    assert re.search(r"\n  Breakage +100% +100%\n", out)


def test_no_spread_has_no_shares(capsys):
    """Private revenue moves the balance but not the result; with everything held nothing moves."""
    out = run(capsys, *(k for k in UNCERTAIN if k != "private_revenue"))
    assert say("cases.doubt_nothing") in out
    assert say("cases.shell_shares") not in out
    out = run(capsys, *UNCERTAIN)
    assert say("cases.doubt_all_held") in out
    assert say("cases.shell_shares") not in out
