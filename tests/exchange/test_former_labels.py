"""Lists from earlier releases: a header may be a label of the page, and labels change."""

from __future__ import annotations

import csv

from exchange.list_columns import former_labels, known
from exchange.scenario_list import read_table
from model.evidence import DATA, LEVERS
from model.plan.scenario import Scenario
from model.texts import speaking
from tests.first_versions import first_version
from tests.looped import looped

HOME = Scenario.preset(first_version("us_elementary"))


@looped(
    ("label", "key", "cell", "value"),
    [
        ("Pupils per teacher", "pupils_per_teacher", "16", 16.0),
        ("Retention to the next grade", "retention", "0.97", 0.97),
        ("Public funding per pupil", "base_rate_per_pupil", "11700", 11_700.0),
        ("Devices per pupil", "devices_per_pupil", "1.1", 1.1),
        ("opening fund balance (CARRYOVER)", "opening_fund_balance", "60000", 60_000.0),
        ("IT support positions", "it_support_positions", "2", 2.0),
    ],
)
def test_a_label_that_was_released_still_heads_a_column(label, key, cell, value):
    """In English and whatever language the page speaks now."""
    for spoken in ("en", "keys"):
        with speaking(spoken):
            table = read_table(f'preset,"{label}"\nus_elementary.1,{cell}\n'.encode())
        assert table.problems == ()
        assert table.rows[0].scenario.values == HOME.changed({key: value}).values


def test_every_row_of_the_table_is_read_as_its_setting():
    """None names another setting by now, and none is there twice."""
    with (DATA / "former_labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["key"] for row in rows} <= set(LEVERS)
    assert {row["label"]: known(row["label"]) for row in rows} == {row["label"]: row["key"] for row in rows}
    assert len(former_labels()) == len(rows) >= 90


def test_present_labels_and_keys_are_read_in_any_language():
    """A list that was begun in English goes on in another language, and the other way round."""
    with speaking("keys"):
        here = {key: x.label for key, x in LEVERS.items()}
        assert all(known(label) == key for key, label in here.items())
    english = {key: x.label for key, x in LEVERS.items()}
    for spoken in ("en", "qps", "keys"):
        with speaking(spoken):
            assert all(known(label) == key for key, label in english.items())
            assert all(known(key.upper()) == key for key in LEVERS)
