"""The page of sources and method: register, study, equations, limits, changelog."""

import streamlit as st

from model.evidence import PANELS, panel_label
from model.explain.changes import swings
from model.lines.worksheet import BOOK
from model.results.study_findings import check_findings
from model.texts import say
from views.markup.plain_text import plain
from views.markup.sources import status_name
from views.shell import history
from views.shell.page_markup import put_markup
from views.trace import register
from views.trace.limits import left_out, limits


def evidence() -> None:
    """The page."""
    plan = history.plan()

    st.title(plain(say("evidence.title")))
    st.write(plain(say("evidence.about")))

    st.header(plain(say("evidence.settings")))
    st.write(plain(say("evidence.about_settings")))
    groups = st.pills(
        plain(say("evidence.groups")),
        list(PANELS),
        format_func=lambda panel: plain(panel_label(panel)),
        selection_mode="multi",
        key="register-panels",
    )
    statuses = st.pills(
        plain(say("evidence.status")),
        register.STATUSES,
        format_func=lambda x: plain(status_name(x)),
        selection_mode="multi",
        key="register-status",
    )
    strength = swings(plan.now, "structural_result", 5)
    put_markup(register.register_table(register.chosen(groups, statuses), strength, plan.now))

    st.header(plain(say("evidence.study")))
    st.write(plain(say("evidence.about_study")))
    put_markup(register.findings_table(check_findings()))

    st.header(plain(say("evidence.left_out")))
    st.markdown("\n".join(f"* **{plain(head)}.** {plain(why)}" for head, why in left_out()))
    st.header(plain(say("evidence.trust")))
    st.markdown("\n".join(f"* **{plain(head)}.** {plain(why)}" for head, why in limits()))

    st.header(plain(say("evidence.formulas")))
    st.write(plain(say("evidence.about_formulas")))
    for family in BOOK.families:
        box = st.expander(plain(family.label), key=f"family-{family.key}", on_change=history.mark_due)
        if box.open:
            with box:
                put_markup(register.reference_table(family))

    st.header(plain(say("evidence.changelog")))
    with st.container(key="changelog"):
        st.markdown(register.changelog())

    st.header(plain(say("evidence.sources")))
    put_markup(register.sources_list())


def page() -> st.Page:
    """The page as navigation and links know it."""
    return st.Page(evidence, title=say("evidence.title"), url_path="evidence")


def link_here() -> None:
    """A link to the page, for a place that shows numbers."""
    st.page_link(page=page(), label=plain(say("evidence.link")), icon=":material/menu_book:")
