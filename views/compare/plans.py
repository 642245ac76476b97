"""The part of kept plans, one by one and side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from exchange import files, store
from exchange.own_school import LONGEST_NAME
from exchange.store import Kept
from exchange.workbook.plans import MOST_PLANS
from model.plan.plan import Plan
from views.compare import comparison_tables, shelf, side_by_side
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, notebook, widgets
from views.shell.page_markup import put_markup
from views.shell.today import today

NAME, REASON = "keep-name", "keep-reason"
WHERE_KEPT = Markup(
    '<p class="soft"><b>Where all this is kept.</b> Kept plans: in this browser, on this computer, '
    "until you take them off or clear the "
    "browser's data; also after a reload or a restart of the server. Notes and decisions of the plan "
    "on the screen: in this browser tab, until it is "
    "closed; with a kept plan they are kept as long as it is. No account, and nothing is stored on the "
    "server. Undo takes back moves, not notes or decisions. "
    "To carry plans elsewhere save them as a file: it holds plans, reasons, notes and decisions.</p>"
)
MOST_BESIDE = MOST_PLANS - 1  # the plan on the screen is one of those in a workbook


def plans(context: Context) -> None:
    """The whole part."""
    plan = context.plan
    shelf.mount()
    notebook.mount("plans")
    _keeping(plan)
    _shelf()
    if shelf.kept():
        _comparison(plan)
    for remark in notebook.remarks():
        st.warning(plain(remark))
    put_markup(WHERE_KEPT)


def _keep(plan: Plan) -> None:
    name, reason = widgets.text(NAME), widgets.text(REASON)
    problems = shelf.add(plan, name, reason, notebook.beside(plan))
    if problems:
        widgets.refuse(NAME, name, problems)
        history.mark_due()
        return
    widgets.accept(NAME)
    widgets.prepare(NAME, "")
    widgets.prepare(REASON, "")


def _keeping(plan: Plan) -> None:
    st.subheader("Keep this plan")
    with st.container(key="keep", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Name",
            key=NAME,
            placeholder="Smaller classes",
            on_change=history.mark_due,
        )
        st.text_input(
            "Why this plan",
            key=REASON,
            placeholder="One teacher leader fewer pays for them",
            on_change=history.mark_due,
        )
        st.button("Keep", key="keep-plan", on_click=_keep, args=(plan,), icon=":material/bookmark_add:")
    for problem in widgets.problems(NAME):
        st.error(plain(problem))


def _shelf() -> None:
    items = shelf.kept()
    for remark in shelf.remarks():
        st.warning(plain(remark))
    if not items:
        return
    st.subheader(f"Kept plans ({len(items)})")
    full = len(_chosen()) >= MOST_BESIDE
    for kept in items:
        _row(kept, full)
    st.download_button(
        "All kept plans (.json)",
        partial(files.write, [k.filed for k in items]),
        file_name=f"school-plans-{today().isoformat()}.json",
        key="take-plans",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(kept: Kept, full: bool) -> None:
    ticked = f"compare-{kept.key}"
    with st.container(key=f"kept-{kept.key}", horizontal=True, vertical_alignment="center"):
        said = comparison_tables.comes_to(kept.filed) + comparison_tables.carries(kept.filed.notebook)
        put_markup(Markup('<p class="kept"><b>{}</b><br>{}</p>').format(kept.name, said), width="stretch")
        st.checkbox(
            "Compare",
            key=ticked,
            on_change=history.mark_due,
            disabled=full and not widgets.value(ticked, bool),
        )
        st.button("Open", key=f"open-{kept.key}", on_click=shelf.open_again, args=(kept.key,))
        with st.popover("More", key=f"more-{kept.key}"):
            name, reason = f"name-{kept.key}", f"reason-{kept.key}"
            st.text_input("Name", kept.name, key=name)
            st.text_input("Why this plan", kept.filed.reason, key=reason)
            st.button("Save name and reason", key=f"rename-{kept.key}", on_click=_rename, args=(kept,))
            st.button("Duplicate", key=f"copy-{kept.key}", on_click=_duplicate, args=(kept,))
            st.button("Take off", key=f"remove-{kept.key}", on_click=_take_off, args=(kept,))
    for problem in widgets.problems(f"kept-{kept.key}"):
        st.error(plain(problem))


def _rename(kept: Kept) -> None:
    name, reason = (widgets.text(f"{field}-{kept.key}") for field in ("name", "reason"))
    _said(kept.key, shelf.change(kept, name, reason))


def _take_off(kept: Kept) -> None:
    _said(kept.key, shelf.remove(kept))


def _duplicate(kept: Kept) -> None:
    taken = {k.name.casefold() for k in shelf.kept()}
    stem = kept.name[: LONGEST_NAME - 9]
    names = (f"{stem}, copy {n}" for n in range(1, store.MOST + 2))
    name = next(n for n in names if n.casefold() not in taken)
    _said(kept.key, shelf.add(kept.filed.plan, name, kept.filed.reason, kept.filed.notebook))


def _said(key: str, problems: Sequence[str]) -> None:
    widget = f"kept-{key}"
    if problems:
        widgets.refuse(widget, None, problems)
    else:
        widgets.accept(widget)
    history.mark_due()


def _chosen() -> list[Kept]:
    """The selected kept plans."""
    return [k for k in shelf.kept() if widgets.value(f"compare-{k.key}", bool)]


def _comparison(plan: Plan) -> None:
    st.subheader("Side by side")
    chosen = _chosen()
    if not chosen:
        put_markup(
            Markup(
                '<p class="soft">Tick up to {} kept plans to lay them beside the plan on the screen.</p>'
            ).format(MOST_BESIDE)
        )
        return
    side_by_side.compare([shelf.present(plan), *(k.filed for k in chosen)])
