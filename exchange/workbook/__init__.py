"""The workbook: the whole model as live formulas, so that a business manager can trace it and change it in
Excel.
"""

from exchange.workbook.plans import PlanLike
from exchange.workbook.writing import write_workbook

__all__ = ["PlanLike", "write_workbook"]
