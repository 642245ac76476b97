"""District and charter schools in one batch: what is said of each follows from its own facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.answer.key_figures import key_figures
from model.answer.numbers import view_numbers
from model.plan.facts import Facts
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from tests.first_versions import first_version
from views.answer.drawn import drawn

DISTRICT, CHARTER = (
    from_preset(first_version("us_elementary")),
    from_preset(first_version("chicago_charter_k8")),
)


def test_each_plan_of_a_batch_has_the_words_of_its_own_kind():
    """Four plans in one projection: only of a district it is assumed that it lets a school keep its money."""
    own = replace(DISTRICT, facts=CHARTER.facts)
    plans = [DISTRICT, CHARTER, own, replace(CHARTER, facts=DISTRICT.facts)]
    numbers = view_numbers(project([p.now for p in plans]), [p.facts for p in plans])
    assert [v.is_charter for v in numbers] == [False, True, True, False]
    means = [{f.means for f in key_figures(v)} for v in numbers]
    assert [say("answer.savings_means") in x for x in means] == [False, True, True, False]
    assert [say("answer.savings_means_district") in x for x in means] == [True, False, False, True]


def test_a_part_of_a_batch_takes_as_many_facts():
    """The facts are those of the chosen scenarios; one too few or too many is a mistake of the caller."""
    p = project([DISTRICT.now, CHARTER.now, DISTRICT.start])
    assert [v.is_charter for v in view_numbers(p, [CHARTER.facts], slice(1, 2))] == [True]
    assert [v.is_charter for v in view_numbers(p, CHARTER.facts)] == [True] * 3
    with pytest.raises(ValueError, match="zip"):
        view_numbers(p, [DISTRICT.facts, CHARTER.facts])


def test_a_page_asks_the_plan_and_no_preset():
    """A charter school that began from a district's preset, and a plan of no preset, are drawn as charter
    schools.
    """
    start = Scenario.preset(first_version("us_elementary"))
    for plan in (
        replace(begun_from(first_version("us_elementary"), start), facts=Facts("charter", 0, 5)),
        replace(begun_from(first_version("us_elementary"), start), facts=Facts("charter", 0, 5), origin=None),
    ):
        assert drawn(plan).numbers.is_charter
