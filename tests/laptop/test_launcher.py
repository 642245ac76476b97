"""What `school-explorer` makes of what is typed."""

from __future__ import annotations

import argparse

import pytest

from model.texts import say
from school_explorer import page
from school_explorer.house import HOUSE, house_of


def options(command: list[str]) -> dict[str, str]:
    assert command[:2] == ["streamlit", "run"]
    return dict(zip(command[3::2], command[4::2], strict=True))


def given(**other: object) -> argparse.Namespace:
    return argparse.Namespace(**{"port": "8501", "address": "127.0.0.1", "no_browser": False, **other})


def test_the_house_is_found_in_a_checkout_and_in_a_wheel(tmp_path):
    """Beside the launcher; within it, where the wheel has put it."""
    launcher = tmp_path / "school_explorer"
    launcher.mkdir()
    assert house_of(launcher) == tmp_path
    (launcher / "house").mkdir()
    assert house_of(launcher) == launcher / "house"
    assert (HOUSE / "app.py").exists()


def test_the_framework_gets_port_and_address_and_tells_nobody():
    command = page.framework_command(given(port="8601", address="0.0.0.0"))
    assert command[2] == str(HOUSE / "app.py")
    assert options(command) == {
        "--server.port": "8601",
        "--server.address": "0.0.0.0",
        "--browser.gatherUsageStats": "false",
        "--global.developmentMode": "false",
    }


def test_a_browser_opens_unless_it_is_not_wanted():
    """Where nothing is said the framework opens one, where there is a display."""
    assert "--server.headless" not in options(page.framework_command(given()))
    assert options(page.framework_command(given(no_browser=True)))["--server.headless"] == "true"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("127.0.0.1", say("laptop.open", address="127.0.0.1", port="8501")),
        ("::1", say("laptop.open", address="[::1]", port="8501")),
        ("0.0.0.0", say("laptop.open_here_and_there", port="8501")),
        ("::", say("laptop.open_here_and_there", port="8501")),
    ],
)
def test_where_the_page_opens_is_told_first(monkeypatch, capsys, address, shown):
    served = []
    monkeypatch.setattr(page, "_serve", served.append)
    monkeypatch.setattr(page, "cannot_listen", lambda *_: "")
    page.start(["--address", address])
    assert capsys.readouterr().out == f"{shown}\n"
    assert options(served[0])["--server.address"] == address


def test_a_port_that_cannot_be_had_stops_the_start(monkeypatch):
    monkeypatch.setattr(page, "_serve", lambda *_: pytest.fail("it was served"))
    with pytest.raises(SystemExit, match="school-explorer --port 8502"):
        page.start(["--port", "eighty"])


def test_a_word_it_does_not_know_is_told_with_what_to_type(capsys):
    with pytest.raises(SystemExit) as ended:
        page.start(["modle"])
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert "modle" in told
    assert say("terminal.type_help", program="school-explorer") in told


def test_help_names_both_programs(capsys):
    with pytest.raises(SystemExit) as ended:
        page.start(["--help"])
    assert ended.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert say("laptop.programs") in told
