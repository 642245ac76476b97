"""What comes after Year 5, by the plan's own settings: the first short year, and the next devices.

Every equation is carried on with the settings of Year 5 and the plan's own growth rates. Nothing new is
assumed, so this is no forecast: it says where the plan is heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import GROWING, Value
from model.evidence.growing import AS_TYPED
from model.evidence.own_lines import KINDS, LAST, ONCE, UNUSED, own_key
from model.lines.growth import factor_line
from model.lines.it import AT_ONCE, WHEN_DUE
from model.plan.each_year import growth_of
from model.plan.scenario import SET_ASIDE, Scenario
from model.results.projection import Scenarios, lines_of_years
from model.years import OPERATING, YEARS

LAST_YEAR = OPERATING[-1]
LOOKED_TO = 10  # the last year in which a shortfall is looked for
LONGEST_LIFE = 15  # years; the last year in which devices bought at the start are due


class NextDevices(NamedTuple):
    """The next whole purchase of devices after Year 5: how many, and dollars at the prices of its year."""

    year: int
    devices: float
    cost: float


class Horizon(NamedTuple):
    """What comes after Year 5, as the rating tests a plan: all positions filled, devices at even yearly cost.

    `short`: the first year in which public funding does not cover yearly cost; None where Year 5 falls short
    already, or no year does. `out`: the first year that ends with savings below zero; None where they run out
    before, or last. `holds`: neither happens from Year 5 on. `has_open`: open positions save money in a year
    that is looked at, so the plan's own lines come to more.
    """

    short: int | None
    out: int | None
    holds: bool
    next_devices: NextDevices | None
    owned_left_out: float  # devices owned at the start that no purchase of the plan replaces
    has_open: bool = False


def carried_on(scenarios: Scenarios, years: int, only: tuple[str, ...]) -> dict[str, Array]:
    """The given lines of each scenario, carried on; arrays that broadcast to (scenarios, years)."""
    return lines_of_years(settings_for(scenarios, years), scenarios.count, only, years)


def settings_carried_on(now: Scenario, years: int) -> dict[str, Value]:
    """Every setting of a plan for so many years, the start-up year among them.

    One value where it stays the same, or a number for each year but the start-up, which takes that of Year 1.
    """
    found: dict[str, Value] = {}
    for key, values in settings_for(Scenarios.of([now]), years).items():
        row = values[0].tolist()
        found[key] = tuple(row[1:]) if len(row) > 1 else row[0]
    return found


def settings_for(scenarios: Scenarios, years: int) -> dict[str, Array]:
    """Every setting for so many years. Dollars that are typed for five years grow after them, and what is
    stated through Year 5, because no later year can be, goes on.
    """
    levers = scenarios.levers
    longer = {k: _longer(v, years) for k, v in levers.items()}
    for row in GROWING.values():
        is_typed = levers[row.mark] == AS_TYPED
        if row.grows_with and is_typed.any():
            rates = np.broadcast_to(longer[growth_of(row)], (len(longer[growth_of(row)]), years)).copy()
            rates[:, :YEARS] = 0
            longer[row.lever] = longer[row.lever] * np.where(is_typed, np.cumprod(1 + rates, axis=1), 1)
    return longer | _cut_that_goes_on(levers, years) | _own_lines_that_go_on(levers, years)


def _cut_that_goes_on(levers: Mapping[str, Array], years: int) -> dict[str, Array]:
    """The length of a cut that is stated by five numbers, and by no window of years beside them: the share of
    Year 5 goes on. A cut of one number says itself how long it lasts.
    """
    if levers["cut_rate"].shape[-1] == 1:
        return {}
    stated = [levers[k] == v for k, v in SET_ASIDE["cut_rate"].items()]
    return {"cut_years": np.where(np.logical_and.reduce(stated), years, levers["cut_years"])}


def _own_lines_that_go_on(levers: Mapping[str, Array], years: int) -> dict[str, Array]:
    """The last year of own lines, moved on where an amount of every year is in the last year of the plan.

    Nobody can say a later one, so the line does not end there. What comes once ends with its last year.
    """
    found = {}
    for number, key in KINDS.items():
        kind, last = levers[key], levers[own_key(number, LAST)]
        if kind.size == 1 and kind.item() == UNUSED:
            continue  # as most of the twenty are, and this is asked after every move
        goes_on = np.logical_not(np.isin(kind, (UNUSED, *ONCE))) & (last == LAST_YEAR)
        if goes_on.any():
            found[own_key(number, LAST)] = np.where(goes_on, years, last)
    return found


def _longer(values: Array, years: int) -> Array:
    """The setting of Year 5 in every later year. One number, or a choice, is that of all years."""
    if values.shape[-1] == 1:
        return values
    return np.concatenate([values, np.repeat(values[:, -1:], years - YEARS, axis=1)], axis=1)


MONEY = ("tested_result", "savings_when_filled")  # what is said of later years is read off these
_OPEN = "saved_on_open_positions"
_GROWTH_OF_PRICE = factor_line("device_unit_cost")
_DEVICES = ("devices_bought", "devices_added", "devices_owned", _GROWTH_OF_PRICE)


def horizons(scenarios: Scenarios) -> list[Horizon]:
    """What comes after Year 5 in each scenario."""
    refresh = np.broadcast_to(scenarios.levers["refresh"][:, 0], scenarios.count)
    due = np.isin(refresh, WHEN_DUE)
    years = (LONGEST_LIFE if due.any() else LOOKED_TO) + 1
    settings = settings_for(scenarios, years)
    lines = lines_of_years(
        settings, scenarios.count, (*MONEY, _OPEN, *(_DEVICES if due.any() else ())), years
    )
    lines["price"] = settings["device_unit_cost"]
    p = {k: np.broadcast_to(v, (scenarios.count, years)) for k, v in lines.items()}
    looked_at = slice(LAST_YEAR, LOOKED_TO + 1)
    short = p["tested_result"][:, looked_at] < -HALF_A_CENT
    out = p["savings_when_filled"][:, : LOOKED_TO + 1] < -HALF_A_CENT
    has_open: Array = np.any(p[_OPEN][:, looked_at] > HALF_A_CENT, axis=1)
    holds: Array = np.logical_not(short.any(axis=1) | out[:, LAST_YEAR:].any(axis=1))
    left_out = (refresh == AT_ONCE) & (scenarios.levers["standing_devices"][:, 0] != "used")
    columns = (
        _late(short, LAST_YEAR),
        _late(out, 0),
        holds.tolist(),
        [_next(p, i) if so else None for i, so in enumerate(due.tolist())],
        np.where(left_out, p["devices_owned"][:, 0], 0.0).tolist() if due.any() else [0.0] * scenarios.count,
        has_open.tolist(),
    )
    return [Horizon(*row) for row in zip(*columns, strict=True)]


def _late(true: Array, start: int) -> list[int | None]:
    """The first year in which it is true of each scenario, if that is after Year 5."""
    years = np.where(true.any(axis=1), true.argmax(axis=1) + start, 0).tolist()
    return [year if year > LAST_YEAR else None for year in years]


def _next(p: Mapping[str, Array], i: int) -> NextDevices | None:
    """A purchase beyond growth is one whose life was over."""
    bought = p["devices_bought"][i]
    again = np.flatnonzero((bought > p["devices_added"][i])[LAST_YEAR + 1 :])
    if not again.size:
        return None
    year = LAST_YEAR + 1 + int(again[0])
    count = float(bought[year])
    return NextDevices(year, count, count * float(p["price"][i, year] * p[_GROWTH_OF_PRICE][i, year]))
