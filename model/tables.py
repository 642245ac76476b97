"""A released name: lines of Python that the page gave to readers import from here, and go on working."""

from model.results.result_rows import for_people

__all__ = ["for_people"]
