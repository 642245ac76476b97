"""The workbook: the whole model as live formulas, for a business manager to trace and change in Excel."""

from exchange.plan_like import PlanLike
from exchange.workbook.writing import write_workbook

__all__ = ["PlanLike", "write_workbook"]
