"""What keeps work from being spread, in words for whoever asked for it."""

from __future__ import annotations


class SpreadRefused(RuntimeError):  # noqa: N818  # as refusals of files and links are called
    """Workers cannot be had, or must not be used. The text says why and what to do."""
