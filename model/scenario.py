"""A released name: Python code that the page gave to readers imports from here and must keep working."""

from model.plan.scenario import Scenario

__all__ = ["Scenario"]
