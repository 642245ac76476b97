"""A plan in a file, and the file itself, declared: every field with its limit, and cross-checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exchange import turns
from exchange.files.faults import Place, shown
from exchange.files.fields import UNUSABLE, Field, Record, Schema, Within, described
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
from model.plan import came_from, facts, locks, own_faults, released
from model.plan.named_presets import find_preset
from model.plan.own_lines import name_keys
from model.plan.plan import Plan
from model.plan.released import Origin
from model.plan.scenario import Scenario, unknown_preset
from model.starts.naming import unnamed
from model.texts import counted, quoted, say


class PresetVersion:
    """The preset behind a plan with its version, or null for a plan of no preset.

    A version that is not held here gets a remark; the plan's own values are complete, so it stays as it is.
    """

    def read(self, given: object, at: Place) -> Any:
        if given is None:
            return None
        if not isinstance(given, str) or "." not in given:
            at.fault(say("plan_file.no_preset", given=shown(given)))
            return UNUSABLE
        key, _, version = given.partition(".")
        if key not in PRESETS:
            at.fault(unknown_preset(key[:60]).message)
            return UNUSABLE
        here = released.newest(key)
        if held := find_preset(given):
            return Origin(key, held.version)
        if not (version.isascii() and version.isdigit() and len(version) <= 6):
            wrong = {"version": quoted(version[:20]), "preset": key, "here": here}
            at.fault(say("plan_file.no_such_version", **wrong))
            return UNUSABLE
        at.remark(say("plan_file.other_version", version=version, preset=key, here=here.version))
        return here

    def write(self, value: Any) -> object:
        return None if value is None else str(value)

    def schema(self) -> Schema:
        return {
            "type": ["string", "null"],
            "pattern": "^[a-z0-9_]+\\.[0-9]+$",
            **described("schema.preset"),
        }


def _plan(values: Mapping[str, Any], at: Place) -> Any:
    origin, said = values["preset"], values["school"]
    school, problems = facts_of(said, origin)
    for problem in problems:
        at.fault(problem)
    start = Scenario.of(values["start"])
    now = Scenario.of(values["now"], values["name"])
    for wrong in (p for side in (start, now) for p in own_faults.problems(side)):
        at.fault(wrong.message)
    start = start.named(name_of(said, origin, start))
    plan = Plan(
        start,
        unnamed(start, now),
        school,
        origin,
        values["locked"],
        values["came_from"],
    )
    return Filed(plan, values["reason"], values["notebook"])


_GRADE = Whole(facts.LOWEST, facts.TOP, "plan_file.no_grade")
SCHOOL = Record(
    (
        Field("name", Line(LONGEST_NAME), lambda s: s.name, optional=True),
        Field(
            "kind",
            Word(SCHOOL_KINDS, "plan_file.no_kind", "schema.kind"),
            lambda s: s.kind,
            optional=True,
        ),
        Field("lowest_grade", _GRADE, lambda s: s.lowest_grade, optional=True),
        Field("top_grade", _GRADE, lambda s: s.top_grade, optional=True),
    ),
    lambda values, _at: OwnSchool(**values),
    means="schema.school",
)
PLAN = Record(
    (
        Field("name", Line(LONGEST_NAME), lambda f: f.name),
        Field("reason", Line(LONGEST_REASON), lambda f: f.reason),
        Field("preset", PresetVersion(), lambda f: f.plan.origin),
        Field("school", SCHOOL, lambda f: own_school(f.plan), optional=True, usual=NOTHING_SAID),
        Field("start", LeverValues(), lambda f: {**f.start.values, **name_keys(f.start.names)}),
        Field("now", LeverValues(), lambda f: {**f.now.values, **name_keys(f.now.names)}),
        Field(
            "came_from",
            WordByLever(
                came_from.WAYS,
                came_from.check,
                "plan_file.no_origins",
                "schema.came_from",
            ),
            lambda f: f.plan.stated,
            optional=True,
            usual=(),
        ),
        Field(
            "locked",
            WordByLever(
                locks.KINDS,
                locks.check,
                "plan_file.no_locks",
                "schema.locked",
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
            at.found.reasons.add(say("plan_file.no_model_version", given=shown(given), here=MODEL_VERSION))
        elif given != MODEL_VERSION:
            made_with = clean(given, MODEL_WORDS)
            at.found.remarks.add(say("plan_file.other_model_version", given=made_with, here=MODEL_VERSION))
        return given

    def write(self, _value: Any) -> object:
        return MODEL_VERSION

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": MODEL_WORDS}


class DataVersion:
    """The version of the lever register that the file was made with."""

    def read(self, given: object, at: Place) -> Any:
        if not isinstance(given, int) or isinstance(given, bool) or given < 1:
            at.found.reasons.add(say("plan_file.no_data_version", given=shown(given), newest=DATA_VERSION))
        elif given > DATA_VERSION:
            at.found.remarks.add(say("plan_file.newer_data_version", given=shown(given), here=DATA_VERSION))
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
            reasons.add(say("plan_file.not_plans", given=shown(given)))
            return UNUSABLE
        if not given:
            reasons.add(say("plan_file.no_plan"))
        if len(given) > MOST_PLANS:
            reasons.add(say("plan_file.too_many_plans", count=counted(len(given)), most=MOST_PLANS))
            return UNUSABLE
        read = []
        for number, one in enumerate(given, 1):
            turns.piece_done()
            if len(reasons) > ENOUGH_FAULTS:
                return UNUSABLE
            if isinstance(one, dict):
                place = Place(say("plan_file.plan", number=number), "", at.found)
                read.append(PLAN.read(one, place))
            else:
                reasons.add(say("plan_file.not_a_plan", number=number, given=shown(one)))
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
