"""The safe enrollment range as a strip of Year 1 sizes, the school's own marked. No Streamlit here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from model.plan.scenario import Scenario
from model.results.safe_range import Strip, safe_range, strip
from model.results.searches import break_even_enrollment
from model.texts import say
from model.units import number


def enrollment_strip(plan: Scenario) -> Markup:
    """The heading, what holds in a sentence or two, and the strip; by grade it is said why there is none."""
    found = strip(plan)
    title = Markup("<h3>{}</h3>").format(say("events.sizes"))
    if found is None:
        return title + Markup('<p class="soft">{}</p>').format(say("answer.range_by_grade_means"))
    return title + Markup('<p class="lead">{}</p>{}').format(_said(plan, found), _drawn(found))


def _said(plan: Scenario, found: Strip) -> str:
    safe, own = safe_range(plan), number(found.own)
    if safe is not None:
        return say("events.sizes_safe", low=number(safe.low), high=number(safe.high), own=own)
    steady = break_even_enrollment(plan)
    if steady is None:
        return say("events.sizes_none", own=own)
    return say("events.sizes_from", own=own, steady=number(steady))


def _drawn(found: Strip) -> Markup:
    """Runs of sizes that cover their costs and of sizes that do not, with the ends and the own size below."""
    low, high = found.sizes[0], found.sizes[-1]
    runs = list(_runs(found))
    parts = Markup().join(
        Markup('<i class="{}" style="flex-grow: {}" title="{}"></i>').format(
            "holds" if holds else "falls", last - first + 1, _run_words(first, last, holds)
        )
        for first, last, holds in runs
    )
    here = (found.own - low + 0.5) / (high - low + 1)
    words = " ".join(_run_words(*run) for run in runs)
    return Markup(
        '<div class="sizes"><div class="run" role="img" aria-label="{}">{}<b style="left: {:.2%}"></b></div>'
        '<p><span>{}</span><strong style="left: {:.2%}">{}</strong><span>{}</span></p></div>'
    ).format(
        words, parts, here, number(low), here, say("events.sizes_own", own=number(found.own)), number(high)
    )


def _runs(found: Strip) -> Iterator[tuple[int, int, bool]]:
    for holds, run in groupby(zip(found.sizes, found.pays, strict=True), key=lambda x: x[1]):
        sizes = [size for size, _ in run]
        yield sizes[0], sizes[-1], holds


def _run_words(first: int, last: int, holds: bool) -> str:
    key = _RUN_WORDS[holds, first == last]
    return (
        say(key, first=number(first)) if first == last else say(key, first=number(first), last=number(last))
    )


_RUN_WORDS = {
    (True, False): "events.sizes_hold",
    (True, True): "events.sizes_holds",
    (False, False): "events.sizes_fall",
    (False, True): "events.sizes_falls",
}
