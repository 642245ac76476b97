"""Today's date where the reader is, for names of files and dates of decisions."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def today() -> date:
    """By the reader's own clock; by UTC where the browser does not give the time zone."""
    return datetime.now(tz=_zone()).date()


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
