"""The years of a plan: year 0 is the start-up year before opening, years 1 to 5 are those of operation."""

OPERATING_YEARS = 5
YEARS = 1 + OPERATING_YEARS
ALL_YEARS = tuple(range(YEARS))
OPERATING = ALL_YEARS[1:]
START_UP = ALL_YEARS[:1]
LAST = ALL_YEARS[-1:]
