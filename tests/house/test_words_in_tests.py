"""Tests assert on keys and facts: what a catalog says stands in no test, so that words change without one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from model.texts import keys

TESTS = Path(__file__).resolve().parents[1]
MORE_THAN = 3  # words; fewer are said by chance, too
# Files that may hold them, each with its reason.
MAY = {
    "house/test_plain_words.py": "about words",
    "house/test_words_in_tests.py": "about words",
    "fuzz/test_every_door.py": "whether a judge of messages sees what they lack, by messages that show it",
    "worked/sentence.py": "it works out a formula by reading its English",
    "worked/test_explain.py": "how a formula reads in words",
    "house/test_evidence_refused.py": "what is said about files of data/ to their editors, in no catalog",
    "house/test_presets_refused.py": "the same",
    "house/test_shocks_refused.py": "the same",
    "house/test_timing.py": "the same",
}


def stretches() -> dict[str, str]:
    """Every stretch of a sentence between its values of more than so many words, with a key that says it.

    A label may be the same as one that is declared with the data, which a test has to know.
    """
    return {
        words.strip(" .:,"): key
        for key, forms in keys().items()
        for form in forms
        for words, *_ in Formatter().parse(form)
        if len(words.split()) > MORE_THAN and form.rstrip().endswith((".", "?", "!"))
    }


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every literal text that is no docstring."""
    passed = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)
        and n.body
        and isinstance(n.body[0], ast.Expr)
    }
    for n in ast.walk(tree):
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in passed:
            yield n.lineno, n.value


def said_in(text: str, known: dict[str, str]) -> str | None:
    """The key of a text of a catalog that stands in another text."""
    return next((key for words, key in known.items() if words in text), None) if " " in text else None


def test_no_test_holds_a_text_of_a_catalog():
    known = stretches()
    found = [
        f"{path.relative_to(TESTS)}:{line}: {key} says {text[:60]!r}"
        for path in sorted(TESTS.rglob("*.py"))
        if path.relative_to(TESTS).as_posix() not in MAY
        for line, text in literals(ast.parse(path.read_text(encoding="utf-8")))
        if (key := said_in(text, known))
    ]
    assert not found, "\n" + "\n".join(found)


def test_what_is_said_in_a_test_is_found():
    known = {"is outside the usual range": "values.unusual"}
    assert said_in("29% is outside the usual range (0%)", known) == "values.unusual"
    assert said_in("outside the usual range", known) is None
