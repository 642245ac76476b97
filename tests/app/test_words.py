"""What the first view says. The sums are the plain school's, in the head; see `tests/worked/school.py`.

Public revenue is $1,000,000, teachers cost $600,000, so $400,000 is left over each year. A teacher costs
$60,000. Each dollar of other cost per student takes $100.
"""

from __future__ import annotations

import re

import pytest

from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.results.verdicts import State
from tests.worked.school import PLAIN
from views.answer import answer_in_words as words
from views.answer import panel
from views.answer.drawn import drawn
from views.answer.numbers import ViewNumbers

DISTRICT, CHARTER = "us_elementary", "chicago_charter_k8"


def plain(preset: str = DISTRICT, **changes) -> ViewNumbers:
    """The plain school with these values, seen as a district or a charter school."""
    plan = PLAIN.changed(changes)
    return drawn(begun_from(preset, plan, plan)).numbers


def of_preset(preset: str, **changes) -> ViewNumbers:
    start = Scenario.preset(preset)
    return drawn(begun_from(preset, start, start.changed(changes))).numbers


SOUND = "Public revenue covers recurring cost"
ABOVE = "recurring cost is above public revenue"
CASES = {
    "nothing short": (
        {},
        State.SUSTAINABLE,
        "Pays its own way every year, without grants",
        f"{SOUND} in every year; $400,000 is left over in Year 5.",
    ),
    "to the dollar": (
        {"nonpersonnel_per_pupil": 4000},
        State.SUSTAINABLE,
        "Pays its own way every year, without grants",
        f"{SOUND} in every year; $0 is left over in Year 5.",
    ),
    "only Year 2 short": (
        {"nonpersonnel_per_pupil": (0, 5000, 0, 0, 0)},
        State.SUSTAINABLE,
        "Pays its own way from Year 3, without grants",
        f"{SOUND} from Year 3 on; $400,000 is left over in Year 5.",
    ),
    "only Year 4 short": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 5000, 0)},
        State.AT_RISK,
        "Pays its own way from Year 5, without grants",
        f"{SOUND} from Year 5 on; $400,000 is left over in Year 5, and the carryover lasts through Year 5.",
    ),
    "only Year 5 short, by five sixths of a position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 0, 4500)},
        State.AT_RISK,
        "Falls short from Year 5",
        f"In Year 5 {ABOVE}; Year 5 is $50,000 short, about 0.8 teacher positions, and the carryover lasts through Year 5.",
    ),
    "short by exactly one position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 4600, 4600)},
        State.AT_RISK,
        "Falls short from Year 4",
        (
            f"From Year 4 on {ABOVE}; Year 5 is $60,000 short, about 1 teacher position, "
            "and the carryover lasts through Year 5."
        ),
    ),
    "short by a thirtieth of a position": (
        {"nonpersonnel_per_pupil": (0, 0, 0, 0, 4020)},
        State.AT_RISK,
        "Falls short from Year 5",
        (
            f"In Year 5 {ABOVE}; Year 5 is $2,000 short, less than 0.1 of a teacher position, "
            "and the carryover lasts through Year 5."
        ),
    ),
    "an early shortfall does not count as the lasting one": (
        {"nonpersonnel_per_pupil": (0, 5000, 0, 0, 5000)},
        State.AT_RISK,
        "Falls short from Year 5",
        (
            f"In Year 5 {ABOVE}; Year 5 is $100,000 short, about 1.7 teacher positions, "
            "and the carryover lasts through Year 5."
        ),
    ),
    "every year short, nothing in hand": (
        {"nonpersonnel_per_pupil": 5000},
        State.NOT_SUSTAINABLE,
        "Does not pay its own way in any year",
        (
            f"In every year {ABOVE}; Year 5 is $100,000 short, about 1.7 teacher positions, "
            "and the carryover falls below zero in Year 1."
        ),
    ),
    "every year short, with $450,000 in hand": (
        {"nonpersonnel_per_pupil": 5000, "opening_fund_balance": 450_000},
        State.NOT_SUSTAINABLE,
        "Does not pay its own way in any year",
        (
            f"In every year {ABOVE}; Year 5 is $100,000 short, about 1.7 teacher positions, "
            "and the carryover falls below zero in Year 5."
        ),
    ),
    "every year short, with $500,000 in hand": (
        {"nonpersonnel_per_pupil": 5000, "opening_fund_balance": 500_000},
        State.AT_RISK,
        "Does not pay its own way in any year",
        (
            f"In every year {ABOVE}; Year 5 is $100,000 short, about 1.7 teacher positions, "
            "and the carryover lasts through Year 5."
        ),
    ),
    "start-up is not paid for": (
        {"startup_other": 100_000},
        State.AT_RISK,
        "Pays its own way every year, without grants",
        f"{SOUND} in every year; $400,000 is left over in Year 5, and the carryover falls below zero in the start-up year.",
    ),
}
EACH = pytest.mark.parametrize(("changes", "state", "headline", "sentence"), CASES.values(), ids=CASES)


@EACH
def test_the_verdict_in_words(changes, state, headline, sentence):
    """State, headline and sentence are the ones worked out by hand, to the comma."""
    v = plain(**changes)
    assert (v.verdict.state, words.headline(v), words.sentence(v)) == (state, headline, sentence)


@EACH
def test_a_charter_school_reads_the_same_with_its_own_word(changes, state, headline, sentence):
    """For a charter school the carryover is called fund balance, and nothing else in the sentence changes."""
    v = plain(CHARTER, **changes)
    assert words.sentence(v) == sentence.replace("carryover", "fund balance")
    assert [f.label for f in words.key_figures(v)][1] == "Fund balance, Year 5"
    assert [f.label for f in words.key_figures(plain(**changes))][1] == "Carryover, Year 5"


# 100 devices of $200 are bought for the start, which a grant pays, and again when their life ends: $10,000 is
# left over in a year without a purchase, $10,000 missing in a year with one, and $10,000 left of Years 3
# to 5 together.
LUMPY = {
    "devices_per_pupil": 1,
    "device_unit_cost": 200,
    "startup_grants": 20_000,
    "refresh": "lumpy",
    "nonpersonnel_per_pupil": 3900,
}
BY_MEAN = "Judged on the mean of Years 3 to 5: a device purchase falls in one of them."


@pytest.mark.parametrize(
    ("life", "alone"),
    [(4, "$10,000 is left over in Year 5"), (5, "Year 5 alone is $10,000 short")],
)
def test_a_plan_judged_by_its_mean_says_so(life, alone):
    """A purchase year alone falls short; the words speak of Years 3 to 5 together, as the verdict does."""
    v = plain(**LUMPY, device_life_years=life)
    assert v.verdict.state is State.SUSTAINABLE
    assert words.headline(v) == "Pays its own way over Years 3 to 5 together, without grants"
    assert words.sentence(v) == f"Over Years 3 to 5 together public revenue covers recurring cost; {alone}."
    assert words.flags(v)[:2] == [BY_MEAN, f"Devices are due again in Year {life}."]


def test_a_purchase_that_changes_nothing_is_only_mentioned():
    """With $50,000 left before the purchase no year falls short: the year is flagged and the mean is not."""
    flags = words.flags(plain(**{**LUMPY, "nonpersonnel_per_pupil": 3500}))
    assert "Devices are due again in Year 4." in flags
    assert BY_MEAN not in flags


def test_the_cliff_is_flagged():
    """Stipends paid from one-time money stop after Year 2, and only then is the cliff named."""
    paid = {"teacher_leaders": 2, "leader_supplement": 3000}
    cliff = "One-time money for stipends ends before Year 3."
    assert cliff in words.flags(plain(**paid, stipend_source="one_time"))
    assert cliff not in words.flags(plain(**paid, stipend_source="recurring"))
    assert cliff not in words.flags(plain(stipend_source="one_time"))


def test_days_of_cash_are_a_charter_schools_matter():
    """$10,000 at the end of Year 1 lasts under four days of $990,000 a year: only a charter is told."""
    told = "Less than 30 days of cash in Year 1."
    assert told in words.flags(plain(CHARTER, nonpersonnel_per_pupil=3900))
    assert told not in words.flags(plain(DISTRICT, nonpersonnel_per_pupil=3900))
    # $400,000 of $600,000 a year lasts 243 days
    assert told not in words.flags(plain(CHARTER))


@pytest.mark.parametrize(("pupils", "flagged"), [(450, True), (438, False), (487, True), (488, False)])
def test_near_break_even_is_flagged(pupils, flagged):
    """Break-even is 439: near from 439 to 487 students (48 of 487 is 9.9%), not at 488 (10.04%) or 438."""
    flag = "Break-even enrollment (439) is within 10% of Year 1."
    assert (flag in words.flags(of_preset(DISTRICT, enrollment_year1=pupils))) is flagged


def test_the_three_states_differ_by_word_shape_and_tone():
    """A reader who sees no colors tells the states apart by word and mark; each has its own tone as well."""
    seen = []
    for name, word in (
        ("nothing short", "Sustainable"),
        ("only Year 5 short, by five sixths of a position", "At risk"),
        ("every year short, nothing in hand", "Not sustainable"),
    ):
        html = panel.verdict(plain(**CASES[name][0]))
        text = re.sub(r"<[^>]+>", "", html)
        assert text[1:].startswith(word)
        tone = re.search(r'class="state (\w+)"', html)
        assert tone
        seen.append((text[0], tone[1]))
    assert all(len(set(column)) == 3 for column in zip(*seen, strict=True))
