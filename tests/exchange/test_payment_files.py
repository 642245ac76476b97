"""When money comes and goes, in a file: it comes back as it was chosen, and what is wrong with it is said."""

from __future__ import annotations

import json

import jsonschema
import pytest

from exchange import files
from exchange.files import Filed
from exchange.files.faults import FileRefused
from exchange.files.schema import schema
from model.months.timing import OWN, Timing, timing_of
from model.plan.notebook import Notebook
from model.plan.payment_times import PaymentTimes
from model.plan.plan import from_preset
from model.texts import quoted, say
from tests.exchange.plans import document, reasons
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

PLAN = from_preset(first_version("us_elementary"))
SIXTHS = "1/6 0 1/6 0 1/6 0 1/6 0 1/6 0 1/6 0"
CHOSEN = (
    PaymentTimes((("payroll", "ten_months"),)),
    PaymentTimes((("revenue", OWN), ("grants", "reimbursed")), SIXTHS, 3, new_students_late=True),
    PaymentTimes((("revenue", OWN),), "5 5 9 of what is not finished yet"),
    PaymentTimes(shares=SIXTHS, late=1),
)


@looped("chosen", CHOSEN)
def test_they_come_back_as_they_were(chosen):
    """Calendars, twelve shares as typed even before they are usable, months late: equal, to the schema."""
    filed = Filed(PLAN, "", Notebook(payments=chosen))
    written = files.write([filed])
    assert files.read(written).plans == (filed,)
    jsonschema.validate(json.loads(written), schema())


def test_a_plan_without_them_is_written_as_before():
    assert "payments" not in json.loads(files.write([Filed(PLAN)]))["plans"][0]


def test_what_is_chosen_is_what_is_meant():
    timing, fault = timing_of(CHOSEN[1])
    assert (timing.own, timing.late, timing.growth_late) == (tuple([1 / 6, 0.0] * 6), 3, True)
    assert (timing.grants, fault) == ("reimbursed", "")
    timing, fault = timing_of(CHOSEN[2])
    assert timing == Timing()
    assert fault
    assert timing_of(PaymentTimes(shares=SIXTHS))[0] == Timing(), "shares wait until they are asked for"


WRONG = (
    ({"payroll": "nine_months"}, says("months.no_calendar", typed=quoted("nine_months"), flow="payroll")),
    ({"payroll": "own"}, says("months.no_calendar", typed=quoted("own"), flow="payroll")),
    ({"revenue": 4}, says("plan_file.no_calendar", field="revenue", given="4")),
    ({"late": 4}, says("months.too_late", months=4, most=3)),
    ({"late": "two"}, says("plan_file.no_months_late", given=quoted("two"), low=0, high=3)),
    ({"new_students": "soon"}, says("plan_file.no_new_students", given=quoted("soon"))),
    ({"shares": 12}, says("plan_file.not_a_text", field="shares", given="12")),
    ([], says("plan_file.not_an_object", field="payments", given="[…]")),
    ({"rent": "monthly"}, says("plan_file.unknown_field", name=quoted("rent"))),
)


@looped("given, sentence", WRONG)
def test_what_is_wrong_is_said(given, sentence):
    wrong = document(Filed(PLAN))
    wrong["plans"][0]["payments"] = given
    said = reasons(wrong)
    assert any(sentence.search(x) for x in said), said


def test_everything_wrong_is_said_at_once():
    wrong = json.loads(files.write([Filed(PLAN)]))
    wrong["plans"][0]["payments"] = {"payroll": "nine_months", "devices": "nowhere", "late": 9}
    with pytest.raises(FileRefused) as refused:
        files.read(json.dumps(wrong).encode())
    assert len(refused.value.reasons) == 3, say("plan_file.no_months_late", given="9", low=0, high=3)
