"""Technology: devices are a yearly cost with a date. Technology staff are counted under people."""

from model.book.family import Family
from model.book.vocabulary import at_least, before, in_year, renewed, when, whole_down, whole_up
from model.years import ALL_YEARS, START_UP

it = Family("it", "Technology")


@it.line("Devices in use, spares included", "devices")
def devices(supplied_pupils, devices_per_pupil, spare_rate):
    """Student devices that the school keeps in use."""
    return whole_up(supplied_pupils * devices_per_pupil * (1 + spare_rate))


@it.line("Devices already owned", "devices", years=START_UP)
def devices_owned(enrollment, existing_devices_per_pupil):
    """Working devices in the building before start-up."""
    return whole_down(in_year(enrollment, 1) * existing_devices_per_pupil)


@it.line("Devices added", "devices", years=ALL_YEARS)
def devices_added(devices, devices_owned, t):
    """Devices you buy because you need more: the first purchase, then growth. With fewer students you buy
    none.
    """
    return at_least(
        when(t == 0, in_year(devices, 1) - devices_owned, when(t == 1, 0, devices - before(devices))), 0
    )


@it.line("Devices bought, all at once", "devices", years=ALL_YEARS)
def devices_lumpy(devices_added, device_life_years):
    """Each purchase is bought again when its life is over. Devices you owned before start-up are not bought
    again.
    """
    return renewed(devices_added, device_life_years)


@it.line("Devices bought", "devices")
def devices_bought(devices, devices_added, devices_lumpy, device_life_years, refresh):
    """Staggered: a part of the devices every year. All at once: whole purchases when their life is over."""
    return when(refresh == "lumpy", devices_lumpy, devices / device_life_years + devices_added)


@it.line("Start-up technology", "usd", years=START_UP, adds_to="one_time_cost")
def startup_it(devices_added, device_unit_cost, startup_it_other):
    """The first devices and other one-time technology, such as network work."""
    return devices_added * device_unit_cost + startup_it_other


@it.line("Device purchases", "usd_per_year", adds_to="it")
def device_cost(devices_bought, device_unit_cost, device_unit_cost_factor):
    """Replaced and added devices at the price of a device."""
    return devices_bought * device_unit_cost * device_unit_cost_factor


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


it.total(
    "it",
    "Technology",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Devices, repairs, software and connectivity, year by year.",
)
