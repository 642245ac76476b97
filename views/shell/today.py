"""The day it is where the reader sits: what a file's name and a decision's date begin from."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def today() -> date:
    """By the reader's own clock; by UTC where the browser does not say which that is."""
    return datetime.now(tz=_zone()).date()


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
