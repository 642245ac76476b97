"""The language of the page: that of its address, for each session its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, local

from streamlit.testing.v1 import AppTest

from model.plan.plan import from_preset
from model.texts import say, speaking
from tests.app.screen import click, open_app
from tests.first_versions import first_version
from tests.looped import looped
from views.shell import spoken
from views.shell.signature import of_plan, of_values


def _page() -> None:
    """Runs as a script of its own, so it names all that it needs."""
    import streamlit as st

    from model.texts import language, say
    from views.shell import history, page_frame, spoken

    page_frame.open_page()
    history.open_plan()

    def pressed() -> None:  # runs before the top of the page
        st.session_state["called_back"] = say("values.decided")
        history.change({"teacher_leaders": history.plan().now["teacher_leaders"] + 1})

    st.text(say("values.assumed"))
    st.text(spoken.of_document())
    st.text(language())
    st.button("press", on_click=pressed)


def opened(**query: str) -> AppTest:
    app = AppTest.from_function(_page)
    for name, value in query.items():
        app.query_params[name] = value
    return ran(app)


def ran(app: AppTest) -> AppTest:
    app.run(timeout=60)
    assert not app.exception, app.exception
    return app


def pressed(app: AppTest) -> AppTest:
    app.button[0].click()
    return ran(app)


def test_the_page_its_callbacks_and_its_address_speak_the_language():
    """Through a run, a press and an emptied address, as when another page is opened."""
    app = opened(lang="keys")
    for _ in range(2):
        assert [x.value for x in app.text] == ["values.assumed", "en", "keys"]
        app = pressed(app)
        assert app.session_state["called_back"] == "values.decided"
        assert app.query_params["lang"] in ("keys", ["keys"])
    app.query_params.clear()
    app = ran(app)
    assert app.text[0].value == "values.assumed"
    assert app.query_params["lang"] in ("keys", ["keys"])
    assert app.query_params["teacher_leaders"] in ("6", ["6"])


def test_the_address_changes_the_language_and_nothing_else():
    app = pressed(opened(lang="qps"))
    app.query_params["lang"] = "keys"
    app = ran(app)
    assert app.text[0].value == "values.assumed"
    del app.query_params["lang"]
    app = ran(app)
    assert app.text[0].value == say("values.assumed")
    assert set(app.query_params) == {"from", "teacher_leaders"}


def test_an_unknown_language_is_english():
    app = opened(lang="tlh")
    assert app.text[0].value == say("values.assumed")
    assert app.query_params["lang"] in ("tlh", ["tlh"])  # until its question is answered


class _Addresses:
    """In place of the framework: each thread has the address of its own page."""

    def __init__(self, address: local) -> None:
        self._address = address

    @property
    def query_params(self) -> dict[str, str]:
        return self._address.__dict__


def test_sessions_on_one_server_do_not_speak_in_each_others_language(monkeypatch):
    """Nine at once in three languages: each page, and each callback in a thread of its own, keeps its own."""
    address = local()
    monkeypatch.setattr(spoken, "get_script_run_ctx", lambda **_: address)
    monkeypatch.setattr(spoken, "st", _Addresses(address))
    together = Barrier(9)

    def visit(lang: str) -> list[str]:
        def called_back() -> str:  # nobody told this thread
            address.lang = lang
            together.wait()
            return say("values.decided")

        found = []
        address.lang = lang
        for _ in range(20):
            together.wait()
            spoken.speak_as_addressed()
            together.wait()
            found.append(say("values.assumed"))
            with ThreadPoolExecutor(1) as another:
                found.append(another.submit(called_back).result())
        return found

    visitors = ("en", "qps", "keys") * 3
    with ThreadPoolExecutor(9) as pool:
        for lang, found in zip(visitors, pool.map(visit, visitors), strict=True):
            with speaking(lang):
                assert found == [say("values.assumed"), say("values.decided")] * 20


def test_two_visits_one_after_the_other_keep_their_languages():
    """Runs and presses of two sessions by turns, each run in a thread of its own."""
    visits = {lang: opened(lang=lang) for lang in ("keys", "qps")}
    for _ in range(2):
        for lang, app in visits.items():
            pressed(app)
            with speaking(lang):
                assert app.session_state["called_back"] == say("values.decided")
                assert app.text[0].value == say("values.assumed")


def test_rows_in_another_language_carry_another_signature():
    """A table that was worked out before a switch answers nothing after it; notes stay with their plan."""
    plan = from_preset(first_version("us_elementary"))
    signatures, values = set(), set()
    for each in ("en", "qps", "keys"):
        with speaking(each):
            signatures.add(of_plan(plan))
            values.add(of_values(plan))
    assert len(signatures) == 3
    assert values == {of_plan(plan)}


@looped("answer", ["leave-offer", "take-offer"])
def test_a_damaged_address_is_asked_and_answered_in_its_language(answer):
    """What cannot be used is no reason to fall back into English."""
    app = open_app(lang="keys", teacher_leaders="5", nothing="1")
    with speaking("keys"):  # the tester asks a widget for its labels, in a thread that is not the page's
        app = click(app, answer)
    assert app.query_params["lang"] in ("keys", ["keys"])
    assert not app.warning
