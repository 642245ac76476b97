"""Schools to start from: the presets and the six illustrative schools, with a value for every lever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from model.evidence.growing import load_register
from model.evidence.levers import Lever, newest_version
from model.evidence.reading import (
    DATA,
    REFUSED,
    Document,
    document_of,
    finite,
    from_to,
    near,
    one_of,
    refuse,
    within,
)
from model.evidence.story_text import StoryText, story_of
from model.texts import declared
from model.units import plain
from model.years import OPERATING_YEARS

Value: TypeAlias = float | tuple[float, ...] | str
FAMILIES = ("us", "chicago", "charter")
SCHOOL_KINDS = ("district", "charter")
PRESET_FIELDS = ("key", "label", "summary", "family", "version", "data_version", "money_year", "values")
# Used for a preset that was released before these fields existed.
PRESET_OPTIONAL = ("grades", "story")
STORY_FIELDS = ("title", "question", "story", "place")
MOST_STORIES = 100
GRADES = (0, 12)  # kindergarten to grade 12
SIX_FIELDS = ("note", "version", "data_version", "money_year", "schools")
SCHOOL_FIELDS = ("key", "label", "kind", "family", "summary", "values")


class Preset(NamedTuple):
    """A fictional, recognizable school to start from, with a value for every lever.

    `grades` are its lowest and highest grade, 0 is kindergarten; `story` is the text shown with it.
    `is_earlier`: it has a newer version, and only a name with its version means this one.
    """

    key: str
    english_label: str
    english_summary: str
    family: str
    version: int
    data_version: int
    money_year: str
    values: Mapping[str, Value]
    grades: tuple[int, int] | None = None
    story: StoryText | None = None
    is_earlier: bool = False

    @property
    def name(self) -> str:
        """How it is named: the key alone is the newest version."""
        return f"{self.key}.{self.version}" if self.is_earlier else self.key

    @property
    def label(self) -> str:
        return declared(f"presets.{self.name}.label", self.english_label)

    @property
    def summary(self) -> str:
        return declared(f"presets.{self.name}.summary", self.english_summary)


class School(NamedTuple):
    """One of six fictional schools, calibrated to the published ranges of the study."""

    key: str
    english_label: str
    kind: str
    family: str
    english_summary: str
    english_note: str
    version: int
    data_version: int
    money_year: str
    values: Mapping[str, Value]

    @property
    def label(self) -> str:
        return declared(f"six_schools.{self.key}.label", self.english_label)

    @property
    def summary(self) -> str:
        return declared(f"six_schools.{self.key}.summary", self.english_summary)

    @property
    def note(self) -> str:
        return declared(f"six_schools.{self.key}.note", self.english_note)


def _values(document: Document, levers: Mapping[str, Lever], data_version: int) -> Mapping[str, Value]:
    """A value for every lever. A lever newer than the document takes its default."""
    given = document.fields.get("values", {})
    if not isinstance(given, dict):
        document.fault("values", f"{given!r} is not a list of levers and values", 'Write "lever": value.')
        return {}
    for key in given:
        if key not in levers:
            document.fault(str(key), "is an unknown lever", near(str(key), levers, "Take it out."))
    values = {key: _value(document, lever, given, data_version) for key, lever in levers.items()}
    return MappingProxyType(values)


def _value(document: Document, lever: Lever, given: Mapping[str, object], data_version: int) -> Value:
    if lever.key in given:
        return _checked(document, lever, given[lever.key])
    if lever.since <= data_version:
        example = lever.default if isinstance(lever.default, str) else plain(lever.default)
        document.fault(lever.key, "is missing", f"Give it a value, for example {example}.")
    return lever.default


def _checked(document: Document, lever: Lever, value: object) -> Value:
    if lever.is_choice:
        if isinstance(value, str) and value in lever.choices:
            return value
        document.fault(lever.key, f"{value!r} is not a choice", one_of(lever.choices))
        return lever.default
    if not isinstance(value, list):
        return _number(document, lever, value)
    if not lever.per_year or len(value) != OPERATING_YEARS:
        remedy = f"Give one number, or {OPERATING_YEARS}." if lever.per_year else "Give one number."
        document.fault(lever.key, f"{len(value)} numbers are given", remedy)
        return lever.default
    return tuple(_number(document, lever, x) for x in value)


def _number(document: Document, lever: Lever, value: object) -> float:
    number = finite(value)
    if number is None:
        what = f"{value!r} is not a finite number"
        document.fault(lever.key, what, "Write digits only, such as 1200 or 0.027.")
        return REFUSED
    if lever.bounds is not None and not within(number, lever.bounds):
        what = f"{plain(number)} is outside the bounds"
        document.fault(lever.key, what, f"Give a number {from_to(lever.bounds)}.")
    elif 0 < number < lever.least_above_zero:
        what = f"{plain(number)} is too small to mean anything"
        document.fault(lever.key, what, f"Give 0, or {plain(lever.least_above_zero)} or more.")
    if lever.is_whole and number != int(number):
        document.fault(
            lever.key, f"{plain(number)} is not a whole number", "Years, grades and sections are whole."
        )
    return number


def load_presets(
    folder: Path = DATA / "presets", levers: Mapping[str, Lever] | None = None
) -> Mapping[str, Preset]:
    """All presets by their key: by family, then from small to large. Raises `EvidenceError`."""
    known = load_register() if levers is None else levers
    problems: list[str] = []
    presets = []
    for path in sorted(folder.glob("*.json")):
        document = document_of(path, problems)
        if document is not None:
            presets.append(_preset(document, path.stem, known))
    if not presets and not problems:
        problems.append(f"{folder.name}: holds no preset. Put the files back.")
    refuse(problems)
    return MappingProxyType({p.key: p for p in sorted(presets, key=_preset_order)})


def _preset(document: Document, stem: str, levers: Mapping[str, Lever]) -> Preset:
    document.check_fields(PRESET_FIELDS, PRESET_OPTIONAL)
    key, data_version = document.text("key"), _data_version(document, levers)
    if key and key != stem:
        document.fault("key", f"{key!r} is not the name of the file", f"Write {stem!r}.")
    return Preset(
        key=key,
        english_label=document.text("label"),
        english_summary=document.text("summary"),
        family=document.word("family", FAMILIES),
        version=document.version("version"),
        data_version=data_version,
        money_year=document.money_year("money_year"),
        values=_values(document, levers, data_version),
        grades=_grades(document),
        story=_story(document),
    )


def _grades(document: Document) -> tuple[int, int] | None:
    given = document.fields.get("grades")
    if given is None and "grades" not in document.fields:
        return None
    lowest, top = given if isinstance(given, list) and len(given) == 2 else (None, None)
    if type(lowest) is int and type(top) is int and GRADES[0] <= lowest <= top <= GRADES[1]:
        return lowest, top
    remedy = f"Give the lowest and the top grade, whole numbers {from_to(GRADES)}."
    document.fault("grades", f"{given!r} are not two grades", remedy)
    return None


def _story(document: Document) -> StoryText | None:
    story = document.inside("story")
    if story is None:
        return None
    story.check_fields(STORY_FIELDS)
    return story_of(story, story.whole_number("place", 1, MOST_STORIES))


def _preset_order(preset: Preset) -> tuple[int, float, str]:
    size = preset.values.get("enrollment_year1", 0.0)
    first = size[0] if isinstance(size, tuple) else size
    return FAMILIES.index(preset.family), first if isinstance(first, float) else 0.0, preset.key


def _data_version(document: Document, levers: Mapping[str, Lever]) -> int:
    version, newest = document.version("data_version"), newest_version(levers)
    if version > newest:
        what = f"{version} is newer than the levers ({newest})"
        document.fault("data_version", what, "Write the version it was made for.")
    return version


def load_six_schools(
    path: Path = DATA / "six_schools.json", levers: Mapping[str, Lever] | None = None
) -> Mapping[str, School]:
    """The six illustrative schools by their key. Raises `EvidenceError`."""
    known = load_register() if levers is None else levers
    problems: list[str] = []
    document = document_of(path, problems)
    schools = _schools(document, known) if document is not None else []
    refuse(problems)
    return MappingProxyType({s.key: s for s in schools})


def _schools(document: Document, levers: Mapping[str, Lever]) -> list[School]:
    document.check_fields(SIX_FIELDS)
    entries = document.fields.get("schools", [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        document.fault("schools", "is not a list of schools", "Write [ { ... }, { ... } ].")
        return []
    schools = [_school(document, number, entry, levers) for number, entry in enumerate(entries, 1)]
    for key, count in Counter(s.key for s in schools).items():
        if count > 1 and key:
            document.fault("schools", f"{key!r} stands twice", "Give each school a key of its own.")
    return schools


def _school(
    document: Document, number: int, entry: Mapping[str, object], levers: Mapping[str, Lever]
) -> School:
    place = f"{document.place}, school {number} ({entry.get('key') or 'no key'})"
    one = Document(place, entry, document.problems)
    one.check_fields(SCHOOL_FIELDS)
    # What the six have in common is checked only with the first of them, so that a fault is reported once.
    shared = document if number == 1 else Document(document.place, document.fields, [])
    data_version = _data_version(shared, levers)
    return School(
        key=one.text("key"),
        english_label=one.text("label"),
        kind=one.word("kind", SCHOOL_KINDS),
        family=one.word("family", FAMILIES),
        english_summary=one.text("summary"),
        english_note=shared.text("note"),
        version=shared.version("version"),
        data_version=data_version,
        money_year=shared.money_year("money_year"),
        values=_values(one, levers, data_version),
    )
