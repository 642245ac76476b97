"""The one way of markup onto the page: by its type it was made of parts that were escaped."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup


def put_markup(markup: Markup, *, width: Literal["stretch", "content"] | int = "stretch") -> None:
    """Put markup on the page. A text becomes markup, escaped, by `Markup("<p>{}</p>").format(text)`."""
    st.html(str(markup), width=width)
