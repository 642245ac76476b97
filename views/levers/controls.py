"""Levers on the screen: each widget follows from its lever's row in the register, none is declared here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import streamlit as st
from markupsafe import Markup

from model.evidence import GROWING, LEVERS, PANELS, Lever
from model.evidence.growing import AS_TYPED
from model.evidence.usual import has_usual_range
from model.lines.grades import GOING_ON, JOINING
from model.lines.pay_movement import MOVE_THE_AVERAGE
from model.plan.by_grade import BY_GRADE, CHOICE, ever_served, is_by_grade
from model.plan.in_play import set_aside_by
from model.plan.locks import reason
from model.plan.scenario import Scenario
from model.plan.sides import is_decision, side_label
from model.results.dollars_by_year import in_each_year
from model.texts import listed, say
from model.unit_labels import unsaid_unit
from model.units import amount, span, unit_name
from views.levers import moving, to_check
from views.levers.slider_text import slider_format
from views.markup.plain_text import plain
from views.markup.sources import status_name
from views.shell import history, widgets
from views.shell.page_markup import put_markup
from views.shell.scale import shown_value, to_screen
from views.students import grade_dialog, grades

FIRST = ("enrollment", "staffing", "pd", "it")  # the groups that readers look for first
# The two sides, as they are shown above one another; the word names their boxes.
BOXES = ((False, "assumed"), (True, "decided"))


def lever_help(lever: Lever) -> str:
    """What the lever is, its usual range, and its sources."""
    parts = [lever.help]
    if lever.usual and has_usual_range(lever):
        parts.append(say("settings.help_usual", range=span(lever.usual, lever.unit, long=True)))
    status, sources = status_name(lever.status), listed(s for s in lever.source if s != "ASSUME")
    if sources:
        parts.append(say("settings.help_default_from", status=status, sources=sources))
    else:
        parts.append(say("settings.help_default", status=status))
    return " ".join(parts)


def of_panel(panel: str, place: str) -> list[Lever]:
    return [x for x in LEVERS.values() if x.panel == panel and x.place == place and not x.of]


# Fields that appear where they are asked for: the ways to ask, each of one choice or of several together.
_Choices = tuple[tuple[str, str], ...]
_BY_SPAN: _Choices = (("funding_rates", "by_span"),)
_BY_TURNOVER: _Choices = (("pay_moves", "by_turnover"),)
_PENSION_BESIDE: _Choices = (("pension_counted", "by_year"),)
_OWN_RATES: _Choices = (("support_benefits", "own_rates"),)
_THREE_YEARS: _Choices = (("count_basis", "three_year_mean"),)
_ASKED_BY: Mapping[str, tuple[_Choices, ...]] = {
    "attendance_rate": ((("funded_on", "attendance"),),),
    "counted_last_year": ((("count_basis", "last_year"),), _THREE_YEARS, (("hold_harmless", "yes"),)),
    "counted_two_years_ago": (_THREE_YEARS,),
    "leavers_share": ((("count_basis", "mid_year"),),),
    **dict.fromkeys(MOVE_THE_AVERAGE, (_BY_TURNOVER,)),
    "support_benefit_rate": (_OWN_RATES,),
    "pension_rate": (_PENSION_BESIDE,),
    "support_pension_rate": ((*_OWN_RATES, *_PENSION_BESIDE),),
    **{f"span_{n}_from": (_BY_SPAN,) for n in (2, 3, 4)},
    **{f"rate_span_{n}": (_BY_SPAN,) for n in (1, 2, 3, 4)},
}
# New students and rates of single grades: asked of those grades that students move up to, or of all where
# no grade is served.
_OF_A_GRADE = {key: g for of in (JOINING, GOING_ON) for g, key in of.items()}


def is_asked_for(lever: Lever, now: Scenario) -> bool:
    """Whether a field is shown: always, unless it waits for a choice and still has its default."""
    if lever.key in _OF_A_GRADE and now[lever.key] == lever.default:
        grades = ever_served(now)
        return now[CHOICE] == BY_GRADE and (not grades or _OF_A_GRADE[lever.key] in grades[1:])
    ways = _ASKED_BY.get(lever.key)
    if ways is None or now[lever.key] != lever.default:
        return True
    return any(all(now[k] == v for k, v in way) for way in ways)


def of_side(levers: Iterable[Lever], decided: bool) -> list[Lever]:
    return [x for x in levers if is_decision(x.key) is decided]


def grid(lever: Lever, now: Scenario) -> tuple[float, float, float, float]:
    """The places of a lever, on the scale of the screen: low, high, step, and the present one.

    The usual range, wider where the plan is already outside it.
    """
    assert lever.usual
    assert lever.step
    shown = shown_value(lever.key, now)
    assert isinstance(shown, float)
    low, high, step = (to_screen(lever, x) for x in (*lever.usual, lever.step))
    low, high = widgets.reach(f"lever-{lever.key}", min(low, shown), max(high, shown))
    return low, high, step, shown


def slider(lever: Lever, room: bool = False) -> None:
    """A slider over the usual range. For a room: with its full name and without help."""
    widget = f"lever-{lever.key}"
    low, high, step, shown = grid(lever, history.plan().now)
    widgets.prepare(widget, shown)
    st.slider(
        plain(room_label(lever) if room else short_label(lever)),
        low,
        high,
        step=step,
        format=slider_format(lever),
        key=widget,
        help=None if room else plain(lever_help(lever)),
        on_change=moving.on_lever,
        args=(widget, lever.key),
        disabled=bool(locked(lever)),
    )


def locked(lever: Lever) -> str:
    """Why a lever cannot be moved, in sentences; empty where it can."""
    kind = history.plan().locked.get(lever.of or lever.key)
    return f"{say('values.is_locked')} {reason(kind)}" if kind else ""


def short_label(lever: Lever) -> str:
    """The name of a slider in the narrow column of the first view."""
    return say(_SHORT[lever.key]) if lever.key in _SHORT else lever.label


def room_label(lever: Lever) -> str:
    """A lever's full name, and whether its value differs by year, because the bar shows Year 1's."""
    now = history.plan().now
    if locked(lever):
        return say("settings.label_locked", setting=lever.label)
    if lever.key in set_aside_by(CHOICE, now):
        return say("settings.label_set_aside", setting=lever.label)
    if any(r.is_idle for r in to_check.of_lever(lever.key)):
        return say("settings.label_idle", setting=lever.label)
    if isinstance(now[lever.key], tuple):
        return say("settings.label_by_year", setting=lever.label)
    return lever.label


# A column of the first view holds about twenty letters.
_SHORT = {
    "enrollment_year1": "settings.short_enrollment",
    "enrollment_growth": "settings.short_growth",
    "startup_pd_per_teacher": "settings.short_startup_pd",
    "recurring_pd_per_teacher": "settings.short_yearly_pd",
    "device_unit_cost": "settings.short_device",
    "software_per_pupil": "settings.short_software",
    "entering_pupils": "settings.short_entering",
    "retention": "settings.short_moving_up",
    "teachers_per_section": "settings.short_section_teachers",
}
# Counting by grade sets levers aside. These replace them, so that no visible lever moves nothing.
_INSTEAD = {
    "enrollment_year1": "entering_pupils",
    "enrollment_growth": "retention",
    "pupils_per_teacher": "teachers_per_section",
}
INSTEAD = {**_INSTEAD, **{new: old for old, new in _INSTEAD.items()}}


def in_its_place(lever: Lever, now: Scenario) -> Lever:
    """The lever, or the one that replaces it when the way of counting students has set it aside."""
    aside = lever.key in INSTEAD and lever.key in set_aside_by(CHOICE, now)
    return LEVERS[INSTEAD[lever.key]] if aside else lever


def _in_front(panel: str, now: Scenario) -> list[Lever]:
    """The levers of a group of the first view. A table of grades takes the place of some of them."""
    levers = (in_its_place(x, now) for x in of_panel(panel, "front"))
    return [x for x in levers if x.key not in INSTEAD or x.key not in set_aside_by(CHOICE, now)]


def of_bar(chosen: Iterable[str], now: Scenario) -> list[Lever]:
    """The levers of present mode's bar, each once."""
    return list(dict.fromkeys(in_its_place(LEVERS[k], now) for k in chosen))


def unit_beside(lever: Lever) -> str:
    """The unit as it stands in brackets beside a field's name."""
    if _is_from_startup(lever):
        return say("settings.year_or_startup")
    return unit_name(lever.unit)


def _is_from_startup(lever: Lever) -> bool:
    return lever.unit == "year" and lever.bounds is not None and lever.bounds[0] == 0


def field_label(lever: Lever) -> str:
    """A setting's name over its field, with the unit as far as the name does not say it."""
    unit = unsaid_unit(lever.label, lever.unit)
    if lever.unit == "grade":
        unit = say("settings.grade_or_kindergarten")
    elif _is_from_startup(lever):
        unit = unit_beside(lever) if unit else say("settings.or_startup")
    return say("settings.with_unit", setting=lever.label, unit=unit) if unit else lever.label


def by_year(lever: Lever) -> str:
    """The values of the other years for a lever whose widget shows Year 1's; empty for a single value. Where
    it grows they are the dollars of each year.
    """
    now = history.plan().now
    value = now[lever.key]
    if lever.key in GROWING and says_years(lever, now):
        dollars = listed(amount(round(v, 2), lever.unit, long=False) for v in in_each_year(now, lever.key))
        return say("settings.dollars_by_year", values=dollars)
    if not isinstance(value, tuple):
        return ""
    return say("settings.by_year", values=listed(amount(v, lever.unit, long=False) for v in value))


def says_years(lever: Lever, now: Scenario) -> bool:
    """Whether a lever's numbers could be meant in two ways: there are five, or one that does not grow."""
    row = GROWING.get(lever.key)
    return row is not None and (isinstance(now[lever.key], tuple) or now[row.mark] == AS_TYPED)


def _said(lever: Lever) -> list[str]:
    """Remarks on a lever of the first view: it differs by year, it is locked, and what there is to check."""
    name, parts = short_label(lever), filter(None, (by_year(lever), locked(lever)))
    own = [say("settings.remark_of", setting=name, remark=part) for part in parts]
    return own + [to_check.on_page(r) for r in to_check.of_lever(lever.key)]


def front_state() -> Hashable:
    """What the levers of the first view are drawn from, the ones that stand where their sliders do apart."""
    now = history.plan().now
    levers = [x for panel in FIRST for x in _in_front(panel, now)]
    by_grade = grades.summary(now) if is_by_grade(now) else ""
    return by_grade, tuple(_front_state(x) for x in levers)


def _front_state(lever: Lever) -> Hashable:
    low, high, _, shown = grid(lever, history.plan().now)
    is_there = widgets.value(f"lever-{lever.key}", float) == shown
    offers = [to_check.offered(history.plan(), r) for r in to_check.of_lever(lever.key)]
    return lever.key, low, high, is_there, *_said(lever), bool(locked(lever)), str(offers)


def front() -> list[str]:
    """The levers of the first view, decisions apart from assumptions, two a group. Returns their widgets.

    The style sheet sets them two a row: columns would be three more messages a group in every run.
    """
    widgets = []
    now = history.plan().now
    for decided, box in BOXES:
        title = Markup("<h2>{}</h2>").format(side_label(decided))
        drawn = []
        with st.container(key=f"levers-{box}"):
            for panel in FIRST:
                levers = of_side(_in_front(panel, now), decided)
                by_grade = panel == "enrollment" and is_by_grade(now) and not decided
                if not levers and not by_grade:
                    continue
                # Within the heading, so that no slider moves when a remark appears.
                said = Markup().join(Markup("<p>{}</p>").format(x) for lever in levers for x in _said(lever))
                said = Markup("<p>{}</p>{}").format(grades.summary(now), said) if by_grade else said
                put_markup(Markup("{}<h3>{}</h3>{}").format(title, group(panel), said))
                title = Markup()
                if by_grade:
                    grade_dialog.button("front")
                    grades.way_back("front")
                for lever in levers:
                    slider(lever)
                    widgets.append(f"lever-{lever.key}")
                    drawn.append(lever.key)
            to_check.presses(to_check.of_levers(drawn), f"front-{box}")  # last, so that no slider moves
    return widgets


# The titles of groups where there is little room.
_GROUPS = {**PANELS, "by_grade": "groups.short.by_grade", "pd": "groups.short.pd"}


def group(panel: str) -> str:
    """The title of a group of settings over its settings."""
    return say(_GROUPS[panel])
