"""The verdict in three states, as California certifies budgets: sustainable, at risk, not sustainable."""

from model.book.family import Family
from model.book.vocabulary import before, both, either, lowest_so_far, not_below_zero, when
from model.years import ALL_YEARS, LAST

verdict = Family("verdict", "Verdict", measure=True)

GRANT_LIMIT = 0.005  # share of year-5 revenue that grants may still be; domain rule 6.3


@verdict.line("Lowest balance so far", "usd", years=ALL_YEARS)
def lowest_balance(fund_balance):
    """The lowest balance up to this year, the start-up year included."""
    return lowest_so_far(fund_balance)


@verdict.line("Pays its own way", "yes_no")
def pays_its_way(structural_result):
    """Whether recurring public revenue covers recurring cost this year."""
    return not_below_zero(structural_result)


@verdict.line("Mean structural result of years 3 to 5", "usd_per_year", years=LAST)
def mean_result_3_to_5(structural_result):
    """With lumpy refresh a single purchase year can fall short though the plan is sound; so the mean is
    tested.
    """
    return (structural_result + before(structural_result) + before(structural_result, 2)) / 3


@verdict.line("Pays its own way in years 3 to 5", "yes_no", years=LAST)
def sustained(pays_its_way, mean_result_3_to_5, refresh):
    """In each of years 3, 4 and 5; with lumpy refresh, on their mean."""
    each_year = pays_its_way + before(pays_its_way) + before(pays_its_way, 2) == 3
    return either(each_year, both(refresh == "lumpy", not_below_zero(mean_result_3_to_5)))


@verdict.line("Balance never below zero", "yes_no", years=LAST)
def never_negative(lowest_balance):
    """Whether the balance stays at zero or above in every year, the start-up year included."""
    return not_below_zero(lowest_balance)


@verdict.line("Verdict (2 sustainable, 1 at risk, 0 not)", "ratio", years=LAST)
def verdict_state(sustained, never_negative, grant_dependency, pays_its_way):
    """Sustainable: pays its own way in years 3 to 5, balance never below zero, grants at most 0.5% in year 5.
    At risk: not that, but the balance never below zero or year 5 paying its own way. Otherwise not
    sustainable.
    """
    sound = both(both(sustained == 1, never_negative == 1), grant_dependency <= GRANT_LIMIT)
    return when(sound, 2, when(either(never_negative == 1, pays_its_way == 1), 1, 0))
