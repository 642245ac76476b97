"""Technology: devices are a yearly cost with a date. Technology staff are counted under people."""

from model.book.family import Family
from model.book.vocabulary import (
    at_least,
    at_most,
    before,
    bought_when_due,
    compounded,
    either,
    highest_within,
    in_year,
    renewed,
    when,
    whole_down,
    whole_up,
)
from model.years import ALL_YEARS, START_UP

it = Family("it", "Technology")

AT_ONCE = "lumpy"  # the choice of `refresh` by which devices are bought and paid when their life is over
WHEN_DUE = ("set_aside", AT_ONCE)  # those by which they are bought then
_DUE = ("refresh", *WHEN_DUE)


@it.line("Devices in use, spares included", "devices")
def devices(supplied_pupils, devices_per_pupil, spare_rate):
    """Student devices that the school keeps in use."""
    return whole_up(supplied_pupils * devices_per_pupil * (1 + spare_rate))


@it.line("Devices already owned", "devices", years=START_UP)
def devices_owned(enrollment, existing_devices_per_pupil):
    """Working devices in the building before start-up."""
    return whole_down(in_year(enrollment, 1) * existing_devices_per_pupil)


@it.line("Devices there from earlier years", "devices", only_if=("standing_devices", "used"))
def devices_standing(devices, devices_owned, device_life_years, t):
    """The most devices of the years of one life before, owned ones among them. They are used again before
    you buy more.
    """
    owned = when(t <= device_life_years, in_year(devices_owned, 0), 0)
    return at_least(highest_within(devices, device_life_years), owned)


@it.line("Devices added", "devices", years=ALL_YEARS)
def devices_added(devices, devices_owned, devices_standing, standing_devices, t):
    """Devices you buy because you need more: the first purchase, then growth. With fewer students you buy
    none. If devices that are there already are used, growth is what is more than in the years of one life.
    """
    growth = devices - when(standing_devices == "used", devices_standing, before(devices))
    return at_least(when(t == 0, in_year(devices, 1) - devices_owned, when(t == 1, 0, growth)), 0)


@it.line("Devices bought again when their life is over", "devices", years=ALL_YEARS, only_if=_DUE)
def devices_renewed(devices_added, device_life_years):
    """Each purchase is bought again when its life is over, needed or not. Devices you owned before start-up
    are not bought again.
    """
    return renewed(devices_added, device_life_years)


@it.line("Devices bought when due", "devices", years=ALL_YEARS, only_if=_DUE)
def devices_due(devices, devices_owned, device_life_years, t):
    """Each purchase is bought again when its life is over, as far as it is needed. Devices you owned before
    start-up are replaced within one life. Used with money set aside, and with devices that are there already.
    """
    owned = when(t < device_life_years, in_year(devices_owned, 0), 0)
    return bought_when_due(devices, owned, device_life_years)


@it.line("Devices bought, all at once", "devices", years=ALL_YEARS, only_if=_DUE)
def devices_lumpy(devices_due, devices_renewed, standing_devices, refresh):
    """Whole purchases. Each one is bought again when its life is over."""
    is_used = either(standing_devices == "used", refresh == "set_aside")
    return when(is_used, devices_due, devices_renewed)


@it.line("Devices replaced evenly", "devices")
def devices_evenly(devices, devices_added, device_life_years, standing_devices):
    """A part of the devices every year, and those added. If devices that are there already are used, it is
    never more than are in use.
    """
    evenly = devices / device_life_years + devices_added
    return when(standing_devices == "used", at_most(evenly, devices), evenly)


@it.line("Devices bought", "devices")
def devices_bought(devices_evenly, devices_lumpy, refresh):
    """Staggered: a part of the devices every year. Otherwise whole purchases when their life is over."""
    return when(refresh == "smoothed", devices_evenly, devices_lumpy)


@it.line("Start-up technology", "usd", years=START_UP, adds_to="one_time_cost")
def startup_it(devices_added, device_unit_cost, startup_it_other):
    """The first devices and other one-time technology, such as network work."""
    return devices_added * device_unit_cost + startup_it_other


@it.line("Device purchases", "usd_per_year", adds_to="it")
def device_cost(devices_bought, devices_evenly, refresh, device_unit_cost, device_unit_cost_factor):
    """Replaced and added devices at the price of a device. If you set money aside, it is what an even
    replacement costs.
    """
    return (
        when(refresh == "set_aside", devices_evenly, devices_bought)
        * device_unit_cost
        * device_unit_cost_factor
    )


@it.line("Device money ahead of purchases", "usd_per_year", only_if=_DUE)
def device_money_ahead(devices_evenly, devices_bought, device_unit_cost, device_unit_cost_factor):
    """What an even replacement costs this year, less what is bought. Above zero, devices are still to be
    bought with it.
    """
    return (devices_evenly - devices_bought) * device_unit_cost * device_unit_cost_factor


@it.line("Money set aside for devices", "usd_per_year", only_if=("refresh", "set_aside"))
def device_money_set_aside(device_money_ahead):
    """What you set aside this year and do not spend yet. Below zero, devices are bought with what was set
    aside before.
    """
    return device_money_ahead


@it.line("Repairs", "usd_per_year", adds_to="it")
def repairs(devices, breakage_rate, repair_cost, repair_cost_factor):
    """Broken devices at the cost of a repair."""
    return devices * breakage_rate * repair_cost * repair_cost_factor


@it.line("Software and connectivity", "usd_per_year", adds_to="it")
def software(
    supplied_pupils,
    software_per_pupil,
    software_per_pupil_factor,
    connectivity_per_pupil,
    connectivity_per_pupil_factor,
):
    """Licenses, and network cost after the E-rate discount."""
    return supplied_pupils * (
        software_per_pupil * software_per_pupil_factor
        + connectivity_per_pupil * connectivity_per_pupil_factor
    )


@it.line("Technology contracts", "usd_per_year", adds_to="it", nothing_without="technology_contracts")
def technology_fixed(technology_contracts, technology_contracts_growth, t):
    """Site licenses, network contracts and service that cost the same however many students come."""
    return technology_contracts * compounded(technology_contracts_growth, t)


it.total(
    "it",
    "Technology",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Devices, repairs, software, connectivity and technology contracts, year by year.",
)
