"""What the server holds for one reader while the page is open: a typed slot for each feature.

A feature declares a type of its own and one slot for it, and reads and writes through the slot:

    @dataclass(frozen=True, slots=True)
    class _Settings:
        shown: bool = True

    _settings = Slot(_Settings)

The type is declared in the module that owns the slot, so its name is the slot's name and no two features can
share one. What widgets hold is read and set by `views/shell/widgets.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import streamlit as st

T = TypeVar("T")


class Slot(Generic[T]):
    """One value of one type for each reader. `first` makes it when it is read before it was put."""

    def __init__(self, kind: type[T], first: Callable[[], T] | None = None) -> None:
        self.key = f"{kind.__module__}.{kind.__qualname__}"
        self._first = first or kind

    def get(self) -> T:
        """The value. It is the object itself: a change to a mutable value lasts."""
        held: T
        try:  # one look and not two: a run asks some two hundred times
            held = st.session_state[self.key]
        except KeyError:
            held = st.session_state[self.key] = self._first()
        return held

    def put(self, value: T) -> None:
        """Hold this from now on."""
        st.session_state[self.key] = value

    def is_empty(self) -> bool:
        """Whether nothing was put or asked for yet."""
        return self.key not in st.session_state
