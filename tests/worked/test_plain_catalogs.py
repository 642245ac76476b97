"""Catalogs are read without Babel where they are plain, and say what Babel says they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from model.texts.catalog import FOLDER, by_babel
from model.texts.plain_po import plain_catalog
from tests.looped import looped

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
ONE = 'msgid "a.b"\nmsgstr "One"\n'


def test_every_catalog_is_plain_and_means_what_babel_says():
    files = sorted(FOLDER.glob("*/*.po"))
    assert len(files) > 50
    for file in files:
        assert plain_catalog(file.read_bytes()) == by_babel(file), file.name


@looped(
    "body",
    [
        ONE,
        "# A comment.\n#. Another.\n#\n" + ONE,
        'msgid "a.b"\nmsgstr ""\n"in "\n"pieces"\n',
        'msgid "a.b"\nmsgstr "a \\"quote\\", a \\\\ and\\n a \\t"\n',
        'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{count} fault"\nmsgstr[1] "{count} faults"\n',
        'msgid "a.b"\nmsgstr ""\n',
        'msgid "a.b"\nmsgstr "añ–“x”"\n\n\n' + ONE.replace("a.b", "a.c"),
        ONE.replace("\n", "\r\n"),
    ],
)
def test_what_is_plain_is_read_alike(tmp_path_factory, body):
    file = tmp_path_factory.mktemp("catalog") / "a.po"
    file.write_bytes((HEAD + body).encode())
    found = plain_catalog(file.read_bytes())
    assert found is not None
    assert found == by_babel(file)


@looped(
    "content",
    [
        HEAD + "#, fuzzy\n" + ONE,
        HEAD + '#~ msgid "a.b"\n#~ msgstr "Gone"\n',
        HEAD + 'msgctxt "here"\n' + ONE,
        HEAD + ONE + ONE,
        HEAD + 'msgid "a.b"\n',
        HEAD + 'msgstr "One"\n',
        HEAD + 'msgid "a.b"\nmsgstr "One\n',
        HEAD + 'msgid "a.b"\nmsgstr "a \\q"\n',
        HEAD + 'msgid "a.b"\nmsgstr "One"\nmsgstr "Two"\n',
        HEAD + 'msgid "a.b"\nmsgstr[0] "One"\nmsgstr[1] "Two"\n',
        HEAD + 'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "One"\n',
        HEAD + 'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[1] "Two"\nmsgstr[0] "One"\n',
        HEAD + '  msgid "a.b"\n  msgstr "One"\n',
        HEAD.replace("UTF-8", "ISO-8859-1") + ONE,
        HEAD.replace("nplurals=2; ", "") + ONE,
        ONE + HEAD,
        ONE,
        "",
    ],
)
def test_what_is_not_plain_is_left_to_babel(content):
    assert plain_catalog(content.encode()) is None


def test_a_catalog_that_is_no_text_is_left_to_babel():
    assert plain_catalog(HEAD.encode() + b'msgid "a.b"\nmsgstr "\xe9"\n') is None


def test_what_is_no_catalog_is_refused(tmp_path: Path):
    file = tmp_path / "a.po"
    file.write_text(HEAD + 'msgid "a.b"\nmsgstr[7] "One"\nmsgid\n', encoding="utf-8")
    assert plain_catalog(file.read_bytes()) is None
    with pytest.raises(PoFileError):
        by_babel(file)
