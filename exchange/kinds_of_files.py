"""What kind of file some bytes are, where another kind was wanted: told by how they begin.

Most kinds cannot be taken for text. Some are text themselves; whoever reads text asks for those only where
it could not be read, because a table may begin with any words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.texts import say

PARQUET = b"PAR1"  # how a table of Parquet begins, and ends
ENOUGH = 512  # bytes of the beginning by which a kind is known
_BINARY: Sequence[tuple[bytes, str]] = (
    (PARQUET, "file_kind.parquet"),
    (b"ARROW1", "file_kind.arrow"),
    (b"PK\x03\x04", "file_kind.packed"),
    (b"PK\x05\x06", "file_kind.packed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_kind.old_office"),
    (b"%PDF-", "file_kind.pdf"),
    (b"\x1f\x8b", "file_kind.compressed"),
    (b"(\xb5/\xfd", "file_kind.compressed"),
    *((b"BZh%d1AY&SY" % size, "file_kind.compressed") for size in range(1, 10)),
    (b"\xfd7zXZ\x00", "file_kind.compressed"),
    (b"7z\xbc\xaf\x27\x1c", "file_kind.compressed"),
    (b"\x89PNG\r\n\x1a\n", "file_kind.picture"),
    (b"\xff\xd8\xff", "file_kind.picture"),
    (b"GIF87a", "file_kind.picture"),
    (b"GIF89a", "file_kind.picture"),
)
_TEXT: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"<!doctype html|<html", re.IGNORECASE), "file_kind.page"),
    (re.compile(r"<\?xml|<svg", re.IGNORECASE), "file_kind.xml"),
    (re.compile(r"\{\\rtf"), "file_kind.old_office"),
)
_JSON = re.compile(r"[\[{]\s*[\[{\"\]}]")


def binary_kind(begins: bytes) -> str:
    """What a file is that is no text, as a sentence; or nothing."""
    return next((say(key) for magic, key in _BINARY if begins.startswith(magic)), "")


def marked_up(begins: str) -> str:
    """What a text is that was made for a browser or a word processor, as a sentence; or nothing."""
    begins = begins.lstrip("\ufeff \r\n\t")
    return next((say(key) for form, key in _TEXT if form.match(begins)), "")


def no_table(begins: str) -> str:
    """What a text is that holds no rows and columns, as a sentence; or nothing."""
    is_json = _JSON.match(begins.lstrip("\ufeff \r\n\t"))
    return say("file_kind.json") if is_json else marked_up(begins)
