"""The only way to put markup on the page: its type shows that it was made of escaped parts."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup

from views.markup.plain_text import held_together


def put_markup(markup: Markup, *, width: Literal["stretch", "content"] | int = "stretch") -> None:
    """Put markup on the page. Plain text is escaped first: `Markup("<p>{}</p>").format(text)`."""
    st.html(held_together(str(markup)), width=width)
