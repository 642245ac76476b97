"""The student's side of a plan beside its dollars, as markup: a summary of Year 5, all years below.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from model.lines.worksheet import BOOK
from model.results.projection import Projection
from model.texts import counted, say
from model.units import money, money_short, number, percent, plain, positions, year_name
from model.years import YEARS
from views.markup.tables import asking, table

PLAN, START = 0, 1  # scenarios of the projection
LAST = YEARS - 1


def _tenths(x: float) -> str:
    return number(x, 1)


def _years_old(x: float) -> str:
    return say("students.years_old", count=counted(_tenths(x)))


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the student's side: how its figure is written, and the key of what is said of a change."""

    line: str
    write: Callable[[float], str]
    words: str  # with {now} and {was}


# By the keys of their titles.
GROUPS: dict[str, tuple[Seen, ...]] = {
    "students.classes_and_adults": (
        Seen("class_size", _tenths, "students.than_class_size"),
        Seen("pupils_per_adult", _tenths, "students.than_per_adult"),
        Seen("adults", positions, "students.than_adults"),
    ),
    "students.teachers_time": (
        Seen("contact_with_release", percent, "students.than_teaching_time"),
        Seen("release_hours", number, "students.than_release_hours"),
        Seen("pd_hours_per_teacher", number, "students.than_pd_hours"),
        Seen("pd_hours_value", money, "students.than_pd_value"),
    ),
    "students.devices": (
        Seen(
            "devices_for_each_pupil",
            lambda x: plain(round(x, 2)),
            "students.than_devices",
        ),
        Seen("device_age", _years_old, "students.than_device_age"),
        Seen("devices_of_unknown_age", number, "students.than_devices_unknown"),
    ),
}
GLANCE = (
    ("class_size", "students.class_size"),
    ("pupils_per_adult", "students.per_adult"),
    ("contact_with_release", "students.teaching_time"),
    ("release_hours", "students.release_hours"),
    ("pd_hours_per_teacher", "students.pd_hours"),
    ("device_age", "students.device_age"),
)
_BY_LINE = {x.line: x for group in GROUPS.values() for x in group}


def _figure(p: Projection, seen: Seen, year: int, scenario: int) -> str:
    """A cell in words; without devices their mean age is not known."""
    if seen.line == "device_age" and p.cell("devices_of_known_age", year, scenario) == 0:
        return say("students.not_known")
    return seen.write(p.cell(seen.line, year, scenario))


def in_words(p: Projection, seen: Seen) -> list[str]:
    """What changed from the start, in the digits shown: nothing, one or two years, or all alike."""
    pairs = {t: tuple(_figure(p, seen, t, s) for s in (PLAN, START)) for t in range(1, YEARS)}
    differ = [t for t, (now, was) in pairs.items() if now != was]
    if not differ:
        return []
    if len(set(pairs.values())) == 1:
        return [_said(seen, *pairs[LAST])]
    ends = [t for t in (1, LAST) if t in differ] or differ[:1]
    return [say("students.in_year", year=year_name(t), change=_said(seen, *pairs[t])) for t in ends]


def _said(seen: Seen, now: str, was: str) -> str:
    return say(seen.words, count=counted(now), was=was)


def glance(p: Projection) -> Markup:
    """Year 5 in six figures, each beside its value at the start. Each name opens its explanation."""
    tiles = Markup().join(
        Markup('<div><dt>{}</dt><dd class="value">{}</dd><dd class="beside">{}</dd></div>').format(
            asking(say(label), line, LAST), _figure(p, _BY_LINE[line], LAST, PLAN), _beside(p, _BY_LINE[line])
        )
        for line, label in GLANCE
    )
    head = Markup('<h2 class="caption">{} <small>{}</small></h2>').format(
        say("students.glance"), say("students.glance_note")
    )
    return Markup('{}<dl class="figures" id="students-side">{}</dl>').format(head, tiles)


def _beside(p: Projection, seen: Seen) -> Markup:
    now, was = (_figure(p, seen, LAST, s) for s in (PLAN, START))
    lines = [say("students.as_at_start") if now == was else say("students.instead_of", was=was)]
    if seen.line == "pd_hours_per_teacher":
        lines.append(say("students.pd_worth", amount=money_short(p.cell("pd_hours_value", LAST))))
    return Markup("<br>").join(lines)


def all_years(p: Projection) -> Markup:
    """Every line of the student's side by year, and in words what differs from the start."""
    rows: list[list[str]] = []
    for title, group in GROUPS.items():
        rows.append([Markup("<b>{}</b>").format(say(title)), *[""] * YEARS])
        for seen in group:
            cells = [asking(_figure(p, seen, t, PLAN), seen.line, t) for t in range(1, YEARS)]
            rows.append(
                [
                    BOOK.lines[seen.line].label,
                    *cells,
                    Markup('<small class="than">{}</small>').format(Markup("<br>").join(in_words(p, seen))),
                ]
            )
    head = ["", *map(year_name, range(1, YEARS)), say("students.against_start")]
    return table(say("students.all_years"), head, rows)


def pupils_side(p: Projection) -> Markup:
    """The whole tab, for the plan and its start (scenarios 0 and 1)."""
    note = (say("students.note_pd"), say("students.note_release"), say("students.note_devices"))
    return Markup('{}<p class="soft">{}</p>{}').format(glance(p), " ".join(note), all_years(p))
