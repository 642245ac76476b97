"""Stories on the screen: a school and its question, opened with one click."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.plan import begun_from
from model.starts.stories import Story, stories
from views.shell import state
from views.shell.page_markup import put_markup


def _open() -> None:
    state.note("telling", True)
    state.keep()


def _close() -> None:
    state.take("telling")
    state.keep()


def button() -> None:
    """The way in."""
    st.button("Stories", key="stories", on_click=_open, width="stretch")


def is_open() -> bool:
    return bool(state.held("telling"))


def _begin(key: str) -> None:
    """The story's school becomes the plan, and its question stands above the answer."""
    story = stories()[key]
    state.bring(begun_from(story.preset, story.start, story.now))
    state.say(f"**{story.title}.** {story.question}")
    _close()


@st.dialog("Stories", width="large", on_dismiss=_close)
def tell() -> None:
    """The dialog: demonstrations first, because they are what a room remembers."""
    st.write("Each opens a fictional school with a question to put to a room. Undo brings your plan back.")
    told = sorted(stories().values(), key=lambda s: not s.is_demonstration)
    for story in told:
        _row(story)


def _row(story: Story) -> None:
    with st.container(key=f"story-{story.key}", border=True):
        kind = "What one change does" if story.is_demonstration else "A school"
        put_markup(
            Markup('<div class="story"><small>{}</small><h3>{}</h3><p><b>{}</b></p><p>{}</p></div>').format(
                kind, story.title, story.question, story.story
            )
        )
        if st.button("Open this story", key=f"tell-{story.key}"):
            _begin(story.key)
            st.rerun()  # a press within a dialog has the dialog alone drawn again
