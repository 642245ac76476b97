"""What a lever comes to year by year in a plan, with everything that has a part in it."""

from __future__ import annotations

from model.evidence import Value
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.results.projection import project

# Five numbers of these set other levers aside, so what stood there before is the line that all of them made
# together.
_MADE_WITH = {"enrollment_year1": "enrollment", "cut_rate": "revenue_cut"}


def standing(scenario: Scenario, lever: str) -> Value:
    """What a lever comes to year by year, with the growth or the window of years that its five numbers would
    set aside.
    """
    value = scenario[lever]
    if lever == "enrollment_year1":
        scenario = scenario.changed(enrollment_from="one_number")  # what it comes to where it counts
    if isinstance(value, tuple) or lever not in _MADE_WITH:
        return value
    return plainest(project([scenario], only=[_MADE_WITH[lever]]).row(_MADE_WITH[lever])[1:])
