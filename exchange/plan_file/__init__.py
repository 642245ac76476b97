"""A file of plans (JSON): read strictly, brought up to date, checked value by value. Writing is in `exchange/files`."""

from exchange.plan_file.reading import Entry, PlanFile, read
from exchange.plan_file.shape import FileRefused

__all__ = ["Entry", "FileRefused", "PlanFile", "read"]
