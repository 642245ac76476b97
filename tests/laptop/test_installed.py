"""The program as it was installed: started from a folder of somebody else's, with an empty home."""

from __future__ import annotations

import asyncio
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import Config, NewSession

from benchmarks.bystander import connected
from benchmarks.session import Session
from commands.exchange_program import main as exchange
from commands.model_program import main as model
from model import MODEL_VERSION
from tools.browser import answering, free_port

ROOT = Path(__file__).resolve().parents[2]
RUN = ("run", "--preset", "us_elementary.1", "--set", "enrollment_year1=520", "--format", "csv")


def as_a_module(*words: str) -> list[str]:
    return [sys.executable, "-m", "school_explorer", *words]


def test_it_tells_its_version(installed):
    assert installed.said("--version").decode().strip() == f"school-explorer {MODEL_VERSION}"


def test_the_model_answers_as_in_the_checkout(installed, capsys):
    """Started as a module, too: beside packages of another project that have the names of ours."""
    assert model([*RUN]) == 0
    expected = capsys.readouterr().out.splitlines()
    assert len(expected) == 7
    assert installed.said("model", *RUN, start=as_a_module).decode().splitlines() == expected


def test_a_file_is_written_where_it_was_named(installed, tmp_path):
    """In the folder of whoever typed the command, not in that of the program."""
    words = ("file", "--preset", "us_elementary.1", "--out")
    assert exchange([*words, str(tmp_path / "here.json")]) == 0
    installed.said("exchange", *words, "plan.json")
    assert (installed.elsewhere / "plan.json").read_bytes() == (tmp_path / "here.json").read_bytes()


def test_usage_tells_what_is_typed_here(installed):
    assert installed.said("exchange", "--help").startswith(b"usage: school-explorer exchange ")


def test_the_page_is_drawn_with_our_settings(installed):
    """One server, asked as a browser asks it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with answering(
        installed.command("--port", str(port), "--no-browser"), url, installed.elsewhere, installed.environ
    ):
        messages = opened(url)
    (begun,) = (m.new_session for m in messages if m.HasField("new_session"))
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert_ours(begun, settings)
    assert [m for m in messages if m.delta.new_element.WhichOneof("type") == "exception"] == []
    drawn = {m.delta.new_element.WhichOneof("type") for m in messages}
    assert {"slider", "vega_lite_chart", "bidi_component"} <= drawn
    assert list(installed.home.iterdir()) == []


def assert_ours(begun: NewSession, settings: dict) -> None:
    assert begun.config.gather_usage_stats is False
    assert begun.config.toolbar_mode == Config.ToolbarMode.VIEWER
    assert settings["client"]["toolbarMode"] == "viewer"
    assert begun.custom_theme.light.primary_color == settings["theme"]["light"]["primaryColor"]
    assert begun.custom_theme.dark.background_color == settings["theme"]["dark"]["backgroundColor"]


def opened(url: str) -> list[ForwardMsg]:
    """The messages of a first page, asked for in a thread of its own, where no loop is running."""

    async def visit() -> list[ForwardMsg]:
        async with connected(url) as socket:
            session = Session(socket, 1)
            await session.open()
            return session.received

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(visit())).result()
