"""Stories: a text about a school and the question it raises, to begin a conversation with."""

from __future__ import annotations

from typing import NamedTuple, Protocol

LONGEST = 100  # words: it can be read aloud in under a minute


class StoryText(NamedTuple):
    """A title, a question for the participants, and a story of under a hundred words.

    `place` is its position among the other stories.
    """

    title: str
    question: str
    story: str
    place: int = 0


class Entry(Protocol):
    """A row of a table or an object of a file that a story is read from."""

    def text(self, field: str) -> str:
        """The text of a field."""

    def fault(self, field: str, what: str, remedy: str) -> None:
        """Record what is wrong."""


def story_of(entry: Entry, place: int) -> StoryText:
    """The story in a row or an object; faults are recorded there."""
    story = entry.text("story")
    if (count := len(story.split())) > LONGEST:
        entry.fault("story", f"has {count} words", f"Tell it in {LONGEST}.")
    question = entry.text("question")
    if question and not question.endswith("?"):
        entry.fault("question", f"{question!r} asks nothing", "End it with a question mark.")
    return StoryText(entry.text("title"), question, story, place)
