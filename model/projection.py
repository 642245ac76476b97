"""A released name: Python code that the page gave to readers imports from here and must keep working."""

from model.results.projection import RESULTS, project

__all__ = ["RESULTS", "project"]
