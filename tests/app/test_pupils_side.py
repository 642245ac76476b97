"""The student's side: the line of the first view, the glance at Year 5, all years, the changes in words."""

from __future__ import annotations

import pytest

from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import counted, say
from tests.app.screen import htmls, move, open_app, open_part, said
from tests.first_versions import first_version
from views.students.pupils_side import GLANCE, GROUPS, in_words, pupils_side

START = Scenario.preset(first_version("us_elementary"))
SEEN = {x.line: x for group in GROUPS.values() for x in group}


def changed(line, **changes):
    return in_words(project([START.changed(changes), START]), SEEN[line])


def test_the_first_view_says_class_size_and_pupils_per_adult():
    """15.1 / 0.78 = 19.36; 450 students with 44.5 adults, 10.11. Both lead to a source, follow a lever."""
    app = open_app()
    assert "classes of 19.4 students" in said(app)
    assert "10.1 students per adult" in said(app)
    assert 'data-explain="class_size 1"' in said(app)
    assert "classes of 25.6 students" in said(move(app, "pupils_per_teacher", 20.0))


@pytest.mark.parametrize(
    ("line", "changes", "wanted"),
    [
        ("class_size", {}, []),
        ("class_size", {"pupils_per_teacher": 16.5}, [("", "21.2", "19.4")]),
        ("class_size", {"pupils_per_teacher": 15.11}, []),  # 19.37: the same digits
        (
            "class_size",
            {"pupils_per_teacher": (15.1, 15.1, 16.5, 16.5, 16.5)},
            [("Year 5", "21.2", "19.4")],
        ),
        (
            "class_size",
            {"pupils_per_teacher": (15.1, 16.5, 16.5, 15.1, 15.1)},
            [("Year 2", "21.2", "19.4")],
        ),
        (
            "class_size",
            {"pupils_per_teacher": (16.5, 15.1, 15.1, 15.1, 20)},
            [("Year 1", "21.2", "19.4"), ("Year 5", "25.6", "19.4")],
        ),
        # One position of 31 stands in: 78% x 30 / 31.
        ("contact_with_release", {"leader_release_share": 0.25}, [("", "75.5%", "78.0%")]),
        ("release_hours", {"leader_release_share": 0.25}, [("", "1,440", "0")]),
        # Steady at (4 - 1) / 2; lumpy, replaced in year 4 when four years old: one year old in year 5.
        (
            "device_age",
            {"refresh": "lumpy"},
            [("Year 1", "1.0 years", "0.8 years"), ("Year 5", "1.0 years", "1.5 years")],
        ),
        ("devices_of_unknown_age", {"refresh": "lumpy"}, [("", "81", "0")]),
    ],
)
def test_what_changed_in_words(line, changes, wanted):
    """In the digits shown: nothing where they are the same, else all years alike or the years that differ."""
    told = []
    for year, now, was in wanted:
        change = say(SEEN[line].words, count=counted(now), was=was)
        told.append(say("students.in_year", year=year, change=change) if year else change)
    assert changed(line, **changes) == told


def test_the_age_of_no_device_is_not_known():
    """All owned and none bought: no mean age, and no nought that looks like one."""
    page = pupils_side(project([START.changed(existing_devices_per_pupil=1.2, refresh="lumpy"), START]))
    assert page.count(f">{say('students.not_known')}<") == 6


def test_the_tab_leads_to_every_number_and_keeps_pd_time_out_of_cash():
    """Each cell is asked where it comes from; the value of PD time is named as none of it cash."""
    app = open_app()
    (page,) = [h for h in htmls(open_part(app, "pupils")) if 'id="students-side"' in h]
    for line in SEEN:
        for year in range(1, 6):
            assert f'data-explain="{line} {year}"' in page
    assert all(f'data-explain="{line} 5">{say(label)}<' in page for line, label in GLANCE)
    assert say("students.note_pd") in page
    assert (
        say("students.pd_worth", amount="$97K") in page
    )  # 30 x 40 x $72,030 x 1.435 x 1.03^4 / 1,440 = $96,947
