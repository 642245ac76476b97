"""The first minute: a bare address asks how to begin; examples and copies of sent plans say what they are."""

from __future__ import annotations

import pytest

from exchange import files, link
from model.plan.plan import Plan, from_preset
from model.plan.released import newest
from model.texts import say
from tests.app.screen import address, as_read, click, htmls, move, now, open_address, open_app, plan, run
from tests.first_versions import first_version

HERE = "http://127.0.0.1:8501/"


def parameters(written: str) -> dict[str, str]:
    """The parameters of a link, as a browser hands them over."""
    return dict(pair.split("=", 1) for pair in written.partition("?")[2].split("&"))


def sent(changed: Plan) -> dict[str, str]:
    return parameters(link.address_of(changed, HERE))


def is_start(app) -> bool:
    return any(say("start.question") in h for h in htmls(app))


def words(app) -> str:
    return " ".join(htmls(app))


@pytest.mark.parametrize("query", [{}, {"utm_source": "news", "fbclid": "x"}, {"lang": "en"}])
def test_only_a_bare_address_asks_how_to_begin(query):
    """Nothing of a plan is drawn, and the address stays as it is, so that a reload asks again."""
    app = open_address(**query)
    assert is_start(app)
    assert not any('id="verdict"' in h for h in htmls(app))
    assert address(app) == query
    assert is_start(run(app))


@pytest.mark.parametrize(
    "query",
    [{"from": "us_high.1"}, {"teacher_leaders": "6"}, {"show": "present"}, {"colour": "red"}],
)
def test_any_address_with_a_plan_or_a_fault_opens_it(query):
    assert not is_start(open_address(**query))


def test_an_example_is_opened_and_says_that_it_is_made_up():
    """Its address is that of the preset, and Undo does not lead to a plan that nobody has seen."""
    app = open_address()
    app.selectbox(key="start-example").set_value("us_high")
    run(app)
    click(app, "start-preset")
    assert address(app) == {"from": str(newest("us_high"))}
    assert not is_start(app)
    assert app.button(key="undo").disabled
    assert "made-up school" in words(app)


def test_a_school_of_ones_own_is_not_called_made_up():
    app = open_app(**{"from": "us_elementary.1", "start.enrollment_year1": "412"})
    assert 'class="whose"' not in words(app)


@pytest.mark.parametrize(("button", "dialog"), [("start-mine", "mine"), ("start-stories", "stories")])
def test_the_other_ways_open_their_dialogs(button, dialog):
    from views.shell import opened_dialog

    app = click(open_address(), button)
    assert is_start(app)
    assert app.get("dialog"), dialog
    assert opened_dialog._opened.key in app.session_state


def test_a_pasted_link_and_a_file_open_their_plans():
    six = from_preset(first_version("us_high")).changed({"teacher_leaders": 8})
    app = open_address()
    app.text_input(key="plan-link").set_value(f"Look: {link.address_of(six, HERE)}")
    run(app)
    assert now(app).values == six.now.values
    assert say("whose.copy") in words(app)
    app = open_address()
    app.file_uploader(key="plan-file").set_value(("p.json", files.write([six]), "application/json"))
    run(app)
    assert now(app).values == six.now.values


def test_a_link_with_a_fault_stays_in_its_field_and_says_why():
    app = open_address()
    app.text_input(key="plan-link").set_value(f"{HERE}?from=nowhere.1")
    run(app)
    assert is_start(app)
    assert app.text_input(key="plan-link").value == f"{HERE}?from=nowhere.1"
    assert "nowhere" in " ".join(e.value for e in app.error)


def test_a_sent_plan_is_a_copy_and_the_way_back_leads_to_it():
    """The copy says so at once; moved on, one press brings the sent plan back, and Undo the move."""
    six = from_preset(first_version("us_elementary")).changed({"teacher_leaders": 6})
    app = open_address(**sent(six))
    assert say("whose.copy") in words(app)
    assert "made-up" not in words(app)
    assert not [b for b in app.button if b.key == "back-to-sent"]
    move(app, "teacher_leaders", 2.0)
    click(app, "back-to-sent")
    assert plan(app).now.values == six.now.values
    click(app, "undo")
    assert now(app)["teacher_leaders"] == 2


def test_the_way_back_survives_a_reload_and_a_restart():
    """The address alone brings it: what the server held is gone in a page that is opened anew."""
    six = from_preset(first_version("us_elementary")).changed({"teacher_leaders": 6})
    app = move(open_address(**sent(six)), "enrollment_year1", 480.0)
    again = open_address(**address(app))
    assert say("whose.copy") in words(again)
    assert now(again)["enrollment_year1"] == 480
    click(again, "back-to-sent")
    assert plan(again).now.values == six.now.values


def test_a_way_back_that_cannot_be_read_is_asked_about():
    app = open_address(**{"from": "us_elementary.1", "teacher_leaders": "2", "sent": "teacher_leaders:-1"})
    assert say("link.no_sent_plan", given=repr("teacher_leaders:-1")) in as_read(
        " ".join(x.value for x in app.warning)
    )


def test_another_school_is_no_copy():
    app = open_address(**sent(from_preset(first_version("us_elementary")).changed({"teacher_leaders": 6})))
    app.selectbox(key="preset").set_value("us_high")
    run(app)
    assert say("whose.copy") not in words(app)


def test_the_pages_own_address_is_no_shared_link():
    """It has no stamp: a reload of one's own plan is nobody's copy."""
    assert say("whose.copy") not in words(open_app(**{"from": "us_elementary.1", "teacher_leaders": "6"}))
