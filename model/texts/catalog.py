"""The catalogs: `data/texts/LANGUAGE/PLACE.po`, in which PLACE is the first part of a key.

The format is that of GNU gettext, as Babel reads it, with keys in place of English as message ids. So the
English is edited where a translation is, and the tools of translators know the format.

Two languages are made and not translated. `qps` is English with accents, longer and in brackets: what shows
no bracket on the page does not come from a catalog, and what overflows would overflow in a longer language.
`keys` answers with the key and the values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import NamedTuple

from model.texts.counted import Counted
from model.texts.language import ENGLISH, language
from model.texts.plain_po import PlainCatalog, plain_catalog
from model.texts.pseudo import pseudo

FOLDER = Path(__file__).resolve().parents[2] / "data" / "texts"
PSEUDO, KEYS = "qps", "keys"
LANGUAGES = (
    ENGLISH,
    *sorted(p.name for p in FOLDER.iterdir() if p.is_dir() and p.name != ENGLISH),
    PSEUDO,
    KEYS,
)


class TextError(KeyError):
    """A key that no catalog has, or a value that its text needs and nobody gave: a fault of the program."""

    def __str__(self) -> str:
        return str(self.args[0])


class Place(NamedTuple):
    """The texts of one file: one form, or several, of which `form(n)` is the one for n of something."""

    texts: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]


def say(key: str, /, **values: object) -> str:
    """The text of `key` with its values put in, in the language of now.

    Values are texts, or are written as `str` writes them; numbers come in as `model.units` writes them. A
    text with plurals takes `count`: a whole number, or `counted(...)`.

    Raises
    ------
    TextError
        If no catalog has the key, or the text names a value that is not given.
    """
    text = _template(key, values)
    if not values:
        return text
    try:
        return text.format_map(values)
    except KeyError as missing:
        message = f"The text {key!r} needs the value {missing}."
        raise TextError(message) from None


def template(key: str, /, **values: object) -> str:
    """The text of `key` with its places for values still open, for those who put them in otherwise.

    Raises
    ------
    TextError
        If no catalog has the key.
    """
    return _template(key, values)


def _template(key: str, values: Mapping[str, object]) -> str:
    spoken = language()
    if spoken == KEYS:
        return " ".join((key, *(f"{name}={{{name}}}" for name in values)))
    found, texts = _texts(spoken, key)
    return texts[0] if len(texts) == 1 else texts[_form(found, values.get("count"))]


@cache
def _texts(spoken: str, key: str) -> tuple[Place, tuple[str, ...]]:
    """The forms of a text in a language, and the file that says which of them is taken for a number."""
    name, own = key.partition(".")[0], ENGLISH if spoken == PSEUDO else spoken
    for tried in dict.fromkeys((own, ENGLISH)):  # what is not translated yet is better read in English
        found = place(tried, name)
        if texts := found.texts.get(key):
            return found, tuple(map(pseudo, texts)) if spoken == PSEUDO else texts
    near = get_close_matches(key, found.texts, 1)
    message = f"No catalog has the text {key!r}." + (f" Did you mean {near[0]!r}?" if near else "")
    raise TextError(message)


def forms(key: str, /) -> frozenset[str]:
    """Every form of a text, as it is spoken now and in English, its places for values still open."""
    name = key.partition(".")[0]
    return frozenset(x for spoken in {ENGLISH, language()} for x in place(spoken, name).texts.get(key, ()))


def _form(found: Place, count: object) -> int:
    number = count.whole if isinstance(count, Counted) else count
    if not isinstance(number, int):
        message = "A text with plurals needs the value 'count': a whole number, or counted(...)."
        raise TextError(message)
    return found.form(number)


def keys(spoken: str = ENGLISH) -> Mapping[str, tuple[str, ...]]:
    """Every key of a language with the forms of its text."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted((FOLDER / spoken).glob("*.po")):
        found |= place(spoken, file.stem).texts
    return found


@cache
def place(spoken: str, name: str) -> Place:
    """One file of a catalog; without texts where there is none.

    Raises
    ------
    TextError
        If the file holds a key of another place, or one twice.
    """
    file = FOLDER / spoken / f"{name}.po"
    if not file.exists():
        return Place({}, c2py("0"))
    found = plain_catalog(file.read_bytes()) or by_babel(file)
    for key in found.texts:
        if not key.startswith(f"{name}."):
            wrong = f"{file.name}: the key {key!r} belongs into another file; keys here begin with {name}."
            raise TextError(wrong)
    return Place(found.texts, c2py(found.plural))


def by_babel(file: Path) -> PlainCatalog:
    """A catalog with whatever the format allows. Raises Babel's `PoFileError` for what is none."""
    from babel.messages.pofile import read_po  # takes long to load, and the catalogs are plain

    with file.open("rb") as source:
        catalog = read_po(source, abort_invalid=True)
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if message.id:  # else it is the head of the file
            key = message.id if isinstance(message.id, str) else message.id[0]
            texts[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return PlainCatalog(texts, catalog.plural_expr)
