"""A plan in a file, and the file itself, declared: every field with its limit, and cross-checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exchange import turns
from exchange.files.faults import Place, shown
from exchange.files.fields import UNUSABLE, Field, Record, Schema, Within
from exchange.files.filed import Filed
from exchange.files.kinds import Line, Whole, Word, WordByLever
from exchange.files.lever_values import LeverValues
from exchange.files.limits import (
    ENOUGH_FAULTS,
    FORMAT,
    FORMAT_VERSION,
    LONGEST_REASON,
    MODEL_WORDS,
    MOST_PLANS,
)
from exchange.files.notebook_fields import NOTEBOOK
from exchange.one_line import clean
from exchange.own_school import LONGEST_NAME, NOTHING_SAID, OwnSchool, facts_of, name_of, own_school
from model import MODEL_VERSION
from model.evidence import DATA_VERSION, PRESETS
from model.evidence.schools import SCHOOL_KINDS
from model.plan import came_from, facts, locks, released
from model.plan.plan import Plan
from model.plan.released import Origin
from model.plan.scenario import Scenario, unknown_preset


class PresetVersion:
    """The preset behind a plan with its version, or null for a plan of no preset.

    A version that is not available here gets a remark; the plan's own values are complete, so it stays as it
    is.
    """

    def read(self, given: object, at: Place) -> Any:
        if given is None:
            return None
        if not isinstance(given, str) or "." not in given:
            known = f'"preset" is {shown(given)}, which is not a preset with its version.'
            at.fault(f'{known} Write it as "us_elementary.1", or null for none.')
            return UNUSABLE
        key, _, version = given.partition(".")
        if key not in PRESETS:
            at.fault(unknown_preset(key[:60]).message)
            return UNUSABLE
        here = released.newest(key)
        if version == str(here.version):
            return here
        if not (version.isascii() and version.isdigit() and len(version) <= 6):
            at.fault(f'"preset" has the version {version[:20]!r}, which {key} never had. Write "{here}".')
            return UNUSABLE
        at.remark(
            f"it began from version {version} of {key}; this tool holds {here.version}. "
            "Its own values are complete and stay as they are."
        )
        return Origin(key, int(version)) if released.preset(key, int(version)) else here

    def write(self, value: Any) -> object:
        return None if value is None else str(value)

    def schema(self) -> Schema:
        return {
            "type": ["string", "null"],
            "pattern": "^[a-z0-9_]+\\.[0-9]+$",
            "description": "The preset behind the plan and its version, such as us_elementary.1; null "
            "for none.",
        }


def _plan(values: Mapping[str, Any], at: Place) -> Any:
    origin, said = values["preset"], values["school"]
    school, problems = facts_of(said, origin)
    for problem in problems:
        at.fault(problem)
    start = Scenario.of(values["start"])
    plan = Plan(
        start.named(name_of(said, origin, start)),
        Scenario.of(values["now"], values["name"]),
        school,
        origin,
        values["locked"],
        values["came_from"],
    )
    return Filed(plan, values["reason"], values["notebook"])


_NO_GRADE = (
    f"a grade that its school serves is {{given}}. Write a whole number from {facts.LOWEST} to {facts.TOP}."
)
_GRADE = Whole(facts.LOWEST, facts.TOP, _NO_GRADE)
_NO_KIND = f"the kind of school is {{given}}. Write {' or '.join(SCHOOL_KINDS)} in quotation marks."
SCHOOL = Record(
    (
        Field("name", Line(LONGEST_NAME), lambda s: s.name, optional=True),
        Field(
            "kind",
            Word(SCHOOL_KINDS, _NO_KIND, "Whose it is."),
            lambda s: s.kind,
            optional=True,
        ),
        Field("lowest_grade", _GRADE, lambda s: s.lowest_grade, optional=True),
        Field("top_grade", _GRADE, lambda s: s.top_grade, optional=True),
    ),
    lambda values, _at: OwnSchool(**values),
    means="What does not follow from the preset: the name of the school, whose it is, the grades it serves.",
)
PLAN = Record(
    (
        Field("name", Line(LONGEST_NAME), lambda f: f.name),
        Field("reason", Line(LONGEST_REASON), lambda f: f.reason),
        Field("preset", PresetVersion(), lambda f: f.plan.origin),
        Field("school", SCHOOL, lambda f: own_school(f.plan), optional=True, usual=NOTHING_SAID),
        Field("start", LeverValues(), lambda f: f.start.values),
        Field("now", LeverValues(), lambda f: f.now.values),
        Field(
            "came_from",
            WordByLever(
                came_from.WAYS,
                came_from.check,
                '"came_from" is {given}. Write levers with where their values came from, in braces.',
                "Where starting values came from, where that does not follow from the preset.",
            ),
            lambda f: f.plan.stated,
            optional=True,
            usual=(),
        ),
        Field(
            "locked",
            WordByLever(
                tuple(locks.KINDS),
                locks.check,
                '"locked" is {given}. Write levers with the kind of reason, in braces.',
                "Levers that are not to be moved, with the kind of reason.",
            ),
            lambda f: f.plan.locks,
        ),
        Within("notebook", NOTEBOOK, lambda f: f.notebook),
    ),
    _plan,
    titled="name",
)


class Constant:
    """A value that every file holds; `reading` checks it before anything else."""

    def __init__(self, value: object) -> None:
        self.value = value

    def read(self, _given: object, _at: Place) -> Any:
        return self.value

    def write(self, _value: Any) -> object:
        return self.value

    def schema(self) -> Schema:
        return {"const": self.value}


class ModelVersion:
    """The model version that the file was made with."""

    def read(self, given: object, at: Place) -> Any:
        if not (isinstance(given, str) and 0 < len(given) <= MODEL_WORDS):
            at.found.reasons.add(
                f'"model_version" is {shown(given)}, which is not a version. Write it as "{MODEL_VERSION}".'
            )
        elif given != MODEL_VERSION:
            at.found.remarks.add(
                f"The file was made with model {clean(given, MODEL_WORDS)}; this is model {MODEL_VERSION}. "
                "The values are the same; results may differ."
            )
        return given

    def write(self, _value: Any) -> object:
        return MODEL_VERSION

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": MODEL_WORDS}


class DataVersion:
    """The version of the lever register that the file was made with."""

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, int) or isinstance(given, bool) or given < 1:
            at.found.reasons.add(
                f'"data_version" is {shown(given)}, which is not a whole number from 1 up. '
                f"Write a number from 1 to {DATA_VERSION}."
            )
        elif given > DATA_VERSION:
            at.found.remarks.add(
                f"The file was made with data version {shown(given)}; this tool holds {DATA_VERSION}, which is "
                "older."
            )
        return given

    def write(self, _value: Any) -> object:
        return DATA_VERSION

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": 1}


class Plans:
    """The plans of a file, each called by its number."""

    def read(self, given: object, at: Place) -> Any:
        reasons = at.found.reasons
        if not isinstance(given, list):
            reasons.add(f'"plans" is {shown(given)}. Write a list of plans in square brackets.')
            return UNUSABLE
        if not given:
            reasons.add(
                'The file holds no plan: "plans" is an empty list. Save one into it where it was made.'
            )
        if len(given) > MOST_PLANS:
            reasons.add(f"The file holds {len(given):,} plans; at most {MOST_PLANS} can be opened. Split it.")
            return UNUSABLE
        read = []
        for number, one in enumerate(given, 1):
            turns.piece_done()
            if len(reasons) > ENOUGH_FAULTS:
                return UNUSABLE
            if isinstance(one, dict):
                read.append(PLAN.read(one, Place(f"Plan {number}", "", at.found)))
            else:
                reasons.add(f"Plan {number} is {shown(one)}, which is not a plan. Take it out.")
        return tuple(read)

    def write(self, value: Any) -> object:
        return [PLAN.write(filed) for filed in value]

    def schema(self) -> Schema:
        return {"type": "array", "minItems": 1, "maxItems": MOST_PLANS, "items": PLAN.schema()}


FILE = Record(
    (
        Field("format", Constant(FORMAT), lambda _: None),
        Field("format_version", Constant(FORMAT_VERSION), lambda _: None),
        Field("model_version", ModelVersion(), lambda _: None),
        Field("data_version", DataVersion(), lambda _: None),
        Field("plans", Plans(), lambda plans: plans),
    ),
    lambda values, _at: values["plans"],
)
