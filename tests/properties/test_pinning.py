"""What holds of the shares of any school."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from model.evidence import SPREADS, UNCERTAIN
from model.plan.scenario import Scenario
from model.ranges.pinning import Share, pinning
from tests.strategies import is_of_usual_size, scenarios

pins = st.sets(st.sampled_from(sorted(UNCERTAIN)))
places = st.sampled_from(sorted(SPREADS))
ERROR = 0.15  # of the sum over eight sources, in odd schools with heavy tails


@settings(max_examples=40)
@given(school=scenarios(every=True, usual=True), held=pins, place=places)
@example(school=Scenario.preset("chicago_large_k8"), held=set(), place="chicago_elementary")  # hired late
def test_shares_are_parts_of_a_whole(school, held, place):
    """Only schools of usual size: in a school of three, one student more or less is everything."""
    assume(is_of_usual_size(school))
    found = pinning(school, held, place)
    assert list(found) == [k for k in UNCERTAIN if k != "attendance" or school["funded_on"] == "attendance"]
    first, total = (np.array([getattr(s, name) for s in found.values()]) for name in ("first", "total"))
    assert first.sum() <= 1 + ERROR
    assert (first > -ERROR).all()
    assert (total >= 0).all()
    assert (total >= first - ERROR).all()
    if total.any():
        assert total.sum() >= 1 - ERROR
    for key in held & found.keys():
        assert found[key] == Share(0, 0)


@settings(max_examples=40)
@given(school=scenarios(usual=True), place=places)
def test_what_is_not_there_explains_nothing(school, place):
    """No benefits, no breakage, no grants: their sources have levers of 0, and 0 stays 0 in every future."""
    benefits = ("benefit_rate", "support_benefit_rate", "pension_rate", "support_pension_rate")
    none = dict.fromkeys((*benefits, "health_insurance", "breakage_rate"), 0.0)
    bare = school.changed(none, sustaining_grant=0, startup_grants=0)
    found = pinning(bare, (), place)
    for key in ("benefits", "breakage", "private_revenue"):
        assert found[key] == Share(0, 0)
