"""Bars, blocks, marks and labels of the pictures: places worked out by hand."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from model.texts import say
from tests.app.plans import CASES, SOUND
from tests.app.test_charts import line, rows
from views import charts
from views.charts.frame import px
from views.charts.palette import LIGHT, PALETTES
from views.charts.rows import ends, free_place, only_apart, spread


def test_the_start_up_year_is_told_in_words() -> None:
    words = [(r["name"], r["text"]) for r in rows("sustainability", "startup", SOUND)]
    # $50,000 of savings, $340,000 of grants, $342,000 of start-up costs: $48,000 are left.
    assert words == [
        (say("charts.savings"), "$50K"),
        (say("charts.plus_grants"), "$340K"),
        (say("charts.less_startup"), "$342K"),
        (say("charts.left"), "$48K"),
    ]
    told = rows("sustainability", "years", SOUND)
    assert (told[0]["total"], told[0]["grants"]) == (342_000, 340_000)
    assert [told[5][f] for f in ("revenue", "cost", "total", "grants", "result")] == [
        5_400_000, 5_390_000, 5_390_000, 0, 10_000,
    ]  # fmt: skip


def test_bars_say_their_sign_by_height_and_text() -> None:
    bar = rows("result", "bars", CASES["always short"])[0]
    assert (bar["usd"], bar["text"]) == (-2e6, "\N{MINUS SIGN}$2M")
    assert [r["t"] for r in rows("balance", "bars", SOUND)] == [0, 1, 2, 3, 4, 5]
    assert [r["t"] for r in rows("result", "bars", SOUND)] == [1, 2, 3, 4, 5]


def test_values_stand_in_a_row_below_everything_that_is_drawn() -> None:
    """At the foot of the picture 1.3 type sizes hold no bar, no gray mark and no line of the futures."""
    offsets = {
        f"{line} {end}": [x] * 6
        for line in ("structural_result", "fund_balance")
        for end, x in (("low", -4e5), ("low_half", -2e5), ("high_half", 2e5), ("high", 5e5))
    }
    for name, case in itertools.product(("result", "balance"), CASES.values()):
        for one, start in ((case, None), (case, SOUND), ({**case, **offsets}, SOUND)):
            tables = charts.data(name, one, start)
            bars, lines = tables["bars"].to_pylist(), tables["band"].to_pylist()
            low, high = (r["end"] for r in tables["ends"].to_pylist())
            drawn = [0, *(b["usd"] for b in bars), *(b["was"] for b in bars if b["moved"])]
            drawn += [x["low"] for x in lines]
            assert (min(drawn) - low) / (high - low) * charts.spec(name, LIGHT)["height"] >= 1.3 * LIGHT.size
            assert max(drawn) < high


def test_blocks_stack_to_the_whole_cost() -> None:
    blocks = [r for r in rows("composition", "blocks", SOUND) if r["t"] == 1]
    assert blocks[0]["usd"] == 0
    for below, above in itertools.pairwise(blocks):
        assert above["usd"] == below["top"]
    assert blocks[-1]["top"] == 4_924_000
    assert [r["text"] for r in blocks] == ["80%", "17%", "", "", ""]
    labels = [r["text"] for r in rows("composition", "labels", SOUND)]
    shares = {"people": "80%", "supplies": "17%", "training": "1.0%", "technology": "2.0%"}
    assert labels == [
        *(say("charts.part_share", part=say(f"charts.{k}"), share=v) for k, v in shares.items()),
        say("charts.part_none", part=say("charts.once")),
    ]


def test_per_pupil_divides_by_that_years_pupils() -> None:
    assert line("revenue", SOUND, name="per_pupil")[1] == 11_111.11  # 5,000,000 / 450


def place(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    one = (np.array([x], dtype=float) for x in (gap, low, high))
    return [float(x) for x in spread(np.array([wanted], dtype=float), *one)[0]]


def test_places_are_the_nearest_that_fit() -> None:
    assert place([0, 0], 2, -10, 10) == [-1, 1]
    assert place([5, 0], 2, -10, 10) == [5, 0]
    assert place([0, 1, 9], 4, 0, 10) == pytest.approx([0, 4, 9])
    assert place([9.5, 9.5, 9.5], 2, 0, 10) == [6, 8, 10]
    assert place([1, 1, 1], 10, 0, 10) == [0, 5, 10]  # too little room: as far apart as it goes
    assert place([0, math.inf, 0], 2, -10, 10)[::2] == [-1, 1]  # one that is not there takes no room


def free(wanted: float, taken: list[float], gap: float, low: float, high: float) -> float:
    one = [np.array([x], dtype=float) for x in (wanted, gap, low, high)]
    return float(free_place(one[0], np.array([taken], dtype=float), *one[1:])[0])


def test_a_note_stands_free_of_the_lines() -> None:
    assert free(5, [5], 2, 0, 10) in (3, 7)
    assert free(5, [1, 9], 2, 0, 10) == 5
    assert free(5, [5], 20, 0, 10) == 5  # no free place: where it wants to be


def test_stretches_that_leave_the_base_start_and_end_on_it() -> None:
    own = np.array([[10.0, 20, 10, 10, 20]])
    points = only_apart(own, own != 10)[0]
    # Drawn from Year 1 to 3 and from Year 4 to 5, with a pause between.
    assert list(points[:5]) == [10, 15, 20, 15, 10]
    assert math.isnan(points[5])
    assert list(points[6:]) == [10, 15, 20]
    assert np.isnan(only_apart(own, own < 0)).all()


def test_the_scale_rests_on_round_ends() -> None:
    # 6% of the span of 665,203 beyond each end is 5,101,891 and 5,846,915; the grid is $100,000.
    low, high = ends(np.array([5_141_803.0, 100]), np.array([5_807_006.0, 100]), np.array([0.0, 50]))
    assert (low[0], high[0]) == (5_100_000, 5_900_000)
    assert low[1] <= 75
    assert high[1] >= 125


def test_type_grows_with_the_palette() -> None:
    wide = PALETTES["projector"]
    assert (
        charts.spec("sustainability", wide)["height"] > 1.5 * charts.spec("sustainability", LIGHT)["height"]
    )
    assert px(wide, 1) == wide.size
