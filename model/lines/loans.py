"""Two loans: what comes in, what is paid, what is still owed.

A loan is counted as received when its year begins. In that year no more is due than the share of a year's
interest that the plan states. From the next year on the same amount is paid every year of the term, and in
interest-only years, which are part of it, the interest alone. What is still owed is due in the last year.

Borrowed money is no revenue. Money that the plan spends is in the account and is owed as well, so savings
stay as they are when it comes in and when it is paid back. A building that is not among the plan's cost is
paid for with its loan, so all that is paid on it lowers savings.
"""

from collections.abc import Callable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_least, before, both, running_total, share, to_the_power, when
from model.years import ALL_YEARS, START_UP

loans = Family("loans", "Loans")

LOANS = ("loan_1", "loan_2")
IN_PLAN = "in_plan"  # what a loan pays for is among the plan's cost


def _received(loan: Any, year_received: Any, t: Any) -> Any:
    return when(t == year_received, loan, 0)


def _payment(loan: Any, rate: Any, term: Any, interest_only: Any) -> Any:
    payments = at_least(term - interest_only, 1)
    a_dollar = when(rate > 0, share(rate, 1 - to_the_power(1 + rate, 0 - payments)), 1 / payments)
    return loan * a_dollar


def _payments_left(loan: Any, year_received: Any, term: Any, t: Any) -> Any:
    return when(loan > 0, year_received + term + 1 - t, 0)


def _principal(payment: Any, left: Any, rate: Any, term: Any, interest_only: Any) -> Any:
    is_level = both(left >= 1, left <= at_least(term - interest_only, 1))
    return when(is_level, payment / to_the_power(1 + rate, left), 0)


def _owed(received: Any, principal: Any) -> Any:
    return running_total(received - principal)


def _interest(received: Any, owed: Any, left: Any, rate: Any, first_interest: Any) -> Any:
    # Once all is paid nothing is due, whatever binary arithmetic has left of the debt.
    return when(left >= 1, before(owed), 0) * rate + received * rate * first_interest


def _of_plan(amount: Any, use: Any) -> Any:
    return when(use == IN_PLAN, amount, 0)


def _declare(loan: str, name: str) -> None:
    def line(
        part: str, label: str, unit: str, needs: tuple[str, ...], rule: Callable[..., Any], **more: Any
    ) -> None:
        keys = [n if n == "t" else loan + n for n in needs]
        loans.declare(f"{loan}{part}", f"{name}: {label}", unit, keys, rule, nothing_without=loan, **more)

    line(
        "_received",
        "money received",
        "usd",
        ("", "_year", "t"),
        _received,
        years=ALL_YEARS,
        help="The whole amount, in the year in which the loan is received. It is no revenue.",
    )
    line(
        "_payment",
        "level payment",
        "usd_per_year",
        ("", "_rate", "_term", "_interest_only"),
        _payment,
        help="The same amount every year, interest and principal together, that pays the loan off in its term.",
    )
    line(
        "_payments_left",
        "payments left",
        "years",
        ("", "_year", "_term", "t"),
        _payments_left,
        years=ALL_YEARS,
        help="Years of the term that are left when the year begins. It is above the term before the first payment, and 0 or below when all is paid.",
    )
    line(
        "_principal",
        "principal paid",
        "usd_per_year",
        ("_payment", "_payments_left", "_rate", "_term", "_interest_only"),
        _principal,
        adds_to="loan_service",
        help="The part of the year's payment that lowers the debt. It grows each year as interest falls.",
    )
    line(
        "_owed",
        "still owed",
        "usd",
        ("_received", "_principal"),
        _owed,
        years=ALL_YEARS,
        help="What is owed at the end of the year: received less principal paid so far.",
    )
    line(
        "_interest",
        "interest",
        "usd_per_year",
        ("_received", "_owed", "_payments_left", "_rate", "_first_interest"),
        _interest,
        adds_to="loan_service",
        help="The yearly rate on what was owed when the year began. In the year of the loan it is the share of a year's interest that is due then.",
    )
    line(
        "_interest_before_opening",
        "interest before opening",
        "usd",
        ("_received", "_rate", "_first_interest"),
        lambda received, rate, first_interest: received * rate * first_interest,
        years=START_UP,
        adds_to="one_time_cost",
        help="Interest that is due before the school has students, on a loan that start-up receives.",
    )
    line(
        "_in_account",
        "money for this plan",
        "usd",
        ("_received", "_use"),
        _of_plan,
        years=ALL_YEARS,
        help="Loan money that comes into the school's account. That of a building beside the plan goes to its seller.",
    )
    line(
        "_owed_for_plan",
        "still owed for this plan",
        "usd",
        ("_owed", "_use"),
        _of_plan,
        years=ALL_YEARS,
        help="What is still owed of loan money that came into the school's account.",
    )


for _place, _loan in enumerate(LOANS, 1):
    _declare(_loan, f"Loan {_place}")

loans.total(
    "loan_service",
    "Payments on loans",
    "usd_per_year",
    adds_to="debt_service",
    nothing_without=LOANS,
    help="Interest and principal of all loans in the year.",
)


@loans.line("Loan money received", "usd", years=ALL_YEARS, nothing_without=LOANS)
def loan_money(loan_1_in_account, loan_2_in_account):
    """Borrowed money that comes into the school's account. It is no revenue."""
    return loan_1_in_account + loan_2_in_account


@loans.line("Borrowed money owed", "usd", years=ALL_YEARS, nothing_without=LOANS)
def loans_in_cash(loan_1_owed_for_plan, loan_2_owed_for_plan):
    """What is owed at the end of the year of loan money that came into the school's account."""
    return loan_1_owed_for_plan + loan_2_owed_for_plan


@loans.line("Borrowed money paid back", "usd_per_year", nothing_without=LOANS)
def loan_money_paid_back(loan_money, loans_in_cash):
    """Principal of loan money that came into the account. It lowers cash and debt alike, so savings stay."""
    return loan_money + before(loans_in_cash) - loans_in_cash
