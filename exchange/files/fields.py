"""How a record of a file is declared by its fields. Reader, writer and JSON schema follow from them.

A kind knows how one value is read from an untrusted file, how it is written, and its schema. A record is a
kind too, so records can be nested. A fault is recorded with its place and reading goes on with `UNUSABLE` as
the value, so that everything wrong with a file is reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from exchange.files.faults import Place, check_names, shown
from model.texts import counted, say

Schema: TypeAlias = dict[str, object]
UNUSABLE: Any = object()  # stands in for a value that could not be read; the reason has been recorded


class Kind(Protocol):
    """One kind of value in a file."""

    def read(self, given: object, at: Place) -> Any:
        """The value as the program holds it, or UNUSABLE; faults are recorded at `at`."""

    def write(self, value: Any) -> object:
        """The value as it stands in a file: plain values; five yearly numbers are a tuple."""

    def schema(self) -> Schema:
        """Its JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """A named value of a record. `of` takes it out of the object that is written.

    An optional field is left out where it equals `usual`, and reads as `usual` where a file lacks it.
    """

    name: str
    kind: Kind
    of: Callable[[Any], object]
    optional: bool = False
    usual: object = None


@dataclass(frozen=True, slots=True)
class Within:
    """A record whose fields stand among those of another one, in the same JSON object."""

    name: str  # by which the outer record's `build` is given it
    kind: Record
    of: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object of declared fields. `build` makes the program's object from their values.

    It is called only when every field could be read, and may still find a fault: then it returns UNUSABLE.
    `titled` is the field whose text is added to the place's name; `means` is the key of its description.
    """

    fields: tuple[Field | Within, ...]
    build: Callable[[Mapping[str, Any], Place], Any]
    titled: str = ""
    means: str = ""

    def all_fields(self) -> Iterator[Field]:
        for field in self.fields:
            if isinstance(field, Field):
                yield field
            else:
                yield from field.kind.all_fields()

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, dict):
            at.fault(say("plan_file.not_an_object", field=at.field, given=shown(given)))
            return UNUSABLE
        words, values = at.words, {}
        if self.titled:
            title = next(f for f in self.all_fields() if f.name == self.titled)
            values[self.titled] = name = _field(title, given, at)
            if isinstance(name, str) and name:
                words = say("plan_file.titled", place=words, title=name[:40])
        at = Place(words, at.field, at.found)
        fields = list(self.all_fields())
        check_names(
            given, [f.name for f in fields if not f.optional], [f.name for f in fields if f.optional], at
        )
        return self.read_fields(given, at, values)

    def read_fields(self, given: Mapping[str, object], at: Place, values: dict[str, Any]) -> Any:
        """The record from a JSON object whose names are checked; `values` are those read already."""
        for field in self.fields:
            if isinstance(field, Within):
                values[field.name] = field.kind.read_fields(given, at, {})
            elif field.name not in values:
                values[field.name] = _field(field, given, at)
        usable = all(v is not UNUSABLE for v in values.values())
        return self.build(values, at) if usable else UNUSABLE

    def write(self, value: Any) -> dict[str, object]:
        written: dict[str, object] = {}
        for field in self.fields:
            held = field.of(value)
            if isinstance(field, Within):
                written |= field.kind.write(held)
            elif not (field.optional and held == field.usual):
                written[field.name] = field.kind.write(held)
        return written

    def schema(self) -> Schema:
        fields = list(self.all_fields())
        return {
            "type": "object",
            **described(self.means),
            "properties": {f.name: f.kind.schema() for f in fields},
            "required": [f.name for f in fields if not f.optional],
            "additionalProperties": False,
        }


def described(key: str) -> Schema:
    """The description of a part of a file, by the key of its text; nothing where it has none."""
    return {"description": say(key)} if key else {}


def _field(field: Field, given: Mapping[str, object], at: Place) -> Any:
    if field.name in given:
        return field.kind.read(given[field.name], Place(at.words, field.name, at.found))
    return field.usual if field.optional else UNUSABLE


@dataclass(frozen=True, slots=True)
class Many:
    """A list of records, each called by its number ("note 2"). One that must not be kept is left out."""

    item: Record
    most: int
    called: str  # the key of its place, which is given `place` and `number`

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, list):
            at.fault(say("plan_file.not_a_list", field=at.field, given=shown(given)))
            return UNUSABLE
        if len(given) > self.most:
            count = counted(len(given))
            entries = {"place": at.words, "field": at.field, "most": self.most}
            at.found.reasons.add(say("plan_file.too_many_entries", count=count, **entries))
            return UNUSABLE
        read = []
        for i, one in enumerate(given, 1):
            if isinstance(one, dict):
                place = Place(say(self.called, place=at.words, number=i), at.field, at.found)
                read.append(self.item.read(one, place))
            else:
                wrong = {"number": i, "field": at.field, "given": shown(one)}
                at.fault(say("plan_file.entry_not_an_object", **wrong))
        return tuple(x for x in read if x is not UNUSABLE)

    def write(self, value: Any) -> object:
        return [self.item.write(x) for x in value]

    def schema(self) -> Schema:
        return {"type": "array", "maxItems": self.most, "items": self.item.schema()}
