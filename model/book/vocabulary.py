"""The vocabulary of equations: the one place from which a line takes its words, each with its readings side
by side.
"""

from model.book.words_across_years import (
    before,
    count_of_years,
    grown,
    in_year,
    lowest_so_far,
    renewed,
    running_total,
)
from model.book.words_within_a_year import (
    GUARD,
    HALF_A_CENT,
    at_least,
    at_most,
    both,
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
    "count_of_years",
    "either",
    "grown",
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
