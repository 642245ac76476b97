"""The same text is the same value, with the same remark, or the same refusal, through every door."""

from __future__ import annotations

import pytest

from tests.doors.doors import DOORS, linked
from tests.doors.spellings import REFUSED, taken
from tests.looped import looped

TAKEN = tuple(taken())
# In an address these are what mail adds: a bracket, a mark or a line break, and they are taken off.
CARRIED = ("11600)", "11600!", "11\n600")


def test_there_are_three_hundred():
    assert len({(s.lever, s.text) for s in TAKEN} | set(REFUSED)) >= 300


@pytest.mark.parametrize("door", DOORS)
def test_what_is_taken(door):
    """The value as a person reads it, and the remark where there is one to make."""
    faults = []
    for s in TAKEN:
        found = DOORS[door](s.lever, s.text)
        if found.value != s.value or found.refusals:
            faults.append(f"{s.lever}={s.text!r}: {found.value} {found.refusals}, not {s.value}")
        said = [r for r in found.remarks if "is read as" in r]
        # A file holds numbers, so there a text is told even where it can be read in one way only.
        if (bool(said) != bool(s.remark) and door != "file") or not all(s.remark in r for r in said):
            faults.append(f"{s.lever}={s.text!r} says {said}, not {s.remark!r}")
    assert faults == []


@pytest.mark.parametrize("door", DOORS)
def test_what_is_refused(door):
    """Nothing is taken, and the refusal names the setting and says what to do."""
    faults = []
    for lever, text in REFUSED:
        if (door == "list" and not text.strip()) or (door == "link" and text in CARRIED):
            continue  # an empty cell of a list is no value at all
        found = DOORS[door](lever, text)
        if found.value is not None or not found.refusals:
            faults.append(f"{lever}={text!r} is taken as {found.value}")
        elif not any(verb in " ".join(found.refusals) for verb in ("Give", "Choose", "Write", "Save")):
            faults.append(f"{lever}={text!r} has no remedy: {found.refusals}")
    assert faults == []


@looped("text", CARRIED)
def test_what_mail_adds_to_a_value_is_no_part_of_it(text):
    assert linked("base_rate_per_pupil", text).value == 11_600
