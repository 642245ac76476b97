"""The rating: the reason on paper, the band of the chance, and the word that both have to earn."""

from __future__ import annotations

import pytest

from model.results.projection import project
from model.results.rating import Band, Chance, Reason, Untested, rate
from model.results.rating_in_words import both_sides, if_things_change, on_paper, rating_line, together
from model.results.verdicts import State, judge
from model.texts import say
from tests.worked.school import HELD_BY_A_GRANT, PLAIN, years

# The plain school keeps $400,000 a year; each dollar of other cost per student takes $100.
SHORT_IN_YEAR_4 = {"nonpersonnel_per_pupil": (0, 0, 0, 5000, 0)}
SHORT_IN_YEARS_1_AND_3 = {"nonpersonnel_per_pupil": (4100, 0, 4100, 0, 0), "opening_fund_balance": 10_000}
SHORT_FROM_YEAR_4 = {"nonpersonnel_per_pupil": (0, 0, 0, 5000, 5000)}


def rated(**changes):
    return rate(judge(years(**changes)))


@pytest.mark.parametrize(
    ("changes", "reason", "year", "said"),
    [
        ({}, None, None, say("rating.balances")),
        (SHORT_IN_YEAR_4, Reason.SHORT, None, say("rating.caution_short", years="Year 4")),
        # $10,000 short in each of two years, $400,000 left over between them
        (SHORT_IN_YEARS_1_AND_3, Reason.SHORT, None, say("rating.caution_short", years="Year 1 and Year 3")),
        (SHORT_FROM_YEAR_4, Reason.LIVES_ON_SAVINGS, None, say("rating.caution_living", year=4)),
        (
            {"nonpersonnel_per_pupil": (0, 0, 5000, 0, 5000)},
            Reason.LIVES_ON_SAVINGS,
            None,
            say("rating.caution_living_and", years="Year 3", year=5),
        ),
        ({"startup_other": 1}, Reason.SAVINGS_RUN_OUT, 0, say("rating.caution_savings_start")),
        (
            {"nonpersonnel_per_pupil": (9000, 0, 0, 0, 0)},
            Reason.SAVINGS_RUN_OUT,
            1,
            say("rating.caution_savings", year=1),
        ),
        ({"nonpersonnel_per_pupil": 5000}, Reason.SAVINGS_RUN_OUT, 1, say("rating.not", year=1)),
        (
            {"nonpersonnel_per_pupil": 5000, "startup_other": 1},
            Reason.SAVINGS_RUN_OUT,
            0,
            say("rating.not_start"),
        ),
        # $100,000 short a year, paid by a grant of as much: nothing is taken from savings
        (
            {"nonpersonnel_per_pupil": 5000, "sustaining_grant": 100_000, "sustaining_grant_years": 5},
            Reason.LEANS_ON_GRANTS,
            None,
            say("rating.caution_grants"),
        ),
        # a grant of half the gap: the other half comes from savings
        (
            {
                "nonpersonnel_per_pupil": 5000,
                "sustaining_grant": 50_000,
                "sustaining_grant_years": 5,
                "opening_fund_balance": 300_000,
            },
            Reason.LIVES_ON_SAVINGS,
            None,
            say("rating.caution_living", year=1),
        ),
        # a grant that nothing needs, 1% of $1,010,101 in Year 5
        ({"sustaining_grant": 10_101, "sustaining_grant_years": 5}, None, None, say("rating.balances")),
        (HELD_BY_A_GRANT, Reason.LEANS_ON_GRANTS, None, say("rating.caution_grants")),
    ],
)
def test_the_first_badge_has_one_reason(changes, reason, year, said):
    found = rated(**changes)
    assert (found.reason, found.year, on_paper(found)) == (reason, year, said)
    assert (found.reason is None) == found.balances


@pytest.mark.parametrize(
    ("count", "band", "said"),
    [
        (0, Band.WEAK, say("rating.weak_hardly")),
        (99, Band.WEAK, say("rating.weak_hardly")),
        (100, Band.WEAK, say("rating.weak", cases=1)),
        (699, Band.WEAK, say("rating.weak", cases=3)),
        (700, Band.THIN, say("rating.thin", cases=4)),
        (733, Band.THIN, say("rating.thin", cases=4)),
        (1299, Band.THIN, say("rating.thin", cases=6)),
        (1300, Band.THIN, say("rating.thin_almost", cases=7)),
        (1399, Band.THIN, say("rating.thin_almost", cases=7)),
        (1400, Band.SOLID, say("rating.solid", cases=7)),
        (1699, Band.SOLID, say("rating.solid", cases=8)),
        (1700, Band.SOLID, say("rating.solid_almost", cases=9)),
        (1799, Band.SOLID, say("rating.solid_almost", cases=9)),
        (1800, Band.STRONG, say("rating.strong", cases=9)),
        (1900, Band.STRONG, say("rating.strong", cases=9)),
        (1901, Band.STRONG, say("rating.strong_nearly")),
        (2000, Band.STRONG, say("rating.strong_nearly")),
    ],
)
def test_the_second_badge_never_rounds_up_to_a_better_word(count, band, said):
    found = rate(judge(years()), Chance(count / 2000))
    assert isinstance(found.chance, Chance)
    assert (found.chance.band, if_things_change(found)) == (band, said)


def test_sustainable_is_earned_by_both():
    """At every count of 2,000: from 1,400 on for a plan that balances, and never for one that does not."""
    sound, short = judge(years()), judge(years(**SHORT_IN_YEAR_4))
    assert (sound.state, short.state) == (State.SUSTAINABLE, State.AT_RISK)
    for count in range(2001):
        chance = Chance(count / 2000)
        assert rate(sound, chance).is_sustainable == (count >= 1400)
        assert not rate(short, chance).is_sustainable
    for untested in Untested:
        assert not rate(sound, untested).is_sustainable


def test_the_word_is_said_with_its_chance_and_nowhere_else():
    word = say("rating.sustainable", cases=8).split(":")[0]
    sound = judge(years())
    good = rate(sound, Chance(0.8))
    assert together(good) == say("rating.sustainable", cases=8)
    assert rating_line(good) == say("rating.line_alone", rating=together(good))
    assert together(rate(sound, Chance(0.86))) == say("rating.sustainable_almost", cases=9)
    assert together(rate(sound, Chance(0.96))) == say("rating.sustainable_nearly")
    for count in range(1400):
        thin = rate(sound, Chance(count / 2000))
        assert word not in rating_line(thin) + on_paper(thin) + if_things_change(thin)
    with pytest.raises(AssertionError):
        together(rate(sound, Chance(0.69)))


def test_both_sides_of_a_chance_are_said():
    assert both_sides(Chance(733 / 2000)) == say("rating.both_sides", cases=4, others=6)
    assert both_sides(Chance(0.69)) == say("rating.both_sides_almost", cases=7, others=3)
    assert both_sides(Chance(0.951)) == say("rating.both_sides_nearly")
    assert both_sides(Chance(0.049)) == say("rating.both_sides_hardly")


def test_a_plan_that_is_not_tested_claims_nothing():
    off, checking = (rate(judge(project([PLAIN])), x) for x in (Untested.OFF, Untested.CHECKING))
    assert (if_things_change(off), if_things_change(checking)) == (say("rating.off"), say("rating.checking"))
    assert off.chance_tone == checking.chance_tone == "open"
    assert rating_line(off) == say("rating.line_alone", rating=say("rating.balances"))
