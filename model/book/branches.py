"""Which branches of an equation are open once every choice is made. A closed branch has no effect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from model.book.terms import EQUALS, LESS, PLUS, TIMES, Apply, Constant, Name, Term
from model.book.vocabulary import both, either, when

Choices = Mapping[str, str]  # what is chosen, by the name of the choice


def open_names(term: Term, choices: Choices) -> Iterator[str]:
    """The names in a term that have an effect with these choices, including the names of the choices."""
    if isinstance(term, Name):
        yield term.key
    elif isinstance(term, Apply):
        if _is_decided(term, choices):
            yield from _deciding(term.args[0], choices)
            yield from open_names(_branch(term, choices), choices)
        else:
            for part in term.args:
                yield from open_names(part, choices)


def pruned(term: Term, choices: Choices, named: Callable[[Name], Term] = lambda name: name) -> Term:
    """The term as it reads with these choices: where they decide, only the open branch is left.

    `named` gives what stands in the place of a name. A factor of 1 multiplies nothing and is left out.
    """
    if isinstance(term, Name):
        return named(term)
    if not isinstance(term, Apply):
        return term
    if _is_decided(term, choices):
        return pruned(_branch(term, choices), choices, named)
    args = tuple(pruned(a, choices, named) for a in term.args)
    if term.word is TIMES and isinstance(args[1], Constant) and args[1].value == 1:
        return args[0]
    return Apply(term.word, args)


def without(term: Term, absent: Collection[str]) -> Term:
    """The term with its sums and differences without the named lines, which come to nothing, nor what is one
    of them or 0.
    """
    if not isinstance(term, Apply) or not absent:
        return term
    args = tuple(without(a, absent) for a in term.args)
    gone = [_is_gone(a, absent) for a in args]
    if term.word in (PLUS, LESS) and gone[1]:
        return args[0]
    if term.word is PLUS and gone[0]:
        return args[1]
    return Apply(term.word, args)


def _is_gone(term: Term, absent: Collection[str]) -> bool:
    if isinstance(term, Apply) and term.word is when:
        _, chosen, otherwise = term.args
        return _is_gone(chosen, absent) and isinstance(otherwise, Constant) and otherwise.value == 0
    return isinstance(term, Name) and term.key in absent


def _deciding(condition: Term, choices: Choices) -> Iterator[str]:
    """The names in a condition that could change what it says, as long as the others stay as they are."""
    if isinstance(condition, Apply) and condition.word in (both, either):
        stop = condition.word is either
        parts = [_decided(a, choices) for a in condition.args]
        for i, part in enumerate(condition.args):
            if stop not in (*parts[:i], *parts[i + 1 :]):
                yield from _deciding(part, choices)
    else:
        yield from open_names(condition, choices)


def _is_decided(term: Apply, choices: Choices) -> bool:
    return term.word is when and _decided(term.args[0], choices) is not None


def _branch(term: Apply, choices: Choices) -> Term:
    _, chosen, otherwise = term.args
    return chosen if _decided(term.args[0], choices) else otherwise


def _decided(condition: Term, choices: Choices) -> bool | None:
    """Whether the choices alone make a condition true or false; None when it depends on numbers too."""
    if not isinstance(condition, Apply):
        return None
    args = condition.args
    if condition.word is EQUALS and isinstance(args[0], Name) and isinstance(args[1], Constant):
        return choices[args[0].key] == args[1].value if args[0].key in choices else None
    if condition.word in (both, either):
        stop = condition.word is either  # one yes decides an "or", one no an "and"
        parts = [_decided(a, choices) for a in args]
        return stop if stop in parts else None if None in parts else not stop
    return None
