"""The equations, one family a file, in the order in which they are worked out.

The worksheet has the same order, but a family that goes on further below stands together.
"""

from model.lines.cash import cash_and_debt
from model.lines.credit import credit_beside
from model.lines.filled import filled
from model.lines.fleet import fleet
from model.lines.grades import grades
from model.lines.growth import growth
from model.lines.it import it
from model.lines.loans import loans
from model.lines.measures import measures
from model.lines.other import other
from model.lines.own import own, own_lines
from model.lines.own_when_filled import own_when_filled
from model.lines.pd import pd
from model.lines.pupils_side import pupils_side
from model.lines.results import results
from model.lines.revenue import revenue
from model.lines.revenue_totals import revenue_totals
from model.lines.risk import risk
from model.lines.staffing import staffing
from model.lines.verdict import verdict

_MONEY = (
    growth,
    grades,
    revenue,
    staffing,
    *own_lines,
    own,
    own_when_filled,
    revenue_totals,
    pd,
    it,
    other,
    loans,
)
FAMILIES = (
    *_MONEY,
    credit_beside(_MONEY),
    results,
    measures,
    filled,
    cash_and_debt,
    pupils_side,
    fleet,
    risk,
    verdict,
)
