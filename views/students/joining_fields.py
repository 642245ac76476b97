"""New students and the rate of each grade in the dialog, in a fold: few schools know them by grade."""

from __future__ import annotations

import streamlit as st

from model.evidence import PROGRESSION, Value
from model.lines.grades import GOING_ON, JOINING
from model.texts import listed, say
from model.units import grade, percent
from views.markup.plain_text import plain
from views.students.grade_fields import fill_in, number_field

NATION, CHICAGO = range(1, 10), range(10, 13)  # whose counts tell what is usual


def joining_fields(grades: range) -> None:
    """Two fields for each grade above the lowest: who joins it, and what share of the grade below goes on."""
    above = [g for g in grades if g > grades[0]]
    if not above:
        return
    with st.expander(plain(say("students.joining_fold"))):
        st.caption(plain(say("students.joining_means")))
        with st.container(key="grades-joining"):
            for g in above:
                number_field(JOINING[g], say("students.joining", grade=grade(g)))
                number_field(GOING_ON[g], say("students.going_on", grade=grade(g)))
        for said in _usual(above):
            st.caption(plain(said))
        usual: dict[str, Value] = {GOING_ON[g]: PROGRESSION[g].middle for g in above if g in PROGRESSION}
        st.button(plain(say("students.use_usual")), key="grades-usual", on_click=fill_in, args=(usual,))


def _usual(above: list[int]) -> list[str]:
    """What is usual in these grades, and by whose counts."""
    found = []
    for span, text in ((NATION, "students.usual_nation"), (CHICAGO, "students.usual_chicago")):
        inside = [g for g in above if g in span and g in PROGRESSION]
        shares = [
            say("students.usual_share", grade=grade(g), share=percent(PROGRESSION[g].middle)) for g in inside
        ]
        if shares:
            found.append(say(text, shares=listed(shares), years=PROGRESSION[inside[0]].years))
    return found
