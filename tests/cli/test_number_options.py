"""Numbers among the options of the commands: read as values are, refused with what to write."""

from __future__ import annotations

import argparse

import pytest

from commands.number_options import any_number, whole_number
from model.texts import quoted, say
from tests.looped import looped
from tools.saying import says


@looped(("text", "value"), [("5", 5), ("5.0", 5), (" 5 ", 5), ("1,000", 1_000), ("0", 0), ("-1", -1)])
def test_a_whole_number(text, value):
    assert whole_number(text) == value


@looped("text", ["", "x", "4.5", "1e99", "1e999", "nan", "inf", "5%", "4_5", "\x1b[31m5"])
def test_what_is_no_whole_number_is_named(text):
    with pytest.raises(argparse.ArgumentTypeError, match=says("terminal.not_whole", given=quoted(text))):
        whole_number(text)


@looped(("text", "value"), [("25%", 0.25), ("0.25", 0.25), ("0,25", 0.25), ("$6,000", 6_000)])
def test_any_number(text, value):
    assert any_number(text) == value


@looped("text", ["much", "nan", "", "25 % or so"])
def test_what_is_no_number_is_named(text):
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        any_number(text)
    assert str(refused.value) == say("terminal.not_a_number", given=quoted(text))
