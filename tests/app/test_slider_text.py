"""What a slider writes over its thumb, as the browser rounds and groups it."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from views.levers.slider_text import slider_text


@pytest.mark.parametrize(
    ("key", "shown", "text"),
    [
        ("enrollment_growth", 2.0, "2.0%"),
        ("enrollment_growth", -1.5, "-1.5%"),
        ("enrollment_growth", -0.0, "0.0%"),
        ("enrollment_growth", 0.25, "0.3%"),  # a half, exact in binary: away from zero
        ("enrollment_growth", -0.25, "-0.3%"),
        ("enrollment_growth", 0.35, "0.3%"),  # 0.35 is a little less in binary: 0.34999…
        ("enrollment_year1", 450.0, "450"),
        ("enrollment_year1", 1500.0, "1,500"),
        ("enrollment_year1", 451.9, "451"),
        ("recurring_pd_per_teacher", 1200.0, "$1,200"),
        ("recurring_pd_per_teacher", 0.0, "$0"),
        ("teacher_leaders", 4.5, "4.5"),
        ("teacher_leaders", 12.0, "12"),
        ("teacher_leaders", 100.0, "100"),
        ("pupils_per_teacher", 15.1, "15.1"),
        ("pupils_per_teacher", 15.125, "15.1"),
        ("pupils_per_teacher", 2.125, "2.13"),  # three digits, and a half away from zero
    ],
)
def test_numbers(key, shown, text):
    assert slider_text(LEVERS[key], shown) == text
