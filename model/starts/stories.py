"""Stories on the page: those of the presets, and demonstrations, which change a lever or two of a preset.

A preset's story is in its own file in `data/presets`; each demonstration is a row of
`data/demonstrations.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from model.evidence import DATA, PRESETS, Value
from model.evidence.reading import Row, near, refuse, rows_of
from model.evidence.story_text import story_of
from model.plan.named_presets import find_preset
from model.plan.scenario import Scenario
from model.plan.taken import take
from model.texts import declared

COLUMNS = ("key", "title", "question", "preset", "changes", "story")


@dataclass(frozen=True, slots=True)
class Story:
    """A story starts from a preset; a demonstration changes a lever or two of it."""

    key: str
    english_title: str
    english_question: str
    preset: str
    changes: Mapping[str, Value]
    english_story: str

    @property
    def title(self) -> str:
        return declared(f"stories.{self.key}.title", self.english_title)

    @property
    def question(self) -> str:
        return declared(f"stories.{self.key}.question", self.english_question)

    @property
    def story(self) -> str:
        return declared(f"stories.{self.key}.story", self.english_story)

    @property
    def is_demonstration(self) -> bool:
        return bool(self.changes)

    @property
    def start(self) -> Scenario:
        return Scenario.preset(self.preset)

    @property
    def now(self) -> Scenario:
        return self.start.changed(self.changes)


@cache
def stories() -> Mapping[str, Story]:
    """All stories by their key, in the order in which they are shown: first the presets' stories."""
    return MappingProxyType({s.key: s for s in (*_of_presets(), *load_demonstrations().values())})


def _of_presets() -> Iterator[Story]:
    stories = [(p.key, p.story) for p in PRESETS.values() if p.story]
    for key, story in sorted(stories, key=lambda x: x[1].place):
        yield Story(key, story.title, story.question, key, MappingProxyType({}), story.story)


def load_demonstrations(path: Path = DATA / "demonstrations.csv") -> Mapping[str, Story]:
    """Read and check the file. Raises `EvidenceError` with everything that is wrong with it."""
    problems: list[str] = []
    found = [_demonstration(row) for row in rows_of(path, COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({s.key: s for s in found})


def _demonstration(row: Row) -> Story:
    preset = row.text("preset")
    if preset and find_preset(preset) is None:
        row.fault("preset", f"{preset!r} is unknown", near(preset, PRESETS, "Name one in data/presets."))
    story = story_of(row, 0)
    return Story(
        row.optional("key"),
        story.title,
        story.question,
        preset,
        _changes(row, row.text("changes")),
        story.story,
    )


def _changes(row: Row, text: str) -> Mapping[str, Value]:
    """`lever=value`, several separated by semicolons."""
    found: dict[str, Value] = {}
    for part in filter(None, text.split(";")):
        key, equals, value = part.strip().partition("=")
        if not equals:
            row.fault("changes", f"{part!r} is no change", "Write it as lever=value.")
            continue
        taken = take([(key, value)])
        found |= taken.changes
        for problem in taken.problems:
            row.fault("changes", problem.message.rstrip("."), "Give another value.")
    return MappingProxyType(found)
