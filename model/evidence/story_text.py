"""Stories: what is told of a school and the question it asks, to begin a conversation with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

LONGEST = 100  # words: what is read aloud in under a minute


@dataclass(frozen=True, slots=True)
class StoryText:
    """A title, a question to put to a room, and the story in under a hundred words. `place` is its place
    among the others.
    """

    title: str
    question: str
    story: str
    place: int = 0


class Told(Protocol):
    """A row of a table or an object of a file that a story is read from."""

    def text(self, field: str) -> str:
        """What stands in a field."""

    def fault(self, field: str, what: str, remedy: str) -> None:
        """Note what is wrong."""


def story_of(told: Told, place: int) -> StoryText:
    """The story in a row or an object; what is wrong with it is noted there."""
    story = told.text("story")
    if (count := len(story.split())) > LONGEST:
        told.fault("story", f"has {count} words", f"Tell it in {LONGEST}.")
    question = told.text("question")
    if question and not question.endswith("?"):
        told.fault("question", f"{question!r} asks nothing", "End it with a question mark.")
    return StoryText(told.text("title"), question, story, place)
