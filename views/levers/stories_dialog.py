"""Stories on the screen: a school and its question, opened with one click."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.plan import begun_from
from model.starts.stories import Story, stories
from views.context import Context
from views.shell import history, messages
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup

KEY = "stories"  # among the dialogs


def button() -> None:
    """Opens the dialog."""
    st.button("Stories", key="stories", on_click=open_dialog, args=(KEY,), width="stretch")


def _begin(key: str) -> None:
    """The story's school becomes the plan, and its question is shown above the answer."""
    story = stories()[key]
    history.bring(begun_from(story.preset, story.start, story.now))
    messages.say(story.question, title=f"{story.title}.")
    close_dialog()


def tell(_: Context) -> None:
    """The dialog: demonstrations first, because participants remember them."""
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
            st.rerun()  # a press within a dialog draws only the dialog again
