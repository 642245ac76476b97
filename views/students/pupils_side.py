"""The student's side of a plan beside its dollars, as markup: a summary of Year 5, all years below.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from model.lines.worksheet import BOOK
from model.results.projection import Projection
from model.units import money, money_short, number, percent, plain, positions
from model.years import YEARS
from views.markup.tables import asking, table

PLAN, START = 0, 1  # scenarios of the projection
LAST = YEARS - 1
UNKNOWN = "not known"


def _tenths(x: float) -> str:
    return number(x, 1)


def _years_old(x: float) -> str:
    return f"{_tenths(x)} years"


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the student's side: how its figure is written, and the words for a change of it."""

    line: str
    write: Callable[[float], str]
    words: str  # with {now} and {was}


GROUPS: dict[str, tuple[Seen, ...]] = {
    "Classes and adults": (
        Seen("class_size", _tenths, "classes of {now} students instead of {was}"),
        Seen("pupils_per_adult", _tenths, "{now} students per adult instead of {was}"),
        Seen("adults", positions, "{now} adults instead of {was}"),
    ),
    "Teachers' time": (
        Seen("contact_with_release", percent, "{now} of teaching time with classes instead of {was}"),
        Seen("release_hours", number, "{now} hours of release time a year instead of {was}"),
        Seen("pd_hours_per_teacher", number, "{now} hours of PD in paid time per teacher instead of {was}"),
        Seen("pd_hours_value", money, "PD in paid time worth {now} instead of {was}, none of it cash"),
    ),
    "Devices": (
        Seen(
            "devices_for_each_pupil",
            lambda x: plain(round(x, 2)),
            "{now} devices per student instead of {was}",
        ),
        Seen("device_age", _years_old, "mean age of the devices {now} instead of {was}"),
        Seen("devices_of_unknown_age", number, "{now} devices of unknown age instead of {was}"),
    ),
}
GLANCE = (
    ("class_size", "Class size"),
    ("pupils_per_adult", "Students per adult"),
    ("contact_with_release", "Time with classes"),
    ("release_hours", "Release hours"),
    ("pd_hours_per_teacher", "PD hours per teacher"),
    ("device_age", "Device age"),
)
_BY_LINE = {x.line: x for group in GROUPS.values() for x in group}


def _figure(p: Projection, seen: Seen, year: int, scenario: int) -> str:
    """A cell in words; without devices their mean age is not known."""
    if seen.line == "device_age" and p.cell("devices_of_known_age", year, scenario) == 0:
        return UNKNOWN
    return seen.write(p.cell(seen.line, year, scenario))


def in_words(p: Projection, seen: Seen) -> str:
    """What changed from the start, in the digits shown: nothing, one or two years, or all alike."""
    pairs = {t: tuple(_figure(p, seen, t, s) for s in (PLAN, START)) for t in range(1, YEARS)}
    differ = [t for t, (now, was) in pairs.items() if now != was]
    if not differ:
        return ""
    if len(set(pairs.values())) == 1:
        return _said(seen, *pairs[LAST])
    ends = [t for t in (1, LAST) if t in differ] or differ[:1]
    return "; ".join(f"Year {t}: {_said(seen, *pairs[t])}" for t in ends)


def _said(seen: Seen, now: str, was: str) -> str:
    return seen.words.format(now=now, was=was)


def glance(p: Projection) -> Markup:
    """Year 5 in six figures, each beside its value at the start. Each name opens its explanation."""
    tiles = Markup().join(
        Markup('<div><dt>{}</dt><dd class="value">{}</dd><dd class="beside">{}</dd></div>').format(
            asking(label, line, LAST), _figure(p, _BY_LINE[line], LAST, PLAN), _beside(p, _BY_LINE[line])
        )
        for line, label in GLANCE
    )
    head = Markup(
        '<h2 class="caption">Year {} for a student and a teacher <small>Against the start of the plan.</small></h2>'
    ).format(LAST)
    return Markup('{}<dl class="figures" id="students-side">{}</dl>').format(head, tiles)


def _beside(p: Projection, seen: Seen) -> str:
    now, was = (_figure(p, seen, LAST, s) for s in (PLAN, START))
    against = "as at the start" if now == was else f"instead of {was}"
    if seen.line == "pd_hours_per_teacher":
        return f"{against}; worth {money_short(p.cell('pd_hours_value', LAST))} of salary, no cash"
    return against


def all_years(p: Projection) -> Markup:
    """Every line of the student's side by year, and in words what differs from the start."""
    rows: list[list[str]] = []
    for title, group in GROUPS.items():
        rows.append([Markup("<b>{}</b>").format(title), *[""] * YEARS])
        for seen in group:
            cells = [asking(_figure(p, seen, t, PLAN), seen.line, t) for t in range(1, YEARS)]
            rows.append(
                [
                    BOOK.lines[seen.line].label,
                    *cells,
                    Markup('<small class="than">{}</small>').format(in_words(p, seen)),
                ]
            )
    head = ["", *(f"Year {t}" for t in range(1, YEARS)), "Against the start"]
    return table("Students and time, year by year", head, rows)


NOTE = (
    "PD in paid time is hours that teachers are paid for already: their salary value is shown and never added to a cost. Release "
    "hours are paid at 1,440 hours a position, and their cost is in teacher pay. The age of the devices is that of the ones bought "
    "in this plan; the oldest leave first, and of those owned before the start nobody has said how old they are."
)


def pupils_side(p: Projection) -> Markup:
    """The whole tab, for the plan and its start (scenarios 0 and 1)."""
    return Markup('{}<p class="soft">{}</p>{}').format(glance(p), NOTE, all_years(p))
