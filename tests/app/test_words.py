"""What the first view says. The sums are the plain school's, in the head; see `tests/worked/school.py`.

Public revenue is $1,000,000, teachers cost $600,000, so $400,000 is left over each year. A teacher costs
$60,000. Each dollar of other cost per student takes $100.
"""

from __future__ import annotations

import re

import pytest

from model.answer import answer_in_words as words
from model.answer.numbers import ViewNumbers
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.results.verdicts import State
from model.texts import say
from model.units import about_positions
from tests.first_versions import first_version
from tests.worked.school import PLAIN
from views.answer import panel
from views.answer.drawn import drawn

DISTRICT, CHARTER = first_version("us_elementary"), first_version("chicago_charter_k8")


def plain(preset: str = DISTRICT, **changes) -> ViewNumbers:
    """The plain school with these values, seen as a district or a charter school."""
    plan = PLAIN.changed(changes)
    return drawn(begun_from(preset, plan, plan)).numbers


def of_preset(preset: str, **changes) -> ViewNumbers:
    start = Scenario.preset(preset)
    return drawn(begun_from(preset, start, start.changed(changes))).numbers


LEFT = say("answer.left_over", amount="$400,000", share="66.7%")  # of $600,000


def short_by(amount: str, share: str, gap: float) -> str:
    """The plain school's beginners cost half of an average teacher."""
    return say("answer.short_by", amount=amount, share=share, positions=about_positions(gap, 2 * gap))


LAST = say("answer.savings_last")
# $600,000 for teachers and 100 times the other cost per student are the budget of Year 5.
CASES = {
    "nothing short": (
        {},
        State.SUSTAINABLE,
        say("answer.headline_always"),
        [say("answer.covers_always"), LEFT],
    ),
    "to the dollar": (
        {"nonpersonnel_per_pupil": 4000},
        State.SUSTAINABLE,
        say("answer.headline_always"),
        [say("answer.covers_always"), say("answer.left_over", amount="$0", share="0.0%")],
    ),
    "only Year 2 short": (
        {"nonpersonnel_per_pupil": (0, 5000, 0, 0, 0)},
        State.SUSTAINABLE,
        say("answer.headline_but", years="Year 2"),
        [say("answer.covers_but", years="Year 2"), LEFT],
    ),
    "only Year 4 short": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 5000, 0)},
        State.AT_RISK,
        say("answer.headline_but", years="Year 4"),
        [say("answer.covers_but", years="Year 4"), LEFT, LAST],
    ),
    "Years 1 and 2 short": (
        {"nonpersonnel_per_pupil": (5000, 5000, 0, 0, 0), "opening_fund_balance": 200_000},
        State.SUSTAINABLE,
        say("answer.headline_from", year=3),
        [say("answer.covers_from", year=3), LEFT],
    ),
    "Years 1 and 3 short": (
        {"nonpersonnel_per_pupil": (5000, 0, 5000, 0, 0), "opening_fund_balance": 100_000},
        State.AT_RISK,
        say("answer.headline_but", years="Year 1 and Year 3"),
        [say("answer.covers_but", years="Year 1 and Year 3"), LEFT, LAST],
    ),
    "only Year 5 short, by five sixths of a position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 0, 4500)},
        State.AT_RISK,
        say("answer.headline_short", year=5),
        [say("answer.short_from", year=5), short_by("$50,000", "4.8%", 5 / 6), LAST],
    ),
    "short by exactly one position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 4600, 4600)},
        State.AT_RISK,
        say("answer.headline_short", year=4),
        [say("answer.short_from", year=4), short_by("$60,000", "5.7%", 1), LAST],
    ),
    "short by a thirtieth of a position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 0, 4020)},
        State.AT_RISK,
        say("answer.headline_short", year=5),
        [say("answer.short_from", year=5), short_by("$2,000", "0.2%", 1 / 30), LAST],
    ),
    "an early shortfall is named beside the lasting one": (
        {"nonpersonnel_per_pupil": (0, 5000, 0, 0, 5000)},
        State.AT_RISK,
        say("answer.headline_short_and", years="Year 2", year=5),
        [say("answer.short_and", years="Year 2", year=5), short_by("$100,000", "9.1%", 5 / 3), LAST],
    ),
    "two early shortfalls are named beside the lasting one": (
        {"nonpersonnel_per_pupil": (5000, 0, 5000, 0, 5000), "opening_fund_balance": 100_000},
        State.AT_RISK,
        say("answer.headline_short_and", years="Year 1 and Year 3", year=5),
        [
            say("answer.short_and", years="Year 1 and Year 3", year=5),
            short_by("$100,000", "9.1%", 5 / 3),
            LAST,
        ],
    ),
    "every year short, nothing in hand": (
        {"nonpersonnel_per_pupil": 5000},
        State.NOT_SUSTAINABLE,
        say("answer.headline_never"),
        [
            say("answer.short_always"),
            short_by("$100,000", "9.1%", 5 / 3),
            say("answer.savings_out", year=1),
        ],
    ),
    "every year short, with $450,000 in hand": (
        {"nonpersonnel_per_pupil": 5000, "opening_fund_balance": 450_000},
        State.NOT_SUSTAINABLE,
        say("answer.headline_never"),
        [
            say("answer.short_always"),
            short_by("$100,000", "9.1%", 5 / 3),
            say("answer.savings_out", year=5),
        ],
    ),
    "every year short, with $500,000 in hand": (
        {"nonpersonnel_per_pupil": 5000, "opening_fund_balance": 500_000},
        State.AT_RISK,
        say("answer.headline_never"),
        [
            say("answer.short_always"),
            short_by("$100,000", "9.1%", 5 / 3),
            say("answer.savings_last_until", year=6),
        ],
    ),
    "start-up is not paid for": (
        {"startup_other": 100_000},
        State.AT_RISK,
        say("answer.headline_always"),
        [say("answer.covers_always"), LEFT, say("answer.savings_out_start")],
    ),
}
EACH = pytest.mark.parametrize(("changes", "state", "headline", "sentence"), CASES.values(), ids=CASES)


@EACH
def test_the_plan_on_paper_in_words(changes, state, headline, sentence):
    """State, headline and sentences are the ones worked out by hand; a charter school reads the same."""
    v, charter = plain(**changes), plain(CHARTER, **changes)
    assert (v.verdict.state, words.headline(v), words.sentence(v)) == (state, headline, " ".join(sentence))
    assert words.sentence(charter) == words.sentence(v)


# 100 devices of $200 are bought for the start, which a grant pays, and again when their life ends: $10,000 is
# left over in a year without a purchase, and $10,000 missing in a year with one. Over 4 years they are $5,000
# a year, over 5 years $4,000, so evenly something is left in every year.
LUMPY = {
    "devices_per_pupil": 1,
    "device_unit_cost": 200,
    "startup_grants": 20_000,
    "refresh": "lumpy",
    "nonpersonnel_per_pupil": 3900,
}


@pytest.mark.parametrize(
    ("life", "alone"),
    [
        (4, say("answer.left_over", amount="$10,000", share="1.0%")),  # of $990,000
        (5, say("answer.short_by_alone", amount="$10,000", share="1.0%")),  # of $1,010,000, and of no teacher
    ],
)
def test_a_plan_rated_with_the_even_cost_of_devices_says_so(life, alone):
    """A purchase year alone falls short; the words speak of even replacement, as the test does. Nothing
    grows, so the same 100 devices cost $20,000 again one life later.
    """
    v = plain(**LUMPY, device_life_years=life)
    assert v.verdict.state is State.SUSTAINABLE
    assert words.headline(v) == say("answer.headline_evenly")
    assert words.sentence(v) == f"{say('answer.covers_evenly')} {alone}"
    assert [f for f in words.flags(v) if f != say("answer.thumb", share="1%")][:1] == [
        say("answer.devices_due_and", year=life, later=2 * life, cost="$20,000"),
    ]


def test_a_purchase_that_changes_nothing_is_only_mentioned():
    """With $50,000 left before the purchase no year falls short: only the purchases are flagged."""
    v = plain(**{**LUMPY, "nonpersonnel_per_pupil": 3500})
    assert words.flags(v) == [say("answer.devices_due_and", year=4, later=8, cost="$20,000")]
    assert words.headline(v) == say("answer.headline_always")


def test_a_purchase_after_year_5_is_named_with_year_and_dollars():
    """A life of 7 years: 100 devices of $200 are due in Year 7."""
    v = plain(**{**LUMPY, "nonpersonnel_per_pupil": 3500}, device_life_years=7)
    assert words.flags(v) == [say("answer.devices_due_later", year=7, cost="$20,000")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # 600,000 x 1.1^6 = $1,062,937 of pay in Year 7
        ({"salary_growth": 0.1}, say("answer.covers_until", last=6, until=7)),
        # $410,000 of other cost in Year 1 alone is $10,000 more than is left over
        (
            {"salary_growth": 0.1, "nonpersonnel_per_pupil": (4100, 0, 0, 0, 0)},
            say("answer.covers_from_until", year=2, last=6, until=7),
        ),
        # 600,000 x 1.1^2 = $726,000 of pay in Year 3 leave $274,000, and other cost takes $280,000
        (
            {"salary_growth": 0.1, "nonpersonnel_per_pupil": (0, 0, 2800, 0, 0)},
            say("answer.covers_but_until", years="Year 3", last=6, until=7),
        ),
    ],
)
def test_a_plan_that_covers_its_costs_says_until_when(changes, said):
    assert words.sentence(plain(**changes, opening_fund_balance=20_000)).startswith(said)


def test_the_cliff_is_flagged():
    """Stipends paid from one-time money stop after Year 2, and only then is the cliff named."""
    paid = {"teacher_leaders": 2, "leader_supplement": 3000}
    cliff = say("answer.stipends_end", year=2)
    assert cliff in words.flags(plain(**paid, stipend_source="one_time"))
    assert cliff not in words.flags(plain(**paid, stipend_source="recurring"))
    assert cliff not in words.flags(plain(stipend_source="one_time"))


def test_days_of_cash_are_a_charter_schools_matter():
    """$10,000 at the end of Year 1 lasts under four days of $990,000 a year: only a charter is told."""
    told = say("answer.few_days", days=30, year=1)
    assert told in words.flags(plain(CHARTER, nonpersonnel_per_pupil=3900))
    assert told not in words.flags(plain(DISTRICT, nonpersonnel_per_pupil=3900))
    # $400,000 of $600,000 a year lasts 243 days
    assert told not in words.flags(plain(CHARTER))


@pytest.mark.parametrize(
    ("other_cost", "flagged"), [(3_900, False), (3_950, True), (4_000, True), (4_001, False)]
)
def test_a_thin_margin_is_held_against_the_rule_of_thumb(other_cost, flagged):
    """$10,000 of $990,000 are 1.01%, $5,000 of $995,000 are half a percent; who falls short is told that."""
    thumb = say("answer.thumb", share="1%")
    assert (thumb in words.flags(plain(nonpersonnel_per_pupil=other_cost))) is flagged


def test_the_badges_differ_by_word_shape_and_tone():
    """A reader who sees no colors tells the states apart by word and mark; each has its own tone as well."""
    seen = []
    for name, word in (
        ("nothing short", say("rating.balances")),
        ("only Year 5 short, by five sixths of a position", say("rating.caution_living", year=5)),
        ("every year short, nothing in hand", say("rating.not", year=1)),
    ):
        html = panel.verdict(plain(**CASES[name][0]))
        text = re.sub(r"<[^>]+>", "", html)
        assert text[1:].startswith(word)
        tone = re.search(r'class="state (\w+)"', html)
        assert tone
        seen.append((text[0], tone[1]))
        assert say("rating.off") in text
    assert all(len(set(column)) == 3 for column in zip(*seen, strict=True))
