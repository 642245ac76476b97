"""A text of the catalog as HTML."""

from __future__ import annotations

from markupsafe import Markup, escape

from model.texts import template


def said(key: str, /, **values: object) -> Markup:
    """The text of `key`: escaped, with values escaped unless they are markup.

    So a part that is bold or a link comes in as a value: `said("answer.last_change", name=b(label))`.
    """
    return escape(template(key, **values)).format(**values)
