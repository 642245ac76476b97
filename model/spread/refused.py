"""What keeps work from being spread, in words for whoever asked for it."""

from __future__ import annotations

from model.refused import Refused


class SpreadRefused(Refused):
    """Workers cannot be had, or must not be used. The text says why and what to do."""
