"""The second page of the two-page brief: the budget table, and the settings that decide most."""

from __future__ import annotations

from typing import Any

from exchange.handout.amounts import money_in_table
from exchange.handout.plan_content import settings_content
from exchange.one_line import clean
from model.lines.worksheet import BOOK
from model.plan.plan import Plan
from model.results.projection import Projection
from model.texts import say
from model.units import amount, is_money
from model.year_names import year_names
from model.years import YEARS

MOST_SETTINGS = 24
_LONGEST_LABEL = 60
_TOTALS = ("total_revenue", "recurring_cost", "total_cost", "structural_result", "fund_balance")
_LINES = (
    "enrollment",
    "teachers",
    "public_revenue",
    "grant_revenue",
    "total_revenue",
    "personnel",
    "pd",
    "it",
    "other_nonpersonnel",
    "recurring_cost",
    "one_time_cost",
    "total_cost",
    "structural_result",
    "net_position",
    "fund_balance",
)


def brief_content(plan: Plan, p: Projection) -> dict[str, Any]:
    """The budget in one table, and below it what moves Year 5 most, each with its source."""
    settings = settings_content(plan, MOST_SETTINGS)
    return {
        "title": say("handout.budget"),
        "line": say("compare.column_line"),
        "head": year_names(),
        "rows": [_row(p, line) for line in _LINES],
        "settings": {**settings, "lead": say("handout.matter_most_lead"), "effect": say("handout.up_to")},
    }


def _row(p: Projection, key: str) -> dict[str, Any]:
    line = BOOK.lines[key]
    values = [p.shown(key, t) if t in line.years else None for t in range(YEARS)]
    return {
        "name": clean(line.label, _LONGEST_LABEL),
        "cells": ["–" if x is None else _cell(x, line.unit) for x in values],
        "below": [x is not None and round(x) < 0 for x in values],
        "is_main": key in _TOTALS,
    }


def _cell(x: float, unit: str) -> str:
    return money_in_table(x) if is_money(unit) else amount(x, unit, long=False)
