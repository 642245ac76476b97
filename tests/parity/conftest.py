"""Workbooks that many tests look into."""

from __future__ import annotations

import pytest

from model.evidence import PRESETS
from model.plan.scenario import Scenario
from tests.parity.edges import EDGES
from tests.parity.written import book, scenario


@pytest.fixture(scope="session")
def one():
    return book(scenario(**EDGES["prices_by_year"]))


@pytest.fixture(scope="session")
def four():
    return book(*(Scenario.preset(k) for k in list(PRESETS)[:4]))
