"""What a message says, by its key: tests and the fuzz program know keys and facts, so words may change."""

from __future__ import annotations

import re
from string import Formatter

from model.texts import keys


def says(key: str, /, **values: object) -> re.Pattern[str]:
    """The text of a key wherever it stands in a message. A value that is not given may be anything there.

    `says("list.not_utf8", byte="7").search(message)`; in `pytest.raises` it is what has to match.
    """
    unknown = values.keys() - {name for form in keys()[key] for _, name, _, _ in Formatter().parse(form)}
    assert not unknown, f"The text {key!r} has no {sorted(unknown)}."
    return re.compile("|".join(_form(form, values) for form in keys()[key]), re.DOTALL)


def _form(form: str, values: dict[str, object]) -> str:
    parts = []
    for words, name, _, _ in Formatter().parse(form):
        parts.append(re.escape(words))
        if name is not None:
            parts.append(re.escape(str(values[name])) if name in values else ".+?")
    return "".join(parts)
