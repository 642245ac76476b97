"""What is said when the browser stores nothing: its store is full, or closed to pages."""

from __future__ import annotations


def not_stored(trouble: str, so: str, full: str, closed: str) -> str:
    """Why the browser did not store something, what follows, and what to do; empty where nothing is wrong.

    `trouble` is what a script of ours reported: "full", or anything else for a store that cannot be opened.
    """
    if not trouble:
        return ""
    if trouble == "full":
        return f"The store of this browser is full, so {so}. {full}"
    return f"This browser lets pages store nothing (a setting, or a private window), so {so}. {closed}"
