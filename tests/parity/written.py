"""A workbook written for a test, and what its cells hold, read from its XML."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from exchange.workbook import write_workbook
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from tests.parity.office import parts, sheet_parts
from tests.parity.schools import BASE

TODAY = date(2026, 3, 4)
CELL = re.compile(r'<c r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)


def scenario(**changes) -> Scenario:
    return Scenario.preset(BASE).changed(changes)


def book(*plans: Scenario, link: str = "") -> dict[str, str]:
    start = Scenario.preset(BASE)
    return parts(write_workbook([begun_from(BASE, start, p) for p in plans], link=link, today=TODAY))


def cells(given, sheet):
    """Column, row, attributes and content of every cell."""
    return [(c, int(r), a, x or "") for c, r, a, x in CELL.findall(given[sheet_parts(given)[sheet]])]


def formulas(given, sheet):
    """Each formula by its cell."""
    found = {}
    for column, row, _, content in cells(given, sheet):
        if formula := re.search(r"<f>(.*?)</f>", content, re.DOTALL):
            found[column, row] = unescape(formula[1])
    return found
