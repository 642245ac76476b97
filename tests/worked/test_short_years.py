"""Every set of short years, and how it is named."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from model.results.short_years import Shape, ShortYears
from model.results.verdicts import judge
from model.years import OPERATING
from tests.worked.school import years

SETS = [some for n in range(6) for some in combinations(OPERATING, n)]


def test_the_years_of_each_shape():
    """Of 32 sets 16 hold Year 5: 1 is all years, 4 begin later and run through, 11 have a gap. Of the others
    1 is empty, and 4 run from Year 1 on: 11 are left.
    """
    shapes = [ShortYears(some).shape for some in SETS]
    assert [shapes.count(shape) for shape in Shape] == [1, 4, 11, 1, 4, 11]


def test_a_set_is_named_whole():
    """The passing years and the run to Year 5 together are the set, and no passing year touches the run."""
    for some in SETS:
        short = ShortYears(some)
        run = () if short.lasting is None else tuple(range(short.lasting, 6))
        assert short.passing + run == some
        assert not run or run[0] - 1 not in some
        assert short.pays_from == (None if 5 in some else max((0, *some)) + 1)
        assert short.first == (some[0] if some else None)


def test_some_sets_in_words():
    named = {
        (): {"year": 1, "years": ""},
        (1, 2): {"year": 3, "years": "Year 1 and Year 2"},
        (3,): {"year": 4, "years": "Year 3"},
        (3, 5): {"year": 5, "years": "Year 3"},
        (1, 2, 4, 5): {"year": 4, "years": "Year 1 and Year 2"},
        (1, 2, 3, 5): {"year": 5, "years": "Year 1, Year 2, and Year 3"},
        OPERATING: {"year": 1, "years": ""},
    }
    assert {some: ShortYears(some).named for some in named} == named


def test_a_verdict_holds_the_years_that_its_plan_is_short():
    """The plain school has $400,000 left over before other cost, which takes $500,000 in the short years."""
    for some in SETS:
        cost = tuple(5000 if t in some else 0 for t in OPERATING)
        p = years(nonpersonnel_per_pupil=cost)
        assert (np.array(p.row("structural_result")[1:]) < 0).tolist() == [t in some for t in OPERATING]
        assert judge(p).short.years == judge(p).tested.short.years == some
