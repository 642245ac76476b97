"""The statement: the parts of the two results with their signs, taken from the equations of the book."""

from __future__ import annotations

from functools import cache

from model.book.terms import LESS, PLUS, Apply, Name, Term
from model.lines.worksheet import BOOK

RESULT = "structural_result"  # recurring public revenue less recurring cost
NET = "net_position"  # the whole statement: the structural result, grants, one-time cost
Signed = tuple[tuple[int, str], ...]  # 1 for what adds to a result, -1 for what takes from it; and the line


@cache
def made_of(line: str, absent: frozenset[str] = frozenset()) -> Signed:
    """The lines that a result or a total adds up from; none for every other line.

    A total of one part is not split: naming both would state the same figure twice. Parts that are `absent`
    are left out.
    """
    if line == NET:
        # The structural result stands for its own parts; what is left is grants and one-time cost.
        own = set(made_of(RESULT))
        return ((1, RESULT), *(part for part in totals_of(NET) if part not in own))
    if line == RESULT:
        return _sum(BOOK.terms[RESULT])
    parts = [part for part in BOOK.parts(line) if part not in absent]
    return tuple((1, part) for part in parts) if len(parts) > 1 else ()


def totals_of(line: str) -> Signed:
    """The totals of revenue and cost that a result adds up from, one level below those in its equation."""
    found: list[tuple[int, str]] = []
    for sign, part in _sum(BOOK.terms[line]):
        found += [(sign, p) for p in BOOK.parts(part)] or [(sign, part)]
    return tuple(found)


def _sum(term: Term, sign: int = 1) -> Signed:
    """A sum or difference of lines as signed lines. ValueError for any other equation."""
    match term:
        case Name(key):
            return ((sign, key),)
        case Apply(word, (left, right)) if word is PLUS or word is LESS:
            return (*_sum(left, sign), *_sum(right, sign if word is PLUS else -sign))
    raise ValueError(f"A result is a sum of lines, not {term!r}.")
