"""Every size at which a plan covers its costs, by the half positions of the plain school.

Ten students a teacher, positions in halves of $30,000, $6,300 a student: 5k + r students (r from 1 to 5)
bring 6,300 (5k + r) and cost 30,000 (k + 1). They pay from k = 20 - 4.2 r on: r = 1 from 81 students, r = 2
from 62, r = 3 from 43, r = 4 from 24, r = 5 always. So the holes of each five are counted below by hand.
"""

from __future__ import annotations

import pytest

from exchange.workbook.figures import FIGURES
from exchange.workbook.plans import sheets_of
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.results.enrollment_sizes import Run, enrollment_sizes
from model.results.sizes_in_words import told
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN
from tests.worked.test_grades import SMALL

STEPS = PLAIN.changed(base_rate_per_pupil=6_300)
HOLDING = [(x, x) for x in (10, 15, 20)] + [(x - 1, x) for x in (25, 30, 35, 40)]
HOLDING += [(x - 2, x) for x in (45, 50, 55, 60)] + [(62, 65), (67, 70), (72, 75), (77, 200)]


def test_every_size_from_the_fewest_to_twice_its_own():
    found = enrollment_sizes(STEPS)
    assert found is not None
    assert [(r.first, r.last) for r in found.holding] == HOLDING
    assert (found.own, found.first, found.last, found.most) == (100, 10, 200, 5_000)
    assert [b.first - a.last for a, b in zip(found.runs, found.runs[1:], strict=False)] == [1] * (
        len(found.runs) - 1
    )
    assert all(a.holds != b.holds for a, b in zip(found.runs, found.runs[1:], strict=False))


def test_holes_are_told_as_they_are():
    """Of 73 students the range is 72 to 75: 71 and 76 fall short, and from 77 on nothing does."""
    plan = STEPS.changed(enrollment_year1=73)
    found = enrollment_sizes(plan)
    assert found is not None
    assert told(found) == " ".join(
        [
            say("sizes.safe", first="72", last="75", own="73"),
            say("sizes.below_falls", first="71"),
            say("sizes.above_falls", first="76"),
            say("sizes.lasting", first="77", last="146"),
            say("sizes.looked", first="10", last="146"),
        ]
    )


def test_a_size_that_falls_short_is_told_its_neighbors():
    """61 falls short between 58 to 60 and 62 to 65."""
    plan = STEPS.changed(enrollment_year1=61)
    found = enrollment_sizes(plan)
    assert found is not None
    assert found.around == Run(61, 61, holds=False)
    words = told(found)
    assert words.startswith(say("sizes.short", own="61"))
    assert say("sizes.below_hold", first="58", last="60") in words
    assert say("sizes.above_hold", first="62", last="65") in words


@pytest.mark.parametrize(("own", "goes_on"), [(100, True), (73, False)])
def test_a_range_says_that_it_may_go_on_where_the_search_ended(own, goes_on):
    plan = STEPS.changed(enrollment_year1=own)
    found = enrollment_sizes(plan)
    assert found is not None
    assert found.goes_on(found.around) is goes_on
    assert (say("sizes.safe_from", first="77", last="200", own="100") in told(found)) is goes_on


def test_a_small_school_is_looked_at_beyond_its_double():
    found = enrollment_sizes(STEPS.changed(enrollment_year1=12))
    assert found is not None
    assert (found.first, found.last) == (10, 62)


def test_a_school_far_too_small_is_told_the_sizes_that_hold_and_that_they_were_tried():
    """The average school with 12 students: 439 to 464 are the first 26 sizes in a row that hold. Nothing is
    said of 465, which falls short.
    """
    found = enrollment_sizes(Scenario.preset(first_version("us_elementary")).changed(enrollment_year1=12))
    assert found is not None
    assert (found.first, found.last, found.runs[-1]) == (10, 464, Run(439, 464, holds=True))
    words = told(found)
    assert words.endswith(
        " ".join([say("sizes.lasting", first="439", last="464"), say("sizes.looked", first="10", last="464")])
    )


def test_a_path_keeps_its_shape_within_the_bounds():
    """100 students that become 50: with 19 the second year would have 9.5, fewer than the ten that can be."""
    found = enrollment_sizes(STEPS.changed(enrollment_year1=(100.0, 50.0, 50.0, 50.0, 50.0)))
    assert found is not None
    assert (found.first, found.fewest, found.last) == (20, 20, 200)


def test_where_no_size_tried_would_do_the_search_beyond_is_told():
    """At $5,900 a student 5k + 5 students need 30,000 (k + 1) > 29,500 (k + 1): no size does it."""
    plan = PLAIN.changed(base_rate_per_pupil=5_900)
    found = enrollment_sizes(plan)
    assert found is not None
    assert not found.holding
    assert told(found).endswith(f"{say('sizes.none')} {say('sizes.looked', first='10', last='5,000')}")


def test_by_grade_there_is_no_one_size():
    assert enrollment_sizes(PLAIN.changed(SMALL)) is None


def test_the_average_school_has_a_row_on_the_cover():
    """439 to 464 of 450, as docs count it; the largest size tried is 900."""
    home = Scenario.preset(first_version("us_elementary"))
    row = next(f for f in FIGURES if f.label_key == "sizes.cover")
    (plan,) = sheets_of([begun_from(first_version("us_elementary"), home)])
    expected = (
        say("sizes.cover_between", first="439", last="464")
        + " "
        + say("sizes.looked", first="10", last="900")
    )
    assert row.value(plan) == expected
    assert expected in row.formula(plan)
    assert say("rating.changed_since") in row.formula(plan)
