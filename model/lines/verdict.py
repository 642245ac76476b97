"""The verdict in three states, as California certifies budgets: sustainable, at risk, not sustainable."""

from model.book.family import Family
from model.book.vocabulary import before, both, either, lowest_so_far, not_below_zero, when
from model.years import ALL_YEARS, LAST

verdict = Family("verdict", "Rating", measure=True)

GRANT_LIMIT = 0.005  # share of year-5 revenue that grants may still be; domain rule 6.3


@verdict.line("Lowest savings so far", "usd", years=ALL_YEARS)
def lowest_balance(fund_balance):
    """The lowest ending balance up to this year, start-up included."""
    return lowest_so_far(fund_balance)


@verdict.line("Public funding covers costs", "yes_no")
def pays_its_way(structural_result):
    """Whether public funding covers yearly cost this year."""
    return not_below_zero(structural_result)


@verdict.line("Yearly surplus or shortfall, devices replaced evenly", "usd_per_year")
def result_evenly(structural_result, device_money_ahead, refresh):
    """Public funding less yearly cost, with the even yearly cost of your devices. If you buy all at once, a
    year without a purchase is not cheaper for that, and a year with one is not more expensive.
    """
    return structural_result - when(refresh == "lumpy", device_money_ahead, 0)


@verdict.line("Public funding covers costs, devices replaced evenly", "yes_no")
def covers_evenly(result_evenly):
    """Whether public funding covers yearly cost this year, with the even yearly cost of your devices."""
    return not_below_zero(result_evenly)


@verdict.line("Average surplus or shortfall of Years 3 to 5", "usd_per_year", years=LAST)
def mean_result_3_to_5(structural_result):
    """The average of three years. The rating does not use it any more: it tests each year, with the even
    yearly cost of your devices.
    """
    return (structural_result + before(structural_result) + before(structural_result, 2)) / 3


@verdict.line("Public funding covers costs in Years 3 to 5", "yes_no", years=LAST)
def sustained(covers_evenly):
    """In each of Years 3, 4 and 5, with the even yearly cost of your devices."""
    return covers_evenly + before(covers_evenly) + before(covers_evenly, 2) == 3


@verdict.line("Savings never below $0", "yes_no", years=LAST)
def never_negative(lowest_balance):
    """Whether savings stay at $0 or above in every year, start-up included."""
    return not_below_zero(lowest_balance)


@verdict.line("Rating on paper (2 balances, 1 caution, 0 not sustainable)", "ratio", years=LAST)
def verdict_state(sustained, never_negative, grant_dependency, covers_evenly):
    """2: public funding covers costs in Years 3 to 5, savings never drop below $0, and grants are at most
    0.5% of Year 5 revenue. 1: not that, but savings never drop below $0, or Year 5 covers its costs. 0:
    everything else.
    """
    sound = both(both(sustained == 1, never_negative == 1), grant_dependency <= GRANT_LIMIT)
    return when(sound, 2, when(either(never_negative == 1, covers_evenly == 1), 1, 0))
