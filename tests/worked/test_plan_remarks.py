"""What is said of settings that move nothing, change one another or leave what is usual."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from model.evidence import LEVERS, PRESETS
from model.plan.scenario import Scenario, without_keys
from model.plan.taken import Remark
from model.results.idle_settings import idle_remarks, idle_settings, openers
from model.results.plan_remarks import plan_remarks
from model.results.projection import RESULT_KEYS, project
from model.texts import say
from tests.closed import moves_nothing
from tests.first_versions import first_version
from tests.looped import looped
from tests.strategies import scenarios

E = Scenario.preset(first_version("us_elementary"))


@looped(
    ("changes", "said", "offers"),
    [
        (
            {"sustaining_grant": 200_000},
            moves_nothing("sustaining_grant", sustaining_grant_years="0"),
            {"sustaining_grant_years": 1},
        ),
        (
            {"sustaining_grant": (200_000, 100_000, 0, 0, 0)},
            moves_nothing("sustaining_grant", sustaining_grant_years="0"),
            {"sustaining_grant_years": 2},  # the last year with an amount
        ),
        (
            {"cut_rate": 0.07},
            moves_nothing("cut_rate", cut_years="0"),
            {"cut_years": 1},
        ),
        (
            {"low_income_rate_per_pupil": 900},
            moves_nothing("low_income_rate_per_pupil", low_income_share="0.0%"),
            {"low_income_share": 0.5},
        ),
        (
            {"cut_first_year": 3},
            moves_nothing("cut_first_year", cut_rate="0.0%", cut_years="0"),
            {"cut_rate": 0.15, "cut_years": 1},
        ),
        (
            {"entering_pupils": 60},
            moves_nothing("entering_pupils", enrollment_from="One number"),
            {"enrollment_from": "by_grade"},
        ),
    ],
)
def test_a_setting_that_moves_nothing_says_what_would_let_it(changes, said, offers):
    (remark,) = idle_remarks(E, E.changed(changes))
    assert without_keys(remark.text) == said
    assert dict(remark.offers) == offers
    assert remark.press.startswith("Set ")


def test_a_setting_that_acts_gets_no_remark():
    """The grant with its years; the cut with its length; a share with its rate."""
    now = E.changed(
        sustaining_grant=200_000,
        sustaining_grant_years=2,
        cut_rate=0.07,
        cut_years=1,
        low_income_share=0.4,
        low_income_rate_per_pupil=900,
    )
    assert idle_remarks(E, now) == []


def test_a_change_too_small_says_so():
    """450 students and 372 for each counselor are one position, rounded by halves; with 373 it is one too."""
    now = E.changed(pupils_per_counselor=373)
    (remark,) = idle_remarks(E, now)
    assert without_keys(remark.text) == say(
        "values.moves_too_little", setting=LEVERS["pupils_per_counselor"].label
    )


@pytest.mark.parametrize(
    ("interest_only", "received", "acts"),
    [
        (5, 0, False),  # in Years 1 to 5 only the interest is due, whatever the term
        (4, 0, True),  # the first level payment is that of Year 5
        (0, 5, False),  # the first payment of any kind is that of Year 6
    ],
)
def test_a_term_that_acts_after_year_5_says_so(interest_only, received, acts):
    """Ten or fifteen years of term spread the payments otherwise, from the first level one on."""
    loan = E.changed(loan_1=300_000, loan_1_interest_only=interest_only, loan_1_year=received)
    told = [without_keys(r.text) for r in idle_remarks(loan, loan.changed(loan_1_term=15))]
    assert told == ([] if acts else [say("values.moves_later", setting=LEVERS["loan_1_term"].label)])


@pytest.mark.parametrize("preset", PRESETS)
def test_what_is_offered_does_let_it_act(preset):
    """Every lever of every preset moved to an end of its usual range: an offer is never empty words."""
    start = Scenario.preset(preset)
    for key, lever in LEVERS.items():
        if lever.is_choice or lever.key.startswith("grade_"):
            continue
        low, high = lever.usual
        now = start.changed({key: high if start[key] != high else low})
        (idle,) = idle_settings([(start, now)])
        assert set(idle) <= {key}
        offered = openers(start, now, key) if idle else {}
        if offered and "enrollment_from" not in offered:
            opened = now.changed(offered)
            p = project([opened, opened.changed({key: start[key]})])
            assert any(p.row(k, 0) != p.row(k, 1) for k in p.lines), key


@settings(max_examples=25, deadline=None)
@given(scenarios(usual=True))
def test_an_idle_setting_put_back_changes_no_published_result(now):
    """Told by the results themselves, one scenario at a time."""
    start = Scenario.preset(first_version("us_elementary"))
    (idle,) = idle_settings([(start, now)])
    for key in idle:
        p = project([now, now.changed({key: start[key]})])
        assert all(p.row(k, 0) == p.row(k, 1) for k in RESULT_KEYS if k in p.lines), key


def test_many_plans_are_answered_each_on_its_own():
    plans = [(E, E), (E, E.changed(cut_rate=0.07)), (E, E.changed(cut_rate=0.07, cut_years=1))]
    assert idle_settings(plans) == [(), ("cut_rate",), ()]


def test_five_numbers_that_grow_again_are_named():
    """The template's enrollments beside 5% a year: 100 200 300 400 400 would be grown once more."""
    start = Scenario.preset(first_version("new_start_grows_a_grade_a_year"))
    path = (100, 200, 300, 400, 400)
    grown = start.changed(enrollment_year1=path, enrollment_growth=0.05)

    def named(now: Scenario) -> list[Remark]:
        """What is said of the five numbers; that rent falls with fewer students is another matter."""
        here = (r for r in plan_remarks(start, now) if r.lever == "enrollment_year1")
        return [r for r in here if "leased_students" not in r.offers]

    (remark,) = named(grown)
    other = say("values.setting_of", setting=LEVERS["enrollment_growth"].label, value="5.0%")
    assert without_keys(remark.text) == say(
        "values.changed_further", setting=LEVERS["enrollment_year1"].label, others=other, count=1
    )
    assert dict(remark.offers) == {"enrollment_growth": 0}
    as_stated = start.changed(enrollment_year1=path)
    assert named(as_stated) == []


def test_what_is_unusual_is_named_once_and_none_at_all_is_not_unusual():
    """29% a year is far outside -3 to 6; no clerks at all is an answer, not an oversight."""
    now = E.changed(public_funding_growth=0.29, clerk_positions=0)
    assert [r.text for r in plan_remarks(E, now) if r.lever == "public_funding_growth"] == [
        say(
            "values.unusual",
            setting=LEVERS["public_funding_growth"].label,
            value="29.0%",
            usual="\N{MINUS SIGN}3.0% to 6.0%",
        )
    ]
    assert [
        r for r in plan_remarks(E, E.changed(pupils_per_counselor=0)) if r.lever != "counselor_positions"
    ] == []
