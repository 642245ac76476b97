"""Texts of the catalog as expressions of a chart, which the browser works out."""

from __future__ import annotations

import json
from string import Formatter
from typing import Any

import altair as alt

from model.evidence import Lever, Value
from model.explain.account import value_in_words
from model.texts import say, template


def written(texts: object) -> str:
    """A text, or a list of texts, as a literal of an expression."""
    return json.dumps(texts, ensure_ascii=False)


def expression(key: str, /, **values: str) -> str:
    """The text of `key` with its values put in by the browser; each value is itself an expression."""
    parts = []
    for literal, name, _, _ in Formatter().parse(template(key, **values)):
        if literal:
            parts.append(written(literal))
        if name is not None:
            parts.append(f"({values[name]})")
    return f"({' + '.join(parts)})"


def worded(key: str, /, **values: str) -> Any:
    """The same as the description of a mark, which is read aloud."""
    return alt.value(alt.ExprRef(expression(key, **values)))


def setting_value(lever: Lever, value: Value) -> str:
    """One setting of a mix: its name and where it stands."""
    return say("charts.setting_value", setting=lever.label, value=value_in_words(lever, value))
