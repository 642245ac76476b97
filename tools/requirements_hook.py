"""The one list of what the app needs is requirements.txt. Here the builder of the wheel reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


def needed(text: str) -> list[str]:
    """The requirements of such a list, without what is said about them."""
    return [needs for line in text.splitlines() if (needs := line.partition("#")[0].strip())]


class RequirementsHook(MetadataHookInterface):
    """Fills in `dependencies`, which pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Called by the builder."""
        metadata["dependencies"] = needed(Path(self.root, "requirements.txt").read_text(encoding="utf-8"))
