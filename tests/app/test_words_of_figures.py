"""What the key figures say, and that no text of the first view has a misprint."""

from __future__ import annotations

import csv
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.answer import answer_in_words as words
from model.answer import key_figures as figures_in_words
from model.answer.numbers import ViewNumbers
from model.evidence import PRESETS
from model.plan.plan import begun_from
from model.results.verdicts import State
from model.texts import counted, listed, say
from tests.app.test_words import DISTRICT, of_preset, plain
from tests.first_versions import first_version
from tests.strategies import scenarios
from tools.saying import says
from views.answer.drawn import drawn

MINUS = "\N{MINUS SIGN}"


def test_key_figures_of_the_average_elementary_school():
    """The six tiles show the known figures: $35,966, $336,425, $342,270, $761, 1.6%, 2.3% and 439 to 464.

    A teacher position of Year 5 is $72,030 x 1.03^4 x 1.435 = $116,336, and $35,966 is 0.31 of it.
    """
    shown = [(f.value, f.beside) for f in figures_in_words.key_figures(of_preset(DISTRICT))]
    assert shown == [
        ("+$36K", say("answer.pays", count=counted("0.3"))),
        ("$336K", say("answer.lowest_start", amount="$48K")),
        ("$342K", say("answer.startup_beside", each="$761", least="$233", most="$1,135")),
        ("1.6%", say("answer.technology_beside", study="about 2%", pd="0.9%")),
        ("2.3%", say("answer.cut_years")),
        (say("answer.range", low="439", high="464"), say("answer.range_own", own="450")),
    ]
    assert "$35,966" in words.sentence(of_preset(DISTRICT))
    assert "0.6%" in words.sentence(of_preset(DISTRICT))  # of $5,771,040


def test_key_figures_of_a_school_in_trouble():
    """A shortfall has a true minus; what does not exist is called none."""
    v = plain(nonpersonnel_per_pupil=6_500, startup_other=12_000)
    result, savings, startup, _, cut, students = figures_in_words.key_figures(v)
    # $250,000 short is 4.2 positions of $60,000; five times that and the start-up are $1,262,000
    assert (result.value, result.beside) == (f"{MINUS}$250K", say("answer.lacks", count=counted("4.2")))
    lowest = say("answer.lowest", amount=f"{MINUS}$1.26M", year=5)
    assert (savings.value, savings.beside) == (f"{MINUS}$1.26M", lowest)
    assert startup.value == "$12K"
    assert startup.beside.startswith("$120 ")
    assert (cut.value, cut.beside) == (say("answer.none"), say("answer.cut_none"))
    assert (students.value, students.beside) == (say("answer.none"), say("answer.range_short", own="100"))


@pytest.mark.parametrize(
    ("students", "value", "beside"),
    [
        (439, ("439", "464"), "answer.range_own"),
        (438, None, "answer.range_short"),
        (437, ("425", "437"), "answer.range_own"),
        (500, ("492", "550"), "answer.range_own_above"),
        (600, ("550", "650"), "answer.range_own_wider"),
    ],
)
def test_the_safe_range_is_held_against_year_1(students, value, beside):
    """438 is between two runs; from 492 on every size holds, and 50 students to either side are looked at."""
    found = figures_in_words.key_figures(of_preset(DISTRICT, enrollment_year1=students))[5]
    shown = say("answer.range", low=value[0], high=value[1]) if value else say("answer.none")
    assert (found.value, found.beside) == (shown, say(beside, own=str(students)))


def register() -> dict[str, dict[str, str]]:
    path = Path(__file__).parents[2] / "data" / "findings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


def test_published_figures_come_from_the_register():
    """The tiles quote the register of findings as written: no figure is typed in."""
    rows = register()
    _, _, startup, share, _, _ = figures_in_words.key_figures(of_preset(DISTRICT))
    said = [
        rows[f"startup_{x}"]["as_published"]
        for x in ("per_pupil_min", "per_pupil_max", "cost_min", "cost_max")
    ]
    assert startup.beside == say("answer.startup_beside", each="$761", least=said[0], most=said[1])
    assert startup.means == say(
        "answer.startup_means", school_least=said[2], school_most=said[3], least=said[0], most=said[1]
    )
    assert rows["recurring_it_share_year5"]["as_published"] in share.beside


@pytest.mark.parametrize(
    ("each", "beside"),
    [
        (3400, say("answer.pays", count=counted("1"))),
        (4600, say("answer.lacks", count=counted("1"))),
        (4002, say("answer.pays_little")),
    ],
)
def test_one_teacher_is_singular(each, beside):
    """$60,000 either way is one teacher, not one teachers; $200 are less than a tenth of one."""
    assert figures_in_words.key_figures(plain(nonpersonnel_per_pupil=each))[0].beside == beside


def everything(v: ViewNumbers) -> list[str]:
    figures = [t for f in figures_in_words.key_figures(v) for t in (f.label, f.value, f.beside, f.means)]
    return [words.headline(v), words.sentence(v), *words.flags(v), *figures]


FAULTS = {
    "doubled space": r"\s\s|^\s|\s$|\s[,.;]",
    "a hyphen for a minus": r"(?<![\w\d])-[\d$.]",
    "minus nothing": rf"[{MINUS}+]\$?0(?![\d.,]*[1-9])",
    "no number": r"\b(nan|inf|None|True|False)\b",
    "one of many": r"(?<![\d.,])1 (students|positions|teachers|teacher positions)\b",
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
    """A plan that balances is never said to fall short, and one that fails never to cover its costs, except
    while positions stand open.
    """
    v = drawn(begun_from(DISTRICT, plan, plan)).numbers
    said, sentence = words.headline(v), words.sentence(v)
    covers = [say("answer.covers_always"), say("answer.covers_evenly")]
    covers += [say("answer.covers_until", last=y - 1, until=y) for y in range(6, 11)]
    covers += [say("answer.covers_evenly_until", last=y - 1, until=y) for y in range(6, 11)]
    for key in ("answer.covers_from", "answer.covers_evenly_from"):
        covers += [say(key, year=y) for y in range(2, 6)]
        covers += [
            say(f"{key}_until", year=y, last=last - 1, until=last)
            for y in range(2, 6)
            for last in range(6, 11)
        ]
    for key in ("answer.covers_but", "answer.covers_evenly_but"):
        for some in (years for n in range(1, 5) for years in combinations(range(1, 5), n)):
            named = listed(f"Year {y}" for y in some)
            covers.append(say(key, years=named))
            covers += [say(f"{key}_until", years=named, last=y - 1, until=y) for y in range(6, 11)]
    does = any(x in sentence for x in covers)
    falls = [
        say("answer.headline_never"),
        say("answer.headline_open"),
        *(say("answer.headline_short", year=y) for y in range(1, 6)),
        *(say("answer.headline_evenly_short", year=y) for y in range(1, 6)),
    ]
    falls_again = says("answer.headline_short_and"), says("answer.headline_evenly_short_and")
    falls += [said for pattern in falls_again if pattern.search(said)]
    out = [say("answer.savings_out_start"), say("answer.savings_out_filled_start")]
    out += [say("answer.savings_out_filled", year=y) for y in range(1, 6)]
    out += [*(say("answer.savings_out", year=y) for y in range(1, 6))]
    runs_out = any(x in sentence for x in out)
    if v.verdict.state is State.SUSTAINABLE:
        assert (does, said in falls, runs_out) == (True, False, False)
    if v.verdict.state is State.NOT_SUSTAINABLE:
        assert (does, said in falls, runs_out) == (False, True, True)


def test_what_holds_only_while_positions_stand_open_says_so():
    """At 2% funding growth with 93% filled the plan's own lines cover costs. Filled, it is the plan whose
    savings run out in Year 5: no sentence of the first view may say that it simply covers its costs.
    """
    v = of_preset(first_version("us_elementary"), public_funding_growth=0.02, positions_filled=0.93)
    assert words.headline(v) == say("answer.headline_open")
    sentence = words.sentence(v)
    assert sentence.startswith(say("answer.covers_open"))
    assert sentence.endswith(say("answer.savings_out_filled", year=5))


def test_what_falls_short_at_last_only_as_it_is_tested_is_not_said_to_cover_its_costs():
    """Rent of $3,000 a student in Year 4 alone takes more than the savings. With 80% filled the plan's own
    Year 5 covers its costs again; with all positions filled it does not.
    """
    rent = {"occupancy_per_pupil": (0, 0, 0, 3000, 0), "public_funding_growth": 0.027}
    v = of_preset(first_version("us_elementary"), positions_filled=0.8, base_rate_per_pupil=11_000, **rent)
    assert (v.verdict.first_negative, v.verdict.short.lasting) == (4, None)
    assert v.verdict.tested.short.lasting is not None
    assert v.verdict.state is State.NOT_SUSTAINABLE
    assert words.headline(v) == say("answer.headline_open")
    assert words.sentence(v).startswith(say("answer.covers_open"))
