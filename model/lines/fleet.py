"""How old the devices are.

The newest stay in use and the oldest leave first. Devices owned before the start count as older than any that
was bought, and their age is unknown.
"""

from collections.abc import Callable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_most, before, share, when
from model.years import ALL_YEARS, OPERATING

fleet = Family("fleet", "Age of the devices", measure=True)


@fleet.line("Devices per student, spares included", "devices_per_pupil")
def devices_for_each_pupil(devices, enrollment):
    """Devices in use divided by the students enrolled."""
    return share(devices, enrollment)


@fleet.line("Devices in their first year", "devices", years=ALL_YEARS)
def devices_aged_0(devices_added, devices_bought, devices, t):
    """Devices bought this year, as far as they are in use. In start-up it is the first purchase."""
    return when(t == 0, devices_added, at_most(devices_bought, devices))


def _aged(age: int) -> Callable[..., Any]:
    def devices_aged(device_life_years: Any, year_younger: Any, devices: Any, *younger: Any) -> Any:
        left = devices
        for part in younger:
            left = left - part
        return at_most(when(device_life_years > age, before(year_younger), 0), left)

    return devices_aged


def _declare(age: int) -> None:
    declare: Callable[..., None] = fleet.declare
    younger = [f"devices_aged_{k}" for k in range(age)]
    declare(
        f"devices_aged_{age}",
        f"Devices {age} year{'s' if age > 1 else ''} old",
        "devices",
        ("device_life_years", younger[-1], "devices", *younger),
        _aged(age),
        years=OPERATING[age - 1 :],
        help="Devices that were a year younger the year before. Those past their life, or not needed any more, are gone.",
    )


AGES = (1, 2, 3, 4, 5)  # bought in the start-up year, a device is five years old in Year 5
for _age in AGES:
    _declare(_age)


@fleet.line("Devices of known age", "devices")
def devices_of_known_age(
    devices_aged_0, devices_aged_1, devices_aged_2, devices_aged_3, devices_aged_4, devices_aged_5
):
    """Devices in use that were bought in start-up or later."""
    return devices_aged_0 + devices_aged_1 + devices_aged_2 + devices_aged_3 + devices_aged_4 + devices_aged_5


@fleet.line("Devices owned before the start, age unknown", "devices")
def devices_of_unknown_age(devices, devices_of_known_age):
    """Devices in use that the plan did not buy. We do not know how old they are, so they have no part in the
    mean age.
    """
    return devices - devices_of_known_age


@fleet.line("Mean age of the devices bought", "years")
def device_age(
    devices_aged_1, devices_aged_2, devices_aged_3, devices_aged_4, devices_aged_5, devices_of_known_age
):
    """Years since purchase, over the devices of known age. It is 0 in the year of purchase and 1 the year
    after. If no device in use was bought, it reads 0.
    """
    return share(
        devices_aged_1 + 2 * devices_aged_2 + 3 * devices_aged_3 + 4 * devices_aged_4 + 5 * devices_aged_5,
        devices_of_known_age,
    )
