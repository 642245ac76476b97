"""Present mode without a browser: its link, screens and levers, what it covers and what it plays again."""

from __future__ import annotations

import numpy as np
import pytest

from exchange.address import write
from exchange.showing import SCREENS, SLIDERS, Showing
from model.evidence import LEVERS
from model.plan.plan import from_preset
from model.texts import say
from tests.app.screen import address, click, go_back, htmls, move, open_app, plan, run
from tests.app.unpacked import unpacked
from tests.first_versions import first_version
from views import charts
from views.answer import panel
from views.answer.drawn import drawn
from views.live.replayed import REPLAY, replay
from views.live.response import pack
from views.present.presenter_keys import HELP, presenter_keys
from views.present.screens import SHOWN
from views.shell.signature import of_plan

HOME = first_version("us_elementary")
PLAN = {"from": "us_elementary.1"}


def bar(app):
    return [s.key.removeprefix("lever-") for s in app.main.slider]


# --- the page -----------------------------------------------------------------------------------------------


def test_a_link_opens_present_mode():
    """The link alone brings plan, screen, levers and their order."""
    query = {**PLAN, "teacher_leaders": "6", "show": "present", "screen": "2"}
    query |= {"screens": "result,balance,answer", "levers": "inflation,teacher_leaders"}
    app = open_app(**query)
    assert address(app) == query
    assert bar(app) == ["inflation", "teacher_leaders"]
    assert app.slider(key="lever-teacher_leaders").value == 6
    assert say("present.balance_title") in "".join(htmls(app))
    assert len(app.get("vega_lite_chart")) == 1
    assert not app.sidebar.slider


@pytest.mark.parametrize("screen", range(1, 7))
def test_one_picture_a_screen(screen):
    """Each screen has its one chart, the first has figures, all the verdict; #live stands above the chart."""
    app = open_app(**PLAN, show="present", screen=str(screen))
    assert len(app.get("vega_lite_chart")) == (screen > 1)
    page = "".join(htmls(app))
    assert page.index('id="live"') < page.index('id="verdict"') < page.index("<h1>")
    assert page.count("<h1>") == 1
    assert say("rating.balances") in page
    assert say("rating.weak", cases=2) in page


def test_next_and_back_stop_at_the_ends():
    """Six screens on and six back; neither end goes round."""
    app = open_app(**PLAN, show="present")
    assert app.button(key="previous").disabled
    for n in range(2, 7):
        click(app, "next")
        assert address(app)["screen"] == str(n)
    assert app.button(key="next").disabled
    for _ in range(5):
        click(app, "previous")
    assert address(app) == {**PLAN, "show": "present"}


def test_present_mode_adds_no_step():
    """Entering, turning, covering, replaying and leaving leave undo as it was."""
    app = move(open_app(**PLAN), "teacher_leaders", 6.0)
    click(app, "present")
    assert app.slider(key="lever-teacher_leaders").value == 6
    for key in ("next", "guess", "guess", REPLAY, "previous", "leave"):
        click(app, key)
    assert address(app) == {**PLAN, "teacher_leaders": "6"}
    assert app.sidebar.slider(key="lever-teacher_leaders").value == 6
    click(app, "undo")
    assert address(app) == PLAN
    assert app.button(key="undo").disabled


def test_a_lever_of_the_bar_is_a_step_of_the_plan():
    """Moving it changes the plan, and undo in the explorer takes it back."""
    app = open_app(**PLAN, show="present")
    app.slider(key="lever-pupils_per_teacher").set_value(16.0)
    run(app)
    assert plan(app).now["pupils_per_teacher"] == 16
    click(app, "leave")
    assert app.sidebar.slider(key="lever-pupils_per_teacher").value == 16
    click(app, "undo")
    assert address(app) == PLAN


def test_the_back_button_goes_a_screen_back():
    """An address of before, as the Back button brings it, shows its screen and adds no step."""
    app = click(open_app(**PLAN, show="present"), "next")
    go_back(app, **{"from": "us_elementary.1", "show": "present"})
    assert "1 / 6" in "".join(htmls(app))
    assert app.button(key="undo").disabled


def test_levers_and_screens_are_chosen():
    """Both lists write themselves into the link; the screen that is on stays on in the new order."""
    app = open_app(**PLAN, show="present", screen="4")
    app.multiselect(key="room-choose-levers").set_value(["inflation"])
    run(app)
    assert bar(app) == ["inflation"]
    app.multiselect(key="room-choose-screens").set_value(["result", "balance"])
    run(app)
    app.button_group(key="room-look").set_value("dark")
    run(app)
    assert address(app) == {
        **PLAN, "show": "present", "screen": "2", "screens": "result,balance", "levers": "inflation", "look": "dark",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("widget", "named"),
    [("levers", say("present.no_settings", most=4)), ("screens", say("present.no_screens"))],
)
def test_a_show_of_nothing_is_refused(widget, named):
    """An empty list stays in its field with the reason beside it; the show goes on as it was."""
    app = open_app(**PLAN, show="present")
    app.multiselect(key=f"room-choose-{widget}").set_value([])
    run(app)
    assert app.error[0].value == named
    assert address(app) == {**PLAN, "show": "present"}
    assert len(bar(app)) == 3


def test_a_damaged_link_is_asked_about_before_anything_is_shown():
    """With a lever too many the explorer asks first; opened anyway, present mode shows those that fit."""
    app = open_app(**PLAN, show="present", levers=",".join(SLIDERS[:5]))
    assert app.selectbox(key="preset").value == "us_elementary"
    assert "room for the first 4" in app.warning[0].value
    click(app, "take-offer")
    assert address(app)["show"] == "present"
    assert bar(app) == list(SLIDERS[:4])


# --- guess first --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", range(1, 7))
def test_a_covered_answer_is_not_sent(screen):
    """Covered, nothing of a result leaves the server: no chart, no verdict, no figure; the levers stay."""
    app = open_app(**PLAN, show="present", screen=str(screen), guess="yes")
    assert not app.get("vega_lite_chart")
    page = "".join(htmls(app))
    for gone in ("data-live", "ustainable", "At risk", "$", "%"):
        assert gone not in page
    assert say("present.covered") in page
    assert app.button(key=REPLAY).disabled
    app.slider(key="lever-pupils_per_teacher").set_value(13.0)
    run(app)
    page = "".join(htmls(app))
    moved = say("present.moved", setting="Students per teacher", before="15.1", now="13")
    assert moved in page
    assert "data-live" not in page
    click(app, "guess")
    assert "Not sustainable" in "".join(htmls(app))
    assert "guess" not in address(app)


def test_what_is_guessed_is_what_moved_since_it_was_covered():
    """Changes that the room has seen are not listed again."""
    app = open_app(**PLAN, show="present", teacher_leaders="6")
    click(app, "guess")
    assert "Teacher leaders" not in "".join(htmls(app))
    app.slider(key="lever-pupils_per_teacher").set_value(13.0)
    run(app)
    page = "".join(htmls(app))
    assert "Students per teacher" in page
    assert "Teacher leaders" not in page


# --- replay -------------------------------------------------------------------------------------------------


def test_a_replay_holds_what_a_rerun_draws():
    """Texts and rows of before and after are those of a rerun of each plan, across presets too."""
    before = from_preset(first_version("us_elementary"))
    after = from_preset(first_version("chicago_charter_k8"))
    table = replay(before, after, charts.NAMES, compares=True)
    assert table.signatures == [of_plan(before), of_plan(after)]
    assert list(table.texts["moment"]) == [say("answer.before"), say("answer.after")]
    for at, there in enumerate((before, after)):
        page = drawn(there, compares=True)
        assert {s: c[at] for s, c in table.texts.items() if s != "moment"} == panel.slots(page.numbers)
        for name in charts.NAMES:
            own = charts.batch(name, *page.pictured)
            for dataset, fields in charts.moving(name).items():
                assert table.rows[name][dataset].keys() == set(fields)
                for field in fields:
                    told, column = table.rows[name][dataset][field][at], own[dataset][field]
                    assert told.tolist() == column[0].tolist() or np.array_equal(
                        told, column[0], equal_nan=True
                    )


def test_a_replay_is_packed_as_any_table():
    """Two places, and each field of the picture on the screen."""
    table = replay(
        from_preset(first_version("us_middle")), from_preset(first_version("us_high")), ("result",)
    )
    found = unpacked(pack(table))
    assert (found.head["lever"], found.head["positions"]) == ("replay", [0, 1])
    assert found.rows.keys() == {"result"}


def test_there_is_nothing_to_replay_before_the_first_change():
    """Without a last change the button is off."""
    app = open_app(**PLAN, show="present")
    assert app.button(key=REPLAY).disabled
    app.slider(key="lever-pupils_per_teacher").set_value(13.0)
    run(app)
    assert not app.button(key=REPLAY).disabled


# --- what is laid down --------------------------------------------------------------------------------------


def test_every_screen_has_a_title_and_a_question():
    """Screens of the link and of the page are the same; all charts can be shown."""
    assert tuple(SHOWN) == SCREENS
    assert SCREENS[1:] == charts.NAMES
    for screen in SHOWN.values():
        assert say(screen.title)
        assert say(screen.question).endswith("?")
        assert say(screen.title) not in screen.beside(is_banded=True)


def test_no_name_of_present_mode_is_a_levers():
    """Parameters of the show and levers share one address."""
    assert not set(
        write(from_preset(HOME), Showing(True, 2, SCREENS[::-1], SLIDERS[:1], "dark", True))
    ) & set(LEVERS)


def test_each_key_has_its_button_and_is_explained():
    """Every key presses a button of the page, none is Streamlit's own (C and R), and the help names all."""
    app = open_app(**PLAN, show="present")
    there = {b.key for b in app.button} | {"keys", "choose"}
    said = " ".join(map(say, HELP))
    called = {"PageDown": "Page Down", "PageUp": "Page Up", " ": "Space", "Escape": "Esc"}
    called |= {"ArrowRight": "→", "ArrowLeft": "←", "ArrowDown": "↓"}
    for key in presenter_keys(covered=True):
        assert key.button in there
        assert key.key not in "cr"
        assert called.get(key.key, key.key.upper() if len(key.key) == 1 else key.key) in said
