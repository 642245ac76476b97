"""The buttons and lists below a screen of present mode, for the presenter."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from exchange.showing import LOOKS, MOST_LEVERS, SCREENS, SLIDERS, Showing
from model.evidence import LEVERS
from views.live.replayed import REPLAY
from views.markup.plain_text import plain
from views.present import show
from views.present.presenter_keys import HELP
from views.present.screens import SHOWN
from views.shell import history, present_mode, widgets
from views.shell.page_markup import put_markup


def _chosen(
    showing: Showing,
    label: str,
    name: str,
    called: dict[str, str],
    most: int,
    on_change: Callable[[str], None],
) -> None:
    """One of the two lists that make up the show."""
    widget = f"room-choose-{name}"
    widgets.prepare(widget, list(getattr(showing, name)))
    st.multiselect(
        plain(label),
        list(called),
        format_func=called.__getitem__,
        key=widget,
        max_selections=most,
        on_change=on_change,
        args=(widget,),
    )
    for problem in widgets.problems(widget):
        st.error(plain(problem))


def room_tools(showing: Showing) -> None:
    """The tools: small, because only the presenter uses them."""
    with st.container(key="room-tools", horizontal=True, vertical_alignment="center", gap="small"):
        last = len(showing.screens)
        st.button(
            "Back",
            key="previous",
            on_click=show.turn_screen,
            args=(-1,),
            disabled=showing.screen == 1,
            icon=":material/arrow_back:",
        )
        put_markup(
            Markup('<span class="room-count" aria-label="Screen {} of {}">{} / {}</span>').format(
                showing.screen, last, showing.screen, last
            )
        )
        st.button(
            "Next",
            key="next",
            on_click=show.turn_screen,
            args=(1,),
            disabled=showing.screen == last,
            icon=":material/arrow_forward:",
            icon_position="right",
        )
        st.button("Show it" if showing.guess else "Guess first", key="guess", on_click=show.cover)
        st.button(
            "Replay",
            key=REPLAY,
            on_click=present_mode.replay,
            disabled=showing.guess or not history.can_undo(),
        )
        st.button(
            "Undo", key="undo", on_click=history.undo, disabled=not history.can_undo(), shortcut="Alt+Z"
        )
        st.button(
            "Redo", key="redo", on_click=history.redo, disabled=not history.can_redo(), shortcut="Alt+Y"
        )
        with st.popover("Choose", key="choose"):
            labels = {k: LEVERS[k].label for k in SLIDERS}
            titles = {k: SHOWN[k].title for k in SCREENS}
            _chosen(
                showing,
                f"Levers in the bar, 1 to {MOST_LEVERS}",
                "levers",
                labels,
                MOST_LEVERS,
                show.choose_levers,
            )
            _chosen(showing, "Screens, in this order", "screens", titles, len(SCREENS), show.choose_screens)
            widgets.prepare("room-look", showing.look)
            st.segmented_control(
                "Colours",
                LOOKS,
                required=True,
                format_func=str.capitalize,
                key="room-look",
                on_change=show.choose_look,
                args=("room-look",),
            )
        with st.popover("Keys", key="keys"):
            put_markup(
                Markup('<dl class="room-keys">{}</dl>').format(
                    Markup().join(
                        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(k, said) for k, said in HELP
                    )
                )
            )
        st.button("Leave", key="leave", on_click=show.leave)
