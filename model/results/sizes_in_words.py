"""The sizes at which a plan covers its costs, in words: for the screen, a shell, the workbook's cover."""

from __future__ import annotations

from model.results.enrollment_sizes import Run, Sizes
from model.texts import say
from model.units import number

_RUNS = {
    (True, False): "sizes.hold",
    (True, True): "sizes.holds",
    (False, False): "sizes.fall",
    (False, True): "sizes.falls",
}
_BELOW = {
    (True, False): "sizes.below_hold",
    (True, True): "sizes.below_holds",
    (False, False): "sizes.below_fall",
    (False, True): "sizes.below_falls",
}
_ABOVE = {
    (True, False): "sizes.above_hold",
    (True, True): "sizes.above_holds",
    (False, False): "sizes.above_fall",
    (False, True): "sizes.above_falls",
}


def told(found: Sizes) -> str:
    """The range or that there is none, what stands just outside it, from where it lasts, what was tried."""
    place = found.runs.index(found.around)
    said = [_around(found)]
    if place > 0:
        said.append(_run(_BELOW, found.runs[place - 1]))
    if place < len(found.runs) - 1:
        said.append(_run(_ABOVE, found.runs[place + 1]))
    last = found.runs[-1]
    if last.holds and place < len(found.runs) - 2:
        said.append(say("sizes.lasting", first=number(last.first), last=number(last.last)))
    if not found.holding:
        said.append(say("sizes.none"))
    return " ".join((*said, looked(found)))


def looked(found: Sizes) -> str:
    """From which to which size was looked."""
    return say("sizes.looked", first=number(found.first), last=number(found.last))


def run_in_words(run: Run) -> str:
    """A run in a sentence."""
    return _run(_RUNS, run)


def on_cover(found: Sizes | None) -> str:
    """The range in a line of the workbook's cover."""
    if found is None:
        return say("sizes.cover_by_grade")
    run, own = found.around, number(found.own)
    if not run.holds:
        return f"{say('sizes.cover_none', own=own)} {looked(found)}"
    first, last = number(run.first), number(run.last)
    if run.first == run.last:
        shown = say("sizes.cover_one", size=first)
    elif found.goes_on(run):
        shown = say("sizes.cover_from", first=first, last=last)
    else:
        shown = say("sizes.cover_between", first=first, last=last)
    return f"{shown} {looked(found)}"


def _around(found: Sizes) -> str:
    run, own = found.around, number(found.own)
    first, last = number(run.first), number(run.last)
    if not run.holds:
        return say("sizes.short", own=own)
    if run.first == run.last:
        return say("sizes.safe_alone", own=own)
    if found.goes_on(run):
        return say("sizes.safe_from", first=first, last=last, own=own)
    return say("sizes.safe", first=first, last=last, own=own)


def _run(keys: dict[tuple[bool, bool], str], run: Run) -> str:
    key = keys[run.holds, run.first == run.last]
    if run.first == run.last:
        return say(key, first=number(run.first))
    return say(key, first=number(run.first), last=number(run.last))
