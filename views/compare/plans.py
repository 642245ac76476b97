"""The tab of plans: what each change did, kept plans, and plans side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from string import ascii_uppercase

import streamlit as st
from markupsafe import Markup

from exchange import files, store
from exchange.own_school import LONGEST_NAME
from exchange.store import Kept
from exchange.workbook.plans import MOST_PLANS
from model.plan.plan import Plan
from model.texts import counted, in_this_language, say
from views.compare import kept_name, saved_plans, shelf, side_by_side
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, messages, notebook, widgets
from views.shell.page_markup import put_markup
from views.shell.today import today

NAME, REASON = "keep-name", "keep-reason"
MOST_BESIDE = MOST_PLANS - 1  # the plan on the screen is one of those in a workbook


def plans(context: Context) -> None:
    """The whole tab."""
    plan = context.plan
    shelf.mount()
    notebook.mount("plans")
    st.subheader(plain(say("compare.save_this_plan")))
    keeping(plan)
    _shelf()
    if shelf.kept():
        _comparison(plan)
    for remark in notebook.remarks():
        st.warning(plain(remark))
    put_markup(where_kept())


def where_kept() -> Markup:
    """How long plans, notes and decisions are kept, and where."""
    text = (
        say("compare.where_kept_saved"),
        say("compare.where_kept_unsaved"),
        say("compare.where_kept_server"),
    )
    return Markup('<p class="soft" data-unmade="{}"><b>{}</b> {}</p>').format(
        say("downloads.unmade"), say("compare.where_kept"), " ".join(text)
    )


def next_name() -> str:
    """The name of a plan whose reader types none: with the first free letter, as the empty field shows."""
    taken = {k.name.casefold() for k in shelf.kept()}
    names = (say("compare.plan_by_letter", letter=x) for x in ascii_uppercase)  # more than a shelf holds
    return next(n for n in names if n.casefold() not in taken)


def _keep(plan: Plan) -> None:
    if already := _saved_last(plan):
        messages.say(say("compare.saved_already", name=already))
        history.mark_due()
        return
    name, reason = widgets.text(NAME).strip() or next_name(), widgets.text(REASON)
    problems = shelf.add(plan, name, reason, notebook.beside(plan))
    if problems:
        widgets.refuse(NAME, name, problems)
        history.mark_due()
        return
    kept_name.note(plan, name.strip())
    widgets.accept(NAME)
    widgets.prepare(NAME, "")
    widgets.prepare(REASON, "")


def _saved_last(plan: Plan) -> str:
    """The name under which the last press saved this very plan: one that comes twice saves it once.

    Who types another name or reason means another plan.
    """
    last = shelf.kept()[-1] if shelf.kept() else None
    if last is None or not kept_name.is_same(last.filed.plan, plan):
        return ""
    name, reason = widgets.text(NAME).strip().casefold(), widgets.text(REASON).strip()
    is_again = name in ("", last.name.casefold()) and reason in ("", last.filed.reason)
    return last.name if is_again and last.filed.notebook == notebook.beside(plan) else ""


def keeping(plan: Plan) -> None:
    """The fields and the button that save a plan in this browser."""
    with st.container(key="keep", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            plain(say("compare.name")),
            key=NAME,
            placeholder=next_name(),
            on_change=history.mark_due,
        )
        st.text_input(
            plain(say("compare.why_this_plan")),
            key=REASON,
            placeholder=say("compare.why_this_plan_such_as"),
            on_change=history.mark_due,
        )
        st.button(
            plain(say("compare.save")),
            key="keep-plan",
            on_click=_keep,
            args=(plan,),
            icon=":material/bookmark_add:",
        )
    for problem in widgets.problems(NAME):
        st.error(plain(problem))


def _shelf() -> None:
    items = shelf.kept()
    for remark in shelf.remarks():
        st.warning(plain(remark))
    if not items:
        return
    st.subheader(plain(say("compare.saved_plans", count=counted(len(items)))))
    full = len(_chosen()) >= MOST_BESIDE
    for kept, said in zip(items, saved_plans.answers(items), strict=True):
        _row(kept, said, full)
    st.download_button(
        plain(say("compare.download_all")),
        in_this_language(partial(files.write, [k.filed for k in items])),
        file_name=f"school-plans-{today().isoformat()}.json",
        key="take-plans",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(kept: Kept, said: Markup, full: bool) -> None:
    ticked = f"compare-{kept.key}"
    with st.container(key=f"kept-{kept.key}", horizontal=True, vertical_alignment="center"):
        put_markup(said, width="stretch")
        st.checkbox(
            plain(say("compare.compare")),
            key=ticked,
            on_change=history.mark_due,
            disabled=full and not widgets.value(ticked, bool),
        )
        saved_plans.opener(kept)
        with st.popover(plain(say("compare.more")), key=f"more-{kept.key}"):
            name, reason = f"name-{kept.key}", f"reason-{kept.key}"
            st.text_input(plain(say("compare.name")), kept.name, key=name)
            st.text_input(plain(say("compare.why_this_plan")), kept.filed.reason, key=reason)
            st.button(
                plain(say("compare.save_name_and_reason")),
                key=f"rename-{kept.key}",
                on_click=_rename,
                args=(kept,),
            )
            st.button(
                plain(say("compare.duplicate")), key=f"copy-{kept.key}", on_click=_duplicate, args=(kept,)
            )
            st.button(
                plain(say("compare.delete")), key=f"remove-{kept.key}", on_click=_take_off, args=(kept,)
            )
    for problem in widgets.problems(f"kept-{kept.key}"):
        st.error(plain(problem))


def _rename(kept: Kept) -> None:
    name, reason = (widgets.text(f"{field}-{kept.key}") for field in ("name", "reason"))
    problems = shelf.change(kept, name, reason)
    if not problems:
        kept_name.renamed(kept.name, name.strip())
    _said(kept.key, problems)


def _take_off(kept: Kept) -> None:
    _said(kept.key, shelf.remove(kept))


def _duplicate(kept: Kept) -> None:
    taken = {k.name.casefold() for k in shelf.kept()}
    stem = kept.name[: LONGEST_NAME - 9]
    names = (say("compare.copy_name", name=stem, number=n) for n in range(1, store.MOST + 2))
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
    st.subheader(plain(say("compare.side_by_side")))
    chosen = _chosen()
    if not chosen:
        text = say("compare.check_plans", count=counted(MOST_BESIDE))
        put_markup(Markup('<p class="soft">{}</p>').format(text))
        return
    side_by_side.compare([shelf.present(plan), *(k.filed for k in chosen)], kept_name.under_its_name(plan))
