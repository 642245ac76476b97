"""Stories: each can be opened, and what it says of the school is so."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS, PRESETS
from model.evidence.reading import EvidenceError
from model.explain.changes import swings
from model.explain.ledger import ledger
from model.results.projection import Projection, project
from model.results.verdicts import judge
from model.starts.stories import COLUMNS, load_demonstrations, stories

RESULT = "structural_result"


def five(key: str) -> tuple[Projection, list[float]]:
    p = project([stories()[key].now])
    return p, p.row(RESULT)[1:]


def test_every_preset_has_a_story_and_three_changes_have_one():
    """Nine schools and the three demonstrations, each with a question."""
    told = stories().values()
    assert {s.preset for s in told if not s.is_demonstration} == set(PRESETS)
    assert [s.key for s in told if s.is_demonstration] == ["demo_refresh", "demo_waiver", "demo_funding"]
    assert all(len(s.now.differences(s.start)) == len(s.changes) for s in told)


def test_all_devices_at_once():
    """Year 4 is $59,000 short, no other year is, the even yearly cost decides, and five years leave more than
    smoothed.
    """
    p, results = five("demo_refresh")
    assert round(results[3], -3) == -59_000
    assert [r < 0 for r in results] == [False, False, False, True, False]
    assert judge(p).is_spread
    smoothed = project([stories()["demo_refresh"].start]).row(RESULT)
    assert sum(results) > sum(smoothed)


def test_a_raise_in_place_of_a_stipend():
    """4 x $6,000 x 1.03^4 x 1.2485 = $33,725 against 4 x $6,000 x 1.0145 = $24,348: $9,377 more in Year 5.
    With pension on both, $29,964 for the stipend, $3,761 more.
    """
    story = stories()["demo_waiver"]
    more = sum(entry.effects[0] for entry in ledger(story.start, story.now).entries)
    assert more == pytest.approx(-(24_000 * 1.03**4 * 1.2485 - 24_000 * 1.0145), abs=0.01)
    assert round(more, -3) == -9_000
    on_both = project([story.now, story.now.changed(leader_pay="stipend")])["structural_result"][:, 5]
    assert on_both[1] - on_both[0] == pytest.approx(3_760.75, abs=0.01)


def test_seven_tenths_of_a_point_of_funding():
    """Short from Year 3, about one position in Year 5; more than any lever of technology does; nobody decided
    it.
    """
    p, results = five("demo_funding")
    assert [r < 0 for r in results] == [False, False, True, True, True]
    assert judge(p).gap_positions == pytest.approx(1.0, abs=0.05)
    story = stories()["demo_funding"]
    found = ledger(story.start, story.now)
    assert found.total(0, decisions=True) == 0
    sizes = {k: s.size for k, s in swings(story.start, RESULT, 5).items()}
    assert max(sizes[k] for k, x in LEVERS.items() if x.panel == "it") < -found.total(0, decisions=False)


def test_half_the_growth_leaves_little_of_year_5():
    """The new school: at half its growth Year 5 keeps about a third of what was left over."""
    start = stories()["new_start_grows_a_grade_a_year"].start
    p = project([start, start.changed(enrollment_growth=start.number("enrollment_growth") / 2)])
    assert p.cell(RESULT, 5, 1) < 0.4 * p.cell(RESULT, 5, 0)


def test_a_reserve_hides_two_short_years():
    """The charter school after 7% for two years: both years are far short, and no balance is below zero."""
    start = stories()["chicago_charter_k8"].start
    p = project([start.changed(cut_rate=0.07, cut_first_year=2, cut_years=2)])
    assert [x < -500_000 for x in p.row(RESULT)] == [False, False, True, True, False, False]
    assert min(p.row("fund_balance")) > 0


def test_a_lower_base_rate_takes_the_small_school_down():
    """5% less of the base rate, and neither the first year nor the last pays its own way."""
    start = stories()["chicago_underenrolled_high_school"].start
    p = project([start.changed(base_rate_per_pupil=start.number("base_rate_per_pupil") * 0.95)])
    assert max(p.cell(RESULT, 1), p.cell(RESULT, 5)) < 0


def test_pay_and_funding_do_harm_of_the_same_order():
    """One point more of the one, one point less of the other: within a third of each other."""
    start = stories()["chicago_selective_high_school"].start
    pay = start.changed(salary_growth=start.number("salary_growth") + 0.01)
    funding = start.changed(public_funding_growth=start.number("public_funding_growth") - 0.01)
    p = project([start, pay, funding])
    lost = [p.cell(RESULT, 5, 0) - p.cell(RESULT, 5, i) for i in (1, 2)]
    assert max(lost) < 1.34 * min(lost)


def test_a_file_with_faults_says_all_of_them(tmp_path):
    """An unknown preset, a statement in place of a question, a lever and a value that are not, a tale too
    long.
    """
    row = ["x", "T", "It asks nothing", "us_elementry", '"teacher_leders=4;inflation=x;refresh"', "w " * 101]
    file = tmp_path / "demonstrations.csv"
    file.write_text(",".join(COLUMNS) + "\n" + ",".join(row) + "\n")
    with pytest.raises(EvidenceError) as e:
        load_demonstrations(file)
    said = str(e.value)
    for part in ("us_elementry", "asks nothing", "teacher_leders", "'refresh' is no change", "101 words"):
        assert part in said
    assert "inflation" in said.lower()
