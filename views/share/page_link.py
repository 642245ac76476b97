"""The link that the page gives of its plan, for whom it works, and its code to scan."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from exchange import link
from exchange.link_base import reach_in_words, works_elsewhere
from model.plan.plan import Plan
from model.texts import say
from views.markup.image import image
from views.shell import drawing

_HERE = "http://127.0.0.1:8501/"  # where `make run` opens the page, should a browser not say where it is


@dataclass(frozen=True, slots=True)
class PageLink:
    """`address` is empty where no link can hold the plan, and `problem` says so.

    `reach` says for whom it works, if not for everybody. `works_elsewhere`: on any other computer at all.
    """

    address: str
    problem: str
    reach: str
    works_elsewhere: bool

    @property
    def is_for_all(self) -> bool:
        """Whether whoever gets it can open it."""
        return bool(self.address) and not self.reach

    def code(self) -> Markup:
        """The picture of its code. Nothing where a telephone that reads it would find nothing."""
        if not (self.address and self.works_elsewhere):
            return Markup()
        drawing.load("segno")  # draws the code
        # An image, because the page removes drawings from markup.
        return Markup('<img alt="{}" src="{}">').format(
            say("share.code_of_link"), image(link.qr_svg(self.address))
        )


def link_of(plan: Plan) -> PageLink:
    """The link of a plan at the address at which this page is open."""
    base = st.context.url or _HERE
    try:
        address, problem = link.address_of(plan, base), ""
    except link.LinkTooLong as e:
        address, problem = "", str(e)
    return PageLink(address, problem, reach_in_words(base), works_elsewhere(base))
