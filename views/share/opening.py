"""Open what was saved or sent: a plan file, or a link that is pasted. In a card, and at the start."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exchange import files, link
from exchange.files import Filed
from exchange.files.limits import MOST_BYTES
from model.plan.scenario import without_keys
from model.results.plan_remarks import changed_by_another
from model.sentences import Sentences
from model.texts import listed, say
from views.compare import kept_name, shelf
from views.markup.plain_text import plain
from views.shell import drawing, history, messages, notebook, widgets

BROUGHT, PASTED = "plan-file", "plan-link"
_MOST_NAMED = 10


def fields() -> None:
    """Where a file is dropped and a link is pasted. Both are checked before anything changes."""
    left, right = st.columns(2, gap="large")
    with left:
        widgets.prepare(PASTED, widgets.text(PASTED))
        st.text_input(plain(say("opening.link")), key=PASTED, autocomplete="off", on_change=_pasted)
        _problems(PASTED)
    with right:
        st.file_uploader(
            plain(say("opening.file")),
            type="json",
            max_upload_size=MOST_BYTES // 1_000_000,
            key=BROUGHT,
            on_change=_brought,
        )
        _problems(BROUGHT)


def _problems(widget: str) -> None:
    for reason in widgets.problems(widget):
        st.error(plain(reason))


def _pasted() -> None:
    """A link was pasted. Its plan becomes the next step; a link with a fault stays in the field."""
    pasted = widgets.text(PASTED)
    widgets.accept(PASTED)
    if not pasted.strip():
        return
    found = link.opened(pasted, history.DEFAULT_PRESET)
    if found.problems:
        widgets.refuse(PASTED, pasted, map(without_keys, found.problems))
        history.mark_due()
    else:
        history.take_link(found)
        widgets.prepare(PASTED, "")


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
    if first.plan.name != first.plan.school:  # otherwise nobody has named it
        kept_name.note(history.plan(), first.name)
    more = _others_kept(opened.plans) if len(opened.plans) > 1 else []
    messages.say(say("opening.opened", name=first.name), *more, *map(without_keys, opened.remarks))


def _others_kept(plans: Sequence[Filed]) -> list[str]:
    """All plans of a file go on the shelf; those that do not fit are reported."""
    left = [p.name for p in plans if shelf.add(p.plan, p.name, p.reason, p.notebook)]
    said = [say("opening.several", count=len(plans) - len(left))]
    if len(left) > _MOST_NAMED:
        named = listed(left[:_MOST_NAMED])
        said.append(say("opening.more_left_out", names=named, more=len(left) - _MOST_NAMED))
    elif left:
        said.append(say("opening.left_out", names=listed(left)))
    # The first one is on the screen, which says so itself.
    changed = Sentences(f"{p.name}: {r.text}" for p in plans[1:] for r in changed_by_another(p.now))
    return [*said, *map(without_keys, changed.told("values.more_remarks"))]
