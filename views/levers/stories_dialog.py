"""Stories on the screen: a school and its question, opened with one click."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.plan import begun_from
from model.starts.stories import Story, stories
from model.texts import say
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, messages
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup

KEY = "stories"  # among the dialogs


def button() -> None:
    """Opens the dialog."""
    st.button(
        plain(say("settings.stories")), key="stories", on_click=open_dialog, args=(KEY,), width="stretch"
    )


def _begin(key: str) -> None:
    """The story's school becomes the plan, and its question is shown above the answer."""
    story = stories()[key]
    history.bring(begun_from(story.preset, story.start, story.now))
    messages.say(story.question, title=say("settings.story_title", title=story.title))
    close_dialog()


def tell(_: Context) -> None:
    """The dialog: demonstrations first, because participants remember them."""
    st.write(plain(say("settings.stories_lead")))
    told = sorted(stories().values(), key=lambda s: not s.is_demonstration)
    for story in told:
        _row(story)


def _row(story: Story) -> None:
    with st.container(key=f"story-{story.key}", border=True):
        kind = say("settings.story_demonstration" if story.is_demonstration else "settings.story_school")
        put_markup(
            Markup('<div class="story"><small>{}</small><h3>{}</h3><p><b>{}</b></p><p>{}</p></div>').format(
                kind, story.title, story.question, story.story
            )
        )
        if st.button(plain(say("settings.open_story")), key=f"tell-{story.key}"):
            _begin(story.key)
            st.rerun()  # a press within a dialog draws only the dialog again
