"""The workbook: the whole model as live formulas, for a business manager to trace and change in Excel."""

from exchange.workbook.plans import PlanLike
from exchange.workbook.writing import write_workbook

__all__ = ["PlanLike", "write_workbook"]
