"""Everything that is neither people, PD nor technology."""

from model.book.family import Family
from model.book.vocabulary import at_most, compounded, when
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


# What a contract fixes is an amount of dollars a year with a growth of its own. No student, price or event
# moves it. Five amounts state every year, and then nothing grows them: see SET_ASIDE in
# `model/plan/scenario.py`.


@other.line(
    "Supplies and services, fixed part",
    "usd_per_year",
    adds_to="other_nonpersonnel",
    nothing_without="fixed_supplies",
)
def supplies_fixed(fixed_supplies, fixed_supplies_growth, t):
    """Contracts and services that cost the same however many students come."""
    return fixed_supplies * compounded(fixed_supplies_growth, t)


@other.line("Rent of a lease", "usd_per_year", only_if=("rent_basis", "lease"))
def lease_rent(lease, lease_growth, t):
    """What the lease says, in dollars a year. It does not follow students or prices."""
    return lease * compounded(lease_growth, t)


@other.line("Rent by square feet", "usd_per_year", only_if=("rent_basis", "area"))
def area_rent(leased_area, rent_per_square_foot, lease_growth, t):
    """Square feet leased times the yearly rate. It does not follow students or prices."""
    return leased_area * rent_per_square_foot * compounded(lease_growth, t)


@other.line("Students that rent is paid for", "pupils", nothing_without="occupancy_per_pupil")
def rented_pupils(supplied_pupils, leased_students, occupancy_per_pupil):
    """The students of the plan, or those that the building was rented for. Nobody where no rent is paid by
    the student.
    """
    return when(occupancy_per_pupil > 0, when(leased_students > 0, leased_students, supplied_pupils), 0)


@other.line("Rent and facilities", "usd_per_year", adds_to="other_nonpersonnel")
def occupancy(
    rented_pupils, occupancy_per_pupil, occupancy_per_pupil_factor, rent_basis, lease_rent, area_rent
):
    """Rent and facilities. Charter schools pay them and district schools do not."""
    by_student = rented_pupils * occupancy_per_pupil * occupancy_per_pupil_factor
    return when(rent_basis == "lease", lease_rent, when(rent_basis == "area", area_rent, by_student))


@other.line("Insurance", "usd_per_year", adds_to="other_nonpersonnel", nothing_without="insurance")
def insurance_cost(insurance, insurance_growth, t):
    """Property, liability and other insurance of the school, in dollars a year."""
    return insurance * compounded(insurance_growth, t)


@other.line("Network (CMO) fee", "usd_per_year", adds_to="other_nonpersonnel")
def management_fee(public_revenue, management_fee_rate):
    """A charter network's fee, as a share of public funding."""
    return public_revenue * management_fee_rate


@other.line(
    "Network or authorizer fee, fixed",
    "usd_per_year",
    adds_to="other_nonpersonnel",
    nothing_without="fixed_fee",
)
def fee_fixed(fixed_fee, fixed_fee_growth, t):
    """A fee that is an amount of dollars and no share of public funding."""
    return fixed_fee * compounded(fixed_fee_growth, t)


other.total(
    "other_nonpersonnel",
    "Supplies and services (non-personnel)",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Supplies, contracts, rent and fees: what is neither people, PD nor technology.",
)
