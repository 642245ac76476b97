"""What the key figures say, and that no text of the first view has a misprint."""

from __future__ import annotations

import csv
import dataclasses
import re
import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import evidence
from model.evidence import PRESETS
from model.plan.plan import begun_from
from model.results.verdicts import State
from tests.app.test_words import ABOVE, DISTRICT, of_preset, plain
from tests.strategies import scenarios
from views.answer import answer_in_words as words
from views.answer.drawn import drawn
from views.answer.numbers import ViewNumbers

MINUS = "\N{MINUS SIGN}"


def test_key_figures_of_the_average_elementary_school():
    """The six tiles show the known figures: $35,966, $336,425, $342,270, $761, 1.6%, 2.3% and 439.

    A teacher position of Year 5 is $72,030 x 1.03^4 x 1.435 = $116,336, and $35,966 is 0.31 of it.
    """
    shown = [(f.value, f.beside) for f in words.key_figures(of_preset(DISTRICT))]
    assert shown == [
        ("+$36K", "+0.3 teacher positions"),
        ("$336K", "lowest $48K, start-up"),
        ("$342K", "$761 a student; study $233 to $1,135"),
        ("1.6%", "study about 2%; PD 0.9%"),
        ("2.3%", "in Years 2 and 3"),
        ("439", "11 students below Year 1"),
    ]
    assert "$35,966 is left over in Year 5" in words.sentence(of_preset(DISTRICT))


def test_key_figures_of_a_school_in_trouble():
    """A shortfall has a true minus; what does not exist is called none."""
    v = plain(nonpersonnel_per_pupil=6_500, startup_other=12_000)
    result, balance, startup, _, cut, pupils = words.key_figures(v)
    # $250,000 short is 4.2 positions of $60,000; five times that and the start-up are $1,262,000
    assert (result.value, result.beside) == (f"{MINUS}$250K", f"{MINUS}4.2 teacher positions")
    assert (balance.value, balance.beside) == (f"{MINUS}$1.26M", f"lowest {MINUS}$1.26M, Year 5")
    assert startup.value == "$12K"
    assert startup.beside.startswith("$120 a student")
    assert cut.value == "none"
    assert (pupils.value, pupils.beside) == ("none", "no size pays its own way")


@pytest.mark.parametrize(
    ("pupils", "beside"),
    [
        (439, "exactly Year 1"),
        (438, "1 student above Year 1"),
        (440, "1 student below Year 1"),
        (437, "2 students above Year 1"),
    ],
)
def test_break_even_is_held_against_year_1(pupils, beside):
    """The distance to 439 is said in students, one of them in the singular."""
    assert words.key_figures(of_preset(DISTRICT, enrollment_year1=pupils))[5].beside == beside


def register() -> dict[str, dict[str, str]]:
    path = Path(__file__).parents[2] / "data" / "findings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


def test_published_figures_come_from_the_register(monkeypatch):
    """The tiles quote the register of findings as written and follow its changes: no figure is typed in."""
    rows = register()
    v = of_preset(DISTRICT)
    _, _, startup, share, _, _ = words.key_figures(v)
    said = [
        rows[f"startup_{x}"]["as_published"]
        for x in ("per_pupil_min", "per_pupil_max", "cost_min", "cost_max")
    ]
    assert startup.beside.endswith(f"study {said[0]} to {said[1]}")
    assert f"published {said[2]} to {said[3]} a school and {said[0]} to {said[1]} a student" in startup.means
    assert rows["recurring_it_share_year5"]["as_published"] in share.beside
    other = dataclasses.replace(words.FINDINGS["startup_per_pupil_min"], english_as_published="$1")
    monkeypatch.setattr(evidence, "FINDINGS", {**words.FINDINGS, "startup_per_pupil_min": other})
    read_anew = runpy.run_path(words.__file__)
    assert read_anew["key_figures"](v)[2].beside.endswith(f"study $1 to {said[1]}")


@pytest.mark.parametrize(("each", "beside"), [(3400, "+1"), (4600, f"{MINUS}1")])
def test_one_position_is_singular(each, beside):
    """$60,000 either way is one teacher position, not one positions."""
    assert words.key_figures(plain(nonpersonnel_per_pupil=each))[0].beside == f"{beside} teacher position"


def everything(v: ViewNumbers) -> list[str]:
    figures = [t for f in words.key_figures(v) for t in (f.label, f.value, f.beside, f.means)]
    return [words.headline(v), words.sentence(v), *words.flags(v), *figures]


FAULTS = {
    "doubled space": r"\s\s|^\s|\s$|\s[,.;]",
    "a hyphen for a minus": r"(?<![\w\d])-[\d$.]",
    "minus nothing": rf"[{MINUS}+]\$?0(?![\d.,]*[1-9])",
    "no number": r"\b(nan|inf|None|True|False)\b",
    "one of many": r"(?<![\d.,])1 (students|positions|teacher positions)\b",
    "point upon point": r"\.\.|;\.|,\.|, ;",
}


@settings(max_examples=80)
@given(
    plan=st.one_of(scenarios(every=True, usual=True), scenarios(every=True)),
    preset=st.sampled_from(sorted(PRESETS)),
)
def test_no_school_gets_a_misprint(plan, preset):
    """For any school no text has doubled spaces, hyphens for minus, minus nothing, or a machine's word."""
    v = drawn(begun_from(preset, plan, plan)).numbers
    for text in everything(v):
        for fault, pattern in FAULTS.items():
            assert not re.search(pattern, text), f"{fault}: {text}"
    assert words.sentence(v).endswith(".")
    assert words.sentence(v)[0].isupper()


@settings(max_examples=60)
@given(plan=scenarios(usual=True))
def test_sentence_state_and_headline_agree(plan):
    """A sustainable plan is never said to fall short, and one that is not, never to pay its own way."""
    v = drawn(begun_from(DISTRICT, plan, plan)).numbers
    said = words.headline(v)
    if v.verdict.state is State.SUSTAINABLE:
        assert said.startswith("Pays its own way")
        assert ABOVE not in words.sentence(v)
        assert "below zero" not in words.sentence(v)
    if v.verdict.state is State.NOT_SUSTAINABLE:
        assert not said.startswith("Pays its own way")
        assert ABOVE in words.sentence(v)
        assert "below zero" in words.sentence(v)
