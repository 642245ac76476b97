"""From the bytes of a file to plans: nothing is guessed, and what is filled in or left out is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exchange.plan_file import history
from exchange.plan_file.finding import Notes, line, names
from exchange.plan_file.history import Document
from exchange.plan_file.recording import record
from exchange.plan_file.shape import (
    FIELDS,
    FORMAT,
    FORMAT_VERSION,
    LONGEST_NAME,
    LONGEST_REASON,
    MOST_PLANS,
    PLAN_FIELDS,
    FileRefused,
    clean,
)
from exchange.plan_file.strict_json import parse
from model import MODEL_VERSION
from model.evidence import DATA_VERSION, LEVERS, PRESETS, Lever, Value
from model.explain.record import EMPTY, Record
from model.plan.locks import Locks
from model.plan.locks import check as check_locks
from model.plan.scenario import Scenario, check, unknown_preset
from model.units import amount

BROUGHT = "The file was brought from format version"
MODEL_WORDS = 20  # characters of a model version


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan of a file: `now` carries its name, `start` that of its preset. `preset` is the preset's key; `record` are the
    notes and decisions beside it.
    """

    preset: str
    start: Scenario
    now: Scenario
    reason: str
    record: Record = EMPTY
    locks: Locks = ()


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The plans of a file, and in words what was filled in, left out or is to be known."""

    plans: tuple[Entry, ...]
    remarks: tuple[str, ...]


def read(content: bytes) -> PlanFile:
    """The plans of a file. Raises `FileRefused` with everything that is wrong with it, and nothing else."""
    document = parse(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FileRefused([f'This is not a file of plans: it does not begin with "format": "{FORMAT}".'])
    remarks: list[str] = []
    document = _brought_up_to_date(document, remarks)
    notes = Notes([], remarks, _data_version(document))
    names(document, FIELDS, "The file", notes)
    _made_with(document, notes)
    found = _plans(document, notes)
    if notes.reasons:
        raise FileRefused(notes.reasons)
    return PlanFile(tuple(e for e in found if e), tuple(dict.fromkeys(remarks)))


def _brought_up_to_date(document: Document, remarks: list[str]) -> Document:
    version = document.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise FileRefused(['"format_version" is missing or is not a whole number.'])
    if version > FORMAT_VERSION:
        raise FileRefused(
            [
                f"The file has format version {version}; this tool reads up to {FORMAT_VERSION}. Use a newer tool."
            ]
        )
    while version < FORMAT_VERSION:
        step = history.STEPS.get(version)
        if step is None:
            raise FileRefused([f"There is no format version {version}; the first one is 1."])
        try:
            document, said = step(document)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise FileRefused(
                [f"The file is not what format version {version} was. It is damaged."]
            ) from None
        remarks += [f"{BROUGHT} {version} to {version + 1}.", *said]
        version += 1
    return document


def _data_version(document: Document) -> int:
    version = document.get("data_version")
    good = isinstance(version, int) and not isinstance(version, bool) and version >= 1
    return version if good and isinstance(version, int) else DATA_VERSION


def _made_with(document: Document, notes: Notes) -> None:
    data, model = document.get("data_version"), document.get("model_version")
    if "data_version" in document and (not isinstance(data, int) or isinstance(data, bool) or data < 1):
        notes.reasons.append('"data_version" is not a whole number from 1 up.')
    if notes.data_version > DATA_VERSION:
        notes.remarks.append(
            f"The file was made with data version {notes.data_version}; this tool holds {DATA_VERSION}, which is older."
        )
    if "model_version" in document and not (isinstance(model, str) and 0 < len(model) <= MODEL_WORDS):
        notes.reasons.append('"model_version" is not a version such as "1.0".')
    elif isinstance(model, str) and model != MODEL_VERSION:
        notes.remarks.append(
            f"The file was made with model {clean(model, MODEL_WORDS)}; this is model {MODEL_VERSION}. "
            "The values are the same; results may differ."
        )


def _plans(document: Document, notes: Notes) -> list[Entry | None]:
    given = document.get("plans", [])
    if not isinstance(given, list):
        notes.reasons.append('"plans" is not a list of plans.')
        return []
    if not given and "plans" in document:
        notes.reasons.append("The file holds no plan.")
    if len(given) > MOST_PLANS:
        notes.reasons.append(
            f"The file holds {len(given):,} plans; at most {MOST_PLANS} can be opened. Split it."
        )
        return []
    return [_plan(number, one, notes) for number, one in enumerate(given, 1)]


def _plan(number: int, given: object, notes: Notes) -> Entry | None:
    if not isinstance(given, dict):
        notes.reasons.append(f"Plan {number} is not a plan, but {str(given)[:40]!r}.")
        return None
    name = line(given, "name", LONGEST_NAME, f"Plan {number}", notes)
    place = f"Plan {number} ({name[:40]})" if name else f"Plan {number}"
    names(given, PLAN_FIELDS, place, notes)
    reason = line(given, "reason", LONGEST_REASON, place, notes)
    preset = _preset(given, place, notes)
    start, now = (
        _values(given[part], f"{place}, {part}", notes) if part in given else None
        for part in ("start", "now")
    )
    written = record(given, place, notes)
    locks = _locks(given.get("locked", {}), place, notes)
    if preset is None or start is None or now is None:
        return None
    base = Scenario.preset(preset)
    return Entry(preset, Scenario.of(start, base.name), Scenario.of(now, name), reason, written, locks)


def _locks(given: object, place: str, notes: Notes) -> Locks:
    if not isinstance(given, dict):
        notes.reasons.append(f'{place}: "locked" is not a list of levers with the kind of reason.')
        return ()
    locks, problems = check_locks(given)
    notes.reasons.extend(f"{place}: {p}" for p in problems)
    return locks


def _preset(given: Mapping[str, object], place: str, notes: Notes) -> str | None:
    named = given.get("preset")
    if "preset" not in given:
        return None
    if not isinstance(named, str) or "." not in named:
        notes.reasons.append(
            f'{place}: "preset" is not a preset with its version, such as "us_elementary.1".'
        )
        return None
    key, _, version = named.partition(".")
    if key not in PRESETS:
        notes.reasons.append(f"{place}: {unknown_preset(key[:60]).message}")
        return None
    if version != str(PRESETS[key].version):
        if not (version.isascii() and version.isdigit() and len(version) <= 6):
            notes.reasons.append(f"{place}: {version[:20]!r} is not a version of {key}.")
            return None
        notes.remarks.append(
            f"{place}: it began from version {version} of {key}; this tool holds {PRESETS[key].version}. "
            "Its own values are complete and stay as they are."
        )
    return key


def _values(given: object, place: str, notes: Notes) -> dict[str, Value] | None:
    """A value for every lever, or None when one of them cannot be used."""
    if not isinstance(given, dict):
        notes.reasons.append(f"{place} is not a list of levers and values.")
        return None
    before = len(notes.reasons)
    dropped = [k for k in given if k in history.DROPPED and k not in LEVERS]
    for key in dropped:
        gone = history.DROPPED[key]
        notes.remarks.append(
            f"{key} was dropped in data version {gone.since} and is left out. {gone.meaning}"
        )
    newer = {k for k, x in LEVERS.items() if k not in given and x.since > notes.data_version}
    names(
        {k: v for k, v in given.items() if k not in dropped},
        [k for k in LEVERS if k not in newer],
        place,
        notes,
    )
    values = {
        k: _newer(x, notes) if k in newer else _value(x, given[k], place, notes)
        for k, x in LEVERS.items()
        if k in newer or k in given
    }
    return values if len(notes.reasons) == before else None


def _newer(lever: Lever, notes: Notes) -> Value:
    default = amount(lever.default, lever.unit)
    notes.remarks.append(
        f"{lever.label} ({lever.key}) is newer than the file (data version {lever.since}); it takes its default, {default}."
    )
    return lever.default


def _value(lever: Lever, given: object, place: str, notes: Notes) -> Value:
    if isinstance(
        given, bool
    ):  # elsewhere true may stand for yes; here one value has one way of being written
        notes.reasons.append(
            f"{place}: {lever.label} ({lever.key}) is {str(given).lower()}; write {_example(lever)}."
        )
        return lever.default
    value, problems = check(lever, given)
    notes.reasons.extend(f"{place}: {p.message}" for p in problems)
    return value


def _example(lever: Lever) -> str:
    return " or ".join(f'"{c}"' for c in lever.choices) if lever.is_choice else "a number"
