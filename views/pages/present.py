"""Present mode: one screen at a time for a room. The plan, its history and its levers are those of the explorer."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from exchange.showing import LOOKS, MOST_LEVERS, SCREENS, SLIDERS
from model.evidence import LEVERS
from views import charts
from views.answer.drawn import drawn
from views.levers import controls
from views.live import live
from views.present import room_screen as present
from views.present import show
from views.shell import keys, state
from views.shell.frame import room_style
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan
from views.what_if import ranges

plan = state.plan()
showing = state.showing()
signature = of_plan(plan)
colors = present.ROOM[showing.look]
levers = controls.of_bar(showing.levers, plan.now)
names = () if showing.guess else present.pictures(showing.now)


def screen() -> None:
    """What the room looks at. While the answer is covered nothing of it is worked out, so nothing of it can be seen."""
    if showing.guess:
        put_markup(present.covered_top())
        with st.container(key="room-picture"):
            put_markup(present.covered(showing.now, state.guess_from(), plan))
        return
    page = drawn(plan, ranges.of)
    numbers, futures = page.numbers, page.likely
    put_markup(live.ANCHOR)
    put_markup(present.top(numbers))
    with st.container(key="room-picture"):
        put_markup(present.title(showing.now, numbers, futures is not None))
        if not names:
            put_markup(present.answer(numbers, futures.chance if futures else ""))
        for name in names:
            pictured = {
                **charts.spec(name, colors),
                "height": present.chart_height([controls.room_label(x) for x in levers]),
                "datasets": charts.data(name, *page.pictured, sig=signature),
            }
            st.vega_lite_chart(
                pictured, theme=None, width="stretch", key=f"room-{name}-{showing.look}", alt=charts.ALT[name]
            )


def bar() -> list[str]:
    """The levers that were chosen. Gives their widgets."""
    with st.container(key="room-levers"):
        for column, lever in zip(st.columns(len(levers), gap="large"), levers, strict=True):
            with column:
                controls.slider(lever, room=True)
    return [f"lever-{lever.key}" for lever in levers]


def chosen(
    label: str, name: str, called: dict[str, str], most: int, on_change: Callable[[str], None]
) -> None:
    """One of the two lists that make up the show."""
    widget = f"room-choose-{name}"
    state.prepare(widget, list(getattr(showing, name)))
    st.multiselect(
        label,
        list(called),
        format_func=called.__getitem__,
        key=widget,
        max_selections=most,
        on_change=on_change,
        args=(widget,),
    )
    for problem in state.problems(widget):
        st.error(problem)


def tools() -> None:
    """Small, because they are for the one who stands at the keyboard."""
    with st.container(key="room-tools", horizontal=True, vertical_alignment="center", gap="small"):
        last = len(showing.screens)
        st.button(
            "Back",
            key="previous",
            on_click=show.turn,
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
            on_click=show.turn,
            args=(1,),
            disabled=showing.screen == last,
            icon=":material/arrow_forward:",
            icon_position="right",
        )
        st.button("Show it" if showing.guess else "Guess first", key="guess", on_click=show.cover)
        st.button(
            "Replay",
            key=present.REPLAY,
            on_click=state.replay,
            disabled=showing.guess or not state.can_undo(),
        )
        st.button("Undo", key="undo", on_click=state.undo, disabled=not state.can_undo(), shortcut="Alt+Z")
        st.button("Redo", key="redo", on_click=state.redo, disabled=not state.can_redo(), shortcut="Alt+Y")
        with st.popover("Choose", key="choose"):
            labels = {k: LEVERS[k].label for k in SLIDERS}
            titles = {k: present.SHOWN[k].title for k in SCREENS}
            chosen(
                f"Levers in the bar, 1 to {MOST_LEVERS}", "levers", labels, MOST_LEVERS, show.choose_levers
            )
            chosen("Screens, in this order", "screens", titles, len(SCREENS), show.choose_screens)
            state.prepare("room-look", showing.look)
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
                Markup('<dl class="room-keys">')
                + Markup().join(
                    Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(k, said) for k, said in present.HELP
                )
                + Markup("</dl>")
            )
        st.button("Leave", key="leave", on_click=show.leave)


put_markup(room_style(colors))
with st.container(key="room", gap=None):
    screen()
    widgets = bar()
    tools()
keys.keys(present.keys(showing.guess))
live.live(names, () if showing.guess else widgets)
