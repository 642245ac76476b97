"""python -m model ranges: what is worth pinning down, and the shares behind it."""

from __future__ import annotations

import re

from commands.model_program import main
from model.evidence import UNCERTAIN
from model.texts import say


def run(capsys, *pins: str) -> str:
    assert main(["ranges", "--preset", "us_elementary", *(w for k in pins for w in ("--pin", k))]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_the_sentence_and_the_shares(capsys):
    out = run(capsys)
    assert (
        "Worth pinning down before budget day: public funding (about 5 tenths of the spread in Year 5), pay"
        in out
    )
    funding, pay = UNCERTAIN["funding"].label, UNCERTAIN["pay"].label
    assert re.search(rf"\n  {funding} +54% +60%\n  {pay} +17% +20%\n", out)
    assert (
        UNCERTAIN["private_revenue"].label not in out
    )  # without recurring grants it has no part in the result


def test_what_is_pinned_is_left_out(capsys):
    out = run(capsys, "funding")
    assert f"{UNCERTAIN['funding'].label}  " not in out
    assert re.search(
        r"Worth pinning down before budget day: pay \(about \d tenths of the spread in Year 5\)", out
    )


def test_one_source_is_all_of_it(capsys):
    out = run(capsys, *(k for k in UNCERTAIN if k != "breakage"))
    assert "breakage (nearly all of the spread in Year 5)." in out
    assert re.search(rf"\n  {UNCERTAIN['breakage'].label} +100% +100%\n", out)


def test_no_spread_has_no_shares(capsys):
    """Private revenue moves the balance but not the result; with everything pinned nothing moves."""
    out = run(capsys, *(k for k in UNCERTAIN if k != "private_revenue"))
    assert "Nothing that is left uncertain moves the Year 5 result: it has no spread." in out
    assert say("terminal.share_of_variance") not in out
    out = run(capsys, *UNCERTAIN)
    assert "Everything is pinned: Year 5 has no spread." in out
    assert say("terminal.share_of_variance") not in out
