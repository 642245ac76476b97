"""Levers: each input of the model with its ranges, its help and where its figures come from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from model.evidence.reading import (
    DATA,
    REFUSED,
    STATUSES,
    Range,
    Row,
    from_to,
    one_of,
    refuse,
    rows_of,
    within,
)
from model.evidence.sources import Source, load_sources
from model.texts import declared, own_name, say
from model.units import UNITS, amount, amounts, is_money, plain

LEVER_UNITS = tuple(key for key, unit in UNITS.items() if unit.of_levers)
KINDS = ("decision", "world", "fact")
# The groups of levers with the keys of their titles, in the order in which they are shown.
PANELS = {
    "enrollment": "groups.enrollment",
    "by_grade": "groups.by_grade",
    "staffing": "groups.staffing",
    "pd": "groups.pd",
    "it": "groups.it",
    "funding": "groups.funding",
    "startup": "groups.startup",
    "debt": "groups.debt",
    "other": "groups.other",
    "own": "groups.own",
}
PLACES = ("front", "deeper")
LEVER_COLUMNS = (
    "key",
    "label",
    "unit",
    "kind",
    "panel",
    "place",
    "default",
    "usual_low",
    "usual_high",
    "uncertain_low",
    "uncertain_high",
    "least",
    "most",
    "step",
    "per_year",
    "choices",
    "choice_labels",
    "year_of_money",
    "status",
    "source",
    "since",
    "help",
)


def panel_label(panel: str) -> str:
    """The title of a group of levers. KeyError for an unknown one."""
    return say(PANELS[panel])


class Lever(NamedTuple):
    """One input of the model. Choices have no ranges; every other lever has all of them.

    `bounds` is what the equations can handle, `usual` what a slider shows, `uncertain` the low and high of an
    uncertain figure. The last two are stated around `default`. `asked` is the key of another name, for a form
    that asks for a number of the same kind. `of` is the setting that this one is the mark of (`growing.py`).
    `own` is the number of the own line whose setting this is (`own_lines.py`), 0 for all others.
    """

    key: str
    english_label: str
    unit: str
    kind: str
    panel: str
    place: str
    default: float | str
    usual: Range | None
    uncertain: Range | None
    bounds: Range | None
    step: float | None
    per_year: bool
    choices: tuple[str, ...]
    english_choices: tuple[str, ...]
    year_of_money: str
    status: str
    source: tuple[str, ...]
    since: int
    english_help: str
    asked: str = ""
    of: str = ""
    own: int = 0

    @property
    def field(self) -> str:
        """The part of a key after the number of its own line: `amount` of own_03_amount."""
        return self.key.split("_", 2)[2]

    @property
    def field_label(self) -> str:
        """What a setting of an own line is called beside the line's own name."""
        return declared(f"own_lines.{self.field}.label", self.english_label)

    @property
    def label(self) -> str:
        if self.asked:
            return say(self.asked)
        if self.of:
            return say("values.mark", setting=declared(f"levers.{self.of}.label", self.english_label))
        if self.own:
            return say("own_lines.setting", line=own_name(self.own), setting=self.field_label)
        return declared(f"levers.{self.key}.label", self.english_label)

    @property
    def help(self) -> str:
        if self.of:
            return say("values.mark_help")
        if self.own:
            return declared(f"own_lines.{self.field}.help", self.english_help)
        return declared(f"levers.{self.key}.help", self.english_help)

    def choice_label(self, choice: str) -> str:
        """What people read for one of the choices. ValueError for another word."""
        english = self.english_choices[self.choices.index(choice)]
        table = f"own_lines.{self.field}" if self.own else f"levers.{self.of or self.key}"
        return declared(f"{table}.choice.{choice}", english)

    def said(self, value: float | str | tuple[float, ...], *, long: bool = True) -> str:
        """A value as people read it: a choice by its label, a number in the words of its unit if `long`."""
        if isinstance(value, str):
            return self.choice_label(value)
        if isinstance(value, tuple):
            return amounts(value, self.unit, long=long)
        return amount(value, self.unit, long=long)

    @property
    def is_choice(self) -> bool:
        return self.unit == "choice"

    @property
    def is_whole(self) -> bool:
        return UNITS[self.unit].whole

    @property
    def least_above_zero(self) -> float:
        """The smallest number that means something, where 0 means none; otherwise 0."""
        return UNITS[self.unit].least_above_zero


class _Numbers(NamedTuple):
    """Either the ranges or the choices of a lever."""

    default: float | str
    usual: Range | None = None
    uncertain: Range | None = None
    bounds: Range | None = None
    step: float | None = None
    choices: tuple[str, ...] = ()
    english_choices: tuple[str, ...] = ()


def load_levers(
    path: Path = DATA / "levers.csv", sources: Mapping[str, Source] | None = None
) -> Mapping[str, Lever]:
    """All levers by their key, in the order of the file. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    problems: list[str] = []
    levers = [_lever(row, known) for row in rows_of(path, LEVER_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({lever.key: lever for lever in levers})


def _lever(row: Row, sources: Mapping[str, Source]) -> Lever:
    unit = row.word("unit", LEVER_UNITS)
    # When the unit is misspelled, the choices show which of the two it was meant to be.
    is_choice = unit == "choice" or (unit not in LEVER_UNITS and bool(row.optional("choices")))
    numbers = _choice_part(row) if is_choice else _number_part(row, unit)
    return Lever(
        key=row.optional("key"),
        english_label=row.text("label"),
        unit=unit,
        kind=row.word("kind", KINDS),
        panel=row.word("panel", tuple(PANELS)),
        place=row.word("place", PLACES),
        default=numbers.default,
        usual=numbers.usual,
        uncertain=numbers.uncertain,
        bounds=numbers.bounds,
        step=numbers.step,
        per_year=row.word("per_year", ("yes", "no")) == "yes",
        choices=numbers.choices,
        english_choices=numbers.english_choices,
        year_of_money=_lever_money_year(row, unit),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
        since=int(row.number_within("since", 1, 10_000, whole=True)),
        english_help=row.text("help"),
    )


def _choice_part(row: Row) -> _Numbers:
    for field in ("usual_low", "usual_high", "uncertain_low", "uncertain_high", "least", "most", "step"):
        row.empty(field, "a choice has no numbers")
    if row.optional("per_year") == "yes":
        row.fault("per_year", "'yes' is not possible for a choice", "Write no.")
    choices = tuple(c for c in row.text("choices").split("|") if c)
    default = row.text("default")
    if choices and (len(choices) < 2 or len(set(choices)) < len(choices)):
        what = f"{row.optional('choices')!r} is no choice"
        row.fault("choices", what, "Give two or more different words, as no|yes.")
    if default and choices and default not in choices:
        row.fault("default", f"{default!r} is not one of the choices", one_of(choices))
    return _Numbers(default, choices=choices, english_choices=_choice_labels(row, choices))


def _choice_labels(row: Row, choices: tuple[str, ...]) -> tuple[str, ...]:
    labels = tuple(c.strip() for c in row.text("choice_labels").split("|"))
    apart = len(set(labels)) == len(labels) == len(choices)
    if row.optional("choice_labels") and len(choices) > 1 and not apart:
        what = f"{row.optional('choice_labels')!r} does not name {len(choices)} choices apart"
        row.fault("choice_labels", what, "Give a label for each choice, in the same order, as No|Yes.")
        return choices
    return labels


def _number_part(row: Row, unit: str) -> _Numbers:
    for field in ("choices", "choice_labels"):
        row.empty(field, "only the unit choice has choices")
    default, step = row.number("default"), row.number("step")
    bounds = row.range("least", "most")
    usual = row.range("usual_low", "usual_high")
    uncertain = row.range("uncertain_low", "uncertain_high")
    if step is not None and step <= 0:
        row.fault("step", f"{plain(step)} is not above zero", "Give the size of one slider step.")
    _check_limits(row, default, bounds, usual, uncertain)
    if unit in LEVER_UNITS and UNITS[unit].whole:
        _check_whole(row, default, step, bounds, usual, uncertain)
    return _Numbers(REFUSED if default is None else default, usual, uncertain, bounds, step)


def _check_limits(
    row: Row, default: float | None, bounds: Range | None, usual: Range | None, uncertain: Range | None
) -> None:
    if bounds is not None:
        for field, x in _ends(usual, uncertain):
            if not within(x, bounds):
                what = f"{plain(x)} is outside the bounds, {from_to(bounds)}"
                row.fault(field, what, "Narrow it, or widen least and most.")
    # A slider cannot show, and a draw cannot center on, a default outside its own range.
    for name, pair in (("bounds", bounds), ("usual range", usual), ("uncertain range", uncertain)):
        if default is not None and pair is not None and not within(default, pair):
            what = f"{plain(default)} is outside the {name}, {from_to(pair)}"
            row.fault("default", what, "Move the default or widen the range.")
            break  # the narrower ranges would only repeat the message


def _ends(usual: Range | None, uncertain: Range | None) -> list[tuple[str, float]]:
    named = (("usual_low", "usual_high", usual), ("uncertain_low", "uncertain_high", uncertain))
    return [end for low, high, pair in named if pair for end in ((low, pair[0]), (high, pair[1]))]


def _check_whole(
    row: Row,
    default: float | None,
    step: float | None,
    bounds: Range | None,
    usual: Range | None,
    uncertain: Range | None,
) -> None:
    single = [("default", default), ("step", step), *zip(("least", "most"), bounds or (), strict=False)]
    for field, x in [*single, *_ends(usual, uncertain)]:
        if x is not None and x != int(x):
            row.fault(field, f"{plain(x)} is not a whole number", "Years, grades and sections are whole.")


def _lever_money_year(row: Row, unit: str) -> str:
    if is_money(unit):
        return row.money_year("year_of_money")
    if unit in LEVER_UNITS:
        row.empty("year_of_money", "the lever is not money")
    return ""


def newest_version(levers: Mapping[str, Lever]) -> int:
    return max((lever.since for lever in levers.values()), default=1)
