"""A released name: Python code that the page gave to readers imports from here and must keep working."""

from model.results.result_rows import for_people

__all__ = ["for_people"]
