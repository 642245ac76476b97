"""Text made plain for Markdown: what a reader sees is the text, and no sign in it is left to be read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.app.screen import as_read
from tests.hostile_texts import HOSTILE
from tests.looped import looped
from views.markup.plain_text import plain, plain_list, plain_name

SIGN = re.compile(r"(?<!\\)(?:\\\\)*[`*\[\]<>$~&]")


@looped(
    ("text", "made"),
    [
        ("Students per teacher", "Students per teacher"),
        ("$5 and $6", r"\$5 and \$6"),
        ("[x](y) ![z](w)", r"\[x\](y) !\[z\](w)"),
        ("enrollment_year1", "enrollment_year1"),
        ("_a_ __init__", r"\_a\_ \_\_init\_\_"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("# head", r"\# head"),
        ("a\nb\n\nc", "a b c"),
        (":red[a]", r"\:red\[a\]"),
        ("at 10:30", "at 10:30"),
        ("http://a.example", "http\u2060://a.example"),
        (":smile:", ":\u2060smile:"),
        ("a -> b", "a -\u2060\\> b"),
        ("a\x1bb", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\u202eb", "ab"),
    ],
)
def test_what_is_made_of_a_text(text, made):
    """Signs are escaped, lines joined, and what works even when it is escaped is kept apart."""
    assert plain(text) == made


@given(st.text() | st.lists(st.sampled_from([*HOSTILE, " ", ":", "-", "www.", "@", "\\"])).map("".join))
def test_a_reader_sees_the_text(text):
    """Any text at all: on one line, every sign escaped, and read back it is the text."""
    made = plain(text)
    assert "\n" not in made
    assert not SIGN.search(made)
    if "\\" not in text:  # as_read takes every backslash for an escape
        seen = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
        seen = re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", seen).replace("\u2060", "")
        assert "".join(as_read(made).split()) == "".join(seen.split())


def test_the_name_of_a_field_is_read_out_without_its_escapes():
    """One dollar sign means nothing by itself; two would be mathematics, so they keep theirs."""
    assert plain_name("Price of a device ($ per device)") == "Price of a device ($ per device)"
    assert plain_name("$5 and $6") == plain("$5 and $6") == r"\$5 and \$6"
    assert plain_name("Before & after care*") == "Before & after care*"
    assert plain_name("*a* & b") == r"\*a\* & b"
    assert plain_name("* a &lt; b") == r"\* a \&lt; b"
    assert plain_name("a `b` ~c") == r"a \`b\` ~c"
    assert plain_name("[x](//evil.example)") == plain("[x](//evil.example)")


def test_several_texts_are_a_list_of_lines():
    """One line each, whatever the texts hold."""
    assert plain_list(["a\nb", "* c"]) == "* a b\n* \\* c"


@looped(
    "text",
    [
        ":a" * 50_000,
        "-" * 100_000,
        "w" * 100_000,
        "@a" * 50_000,
        "[" * 100_000,
        "http" * 25_000,
        ": " * 50_000,
    ],
)
def test_no_text_takes_long(text):
    """A hundred thousand characters: an expression that went back and forth over them would take hours."""
    assert "".join(as_read(plain(text)).split()) == "".join(text.split())
