"""A program of the system that some tests hold the model against."""

from __future__ import annotations

import os
import shutil

import pytest


def program(name: str, told: str) -> str:
    """Where it is. Without it the test is left out at home and fails in CI, with what is told."""
    found = shutil.which(name)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)
