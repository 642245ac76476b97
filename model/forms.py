"""The forms in which an answer is given, as they are typed and as files of them end."""

from __future__ import annotations

TABLE, TEXT = "table", "text"  # for people
CSV, JSON, PARQUET = "csv", "json", "parquet"  # for programs


def ending_of(form: str) -> str:
    """How the name of a file in a form ends."""
    return f".{form}"
