"""A released name: lines of Python that the page gave to readers import from here, and go on working."""

from model.plan.scenario import Scenario

__all__ = ["Scenario"]
