"""The vocabulary of equations: every word a line may use, each with all its readings beside each other."""

from model.book.words_across_years import (
    before,
    count_of_years,
    grown,
    in_year,
    lowest_so_far,
    renewed,
    running_total,
)
from model.book.words_of_debt import drawn_when_short
from model.book.words_of_stock import bought_when_due, highest_within
from model.book.words_within_a_year import (
    GUARD,
    HALF_A_CENT,
    at_least,
    at_most,
    both,
    compounded,
    either,
    nearest_half,
    not_below_zero,
    share,
    up_to_half,
    when,
    whole,
    whole_down,
    whole_up,
)

__all__ = [
    "GUARD",
    "HALF_A_CENT",
    "at_least",
    "at_most",
    "before",
    "both",
    "bought_when_due",
    "compounded",
    "count_of_years",
    "drawn_when_short",
    "either",
    "grown",
    "highest_within",
    "in_year",
    "lowest_so_far",
    "nearest_half",
    "not_below_zero",
    "renewed",
    "running_total",
    "share",
    "up_to_half",
    "when",
    "whole",
    "whole_down",
    "whole_up",
]
