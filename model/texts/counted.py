"""A number that decides between one and many."""

from __future__ import annotations

from typing import NamedTuple


class Counted(NamedTuple):
    """A number as it is shown. The shown number decides: 0.96 written as "1" is one teacher."""

    text: str

    @property
    def whole(self) -> int:
        """The number for the rule of plurals. A fraction is many, as in English and in Spanish."""
        bare = self.text.replace(",", "")
        return int(bare) if bare.isdecimal() else 2

    def __str__(self) -> str:
        return self.text


def counted(shown: int | str) -> Counted:
    """A count for `say(key, count=...)`: a whole number, or a number already written as text."""
    return Counted(f"{shown:,}" if isinstance(shown, int) else shown)
