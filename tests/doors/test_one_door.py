"""The same text is the same value, with the same remark, or the same refusal, through every door."""

from __future__ import annotations

import pytest

from tests.doors.doors import DOORS, linked
from tests.doors.spellings import REFUSED, Spelling, taken
from tests.looped import looped
from tools.fuzz.judged import lacks
from tools.saying import says

TAKEN = tuple(taken())
# In an address these are what mail adds: a bracket, a mark or a line break, and they are taken off.
CARRIED = ("11600)", "11600!", "11\n600")
READ_AS = ("values.read_as", "plan_file.text_read_as")


def tells(remark: str, s: Spelling) -> bool:
    """Whether a remark tells what the text is read as, or how to write the other reading."""
    if s.write:
        return says("values.if_you_mean", value=s.read, typed=s.write).search(remark) is not None
    return not s.read or any(says(key, value=s.read).search(remark) for key in READ_AS)


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
        said = [r for r in found.remarks if any(says(key).search(r) for key in READ_AS)]
        # A file holds numbers, so there a text is told even where it can be read in one way only.
        if (bool(said) != bool(s.read) and door != "file") or not all(tells(r, s) for r in said):
            faults.append(f"{s.lever}={s.text!r} says {said}, not {s.read!r}")
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
        elif any("remedy" in lacks(r) for r in found.refusals):
            faults.append(f"{lever}={text!r} has no remedy: {found.refusals}")
    assert faults == []


@looped("text", CARRIED)
def test_what_mail_adds_to_a_value_is_no_part_of_it(text):
    assert linked("base_rate_per_pupil", text).value == 11_600
