"""The tab to save or open a plan: workbook, plan file, table, link, and a few lines of Python."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exchange import files, link
from exchange import table_files as tables
from exchange.files import Filed
from exchange.link_base import reach_in_words
from exchange.python_code import as_python
from exchange.workbook import write_workbook
from model.plan.plan import Plan
from model.plan.scenario import without_keys
from model.results.plan_remarks import changed_by_another
from model.sentences import Sentences
from views.compare import shelf
from views.context import Context
from views.markup.image import image
from views.markup.plain_text import plain
from views.shell import drawing, history, messages, notebook, widgets
from views.shell.page_markup import put_markup
from views.shell.today import today

BROUGHT = "plan-file"
_MOST_NAMED = 10


def _brought() -> None:
    """A plan file was opened. Its first plan becomes the next step, with its remarks."""
    file = widgets.value(BROUGHT, UploadedFile)
    widgets.accept(BROUGHT)
    if file is None:
        return
    try:
        with drawing.politely():
            opened = files.read(file.getvalue())
    except files.FileRefused as e:
        widgets.refuse(BROUGHT, None, map(without_keys, e.reasons))
        return
    first = opened.plans[0]
    history.bring(notebook.opening(first.plan, first.notebook))
    more = _others_kept(opened.plans) if len(opened.plans) > 1 else []
    messages.say(f"Opened: {first.name}.", *more, *map(without_keys, opened.remarks))


def _others_kept(plans: Sequence[Filed]) -> list[str]:
    """All plans of a file go on the shelf; those that do not fit are reported."""
    left = [p.name for p in plans if shelf.add(p.plan, p.name, p.reason, p.notebook)]
    said = [
        f"The file holds {len(plans)} plans: the first is open, and {len(plans) - len(left)} are kept under Plans and effects."
    ]
    if left:
        more = f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
        names = f"{', '.join(left[:_MOST_NAMED])}{more}"
        said.append(f"Not kept, because a plan of that name is there or the shelf is full: {names}.")
    # The first one is on the screen, which says so itself.
    changed = Sentences(f"{p.name}: {r.text}" for p in plans[1:] for r in changed_by_another(p.now))
    return [*said, *map(without_keys, changed.told("values.more_remarks"))]


def taking(context: Context) -> None:
    """The tab. Nothing is written in advance: each file is made on its button's click."""
    plan = context.plan
    notebook.mount("take")
    out, back = st.columns(2, gap="large")
    with out:
        address = _link(plan)
        _files(plan, address)
    with back:
        st.subheader("Open a plan file")
        st.write(
            "A file that was saved here. It is checked before anything changes; Undo brings your plan back."
        )
        st.file_uploader(
            "Plan file (.json)",
            type="json",
            max_upload_size=2,
            key=BROUGHT,
            on_change=_brought,
            label_visibility="collapsed",
        )
        for reason in widgets.problems(BROUGHT):
            st.error(plain(reason))
        st.subheader("The same in Python")
        st.write("Run it in the folder of the project; it prints this page's table.")
        st.code(as_python(plan), language=None, wrap_lines=True)


def _link(plan: Plan) -> str:
    """The link with its QR code; empty when no link can hold the plan."""
    st.subheader("Link")
    base = st.context.url or "http://127.0.0.1:8501/"
    try:
        address = link.address_of(plan, base)
    except link.LinkTooLong as e:
        st.warning(plain(str(e)))
        return ""
    st.write(
        "The whole plan in one address. It says what Year 5 came to, so a newer model cannot change it in silence."
    )
    st.code(address, language=None, wrap_lines=True)
    if reach := reach_in_words(base):
        st.caption(plain(reach))
    if not notebook.beside(plan).is_empty:
        st.caption("Notes and decisions do not go into a link. The workbook and the plan file hold them.")
    drawing.load("segno")  # draws the QR code
    with st.popover("Picture code", key="qr"):
        # An image, because the page removes drawings from markup.
        put_markup(
            Markup('<div class="qr"><img alt="Picture code of the link" src="{}"></div>').format(
                image(link.qr_svg(address))
            )
        )
    return address


def _files(plan: Plan, address: str) -> None:
    st.subheader("Files")
    day = today()
    filed = Filed(plan, notebook=notebook.beside(plan))
    kinds = (
        ("Workbook with live formulas", "xlsx", partial(write_workbook, [filed], link=address, today=day)),
        ("Plan file", "json", partial(files.write, [filed])),
        ("All lines and years", "csv", partial(_table, plan)),
    )
    with st.container(horizontal=True, key="files"):
        for label, ending, make in kinds:
            st.download_button(
                plain(f"{label} (.{ending})"),
                make,
                file_name=f"school-plan-{day.isoformat()}.{ending}",
                key=f"take-{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def _table(plan: Plan) -> bytes:
    # The byte order mark tells a spreadsheet program that the text is UTF-8.
    return tables.tidy_csv([plan]).encode("utf-8-sig")
