"""What holds for every page that is run without a browser."""

from __future__ import annotations

import functools

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from views.shell import parts


@pytest.fixture(scope="session", autouse=True)
def packages_are_searched_once():
    """AppTest would search every installed package each time a page is opened: four fifths of the opening."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture
def sent(monkeypatch):
    """The messages to the browser since the list was last emptied."""
    monkeypatch.setattr(parts, "A_MOMENT", 0.0)
    found, enqueue = [], ForwardMsgQueue.enqueue

    def counted(queue, message):
        found.append(message)
        enqueue(queue, message)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", counted)
    return found
