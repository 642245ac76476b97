"""Units, written by hand: in a sentence, in a table and in a spreadsheet."""

from __future__ import annotations

import pytest

from exchange.workbook.style import form_of
from model.evidence import LEVERS
from model.evidence.levers import LEVER_UNITS
from model.lines.worksheet import BOOK
from model.results.result_rows import shown
from model.texts import counted, say
from model.unit_labels import unsaid_unit, with_unit
from model.units import (
    UNITS,
    about_positions,
    amount,
    amounts,
    is_money,
    is_share,
    span,
    unit_name,
)
from tests.looped import looped


@looped(
    ("x", "unit", "number", "text", "in_table", "in_sheet"),
    [
        (1_234.5, "usd_per_year", "$1,235", "units.per_year", "$1,235", "$#,##0_);($#,##0)"),
        (12.5, "usd_per_pupil", "$12.50", "units.per_student", "$13", "$#,##0_);($#,##0)"),
        (0.027, "share_per_year", "2.7%", "units.per_year", "2.7%", "0.0%_);(0.0%)"),
        (2.5, "positions", "2.5", "units.positions", "2.5", "#,##0.0_);(#,##0.0)"),
        (1, "positions", "1", "units.positions", "1", "#,##0.0_);(#,##0.0)"),
        (0.96, "positions", "1", "units.positions", "1", "#,##0.0_);(#,##0.0)"),
        (450, "pupils", "450", "units.students", "450", "#,##0_);(#,##0)"),
        (5, "days", "5", "units.days", "5.0", "#,##0.0_);(#,##0.0)"),
        (15.13, "pupils_per_position", "15.13", "units.students_per_position", "15.1", "#,##0.0_)"),
    ],
)
def test_a_number_is_written_as_its_unit_says(x, unit, number, text, in_table, in_sheet):
    assert amount(x, unit) == say(text, count=counted(number))
    assert amount(x, unit, long=False) == number
    assert shown(x, unit) == in_table
    assert form_of(unit) == in_sheet


@looped(
    ("x", "unit", "said", "in_table", "in_sheet"),
    [
        (0.0145, "share", "1.45%", "1.5%", "0.0%_);(0.0%)"),
        (1.0336, "ratio", "1.0336", "1.0336", "0.0000_)"),
        (1, "yes_no", say("units.yes"), say("units.yes"), '"yes"_);;"no"_)'),
        (2, "year", say("units.year", year=2), "2", "0_)"),
        (0, "grade", say("units.kindergarten"), "0", "#,##0_);(#,##0)"),
        (3, "grade", say("units.grade", grade=3), "3", "#,##0_);(#,##0)"),
    ],
)
def test_a_number_without_words_of_its_unit(x, unit, said, in_table, in_sheet):
    assert amount(x, unit) == amount(x, unit, long=False) == said
    assert shown(x, unit) == in_table
    assert form_of(unit) == in_sheet


def test_the_shown_number_decides_between_one_and_many():
    """One student, two students, and one position where 0.96 is shown as 1."""
    one, many = (say("units.students", count=n) for n in (1, 2))
    assert one.replace("1", "") != many.replace("2", "")
    assert amount(0.96, "positions") == say("units.positions", count=1)
    one = say("units.about_teachers_or_beginners", count=1, beginners="1.5")
    assert about_positions(1.04, 1.52) == one
    assert about_positions(1.04, 1.01) == say("units.about_teachers", count=1)
    assert about_positions(0.04, 0.06) == say("units.less_than_a_tenth")


def test_several_values_and_ranges_name_their_unit_once():
    assert amounts((450, 460.5), "pupils") == say("units.students", count=counted("450, 460.5"))
    assert amounts((0.02, 0.0145), "share") == "2.0%, 1.45%"
    assert span((10, 20), "pupils") == say("units.span", low=10, high=20)
    assert span((10, 20), "pupils", long=True) == say(
        "units.students", count=counted(say("units.span", low=10, high=20))
    )


@looped(
    ("unit", "shown"),
    [
        ("positions", True),
        ("usd", False),
        ("usd_per_pupil", False),
        ("share_per_year", False),
        ("ratio", False),
    ],
)
def test_a_label_over_numbers_names_the_unit_where_the_numbers_do_not(unit, shown):
    with_it = say("units.label_with_unit", label="Label", unit=unit_name(unit))
    assert with_unit("Label", unit) == (with_it if shown else "Label")


@looped(
    ("lever", "unsaid"),
    [
        ("paraprofessional_positions", None),
        ("pupils_per_teacher", None),
        ("devices_per_pupil", None),
        ("device_life_years", None),
        ("cut_first_year", None),
        ("cut_years", "years"),  # a length
        ("teacher_leaders", "positions"),
        ("base_rate_per_pupil", "usd"),  # a name says what is counted, and never the sign
        ("public_funding_growth", "share"),
        ("benefit_rate", "share"),
        ("teacher_salary", "usd_per_position"),
        ("inflation", "share_per_year"),
    ],
)
def test_a_unit_is_not_said_again_where_the_name_says_it(lever, unsaid):
    label, unit = LEVERS[lever].label, LEVERS[lever].unit
    assert unsaid_unit(label, unit) == (unit_name(unsaid) if unsaid else "")


def test_no_line_says_its_unit_twice():
    """A line of positions that are named so shows the name alone."""
    label = LEVERS["clerk_positions"].label
    assert with_unit(label, "positions") == label


@looped(
    ("unit", "fine"),
    [
        ("usd", "$#,##0.00_);($#,##0.00)"),
        ("share", "0.0##%_);(0.0##%)"),
        ("ratio", "0.0###_)"),
        ("pupils", "#,##0.0_);(#,##0.0)"),
        ("devices_per_pupil", "0.00_)"),  # it shows them anyhow
    ],
)
def test_a_cell_may_show_the_decimals_that_were_typed(unit, fine):
    assert form_of(unit, fine=True) == fine


def test_every_unit_in_use_is_declared_and_every_declared_unit_can_be_written():
    """Levers, lines and the table agree; a word that is no unit is neither money nor a share."""
    assert {x.unit for x in LEVERS.values()} <= set(LEVER_UNITS) < set(UNITS)
    assert {x.unit for x in BOOK.lines.values()} <= set(UNITS)
    for unit in UNITS:
        assert all((amount(2.0, unit), shown(2.0, unit), form_of(unit), unit_name(unit)))
    assert not is_money("schools")
    assert not is_share("schools")
    with pytest.raises(KeyError):
        amount(1, "schools")
