"""The verdict in three states, as California certifies budgets: sustainable, at risk, not sustainable."""

from typing import Any

from model.book.family import Family
from model.book.vocabulary import (
    at_most,
    before,
    both,
    either,
    lowest_so_far,
    not_below_zero,
    running_total,
    when,
)
from model.years import ALL_YEARS, LAST

verdict = Family("verdict", "Rating", measure=True)

BRIDGED = 2  # grants may help through these years, as a shortfall in them is forgiven; later ones may not


@verdict.line("Lowest savings so far", "usd", years=ALL_YEARS)
def lowest_balance(fund_balance):
    """The lowest ending balance up to this year, start-up included."""
    return lowest_so_far(fund_balance)


def _left(net: Any, debt_service: Any, paid_back: Any, savings_kept: Any, start: Any, t: Any) -> Any:
    """What a year leaves: all of a loss, and of a surplus before debt service what is kept. Debt service
    lowers it, but for borrowed money that is paid back. It begins with start-up's balance.
    """
    before_debt = net + debt_service
    kept = at_most(before_debt, before_debt * savings_kept)
    return when(t == 0, start, kept - debt_service + paid_back)


@verdict.line("Ending balance, all positions filled", "usd", years=ALL_YEARS)
def savings_when_filled(
    net_when_filled,
    net_of_open_positions,
    interest_of_open_positions,
    savings_kept,
    device_money_set_aside,
    debt_service,
    loan_money_paid_back,
    fund_balance,
    t,
):
    """Savings at the end of the year without what open positions have brought so far."""
    debt, start = debt_service + interest_of_open_positions, fund_balance - net_of_open_positions
    left = _left(net_when_filled, debt, loan_money_paid_back, savings_kept, start, t)
    return running_total(left + device_money_set_aside)


@verdict.line("Lowest savings so far, all positions filled", "usd", years=ALL_YEARS)
def lowest_when_filled(savings_when_filled):
    """The lowest of these balances up to this year, start-up included."""
    return lowest_so_far(savings_when_filled)


@verdict.line("Ending balance without grants from Year 3", "usd", years=ALL_YEARS)
def savings_without_grants(
    net_when_filled,
    net_of_open_positions,
    interest_of_open_positions,
    grant_revenue,
    grants_on_open,
    savings_kept,
    device_money_set_aside,
    debt_service,
    loan_money_paid_back,
    fund_balance,
    t,
):
    """The same if no grant is paid from Year 3 on. Start-up grants and those of Years 1 and 2 count."""
    net = net_when_filled - when(t > BRIDGED, grant_revenue + grants_on_open, 0)
    debt, start = debt_service + interest_of_open_positions, fund_balance - net_of_open_positions
    left = _left(net, debt, loan_money_paid_back, savings_kept, start, t)
    return running_total(left + device_money_set_aside)


@verdict.line("Lowest savings so far without grants from Year 3", "usd", years=ALL_YEARS)
def lowest_without_grants(savings_without_grants):
    """The lowest of these balances up to this year, start-up included."""
    return lowest_so_far(savings_without_grants)


@verdict.line("Public funding covers costs", "yes_no")
def pays_its_way(tested_result):
    """Whether public funding covers yearly cost this year, as the rating tests it."""
    return not_below_zero(tested_result)


@verdict.line("Public funding covers costs in Years 3 to 5", "yes_no", years=LAST)
def sustained(pays_its_way):
    """In each of Years 3, 4 and 5."""
    return pays_its_way + before(pays_its_way) + before(pays_its_way, 2) == 3


@verdict.line("Savings never below $0", "yes_no", years=LAST)
def never_negative(lowest_when_filled):
    """Whether savings stay at $0 or above in every year, start-up included, with every position filled."""
    return not_below_zero(lowest_when_filled)


@verdict.line("Does not need grants from Year 3", "yes_no", years=LAST)
def stands_without_grants(lowest_without_grants):
    """Whether savings would stay at $0 or above if no grant were paid from Year 3 on. A grant that the plan
    does not need is no fault.
    """
    return not_below_zero(lowest_without_grants)


@verdict.line("Rating on paper (2 balances, 1 caution, 0 not sustainable)", "ratio", years=LAST)
def verdict_state(sustained, never_negative, stands_without_grants, pays_its_way):
    """2: public funding covers costs in Years 3 to 5, savings never drop below $0, and neither needs grants
    from Year 3 on. 1: not that, but savings never drop below $0, or Year 5 covers its costs. 0: everything
    else. Every position counts as filled, and devices have their even yearly cost.
    """
    sound = both(both(sustained == 1, never_negative == 1), stands_without_grants == 1)
    return when(sound, 2, when(either(never_negative == 1, pays_its_way == 1), 1, 0))
