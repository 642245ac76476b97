"""What the tool does not do, and how far to trust it, shown where people look for it."""

from __future__ import annotations

from collections.abc import Mapping

from model.texts import say

_LEFT_OUT = {
    "numbers.out_services": "numbers.out_services_why",
    "numbers.out_debt": "numbers.out_debt_why",
    "numbers.out_cash": "numbers.out_cash_why",
    "numbers.out_pensions": "numbers.out_pensions_why",
    "numbers.out_ages": "numbers.out_ages_why",
    "numbers.out_learning": "numbers.out_learning_why",
    "numbers.out_schools": "numbers.out_schools_why",
    "numbers.out_law": "numbers.out_law_why",
}
_LIMITS = {
    "numbers.limit_future": "numbers.limit_future_why",
    "numbers.limit_averages": "numbers.limit_averages_why",
    "numbers.limit_sources": "numbers.limit_sources_why",
    "numbers.limit_startup": "numbers.limit_startup_why",
    "numbers.limit_people": "numbers.limit_people_why",
    "numbers.limit_allotted": "numbers.limit_allotted_why",
    "numbers.limit_budget": "numbers.limit_budget_why",
}


def left_out() -> list[tuple[str, str]]:
    """What is not calculated: a head and a text each."""
    return _told(_LEFT_OUT)


def limits() -> list[tuple[str, str]]:
    """How far to trust the numbers: a head and a text each."""
    return _told(_LIMITS)


def _told(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(say(head), say(why)) for head, why in keys.items()]
