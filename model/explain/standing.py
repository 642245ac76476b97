"""What a lever comes to year by year in a plan, including the growth or window of years applied to it."""

from __future__ import annotations

from model.evidence import Value
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.results.projection import project

# Five numbers for one of these set other levers aside, so the values before are those that all of them
# made together.
_MADE_WITH = {"enrollment_year1": "enrollment", "cut_rate": "revenue_cut"}


def standing(scenario: Scenario, lever: str) -> Value:
    """A lever's value year by year, with the growth or window of years that five numbers would set aside."""
    value = scenario[lever]
    if lever == "enrollment_year1":
        scenario = scenario.changed(enrollment_from="one_number")  # what it comes to where it is used
    if isinstance(value, tuple) or lever not in _MADE_WITH:
        return value
    return plainest(project([scenario], only=[_MADE_WITH[lever]]).row(_MADE_WITH[lever])[1:])
