"""Units, written by hand: in a sentence, in a table and in a spreadsheet."""

from __future__ import annotations

import pytest

from exchange.workbook.style import form_of, unit_text
from model.evidence import LEVERS
from model.evidence.levers import LEVER_UNITS
from model.lines.worksheet import BOOK
from model.results.result_rows import shown
from model.units import UNITS, amount, is_money, is_share
from tests.looped import looped


@looped(
    ("x", "unit", "said", "in_table", "in_sheet"),
    [
        (1_234.5, "usd_per_year", "$1,235 a year", "$1,235", "$#,##0_);($#,##0)"),
        (12.5, "usd_per_pupil", "$12.50 per student", "$13", "$#,##0_);($#,##0)"),
        (0.027, "share_per_year", "2.7% a year", "2.7%", "0.0%_);(0.0%)"),
        (0.0145, "share", "1.45%", "1.5%", "0.0%_);(0.0%)"),
        (2.5, "positions", "2.5 positions", "2.5", "#,##0.0_);(#,##0.0)"),
        (3, "positions", "3 positions", "3", "#,##0.0_);(#,##0.0)"),
        (450, "pupils", "450 students", "450", "#,##0_);(#,##0)"),
        (5, "days", "5 days", "5.0", "#,##0.0_);(#,##0.0)"),
        (1.0336, "ratio", "1.0336", "1.0336", "0.0000_)"),
        (1, "yes_no", "yes", "yes", '"yes"_);;"no"_)'),
        (2, "year", "Year 2", "2", "0_)"),
        (0, "grade", "Kindergarten", "0", "#,##0_);(#,##0)"),
        (15.13, "pupils_per_position", "15.13 students per position", "15.1", "#,##0.0_)"),
    ],
)
def test_a_number_is_written_as_its_unit_says(x, unit, said, in_table, in_sheet):
    assert amount(x, unit) == said
    assert shown(x, unit) == in_table
    assert form_of(unit) == in_sheet


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
        assert amount("as_given", unit) == "as given"
        assert all((amount(2.0, unit), shown(2.0, unit), form_of(unit), unit_text(unit)))
    assert not is_money("schools")
    assert not is_share("schools")
    with pytest.raises(KeyError):
        amount(1, "schools")
