"""A released name: lines of Python that the page gave to readers import from here, and go on working."""

from model.results.projection import RESULTS, project

__all__ = ["RESULTS", "project"]
