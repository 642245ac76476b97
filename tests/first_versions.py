"""Presets in the version whose numbers the tests know.

A newer version of a preset has other values. A test that pins a number of a preset takes the version it means
from here, so that the next version moves no test.
"""

from __future__ import annotations

KEYS = (
    "us_elementary",
    "us_middle",
    "us_high",
    "chicago_underenrolled_high_school",
    "chicago_neighborhood_k8",
    "chicago_selective_high_school",
    "chicago_large_k8",
    "new_start_grows_a_grade_a_year",
    "chicago_charter_k8",
)


def first_version(key: str) -> str:
    """The name of the first version of a preset: `us_elementary.1`."""
    return f"{key}.1"


FIRST = tuple(map(first_version, KEYS))  # in the order of the list on the page
