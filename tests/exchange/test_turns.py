"""Long reading takes turns: something may happen after each piece of it, and nothing by itself."""

from __future__ import annotations

from exchange import browser_shelf, files, turns
from exchange.files import Filed
from model.plan.plan import from_preset
from tests.first_versions import first_version

ONE = Filed(from_preset(first_version("us_elementary")))


def test_a_file_of_five_plans_is_five_pieces():
    pieces = []
    with turns.taken(lambda: pieces.append(1)):
        assert len(files.read(files.write([ONE] * 5)).plans) == 5
    assert len(pieces) == 5
    files.read(files.write([ONE] * 5))
    assert len(pieces) == 5  # the turns end with the block


def test_each_kept_plan_is_a_piece():
    pieces = []
    text = files.write([ONE]).decode()
    with turns.taken(lambda: pieces.append(1)):
        found, _ = browser_shelf.read({f"{n:016x}": text for n in range(3)})
    assert len(found) == 3
    assert len(pieces) == 3 + 3  # the entry, and the one plan in it
