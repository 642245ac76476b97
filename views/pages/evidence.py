"""The page on where the numbers come from: register, study, equations, limits, changelog."""

import streamlit as st

from model.evidence import PANELS, panel_label
from model.explain.changes import swings
from model.lines.worksheet import BOOK
from model.results.study_findings import check_findings
from views.markup.plain_text import plain
from views.markup.sources import status_name
from views.shell import history
from views.shell.page_markup import put_markup
from views.trace import register
from views.trace.limits import left_out, limits


def evidence() -> None:
    """The page."""
    plan = history.plan()

    st.title("Where the numbers come from")
    st.write(
        "Every figure here has a source or is called an assumption, every equation can be read, and what is left out is said. "
        "For a single number, press it on the page *Explore*."
    )

    st.header("Every lever, by what moves Year 5 most")
    st.write(
        "Each lever alone is set to both ends of its usual range, or to its other choices, in your plan. The largest change of the "
        "Year 5 structural result tells where a wrong figure would hurt: check the first ten against your own books."
    )
    groups = st.pills(
        "Groups",
        list(PANELS),
        format_func=lambda panel: plain(panel_label(panel)),
        selection_mode="multi",
        key="register-panels",
    )
    statuses = st.pills(
        "Status",
        register.STATUSES,
        format_func=lambda x: plain(status_name(x)),
        selection_mode="multi",
        key="register-status",
    )
    strength = swings(plan.now, "structural_result", 5)
    put_markup(register.register_table(register.chosen(groups, statuses), strength, plan.now))

    st.header("The study")
    st.write(
        "Afton Partners and LEAP Innovations studied six district and charter schools in Chicago (2018). Their school-level data "
        "were never published. The six schools here are fictional and calibrated to the published ranges."
    )
    put_markup(register.findings_table(check_findings()))

    st.header("What is not modelled")
    st.markdown("\n".join(f"* **{plain(head)}.** {plain(why)}" for head, why in left_out()))
    st.header("How far to trust it")
    st.markdown("\n".join(f"* **{plain(head)}.** {plain(why)}" for head, why in limits()))

    st.header("Every equation")
    st.write(
        "Lines stand in the order of the sheet; each rests only on levers and on lines above it. In grey the same as a formula, "
        "as the workbook writes it: [-1] is the year before, [Year 1] that year whatever the year."
    )
    for family in BOOK.families:
        box = st.expander(plain(family.label), key=f"family-{family.key}", on_change=history.mark_due)
        if box.open:
            with box:
                put_markup(register.reference_table(family))

    st.header("How the model has changed")
    with st.container(key="changelog"):
        st.markdown(register.changelog())

    st.header("Sources")
    put_markup(register.sources_list())
