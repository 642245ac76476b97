"""Every line of a book as a term: what formulas, sentences and programs are made of."""

from __future__ import annotations

from collections.abc import Mapping

from model.book.family import BookError, Line
from model.book.terms import Apply, Term


def written(lines: Mapping[str, Line]) -> dict[str, Term]:
    """Every line as a term. Raises `BookError` with every line that cannot be written down."""
    terms: dict[str, Term] = {}
    problems: list[str] = []
    for key, line in lines.items():
        try:
            whole = line.under_its_choice()
            term = line.beside_its_choice(whole)
        except (BookError, TypeError) as e:
            problems.append(f"{key}: {e}")
            continue
        if _runs_along_within(whole):
            problems.append(
                f"{key}: a word that runs along the years must be the whole line; give the inner part a line of its own."
            )
        terms[key] = term
    if problems:
        raise BookError("Some equations cannot be written down:\n- " + "\n- ".join(problems))
    return terms


def _runs_along_within(whole: Term) -> bool:
    """Whether a word within a term, its outermost left out, runs along the years."""
    todo = list(whole.args) if isinstance(whole, Apply) else []
    while todo:  # thousands of terms are looked through at every start
        part = todo.pop()
        if isinstance(part, Apply):
            if part.word.along:
                return True
            todo += part.args
    return False
