"""A test that goes through many cases reports each that fails, and takes no case's name for a fixture."""

from __future__ import annotations

import inspect

import pytest

from tests.looped import looped


def test_every_failing_case_is_reported():
    """One is wrong, one does not raise and one raises something else; the sound one is not told."""

    @looped("number, wanted", [(1, 1), (2, 3), (4, "raise"), (0, 0)])
    def halves(number, wanted):
        if wanted == "raise":
            with pytest.raises(ValueError, match="never"):
                pass
        assert 4 / number >= wanted

    with pytest.raises(BaseExceptionGroup, match="3 of 4 cases") as found:
        halves()
    told = [(type(fault), fault.__notes__[-1]) for fault in found.value.exceptions]
    assert told == [
        (AssertionError, "The case: {'number': 2, 'wanted': 3}"),
        (pytest.fail.Exception, "The case: {'number': 4, 'wanted': 'raise'}"),
        (ZeroDivisionError, "The case: {'number': 0, 'wanted': 0}"),
    ]


def test_fixtures_are_handed_on():
    seen = []

    @looped("number", range(3))
    def noted(number, held):
        held.append(number)

    assert list(inspect.signature(noted).parameters) == ["held"]
    noted(held=seen)
    assert seen == [0, 1, 2]


def test_no_case_is_no_test():
    with pytest.raises(AssertionError, match="No case at all"):
        looped("number", [])
