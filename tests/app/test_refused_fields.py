"""What is no number is refused whole, and what a field shows it takes back."""

from __future__ import annotations

from model.evidence import LEVERS
from tests.app.screen import address, as_read, now, open_app, open_panel, type_in
from tests.app.test_quick_start import ask, asked, errors, fill
from tests.looped import looped
from tools.saying import says
from views.shell import history

RATE = "base_rate_per_pupil"
# Every field is asked for in one of these.
EXAMPLE = {"from": "us_elementary.1"}
RENTS = {"from": "chicago_charter_k8.1"}
CONTRACTS = dict.fromkeys(("fixed_supplies", "insurance", "fixed_fee", "technology_contracts"), "30000")
LEASES = {**EXAMPLE, **CONTRACTS, "rent_basis": "lease", "lease": "90000"}
ATTENDING = {**EXAMPLE, "funded_on": "attendance", "count_basis": "three_year_mean"}
RECOUNTED = {**EXAMPLE, "count_basis": "mid_year"}
BY_SPAN = {**EXAMPLE, "enrollment_from": "by_grade", "grade_3_year1": "80", "funding_rates": "by_span"}
IN_PARTS = {"support_benefits": "own_rates", "pension_counted": "by_year", "pay_moves": "by_turnover"}
BENEFITS = {**EXAMPLE, **IN_PARTS}
BY_AREA = {**EXAMPLE, "rent_basis": "area", "leased_area": "9000", "rent_per_square_foot": "12"}
DEBT = dict.fromkeys(("loan_1", "loan_2", "credit_limit"), "50000")
BORROWS = {**EXAMPLE, **DEBT, "aid_deferred": "0.1"}

SAID = {
    "enrollment": says("own_school.enrollment"),
    "teachers": says("own_school.teachers"),
    "budget": says("own_school.budget"),
    "no_number": says("values.not_a_number"),
    "empty": says("settings.empty_example"),
}


@looped("typed", ["<b>x</b>12", "abc", "1-2", "12 apples", "--5", "1,2,3", "nan", "1e400", "0x10"])
def test_what_is_no_number_is_refused_whole(typed):
    """Nothing is read out of the middle of a text; it stays to be mended, and no key is shown."""
    app = type_in(open_panel(open_app(), "enrollment"), "enrollment_year1", typed)
    (problem,) = [as_read(e.value) for e in app.sidebar.error]
    assert problem.startswith("Enrollment, Year 1: ")
    assert "enrollment_year1" not in problem
    assert "Give " in problem
    assert app.text_input(key="exact-enrollment_year1").value == typed
    assert now(app) == now(open_app())


@looped(
    ("typed", "said"),
    [
        (("9", "26", "4,900,000"), ["enrollment"]),
        (("412", "26", "-5"), ["budget"]),
        (("abc", "26", "-5"), ["no_number", "budget"]),  # beside another fault, too
        (("412", "0", "-5"), ["teachers", "budget"]),
        (("60", "", "-5"), ["empty", "budget"]),  # 60 students are unusual: that can wait
        (("60", "4", "1,000"), ["budget"]),
    ],
)
def test_a_school_that_cannot_be_is_refused_and_never_asked_about(typed, said):
    """Everything that is wrong is said at once, and no answer offers what is not possible."""
    app = fill(ask(open_app()), *typed)
    found = errors(app)
    assert len(found) == len(said)
    assert all(any(SAID[what].search(message) for message in found) for what in said), found
    assert asked(app) == []


def test_every_field_shows_what_it_reads_back_and_never_asks_about():
    """The plan's own value typed as the field shows it changes nothing, for any lever."""
    left = {key for key, lever in LEVERS.items() if not (lever.is_choice or lever.own)}
    for query in (EXAMPLE, RENTS, LEASES, BY_AREA, ATTENDING, RECOUNTED, BY_SPAN, BENEFITS, BORROWS):
        app = open_panel(open_app(**query))
        before = address(app)
        for key in sorted(left & {x.key.removeprefix("exact-") for x in app.sidebar.text_input}):
            field = app.text_input(key=f"exact-{key}")
            assert field.placeholder == field.value
            type_in(app, key, f" {field.value} ")
            left.remove(key)
        assert address(app) == before
        assert app.sidebar.error == app.sidebar.warning == []
    assert left == set()


def test_what_is_not_taken_is_due_like_what_is(monkeypatch):
    """A busy browser sends a field along with the touch of a lever; only what is due draws the whole page."""
    due = []
    mark = history.mark_due
    app = open_panel(open_app(), "funding")
    monkeypatch.setattr(history, "mark_due", lambda: (due.append(1), mark()))
    for text in ("many", "", "11.700", "11,600"):
        due.clear()
        type_in(app, RATE, text)
        assert due, text
