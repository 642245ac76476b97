"""What the board says goes by what the rating tests: every position filled, devices at even yearly cost.

The tight school brings and spends $1,000,000. Under a cut of 10% it is $100,000 short in Years 2 and 3. A
fifth of its $363,000 of supplies can wait, $72,600; with its program $109,600. So $27,400 / $60,000 = 0.457
jobs are at stake if the program stays, and 0.26 in the twin (`test_stress.py`).
"""

from __future__ import annotations

import pytest

from model.answer.answer_in_words import sentence
from model.answer.numbers import view_numbers
from model.plan.facts import of_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.results_text import results_text
from model.results.verdicts import judge
from model.stress.board import board
from model.stress.board_in_words import cells, savings_words, short_words
from model.texts import counted, say
from model.units import about_positions
from tests.looped import looped
from tests.worked.school import PLAIN
from tests.worked.tight_school import TIGHT

HOME = Scenario.preset("us_elementary")


@looped(
    "changes",
    [
        {},
        {"positions_filled": 0.9},  # one of ten positions saves $60,000
        {"positions_filled": (1, 0.5, 0.5, 1, 1)},
        {"refresh": "lumpy"},  # $32,000 in Year 4, nothing in the years of the cut
        {"refresh": "set_aside"},
        {"refresh": "lumpy", "positions_filled": 0.9},
    ],
)
def test_neither_empty_rooms_nor_purchases_move_the_jobs_at_stake(changes):
    row = board(TIGHT.changed(changes)).row("severe_cut")
    assert row.plan.flexible == pytest.approx(109_600)
    assert (row.plan.kept.positions, row.plan.kept.year) == (pytest.approx(27_400 / 60_000), 2)
    assert row.plan.at_risk.positions == 0
    assert row.twin.at_risk.positions == pytest.approx(0.26)
    assert row.plan.results == pytest.approx([0, 0, -100_000, -100_000, 0, 0], abs=0.005)
    assert (row.plan.first_bad, row.plan.verdict.tested.short.first) == (2, 2)


@looped("filled", [1.0, 0.95, 0.9, 0.64])
def test_the_elementary_school_reads_the_same_however_many_rooms_stand_empty(filled):
    """Under every event, but for the words that say that all positions are filled, and in the twin."""
    for row, other in zip(board(HOME.changed(positions_filled=filled)).rows, board(HOME).rows, strict=True):
        assert cells(row.plan)[1:] == cells(other.plan)[1:]
        assert cells(row.twin)[1:] == cells(other.twin)[1:]
        assert row.plan.first_bad == other.plan.first_bad


def test_a_life_of_three_years_has_the_same_jobs_however_devices_are_bought():
    ways = [HOME.changed(device_life_years=3, refresh=how) for how in ("smoothed", "set_aside", "lumpy")]
    evenly, *others = [board(plan).rows for plan in ways]
    for rows in others:
        for row, even in zip(rows, evenly, strict=True):
            for one, other in (
                (row.plan.at_risk, even.plan.at_risk),
                (row.plan.kept, even.plan.kept),
                (row.twin.at_risk, even.twin.at_risk),
            ):
                assert (one.positions, one.year) == (pytest.approx(other.positions), other.year)
            assert row.plan.results == pytest.approx(even.plan.results, abs=0.005)


def test_savings_run_out_when_devices_are_really_bought():
    """Nothing may be kept, so nothing is there for the $32,000 of Year 4, though each year covers $8,000 of
    them: no year is short, and savings run out.
    """
    calm = board(TIGHT.changed(refresh="lumpy", savings_kept=0)).row("").plan
    assert (calm.verdict.tested.short.first, calm.verdict.tested.first_negative) == (None, 4)
    assert short_words(calm) == say("events.none_short")
    assert savings_words(calm) == say("events.savings_out", year=4)
    assert calm.first_bad == 4


# $4,700 a student for other cost: $10,000 are short as planned, with one of ten positions open, and $70,000
# with all filled. That is 1.2 teachers at $60,000, and 2.3 beginners at $30,000.
OPEN = PLAIN.changed(nonpersonnel_per_pupil=4_700, positions_filled=0.9)


def test_a_gap_in_people_is_that_of_all_positions():
    v = judge(project([OPEN]))
    assert (v.result_year5, v.tested_year5) == (pytest.approx(-10_000), pytest.approx(-70_000))
    assert (v.gap_positions, v.gap_beginners) == (pytest.approx(70 / 60), pytest.approx(70 / 30))
    gap = about_positions(70 / 60, 70 / 30)
    tested = say("rating.short_as_tested", amount="$70,000", positions=gap)
    numbers = view_numbers(project([OPEN]), of_preset("us_elementary"))[0]
    alone = say("answer.short_by_alone", amount="$10,000", share="1.0%")
    assert f"{alone} {tested}" in sentence(numbers)
    told = results_text([OPEN], [("plain", "plain")], "text")
    assert f"{say('rating.year5_short_alone', amount='$10,000')} {tested}" in told


def test_a_year_in_which_devices_are_bought_lacks_no_people():
    """100 devices of $400 that last five years: $40,000 in Year 5, $8,000 a year. $390,000 go for the rest.
    Year 5 is $30,000 short as planned, and $2,000 are left over as tested.
    """
    fleet = {"devices_per_pupil": 1, "device_unit_cost": 400, "device_life_years": 5, "refresh": "lumpy"}
    plan = PLAIN.changed(fleet, nonpersonnel_per_pupil=3_900)
    v = judge(project([plan]))
    assert (v.result_year5, v.tested_year5) == (pytest.approx(-30_000), pytest.approx(2_000))
    assert v.gap_positions == 0
    numbers = view_numbers(project([plan]), of_preset("us_elementary"))[0]
    assert say("answer.short_by_alone", amount="$30,000", share="2.9%") in sentence(numbers)
    assert say("units.about_teachers", count=counted("0.5")) not in sentence(numbers)
