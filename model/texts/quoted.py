"""What somebody typed, as a message repeats it."""

from __future__ import annotations

from model.texts.catalog import say


def quoted(typed: object) -> str:
    """A text in the quotation marks of the language; what cannot be printed is written out, as `\\n`."""
    return say("values.quoted", typed="".join(c if c.isprintable() else repr(c)[1:-1] for c in str(typed)))
