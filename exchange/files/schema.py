"""The published form of a file of plans: JSON Schema, draft 2020-12, made from the register of levers.

It says what is written. Reading is kinder in one thing: an older file may lack levers that came later.
"""

from __future__ import annotations

import json

from exchange.plan_file.shape import (
    FORMAT,
    FORMAT_VERSION,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_REASON,
    LONGEST_STOOD,
    LONGEST_WHO,
    LONGEST_WHY,
    MOST_DECISIONS,
    MOST_NOTES,
    MOST_PLANS,
)
from model.evidence import DATA_VERSION, LEVERS, Lever
from model.explain.record import SEARCHED
from model.lines.worksheet import BOOK
from model.plan.locks import KINDS
from model.units import unit_words
from model.years import OPERATING_YEARS


def schema_text() -> str:
    """The schema as it lies in docs/scenario-schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, object]:
    """The schema of the present format version."""
    plan = _object(
        {
            "name": {"type": "string", "maxLength": LONGEST_NAME},
            "reason": {"type": "string", "maxLength": LONGEST_REASON},
            "preset": {
                "type": "string",
                "pattern": "^[a-z0-9_]+\\.[0-9]+$",
                "description": "The preset behind the plan and its version, such as us_elementary.1.",
            },
            "start": {"$ref": "#/$defs/values"},
            "now": {"$ref": "#/$defs/values"},
            "locked": {
                "type": "object",
                "description": "Levers that are not to be moved, with the kind of reason.",
                "propertyNames": {"enum": list(LEVERS)},
                "additionalProperties": {"enum": list(KINDS)},
            },
            "notes": {"type": "array", "maxItems": MOST_NOTES, "items": _note()},
            "decisions": {"type": "array", "maxItems": MOST_DECISIONS, "items": _decision()},
        }
    )
    fields = {
        "format": {"const": FORMAT},
        "format_version": {"const": FORMAT_VERSION},
        "model_version": {"type": "string", "minLength": 1, "maxLength": 20},
        "data_version": {"type": "integer", "minimum": 1},
        "plans": {"type": "array", "minItems": 1, "maxItems": MOST_PLANS, "items": plan},
    }
    values = {
        **_object({k: _lever(x) for k, x in LEVERS.items()}),
        "required": [k for k, x in LEVERS.items() if x.since == 1],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plans of the School Sustainability Explorer",
        "description": "Written by `make docs` from the register of levers. Rates and shares are 0 to 1; money is US dollars.",
        **_object(fields),
        "allOf": [_since(version) for version in range(2, DATA_VERSION + 1)],
        "$defs": {"values": values},
    }


def _text(longest: int) -> dict[str, object]:
    return {"type": "string", "maxLength": longest}


def _note() -> dict[str, object]:
    place = {
        "description": "A line of the book with a year, or a lever or a searched figure without one.",
        "enum": [*BOOK.lines, *LEVERS, *SEARCHED],
    }
    year = {"type": ["integer", "null"], "minimum": 0, "maximum": OPERATING_YEARS}
    text = {**_text(LONGEST_NOTE), "minLength": 1}
    return _object({"on": place, "year": year, "text": text, "stood": _text(LONGEST_STOOD)})


def _decision() -> dict[str, object]:
    value = {"description": "A value that the lever may hold."}
    move = {"lever": {"enum": list(LEVERS)}, "from": value, "to": value, "effect": {"type": "number"}}
    return _object(
        {
            "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "who": _text(LONGEST_WHO),
            "why": _text(LONGEST_WHY),
            "before": {
                "type": "number",
                "description": "The structural result of Year 5 before, in dollars.",
            },
            "after": {"type": "number"},
            "moves": {"type": "array", "maxItems": len(LEVERS), "items": _object(move)},
        }
    )


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _lever(lever: Lever) -> dict[str, object]:
    said = f"{lever.label}{unit_words(lever.unit)}"
    if lever.is_choice:
        return {"description": said, "enum": list(lever.choices)}
    assert lever.bounds is not None
    one: dict[str, object] = {
        "type": "integer" if lever.is_whole else "number",
        "minimum": lever.bounds[0],
        "maximum": lever.bounds[1],
    }
    if not lever.per_year:
        return {"description": said, **one}
    yearly = {"type": "array", "items": one, "minItems": OPERATING_YEARS, "maxItems": OPERATING_YEARS}
    return {"description": f"{said}; one number, or one for each year", "oneOf": [one, yearly]}


def _since(version: int) -> dict[str, object]:
    """A file of this data version or a later one holds its levers too."""
    held = {"required": [k for k, x in LEVERS.items() if x.since == version]}
    plan = {"properties": {"start": held, "now": held}}
    return {
        "if": {"properties": {"data_version": {"minimum": version}}},
        "then": {"properties": {"plans": {"items": plan}}},
    }
