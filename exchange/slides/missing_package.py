"""Whether slides can be made here: python-pptx is an extra."""

from __future__ import annotations

from importlib.util import find_spec

from model.texts import say


def what_to_install() -> str:
    """In one sentence; empty where nothing is missing."""
    return "" if find_spec("pptx") else say("slides.install")
