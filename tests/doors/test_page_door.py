"""The same texts in fields of the page: a bare share is per cent there, and doubt is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest

from model.evidence import LEVERS
from tests.doors.page_door import Field
from tests.doors.spellings import REFUSED, TWO_WAYS, Spelling, taken
from tools.fuzz.judged import lacks
from tools.saying import says

TYPED = sorted((s for s in taken() if not LEVERS[s.lever].is_choice), key=lambda s: s.lever)
OF_LEVER = {lever: tuple(of_it) for lever, of_it in groupby(TYPED, key=lambda s: s.lever)}


@pytest.mark.parametrize("lever", OF_LEVER)
def test_what_is_taken(lever):
    """The value that the other doors give, or for a bare share its hundredth; the same remark."""
    assert list(_faults(Field(lever), OF_LEVER[lever])) == []


def _faults(field: Field, spellings: tuple[Spelling, ...]) -> Iterator[str]:
    for s in spellings:
        found, offered = field.typed(s.text)
        value = s.value if s.in_percent == "same" else s.in_percent
        if found.value != value:
            yield f"{s.text!r}: {found.value} {found.refusals}, not {value}"
        two_ways = s in TWO_WAYS
        if two_ways and not (len(offered) == 2 and not offered[0].startswith("Use ")):
            yield f"{s.text!r} is not asked back: {offered}"
        said = any(says("values.read_as").search(r) for r in found.remarks)
        if not offered and said != bool(s.read):
            yield f"{s.text!r} says {found.remarks}"


def test_what_is_refused():
    """Nothing changes, what was typed stays, and the message has no key but a remedy."""
    faults = []
    for lever, texts in groupby(sorted(REFUSED), key=lambda pair: pair[0]):
        if LEVERS[lever].is_choice:
            continue
        field = Field(lever)
        for _, text in texts:
            found, offered = field.typed(text)
            said = " ".join(found.refusals)
            if not (offered or found.refusals):
                faults.append(f"{lever}={text!r} is taken as {found.value}")
            elif found.refusals and (f"({lever})" in said or "remedy" in lacks(said)):
                faults.append(f"{lever}={text!r}: {said}")
    assert faults == []
