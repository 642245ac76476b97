"""A line as steps of numpy for many plans: a function that fills an array, and makes none that it can borrow.

The text of a line depends on what differs: steps on what all plans share are plain expressions, a step on one
number a plan is done once for all years, and only what differs by year and by plan is done on whole arrays.
"""

from __future__ import annotations

from collections.abc import Callable

from model.book.book import YEAR
from model.book.compiled.functions_of_many import OVER_YEARS, WITHIN_A_YEAR
from model.book.compiled.kinds import Kind
from model.book.compiled.lowered import BEFORE, IN_YEAR, WHEN, YES_OR_NO, Do, Held, Step, lowered
from model.book.compiled.text import Text, local_names
from model.book.terms import Array, Term, names

_OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
_STEPS = "add subtract multiply divide maximum minimum floor ceil negative copyto where"
_OURS = frozenset({*OVER_YEARS, *WITHIN_A_YEAR, BEFORE})
_TAKEN = frozenset(
    {*_STEPS.split(), *YES_OR_NO, *(f"fill_{x}" for x in _OURS), "out", "full", "single", "year"}
)


def numpy_text(key: str, term: Term, kind: Callable[[str], Kind], mask: Array | None, years: int) -> Text:
    """The function of a line, by what is known of its names. It fills `out` for a block of plans.

    `full` and `single` are arrays to work in, of shape (years, plans) and (1, plans), and `year` are the
    years. Raises `BookError` for a word that has no steps.
    """
    used = tuple(dict.fromkeys(n for n in names(term) if n != YEAR))
    local = local_names(used, _TAKEN)

    def held(name: str) -> Held:
        return Held("year", Kind.YEARS) if name == YEAR else Held(local[name], kind(name))

    step = lowered(term, key, held)
    outside = [] if mask is None else [t for t in range(years) if not mask[min(t, len(mask) - 1)]]
    result = Kind.ALL if outside and step.kind is Kind.PLANS else step.kind
    writer = _Writer()
    writer.fill("out", step, result)
    for rows in _runs(outside):
        writer.say(f"out[{rows}] = 0.0")
    head = f"def {key}(out, full, single, year{''.join(f', {x}' for x in local.values())}):"
    source = "\n".join([head, *writer.lines])
    return Text(source, used, result, writer.most[Kind.ALL], writer.most[Kind.PLANS])


def _runs(rows: list[int]) -> list[str]:
    """Years as slices: those outside a line's years stand together, before or after them."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [f"{run[0]}:{run[-1] + 1}" for run in runs]


class _Writer:
    """Writes statements, and lends the arrays to work in to those that need one for a while."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.most = {Kind.ALL: 0, Kind.PLANS: 0}
        self._lent: dict[Kind, set[int]] = {Kind.ALL: set(), Kind.PLANS: set()}
        self._depth = 1
        self._answers = 0

    def say(self, statement: str) -> None:
        self.lines.append("    " * self._depth + statement)

    def fill(self, out: str, step: Step, kind: Kind) -> None:
        """Statements after which `out`, an array of this kind, holds the step."""
        if isinstance(step, Held) or step.kind < Kind.PLANS or step.kind is not kind:
            self._copy(out, step)
        elif step.step == WHEN:
            self._choose(out, step, kind)
        elif not _fills(step):
            self._copy(out, step)
        else:
            self._call(out, step, kind)

    def _copy(self, out: str, step: Step) -> None:
        text, borrowed = self._value(step)
        self.say(f"copyto({out}, {text})")
        self._give_back(borrowed)

    def _call(self, out: str, step: Do, kind: Kind) -> None:
        given, borrowed, free = [], [], True
        for arg in step.args:
            if free and isinstance(arg, Do) and arg.kind is kind and _fills(arg) and not _looks_back(step):
                self.fill(out, arg, kind)
                given.append(out)
                free = False
            else:
                text, lent = self._value(arg)
                given.append(text)
                borrowed += lent
        if _looks_back(step):
            given = [out, "year", *given, *([str(step.years)] if step.step == BEFORE else [])]
            self.say(f"{_called(step)}({', '.join(given)})")
        else:
            self.say(f"{_called(step)}({', '.join([*given, f'out={out}'])})")
        self._give_back(borrowed)

    def _choose(self, out: str, step: Do, kind: Kind) -> None:
        condition, chosen, otherwise = step.args
        if condition.kind is Kind.ONE:
            self.say(f"if {_shared(condition)}:")
            self._branch(out, chosen, kind)
            self.say("else:")
            self._branch(out, otherwise, kind)
            return
        self.fill(out, otherwise, kind)
        where, borrowed = self._value(condition)
        text, lent = self._value(chosen)
        self.say(f"copyto({out}, {text}, where={where})")
        self._give_back([*borrowed, *lent])

    def _branch(self, out: str, step: Step, kind: Kind) -> None:
        self._depth += 1
        self.fill(out, step, kind)
        self._depth -= 1

    def _value(self, step: Step) -> tuple[str, list[tuple[Kind, int]]]:
        """An expression that holds a step, and the arrays that were lent to it."""
        if isinstance(step, Held):
            return step.text, []
        if step.kind < Kind.PLANS:
            return _shared(step), []
        if step.step == IN_YEAR:
            text, lent = self._value(step.args[0])
            return f"{text}[{step.years}:{step.years + 1}]", lent
        if step.step in YES_OR_NO:
            return self._answer(step), []
        place = self._borrow(step.kind)
        name = f"{'full' if step.kind is Kind.ALL else 'single'}[{place}]"
        self.fill(name, step, step.kind)
        return name, [(step.kind, place)]

    def _answer(self, step: Do) -> str:
        """A yes or no for each place: small, so an array of its own."""
        texts, borrowed = [], []
        for arg in step.args:
            text, lent = self._value(arg)
            texts.append(text)
            borrowed += lent
        self._answers += 1
        name = f"answer_{self._answers}"
        self.say(f"{name} = {step.step}({', '.join(texts)})")
        self._give_back(borrowed)
        return name

    def _borrow(self, kind: Kind) -> int:
        lent = self._lent[kind]
        place = next(i for i in range(len(lent) + 1) if i not in lent)
        lent.add(place)
        self.most[kind] = max(self.most[kind], place + 1)
        return place

    def _give_back(self, borrowed: list[tuple[Kind, int]]) -> None:
        for kind, place in borrowed:
            self._lent[kind].discard(place)


def _called(step: Do) -> str:
    """A function of ours is told from that of one plan, which has the same word."""
    return f"fill_{step.step}" if step.step in _OURS else step.step


def _looks_back(step: Do) -> bool:
    return step.step == BEFORE or step.step in OVER_YEARS


def _fills(step: Do) -> bool:
    """Whether a step fills an array, as most do."""
    return step.step != IN_YEAR and step.step not in YES_OR_NO


def _shared(step: Step) -> str:
    """What all plans share, as an expression."""
    if isinstance(step, Held):
        return step.text
    args = [_shared(a) for a in step.args]
    if step.step == WHEN:
        if step.args[0].kind is Kind.ONE:
            return f"({args[1]} if {args[0]} else {args[2]})"
        return f"where({', '.join(args)})"
    if step.step == IN_YEAR:
        return f"{args[0]}[{step.years}, 0]"
    if _looks_back(step):
        return f"{_called(step)}(None, year, {', '.join(args)}{f', {step.years}' if step.step == BEFORE else ''})"
    if step.step in _OPERATORS:
        return f"({args[0]} {_OPERATORS[step.step]} {args[1]})"
    return f"{_called(step)}({', '.join(args)})"
