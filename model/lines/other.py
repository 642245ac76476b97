"""Everything that is neither people, PD nor technology."""

from model.book.family import Family
from model.book.vocabulary import at_most, when
from model.years import START_UP

other = Family("other", "Supplies and services (non-personnel)")


@other.line("Other start-up cost", "usd", years=START_UP, adds_to="one_time_cost")
def startup_other_cost(startup_other):
    """Furniture, planning time, curriculum and other one-time cost."""
    return startup_other


@other.line("Start-up purchases not made", "usd", years=START_UP, adds_to="one_time_cost")
def startup_not_bought(
    startup_grants, startup_grants_received, startup_purchases, startup_it, startup_pd, startup_other_cost
):
    """Start-up purchases wait for the grants that pay them: what does not come in is not bought. Below zero.
    Nothing where all grants come in, or where the money is committed.
    """
    missing = startup_grants * (1 - startup_grants_received)
    planned = startup_it + startup_pd + startup_other_cost
    return when(startup_purchases == "wait", 0 - at_most(missing, planned), 0)


@other.line("Supplies and services", "usd_per_year", adds_to="other_nonpersonnel")
def supplies(supplied_pupils, nonpersonnel_per_pupil, nonpersonnel_per_pupil_factor):
    """Supplies, contracts and other non-personnel cost per student."""
    return supplied_pupils * nonpersonnel_per_pupil * nonpersonnel_per_pupil_factor


@other.line("Rent and facilities", "usd_per_year", adds_to="other_nonpersonnel")
def occupancy(supplied_pupils, occupancy_per_pupil, occupancy_per_pupil_factor):
    """Rent and facilities. Charter schools pay them and district schools do not."""
    return supplied_pupils * occupancy_per_pupil * occupancy_per_pupil_factor


@other.line("Network (CMO) fee", "usd_per_year", adds_to="other_nonpersonnel")
def management_fee(public_revenue, management_fee_rate):
    """A charter network's fee, as a share of public funding."""
    return public_revenue * management_fee_rate


other.total(
    "other_nonpersonnel",
    "Supplies and services (non-personnel)",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Supplies, contracts, rent and fees: what is neither people, PD nor technology.",
)
