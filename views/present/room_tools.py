"""The buttons and lists below a screen of present mode, for the presenter."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from exchange.showing import LOOKS, MOST_LEVERS, SCREENS, SLIDERS, Showing
from model.evidence import LEVERS
from model.texts import say
from views.curves import comparing
from views.live.replayed import REPLAY
from views.markup.plain_text import plain
from views.present import show
from views.present.presenter_keys import HELP
from views.present.screens import SHOWN
from views.shell import history, present_mode, toolbar, widgets
from views.shell.page_markup import put_markup

_LOOKS = dict(zip(LOOKS, ("present.look_projector", "present.look_light", "present.look_dark"), strict=True))


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
            plain(say("present.back")),
            key="previous",
            on_click=show.turn_screen,
            args=(-1,),
            disabled=showing.screen == 1,
            icon=":material/arrow_back:",
        )
        put_markup(
            Markup('<span class="room-count" aria-label="{}">{}</span>').format(
                say("present.screen_of", screen=showing.screen, last=last),
                say("present.screen_of_short", screen=showing.screen, last=last),
            )
        )
        st.button(
            plain(say("present.next")),
            key="next",
            on_click=show.turn_screen,
            args=(1,),
            disabled=showing.screen == last,
            icon=":material/arrow_forward:",
            icon_position="right",
        )
        guess = say("present.show_it" if showing.guess else "present.guess_first")
        st.button(plain(guess), key="guess", on_click=show.cover)
        st.button(
            plain(say("present.replay")),
            key=REPLAY,
            on_click=present_mode.replay,
            disabled=showing.guess or not history.can_undo(),
        )
        toolbar.undo_and_redo(say("present.undo"), say("present.redo"))
        with st.popover(plain(say("present.set_up")), key="choose"):
            labels = {k: LEVERS[k].label for k in SLIDERS}
            titles = {k: say(SHOWN[k].title) for k in SCREENS}
            _chosen(
                showing,
                say("present.settings_in_bar", most=MOST_LEVERS),
                "levers",
                labels,
                MOST_LEVERS,
                show.choose_levers,
            )
            _chosen(
                showing, say("present.screens_in_order"), "screens", titles, len(SCREENS), show.choose_screens
            )
            widgets.prepare("room-look", showing.look)
            st.segmented_control(
                plain(say("present.colors")),
                LOOKS,
                required=True,
                format_func=lambda look: plain(say(_LOOKS[look])),
                key="room-look",
                on_change=show.choose_look,
                args=("room-look",),
            )
            comparing.switch(history.plan())
        with st.popover(plain(say("present.shortcuts")), key="keys"):
            put_markup(
                Markup('<dl class="room-keys">{}</dl>').format(
                    Markup().join(
                        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(say(pressed), say(does))
                        for pressed, does in HELP.items()
                    )
                )
            )
        st.button(plain(say("present.exit")), key="leave", on_click=show.leave)
