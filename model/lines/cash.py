"""Cash where it is not the same as savings, and what debt service takes of the result."""

from model.book.family import Family
from model.book.vocabulary import share
from model.years import ALL_YEARS

cash_and_debt = Family("cash_and_debt", "Cash and debt", measure=True)


@cash_and_debt.line("Cash at the end of the year", "usd", years=ALL_YEARS)
def cash(fund_balance, loans_in_cash, credit_owed, aid_owed):
    """What is in the account: savings, and borrowed money that is owed, less aid that is not paid yet."""
    return fund_balance + loans_in_cash + credit_owed - aid_owed


@cash_and_debt.line("Debt service cover", "times", nothing_without=("loan_1", "loan_2", "credit_limit"))
def debt_cover(net_position, debt_service):
    """All revenue less all cost, before debt service, divided by debt service. Authorizers ask for 1.1 or
    more. It reads 0 in a year in which none is due.
    """
    return share(net_position + debt_service, debt_service)
