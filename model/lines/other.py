"""Everything that is neither people, PD nor technology."""

from model.book.family import Family
from model.years import START_UP

other = Family("other", "Supplies and services (non-personnel)")


@other.line("Other start-up cost", "usd", years=START_UP, adds_to="one_time_cost")
def startup_other_cost(startup_other):
    """Furniture, planning time, curriculum and other one-time cost."""
    return startup_other


@other.line("Supplies and services", "usd_per_year", adds_to="other_nonpersonnel")
def supplies(enrollment, nonpersonnel_per_pupil, price_factor):
    """Supplies, contracts and other non-personnel cost per student."""
    return enrollment * nonpersonnel_per_pupil * price_factor


@other.line("Rent and facilities", "usd_per_year", adds_to="other_nonpersonnel")
def occupancy(enrollment, occupancy_per_pupil, price_factor):
    """Rent and facilities. Charter schools pay them and district schools do not."""
    return enrollment * occupancy_per_pupil * price_factor


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
