"""Every lever with its exact value, in folded groups that cost nothing while they are closed."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from model.evidence import GROWING, LEVERS, PANELS, Lever, panel_label
from model.evidence.own_lines import PANEL as OWN
from model.lines.positions import POSITIONS
from model.plan.by_grade import CHOICE, is_by_grade
from model.plan.in_play import not_asked, set_aside_by
from model.plan.scenario import without_keys
from model.plan.sides import side_label
from model.texts import listed, say
from views.levers import moving, own_lines, to_check
from views.levers.controls import (
    BOXES,
    by_year,
    field_label,
    group,
    is_asked_for,
    lever_help,
    locked,
    of_panel,
    of_side,
    says_years,
)
from views.markup.plain_text import plain, plain_name
from views.shell import history, widgets
from views.shell.page_markup import put_markup
from views.shell.scale import field_text
from views.students import grade_dialog
from views.students.grade_rows import captions


def opened() -> bool:
    """Whether a group is open."""
    return bool(widgets.value("panels", list))


def deeper() -> list[str]:
    """The groups of levers, and the fields of the open ones. Returns the open widgets."""
    widgets = []
    with st.container(key="deeper"):
        chosen = st.pills(
            plain(say("settings.all_settings")),
            tuple(PANELS),
            selection_mode="multi",
            format_func=lambda panel: plain(group(panel)),
            key="panels",
            on_change=history.mark_due,
        )
        remarks = _remarks(chosen or ()) if chosen else {}
        plan = history.plan()
        left_out = not_asked(plan.start, plan.now) if chosen else frozenset()
        if OWN in (chosen or ()):
            with st.container(key="deeper-own"):
                put_markup(Markup("<h3>{}</h3>").format(panel_label(OWN)))
                widgets += own_lines.draw(field_and_remarks)
        opened = [
            (p, (*of_panel(p, "front"), *of_panel(p, "deeper")))
            for p in PANELS
            if p in (chosen or ()) and p != OWN
        ]
        for decided, box in BOXES if opened else ():
            title = Markup("<h2>{}</h2>").format(side_label(decided))
            with st.container(key=f"deeper-{box}"):
                for panel, levers in opened:
                    now = history.plan().now
                    inside = [
                        x for x in of_side(levers, decided) if x.key not in left_out and is_asked_for(x, now)
                    ]
                    if not inside:
                        continue
                    first = panel == "by_grade" and not decided
                    said = Markup("<p>{}</p>").format(remarks[panel]) if first and panel in remarks else ""
                    put_markup(Markup("{}<h3>{}</h3>{}").format(title, panel_label(panel), said))
                    title = Markup()
                    if first:
                        grade_dialog.button("panel")
                    for lever in inside:
                        field_and_remarks(lever, remarks.get(lever.key, ""))
                        widgets.append(f"exact-{lever.key}")
                        if says_years(lever, history.plan().now):
                            mark = GROWING[lever.key].mark
                            field_and_remarks(LEVERS[mark], "")
                            widgets.append(f"exact-{mark}")
    return widgets


def field_and_remarks(lever: Lever, remark: str) -> None:
    """A lever's field; below it what there is to say of it: `remark`, its years, its lock, what to check."""
    widget = f"exact-{lever.key}"
    if lever.is_choice:
        _choice(lever, widget)
    else:
        _field(lever, widget)
    to_say = [by_year(lever), remark, locked(lever), *map(without_keys, widgets.told(widget))]
    remarks = to_check.of_lever(lever.key)
    # What is unusual is said already, by the line of the range.
    to_say += [to_check.on_page(r) for r in remarks if not to_check.is_unusual(r)]
    if lines := [x for x in to_say if x]:
        st.caption(plain(" ".join(lines)))
    to_check.presses(remarks, f"exact-{lever.key}")


def _choice(lever: Lever, widget: str) -> None:
    widgets.prepare(widget, history.plan().now[lever.key])
    st.segmented_control(
        plain(lever.label),
        lever.choices,
        required=True,
        format_func=lambda c: plain(lever.choice_label(c)),
        key=widget,
        help=plain(lever_help(lever)),
        on_change=moving.on_lever,
        args=(widget, lever.key),
        disabled=bool(locked(lever)),
    )


def _field(lever: Lever, widget: str) -> None:
    """The field, and what is wrong with what was typed there or is asked about it."""
    shown = field_text(lever, history.plan().now[lever.key])
    widgets.prepare(widget, shown)
    st.text_input(
        plain_name(field_label(lever)),
        key=widget,
        placeholder=shown,  # what the plan keeps while the field is empty, and what Escape brings back
        help=plain(lever_help(lever)),
        autocomplete="off",
        on_change=moving.on_field,
        args=(widget, lever.key),
        disabled=bool(locked(lever)),
    )
    for problem in widgets.problems(widget):
        st.error(plain(problem))
    if asked := widgets.asked(widget):
        st.warning(plain(asked.text))
        with st.container(horizontal=True, key=f"asked-{widget}", gap="small"):
            for i, (label, value) in enumerate(asked.answers):
                st.button(
                    plain(label),
                    key=f"answer-{widget}-{i}",
                    on_click=moving.on_answer,
                    args=(widget, lever.key, value),
                )


def _remarks(panels: Iterable[str]) -> dict[str, str]:
    """Remarks on panels and levers: who is support staff, and how students are counted, which sets others
    aside or brings a section near its limit.
    """
    now = history.plan().now
    groups = {"support_benefits": _who_is_who()} if now["support_benefits"] == "own_rates" else {}
    if not is_by_grade(now):
        return {**groups, **({"by_grade": say("settings.used_by_grade")} if "by_grade" in panels else {})}
    aside = dict.fromkeys(set_aside_by(CHOICE, now), say("settings.set_aside"))
    return {**groups, **aside, **(captions(now) if "by_grade" in panels else {})}


def _who_is_who() -> str:
    """Which positions have the benefits of support staff, and which those of teachers."""
    support, others = (
        listed(p.label for p in POSITIONS.values() if p.role.is_support is is_support)
        for is_support in (True, False)
    )
    return say("settings.two_groups", support=support, others=others)
