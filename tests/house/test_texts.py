"""The catalogs: no text twice, none unknown, none that nobody says, and every value where a text needs it.

What people read and no catalog holds is found too. Folders that still hold such texts are listed below, and
the list only gets shorter.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from model.texts import LANGUAGES, TextError, counted, declared, keys, language, say, speaking
from model.texts.catalog import FOLDER, KEYS, PSEUDO
from tests.looped import looped

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = tuple(x for x in LANGUAGES if x not in ("en", PSEUDO, KEYS))
SAYERS = {"say", "template", "said", "expression"}  # functions that take a key first and values by name
KEY = re.compile(r"[a-z_0-9]+\.[a-z_0-9]+(\.[a-z_0-9]+)*")
# Folders and files whose texts do not come from a catalog yet.
NOT_YET = (
    "commands",
    "exchange",
    "model/book",
    "model/evidence",
    "model/lines",
    "model/nearest.py",
    "model/plan",
    "model/ranges",
    "model/results",
    "model/starts",
    "model/stress",
    "views/answer",
    "views/context.py",
    "views/curves/more_curves.py",
    "views/levers/controls",
    "views/pages",
    "views/share",
    "views/shell",
    "views/tabs.py",
    "views/trace/notes",
    "views/what_if",
    "model/explain/noted_numbers.py",
)
WORD = re.compile(r"(?<![\w.\-/#$%{}<>=_])[A-Za-z][a-z']+(?![\w\-/=_(<>:{}])")
# Two words that nobody reads, each with its reason.
TECHNICAL = {
    "'Source Sans', 'Source Sans 3', 'Liberation Sans', Arial, sans-serif": "names of fonts",
}
# Texts that no catalog can hold, each with its reason.
NEVER = {
    "model/texts/catalog.py": "it says that a catalog or a call of it is wrong, which is a fault of the program",
    "model/ready_to_run.py": "it says that packages are missing, among them the one that reads catalogs",
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ("model", "views", "exchange", "commands"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def slots(text: str) -> set[str]:
    """The values that a text names."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_a_catalog_names_each_text_once():
    doubled = []
    for file in sorted(FOLDER.rglob("*.po")):
        ids = re.findall(r'^msgid "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
        doubled += [f"{file.name}: {key}" for key, n in Counter(ids).items() if n > 1]
    assert not doubled


def test_every_text_said_is_in_the_catalog_with_its_values():
    """A call with a literal key gives just the values that its text names, and `count` for plurals."""
    known, wrong = keys(), []
    for file, tree in sources():
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name not in SAYERS or not call.args or not isinstance(call.args[0], ast.Constant):
                continue
            key = call.args[0].value
            if not KEY.fullmatch(str(key)):  # another function of that name; prose is found below
                continue
            if key not in known:
                wrong.append(f"{file}:{call.lineno}: no catalog has {key!r}")
            elif all(k.arg for k in call.keywords):
                given = {k.arg for k in call.keywords}
                needed = set().union(*map(slots, known[key])) | ({"count"} if len(known[key]) > 1 else set())
                if given != needed:
                    wrong.append(
                        f"{file}:{call.lineno}: {key} needs {sorted(needed)}, is given {sorted(given)}"
                    )
    assert not wrong, "\n" + "\n".join(wrong)


def test_every_text_of_the_catalog_is_said():
    """Its key stands somewhere in the source as a literal, also one that is chosen from a table."""
    literals = {
        n.value
        for _, tree in sources()
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and KEY.fullmatch(n.value)
    }
    assert sorted(keys().keys() - literals) == []


def test_a_translation_has_every_text_and_its_values():
    english = keys()
    for spoken in TRANSLATED:
        other = keys(spoken)
        assert sorted(english.keys() - other.keys()) == [], spoken
        differ = [
            k for k in english if set().union(*map(slots, english[k])) != set().union(*map(slots, other[k]))
        ]
        assert differ == [], spoken


def test_a_text_holds_no_markup_and_no_text_of_another_kind():
    """No tags and no Markdown: what is bold or a link is decided where the text is shown."""
    marked = [
        k for k, forms in keys().items() if any(re.search(r"</?[a-z]+>|\*\*|\]\(|&[a-z]+;", t) for t in forms)
    ]
    assert marked == []


def prose_outside(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Literals of two words and more that are no docstring, no key, no message of an exception."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            passed |= {
                id(s.value) for s in body if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)
            }
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in ast.walk(node) if part is not node}
        if isinstance(node, ast.Raise):
            passed |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if text in TECHNICAL:
            continue
        if any(len(WORD.findall(part)) > 1 for part in read_by_people(text)):
            yield node.lineno, text


def read_by_people(text: str) -> list[str]:
    """What of a literal somebody reads: of markup its text and the words of its attributes, of an expression
    of a chart its literals.
    """
    if "datum" in text or "live &&" in text:
        return re.findall(r"'([^']*)'", text)
    if "</" in text:
        named = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
        return [*named, re.sub(r"<[^>]*>", " ", text)]
    return [text]


@looped("room", ("model", "views", "exchange", "commands"))
def test_what_people_read_comes_from_a_catalog(room):
    outside = [
        f"{file}:{line}: {text[:60]!r}"
        for file, tree in sources()
        if file.startswith(room) and not file.startswith(NOT_YET) and file not in NEVER
        for line, text in prose_outside(tree)
    ]
    assert not outside, "\n" + "\n".join(outside)


def test_the_made_up_languages_and_what_is_refused():
    """Accents, length and brackets around the values, the key with its values, and clear refusals."""
    assert language() == "en"
    with speaking(PSEUDO):
        assert declared("levers.x.label", "Teacher pay") == "[Téàçhér pàý ~~~~]"  # 11 letters: 4.4 more
    with speaking(KEYS):
        assert say("any.key", year=3, amount="$5") == "any.key year=3 amount=$5"
        assert declared("levers.x.label", "Teacher pay") == "declared.levers.x.label"
    with pytest.raises(TextError, match=r"No catalog has the text 'nowhere\.text'"):
        say("nowhere.text")


@pytest.mark.parametrize(
    ("shown", "whole"), [("1", 1), ("0", 0), ("1,000", 1000), ("1.0", 2), ("0.5", 2), ("-1", 2), (3, 3)]
)
def test_the_shown_number_decides_between_one_and_many(shown, whole):
    assert counted(shown).whole == whole
