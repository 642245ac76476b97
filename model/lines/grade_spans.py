"""Rates by grade span: the students of each span and what they bring. Lines of students and revenue.

They are declared for a family of another file, which would be too long with them.
"""

from collections.abc import Callable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import both, share, when

GRADES = 13
BY_SPAN = ("funding_rates", "by_span")


def _declare_span(family: Family, span: int) -> None:
    """The students in a span of grades, from its lowest grade up to the next span's."""
    low, high = f"span_{span}_from", f"span_{span + 1}_from"
    ends = ((low,) if span > 1 else ()) + ((high,) if span < 4 else ())

    def equation(*given: Any) -> Any:
        total = 0
        for grade, pupils in enumerate(given[len(ends) :]):
            inside = [given[0] <= grade] if span > 1 else []
            inside += [given[len(ends) - 1] > grade] if span < 4 else []
            total = total + when(inside[0] if len(inside) == 1 else both(*inside), pupils, 0)
        return total

    declare: Callable[..., None] = family.declare
    declare(
        f"span_{span}_pupils",
        f"Students of grade span {span}",
        "pupils",
        (*ends, *(f"grade_{g or 'k'}_pupils" for g in range(GRADES))),
        equation,
        help="Students from the lowest grade of the span up to the grade below the next span.",
        only_if=BY_SPAN,
    )


def declare_spans(family: Family) -> None:
    """The four spans, then the rate of all of them."""
    for span in range(1, 5):
        _declare_span(family, span)

    @family.line("Rate of all grade spans", "usd_per_pupil", only_if=BY_SPAN)
    def span_rate(
        span_1_pupils,
        rate_span_1,
        rate_span_1_factor,
        span_2_pupils,
        rate_span_2,
        rate_span_2_factor,
        span_3_pupils,
        rate_span_3,
        rate_span_3_factor,
        span_4_pupils,
        rate_span_4,
        rate_span_4_factor,
        pupils_in_grades,
    ):
        """What the students of all spans bring at the rates of this year, for each student."""
        return share(
            span_1_pupils * rate_span_1 * rate_span_1_factor
            + span_2_pupils * rate_span_2 * rate_span_2_factor
            + span_3_pupils * rate_span_3 * rate_span_3_factor
            + span_4_pupils * rate_span_4 * rate_span_4_factor,
            pupils_in_grades,
        )
