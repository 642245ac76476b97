"""Stories: a school and the question it asks, to begin a conversation with. Each is a row of
`data/stories.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from model.evidence import DATA, PRESETS, Value
from model.evidence.reading import Row, near, refuse, rows_of
from model.plan.scenario import Scenario, ScenarioError, parse

COLUMNS = ("key", "title", "question", "preset", "changes", "story")
LONGEST = 100  # words: what is read aloud in under a minute


@dataclass(frozen=True, slots=True)
class Story:
    """A story starts from a preset; a demonstration changes a lever or two of it."""

    key: str
    title: str
    question: str
    preset: str
    changes: Mapping[str, Value]
    story: str

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
    """All stories by their key, in the order in which they are told."""
    return load_stories()


def load_stories(path: Path = DATA / "stories.csv") -> Mapping[str, Story]:
    """Read and check the file. Raises `EvidenceError` with everything that is wrong with it."""
    problems: list[str] = []
    found = [_story(row) for row in rows_of(path, COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({s.key: s for s in found})


def _story(row: Row) -> Story:
    preset = row.text("preset")
    if preset and preset not in PRESETS:
        row.fault("preset", f"{preset!r} is unknown", near(preset, PRESETS, "Name one in data/presets."))
    story = row.text("story")
    if (count := len(story.split())) > LONGEST:
        row.fault("story", f"has {count} words", f"Tell it in {LONGEST}.")
    question = row.text("question")
    if question and not question.endswith("?"):
        row.fault("question", f"{question!r} asks nothing", "End it with a question mark.")
    return Story(
        row.optional("key"),
        row.text("title"),
        question,
        preset,
        _changes(row, row.optional("changes")),
        story,
    )


def _changes(row: Row, text: str) -> Mapping[str, Value]:
    """`lever=value`, more of them with semicolons between."""
    found: dict[str, Value] = {}
    for part in filter(None, text.split(";")):
        key, equals, value = part.strip().partition("=")
        if not equals:
            row.fault("changes", f"{part!r} is no change", "Write it as lever=value.")
            continue
        try:
            found[key] = parse(key, value)
        except ScenarioError as e:
            for problem in e.problems:
                row.fault("changes", problem.message.rstrip("."), "Give another value.")
    return MappingProxyType(found)
