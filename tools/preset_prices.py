"""The newest presets from sourced facts, in the money of one year, with the arithmetic of every value.

    python -m tools.preset_prices [--write]

`data/preset_facts.csv` says what each fact was, in the money of which school year. `data/price_index.csv`
brings it to the year of the presets: prices by the CPI-U of December, in the middle of a school year, and pay
by the average pay of teachers. Two values follow from the others: other non-personnel cost is the residual
that leaves 1.5% of revenue in Year 1, because a school spends its allocation, and start-up grants come to the
start-up cost. Everything else of a preset stays as its file says.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.evidence import DATA, LEVERS, PRESETS, Value
from model.plan.scenario import Scenario
from model.results.projection import project
from model.starts.calibrate import LEFT_OVER
from model.units import plain

MONEY_YEAR = "2025-26"
RESIDUAL, GRANTS = "nonpersonnel_per_pupil", "startup_grants"
GRANTS_TO = 10_000  # dollars, as in `model.starts.calibrate`


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of some presets: the amount as its source gives it, or a choice, with its money and its source.

    `index` is `prices`, `pay`, or nothing where no money is meant. `times` is a ratio that the amount is
    taken by.
    """

    presets: tuple[str, ...]
    lever: str
    amount: str
    school_year: str
    index: str
    times: float
    round_to: float
    source: tuple[str, ...]
    reason: str

    def is_of(self, key: str) -> bool:
        return bool({"all", key, PRESETS[key].family} & set(self.presets))

    def value(self, index: Mapping[str, Mapping[str, float]]) -> Value:
        """The value in the money of the presets."""
        if LEVERS[self.lever].is_choice:
            return self.amount
        if not self.index:
            return float(self.amount)
        found = float(self.amount) * factor(index, self.index, self.school_year) * self.times
        return float(round(found / self.round_to) * self.round_to)


def factor(index: Mapping[str, Mapping[str, float]], kind: str, school_year: str) -> float:
    """What a dollar of a school year is worth in the year of the presets. KeyError for an unknown year."""
    return index[MONEY_YEAR][kind] / index[school_year][kind]


def price_index(path: Path = DATA / "price_index.csv") -> Mapping[str, Mapping[str, float]]:
    """By school year the level of `prices`, and of `pay` where it is known."""
    return {
        row["school_year"]: {k: float(row[k]) for k in ("prices", "pay") if row[k]} for row in _rows(path)
    }


def index_sources(path: Path = DATA / "price_index.csv") -> set[str]:
    """Every source that the index rests on."""
    return {s for row in _rows(path) for k in ("prices", "pay") for s in row[f"{k}_source"].split("+") if s}


def facts(path: Path = DATA / "preset_facts.csv") -> tuple[Fact, ...]:
    """Every row of the file."""
    return tuple(
        Fact(
            presets=tuple(row["presets"].split("+")),
            lever=row["lever"],
            amount=row["amount"],
            school_year=row["school_year"],
            index=row["index"],
            times=float(row["times"] or 1),
            round_to=float(row["round_to"] or 1),
            source=tuple(row["source"].split("+")),
            reason=row["reason"],
        )
        for row in _rows(path)
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stated(key: str) -> dict[str, Value]:
    """What the facts say of a preset, by lever."""
    index = price_index()
    return {fact.lever: fact.value(index) for fact in facts() if fact.is_of(key)}


def balanced(base: Scenario) -> Scenario:
    """The scenario with the two values that follow from the others."""
    bare = base.changed({RESIDUAL: 0.0})
    p = project([bare])
    left = p.cell("public_revenue", 1) * (1 - LEFT_OVER) - p.cell("recurring_cost", 1)
    residual = float(round(left / p.cell("enrollment", 1)))
    grants = float(round(p.cell("one_time_cost", 0) / GRANTS_TO) * GRANTS_TO)
    return bare.changed({RESIDUAL: residual, GRANTS: grants})


def newest(key: str) -> Scenario:
    """A preset as the facts have it."""
    return balanced(Scenario.preset(key).changed(stated(key)))


def arithmetic(key: str) -> Iterator[str]:
    """How each value of a preset comes about, a line each."""
    index, found = price_index(), newest(key)
    for fact in facts():
        if fact.is_of(key):
            yield f"{fact.lever} = {_steps(fact, index)}{plain_value(found[fact.lever])}  [{'+'.join(fact.source)}]"
    p = project([found])
    revenue, cost = p.cell("public_revenue", 1), p.cell("recurring_cost", 1)
    pupils, each = p.cell("enrollment", 1), found.number(RESIDUAL)
    yield (
        f"{RESIDUAL} = (98.5% x {revenue:,.0f} - {cost - pupils * each:,.0f}) / {pupils:,.0f}"
        f" = {plain(each)}  [CALC]"
    )
    yield f"{GRANTS} = {p.cell('one_time_cost', 0):,.0f} to the nearest {GRANTS_TO:,} = {plain(found.number(GRANTS))}  [CALC]"


def _steps(fact: Fact, index: Mapping[str, Mapping[str, float]]) -> str:
    if not fact.index:
        return ""
    levels = f"{index[MONEY_YEAR][fact.index]:g} / {index[fact.school_year][fact.index]:g}"
    ratio = "" if fact.times == 1 else f" x {fact.times:g}"
    return f"{plain(float(fact.amount))} x {levels}{ratio} = "


def plain_value(value: Value) -> str:
    return plain(value) if isinstance(value, float) else str(value)


def as_filed(key: str, path: Path) -> str:
    """The file of a preset with the values that the facts give. Its words, grades and versions stay.

    A lever that is newer than the file takes its default and does not stand in it, unless a fact names it.
    """
    content = json.loads(path.read_text(encoding="utf-8"))
    content["money_year"], known = MONEY_YEAR, stated(key)
    held = [k for k, x in LEVERS.items() if x.since <= content["data_version"] or k in known]
    found = newest(key)
    content["values"] = {k: _filed(found[k]) for k in held}
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    lowest, top = content["grades"]
    return text.replace(f"[\n    {lowest},\n    {top}\n  ]", f"[{lowest}, {top}]")


def _filed(value: Value) -> object:
    return int(value) if isinstance(value, float) and value == int(value) else value


def main(argv: Sequence[str]) -> int:
    """Print the arithmetic of every preset, or write the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the values into data/presets")
    args = parser.parse_args(argv)
    for key in PRESETS:
        if args.write:
            path = DATA / "presets" / f"{key}.json"
            path.write_text(as_filed(key, path), encoding="utf-8")
        else:
            print(f"{key}\n" + "".join(f"  {line}\n" for line in arithmetic(key)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
