"""The published form of a file of plans: JSON Schema, draft 2020-12, made from its declared fields.

It describes what is written. Reading is more lenient in one way: an older file may lack levers that came
later.
"""

from __future__ import annotations

import json

from exchange.files import lever_values
from exchange.files.fields import Schema
from exchange.files.plan_fields import FILE
from model.texts import say, speaking
from model.texts.language import ENGLISH


def schema_text() -> str:
    """The schema as it lies in docs/scenario-schema.json: in English, whoever asks for it."""
    with speaking(ENGLISH):
        return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of the present format version."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say("schema.title"),
        "description": say("schema.about"),
        **FILE.schema(),
        "allOf": lever_values.by_data_version(),
        "$defs": {"values": lever_values.definition()},
    }
