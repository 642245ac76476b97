"""The safe enrollment range, by counting students and half positions of the plain school.

Ten students a teacher, positions in halves of $30,000. At $6,300 a student, 5k + 1 students bring
31,500k + 6,300 and cost 30,000 (k + 1): they pay from k = 16 on, which are 81 students. With 5k + 2 it is
from k = 12 on. So the largest size that falls short is 76.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project
from model.results.safe_range import SafeRange, safe_range, safe_ranges
from tests.first_versions import first_version
from tests.worked.school import PLAIN
from tests.worked.test_grades import SMALL

STEPS = PLAIN.changed(base_rate_per_pupil=6_300)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (100, SafeRange(77, 125, low_open=False, high_open=True)),
        (77, SafeRange(77, 102, low_open=False, high_open=True)),
        (76, None),
        (75, SafeRange(72, 75, low_open=False, high_open=False)),
        (140, SafeRange(115, 165, low_open=True, high_open=True)),
    ],
)
def test_the_unbroken_run_around_the_schools_own_size(own, found):
    """71 students are short too (k = 14): the run that holds 75 is 72 to 75."""
    assert safe_range(STEPS.changed(enrollment_year1=own)) == found


def test_the_average_school():
    """As counted in docs: 439 to 464 for 450 students; 438 and 465 fall short by half a position."""
    home = Scenario.preset(first_version("us_elementary"))
    assert safe_range(home) == SafeRange(439, 464, low_open=False, high_open=False)
    results = {
        n: project([home.changed(enrollment_year1=n)]).cell("structural_result", 5)
        for n in (438, 439, 464, 465)
    }
    assert [n for n, x in results.items() if x < 0] == [438, 465]


def test_many_plans_at_once_are_each_plan_by_itself():
    """Sizes alone, which are worked out once; and another price at each place, which is not."""
    sizes = [float(n) for n in range(70, 131, 7)]
    batch = Scenarios.varied(STEPS, enrollment_year1=sizes)
    assert safe_ranges(batch) == [safe_range(STEPS.changed(enrollment_year1=n)) for n in sizes]
    rates = np.linspace(5_900, 6_700, 7)
    batch = Scenarios.varied(STEPS, base_rate_per_pupil=rates)
    assert safe_ranges(batch) == [safe_range(STEPS.changed(base_rate_per_pupil=float(x))) for x in rates]


def test_by_grade_there_is_no_one_size():
    by_grade = PLAIN.changed(SMALL)
    assert safe_range(by_grade) is None
