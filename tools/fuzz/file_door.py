"""Files of plans: mutated as text, as bytes and as documents, and made to cost much."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from exchange import files
from exchange.one_line import clean
from model.evidence import LEVERS, Value
from model.months.timing import LONGEST
from model.plan.own_lines import OF_NUMBER
from model.plan.payment_times import PaymentTimes
from tools.fuzz.damage import NASTY, damaged, damaged_bytes
from tools.fuzz.good_plans import drawn_file
from tools.fuzz.list_door import MARKS, is_implied
from tools.fuzz.spelled import could_mean
from tools.fuzz.trials import Outcome
from tools.saying import says

_FILE = {"format", "format_version", "model_version", "data_version", "plans"}
_PLAN = {
    *("name", "reason", "preset", "school", "start", "now", "came_from", "locked"),
    *("notes", "decisions", "payments"),
}
_VALUES: Sequence[object] = (
    *(None, True, False, 0, 17, -1, 1e300, "", "x", [], {}, [[]], {"a": 1}, "11,600", "11.600", "2,9", "7 %"),
    *([0.1] * 5, [0.1] * 6, ["1"] * 5, "us_elementary.1", "lumpy", *NASTY[:12]),
)


def make(draw: random.Random) -> bytes:
    """One input."""
    way = draw.random()
    if way < 0.04:
        return _dear(draw)
    good = files.write([drawn_file(draw) for _ in range(draw.choice((1, 1, 1, 2, 3)))])
    if way < 0.12:
        return damaged_bytes(draw, good)
    if way < 0.5:
        return damaged(draw, good.decode()).encode("utf-8", "surrogatepass")
    document = json.loads(good)
    for _ in range(draw.choice((1, 1, 2, 5))):
        _change(draw, document)
    return json.dumps(document).encode("utf-8", "surrogatepass")


def _change(draw: random.Random, document: dict[str, Any]) -> None:
    """Another value in some place, a field more or less, or another version."""
    holder: dict[str, Any] = document
    while draw.random() < 0.8:
        inner = [v for v in holder.values() if isinstance(v, dict)]
        inner += [x for v in holder.values() if isinstance(v, list) for x in v if isinstance(x, dict)]
        if not inner:
            break
        holder = draw.choice(inner)
    way = draw.randrange(5)
    if way == 0 and holder:
        del holder[draw.choice(sorted(holder))]
    elif way == 1:
        holder[
            draw.choice(
                ["extra", "notes", "locked", "decisions", "school", "came_from", draw.choice(list(LEVERS))]
            )
        ] = deepcopy(draw.choice(_VALUES))
    elif way == 2:
        document["format_version"] = draw.choice((0, 1, 1, 1, 2, 3, None, "1"))
    elif holder:
        holder[draw.choice(sorted(holder))] = deepcopy(draw.choice(_VALUES))


def _dear(draw: random.Random) -> bytes:
    """What is small to send and may be much to read."""
    document = json.loads(files.write([drawn_file(draw)]))
    plan = document["plans"][0]
    kinds: Sequence[Callable[[], object]] = (
        lambda: plan.update(now={f"lever_{i}": 1 for i in range(100)}, start={}),
        lambda: plan["now"].update({f"lever_{i}": 1 for i in range(20_000)}),
        lambda: plan.update(locked={f"lever_{i}": "mandate" for i in range(20_000)}),
        lambda: plan.update(now=dict.fromkeys(LEVERS, "1.600")),
        lambda: plan.update(now={k: [9e9] * 5 for k in LEVERS}, start={}),
        lambda: plan.update(notes=[{f"k{i}": 1 for i in range(500)}] * 100),
        lambda: plan.update(name="x" * 500_000),
    )
    draw.choice(kinds)()
    one = len(json.dumps(plan))
    document["plans"] = [plan] * min(draw.choice((1, 20, 200)), max(1, 3_000_000 // one))
    text = json.dumps(document).encode()
    return draw.choice(
        (text, b"[" * 100_000, b'{"a":' * 50_000, b"[" + b"{}," * 600_000 + b"{}]", b'"' * 1_900_000)
    )


def try_it(given: object) -> Outcome:
    """Open it. A file that opens must hold what it says; whatever is different must have been said."""
    assert isinstance(given, bytes)
    try:
        opened = files.read(given)
    except files.FileRefused as refused:
        return Outcome(refused.reasons)
    return Outcome(silent=lambda: _unsaid(json.loads(given.decode("utf-8-sig")), opened), is_taken=True)


def _unsaid(document: Mapping[str, Any], opened: files.Opened) -> str:
    """The first thing in the document that is neither held nor remarked upon."""
    if set(document) - _FILE:
        return f"dropped: {set(document) - _FILE}"
    if len(document["plans"]) != len(opened.plans):
        return "another number of plans"
    for one, filed in zip(document["plans"], opened.plans, strict=True):
        wrong = _unsaid_of_plan(one, filed, opened.remarks)
        if wrong:
            return wrong
    return ""


def _unsaid_of_plan(one: Mapping[str, Any], filed: files.Filed, remarks: Sequence[str]) -> str:
    if set(one) - _PLAN:
        return f"dropped: {set(one) - _PLAN}"
    told = " ".join(remarks)
    for side, held in (("start", filed.start.values), ("now", filed.now.values)):
        for key, given in one[side].items():
            if key not in held:
                return f"dropped: {key}"
            if not _is_same(given, held[key], f"({key})" in told or f"{LEVERS[key].label}: " in told):
                return f"{side} {key}: {given!r} became {held[key]!r}"
        absent = [k for k in held if k not in one[side] and f"({k})" not in told]
        # What a setting's numbers mean need not be said where they mean what they always did, and nothing of
        # an own line of which nothing is set.
        unset = {k for keys in OF_NUMBER.values() if not one[side].keys() & set(keys) for k in keys}
        as_ever = {k for k in absent if (k in MARKS or k in unset) and held[k] == LEVERS[k].default}
        silent = [k for k in absent if k not in as_ever and not is_implied(k, told)]
        if silent:
            return f"filled in: {silent}"
    if dict(filed.plan.locks) != one.get("locked", {}) or dict(filed.plan.stated) != one.get("came_from", {}):
        return "other locks or origins"
    if one["name"] != filed.name and not says("plan_file.shortened", field="name").search(told):
        return f"another name: {filed.name!r}"
    if one["reason"] != filed.reason and not says("plan_file.shortened", field="reason").search(told):
        return "another reason"
    lost = len(one.get("notes", [])) - len(filed.notebook.notes)
    left_out = (says("plan_file.note_left_out"), says("plan_file.yearly_note_left_out"))
    if lost and not any(form.search(r) for form in left_out for r in remarks):
        return f"{lost} notes lost"
    if len(one.get("decisions", [])) != len(filed.notebook.decisions):
        return "decisions lost"
    return _unsaid_of_payments(one.get("payments", {}), filed.notebook.payments) or _unsaid_of_decisions(
        one.get("decisions", []), filed
    )


def _unsaid_of_payments(given: Mapping[str, Any], held: PaymentTimes) -> str:
    """The name of what was chosen and is not held as it stands there; nothing where all is."""
    for name, value in given.items():
        holds = {
            "shares": held.shares,
            "late": held.late,
            "new_students": "late" if held.new_students_late else "with_the_rest",
        }
        kept = holds[name] if name in holds else held.calendar(name, "")
        # A text that cannot be shown as it is was repaired with a remark.
        if kept != value and not (name == "shares" and clean(value, LONGEST) == kept):
            return f"another {name}"
    return ""


def _unsaid_of_decisions(given: Sequence[Mapping[str, Any]], filed: files.Filed) -> str:
    for one, held in zip(given, filed.notebook.decisions, strict=True):
        if (one["day"], float(one["before"]), float(one["after"])) != (
            held.day.isoformat(),
            held.before,
            held.after,
        ):
            return f"a decision became {held}"
        if len(one["moves"]) != len(held.moves):
            return "moves lost"
    return ""


def _is_same(given: object, held: Value, is_told: bool) -> bool:
    """Whether a value is held as it stands; a text for a number has to be told."""
    if isinstance(given, bool):
        return False
    if isinstance(given, int | float):
        return held == float(given)
    if isinstance(given, list):
        if not isinstance(held, tuple) or len(held) != len(given):
            return False
        return all(_is_same(g, h, is_told) for g, h in zip(given, held, strict=True))
    return isinstance(given, str) and (given == held or (is_told and could_mean(given, held)))
