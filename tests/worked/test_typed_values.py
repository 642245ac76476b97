"""What a text means as a setting's value: right values worked out by reading, never by the code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS
from model.plan.taken import take
from model.plan.typed_numbers import read_number
from model.plan.typed_values import read_value
from model.texts import quoted, say
from model.units import amount, is_money, is_share
from tests.looped import looped
from tests.strategies import values
from tools.saying import says

NUMBERS = [
    ("450", 450),
    ("+450", 450),
    ("1,250,000", 1_250_000),
    ("1 250 000", 1_250_000),
    ("1\N{NARROW NO-BREAK SPACE}250\N{NARROW NO-BREAK SPACE}000", 1_250_000),
    ("1\N{NO-BREAK SPACE}250", 1_250),
    ("1\N{THIN SPACE}250", 1_250),
    ("1'250'000", 1_250_000),
    ("1\N{RIGHT SINGLE QUOTATION MARK}250", 1_250),
    ("1.250.000", 1_250_000),  # more than one point: they part thousands
    ("1.250.000,50", 1_250_000.5),
    ("1,250,000.50", 1_250_000.5),
    ("$72,030", 72_030),
    ("$72030", 72_030),
    ("72030 $", 72_030),
    ("US$72,030", 72_030),
    ("USD 72,030", 72_030),
    ("-$59,021", -59_021),
    ("\N{MINUS SIGN}$252,270", -252_270),  # as the product prints it
    ("$-59,021", -59_021),
    ("\N{MINUS SIGN}\u2060$202,270", -202_270),  # copied from a page that holds it together
    ("(202,270)", -202_270),  # as accountants do
    ("($202,270)", -202_270),
    ("202,270-", -202_270),
    ("$4.9M", 4_900_000),
    ("$4.9 million", 4_900_000),
    ("36K", 36_000),
    ("0.5k", 500),
    ("2.7%", 0.027),
    ("2.7 %", 0.027),
    ("2,7%", 0.027),
    ("2.7 percent", 0.027),
    ("-3%", -0.03),
    ("(3%)", -0.03),
    (".5", 0.5),
    ("2,9", 2.9),
    ("1e3", 1_000),
]


@looped(("typed", "value"), NUMBERS)
def test_a_number_is_read_however_it_is_written(typed, value):
    assert read_number(typed).value == value


@looped(
    "typed",
    [
        "",
        " ",
        "-",
        "$",
        "%",
        "1,25,000",
        "12,34,567",
        "1..2",
        "1,2,3",
        "--5",
        "(5",
        "-(5)-",
        "(5)-",
        "4_500",
        "nan",
        "inf",
        "Infinity",
        "0x10",
        "1e",
        "5 5",
        "<b>x</b>12",
        "12 apples",
        "\N{ARABIC-INDIC DIGIT THREE}",
        "\N{FULLWIDTH DIGIT THREE}",
        "1" * 61,
    ],
)
def test_what_is_no_number_is_none(typed):
    assert read_number(typed) is None


@looped(
    ("typed", "value", "other"),
    [
        ("11.600", 11.6, 11_600),
        ("11,600", 11_600, 11.6),
        ("0,600", 0.6, None),  # no thousands begin with 0
        ("11.6", 11.6, None),
        ("1234.567", 1234.567, None),  # thousands are parted everywhere or nowhere
        ("1,234.567", 1234.567, None),
    ],
)
def test_both_readings_are_given_where_there_are_two(typed, value, other):
    number = read_number(typed)
    assert (number.value, number.other) == (value, other)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    """Whatever it is, it is read or refused, and a number is finite or refused by its bounds."""
    read_number(text)
    for key in ("public_funding_growth", "enrollment_year1", "refresh", "lowest_grade"):
        found = read_value(LEVERS[key], text)
        assert (found.value is None) == bool(found.problems)


@looped(
    ("key", "typed", "value", "read"),
    [
        ("enrollment_year1", "400 students", 400, ["400"]),
        ("public_funding_growth", "2.7% a year", 0.027, ["2.7%"]),
        ("public_funding_growth", "2,7%", 0.027, ["2.7%"]),
        ("base_rate_per_pupil", "$11,600", 11_600, []),
        ("base_rate_per_pupil", "11.600", 11.6, ["$11.60", "$11,600", "11600"]),
        ("opening_fund_balance", "\N{MINUS SIGN}$202,270", -202_270, []),
        ("lowest_grade", "K", 0, ["Kindergarten"]),
        ("lowest_grade", "Kindergarten", 0, []),
        ("lowest_grade", "Grade 3", 3, []),
        ("cut_first_year", "Year 3", 3, []),
        (
            "pupils_per_teacher",
            "14,3 18,2 20 21,1 17,4",
            (14.3, 18.2, 20, 21.1, 17.4),
            ["14.3, 18.2, 20, 21.1, 17.4"],
        ),
        ("pupils_per_counselor", "0", 0, []),
        ("pupils_per_counselor", "1", 1, []),
    ],
)
def test_a_value_and_what_is_said_of_it(key, typed, value, read):
    """The product's own way of writing needs no word; any other is told, and so is a second reading."""
    said = [say("values.read_as", setting=LEVERS[key].label, given=typed, value=x) for x in read[:1]]
    if len(read) > 1:
        said = [f"{said[0]} {say('values.if_you_mean', value=read[1], typed=read[2])}"]
    taken = take([(key, typed)])
    assert taken.problems == ()
    assert taken.changes[key] == value
    assert [r.text for r in taken.remarks] == said


@looped(
    ("key", "typed", "said"),
    [
        ("enrollment_year1", "1.100", says("values.if_you_mean", value="1,100", typed="1100")),
        ("teacher_salary", "72.030", says("values.if_you_mean", value="$72,030", typed="72030")),
        ("enrollment_year1", "450,380", says("values.one_number_or_several", number="450380")),
        ("pupils_per_counselor", "1e-12", says("values.too_small", least="1")),
        ("pupils_per_counselor", "0.999", says("values.too_small", given="0.999", least="1")),
        ("grade_weight", "112%", says("values.no_percent", given=quoted("112%"), example="112")),
        (
            "refresh",
            "soon",
            says("values.not_a_choice", given=quoted("soon"), choices="smoothed, set_aside, or lumpy"),
        ),
        ("enrollment_year1", "9" * 401, says("values.too_long", count=401)),
    ],
)
def test_what_cannot_be_taken_says_what_to_write(key, typed, said):
    (problem,) = take([(key, typed)]).problems
    assert said.search(problem.message)


def test_a_field_of_the_page_is_in_per_cent():
    """A bare 2.9 is 2.9% there; with its sign it is the same everywhere; messages are in per cent."""
    growth = LEVERS["public_funding_growth"]
    assert read_value(growth, "2.9", in_percent=True).value == 0.029
    assert read_value(growth, "2.9%", in_percent=True).value == read_value(growth, "2.9%").value == 0.029
    (problem,) = read_value(growth, "290", in_percent=True).problems
    outside = say("values.outside", given="290.0%", low="\N{MINUS SIGN}50.0%", high="50.0%")
    assert problem.on_page == say("values.of_setting", setting=growth.label, message=outside)


def test_five_numbers_set_aside_what_would_change_them():
    """Five enrollments set growth to 0, five cuts the window to all years, said as typed."""
    taken = take([("enrollment_year1", "100,200,300,400,400"), ("cut_rate", "0,0.07,0.07,0,0")])
    assert taken.changes == {
        "enrollment_year1": (100, 200, 300, 400, 400),
        "enrollment_growth": 0,
        "cut_rate": (0, 0.07, 0.07, 0, 0),
        "cut_first_year": 1,
        "cut_years": 5,
        "cut_comes_back": "at_once",
    }
    assert [r.text for r in taken.remarks] == [
        say("values.implied", setting=f"{LEVERS[key].label} ({key})", value=value)
        for key, value in (("enrollment_growth", 0), ("cut_first_year", 1), ("cut_years", 5))
    ]
    as_made = take([("enrollment_year1", "100,200,300,400,400")], in_full=True)
    assert as_made.changes == {"enrollment_year1": (100, 200, 300, 400, 400)}
    assert as_made.remarks == ()


def test_everything_wrong_is_said_at_once():
    taken = take([("nothing", "1"), ("enrollment_year1", "x"), ("cut_rate", "7")])
    assert [p.lever for p in taken.problems] == ["nothing", "enrollment_year1", "cut_rate"]
    with pytest.raises(ValueError, match="is not a number"):
        taken.or_refuse()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_the_product_prints_it_reads(data):
    """Any value of any setting, as screen and terminal print it, is read to what the print was rounded to:
    whole dollars, a tenth of a per cent, a tenth of the rest.
    """
    for key, lever in LEVERS.items():
        if lever.is_choice:
            assert all(read_value(lever, lever.said(x)).value == x for x in lever.choices), key
            continue
        value = data.draw(values(lever, per_year=False), label=key)
        for long in (False, True):
            printed = amount(value, lever.unit, long=long)
            found = read_value(lever, printed)
            if found.value is None:  # rounded for print, a value at its bound may lie just outside
                assert found.problems[0].message.count("is outside what is possible"), (key, printed)
            else:
                most = 0.5 if is_money(lever.unit) else 0.0005 if is_share(lever.unit) else 0.05
                assert abs(found.value - value) <= most + 1e-9, key
