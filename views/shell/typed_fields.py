"""Fields for numbers: text that is read as everywhere else, with its messages and questions below it.

The browser's part, a decimal keyboard on a phone and Escape to restore, is `typed_fields.js`. It knows these
fields by their `autocomplete="off"`, which no other field of text has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.evidence import LEVERS, Lever, Value
from model.lines.worksheet import FROM_YEAR_2
from model.plan.scenario import Scenario, set_aside, without_keys
from model.plan.typed_values import Question, TypedValue, read_value, said_of
from model.texts import say
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.scale import field_text

_component = st.components.v2.component(
    "school_fields", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)
# No decimal keyboard on a phone has a minus sign, so these fields bring up the one with all signs.
_SIGNED = [k for k, x in LEVERS.items() if x.bounds and x.bounds[0] < 0]


def listen() -> None:
    """Let the browser's part work on every field of the page."""
    _component(key="typed-fields", data={"signed": _SIGNED})


@dataclass(frozen=True, slots=True)
class Draft:
    """What a field holds that is part of a question or a dialog: nothing, or what it reads as."""

    lever: Lever
    widget: str
    text: str
    found: TypedValue | None  # None where the field is empty

    @property
    def value(self) -> Value | None:
        """The value, where it is plain which one is meant."""
        return None if self.found is None or self.found.question else self.found.value

    @property
    def number(self) -> float | None:
        """The value of a field that takes one number."""
        return self.value if isinstance(self.value, float) else None

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that cannot be used as it stands."""
        return self.found is not None and self.value is None


def draft(lever: Lever, widget: str, text: str | None = None) -> Draft:
    """What a field holds; `text` where it is known beside the widget."""
    typed = widgets.text(widget) if text is None else text
    return Draft(lever, widget, typed, read_value(lever, typed, in_percent=True) if typed.strip() else None)


def draft_field(
    lever: Lever,
    label: str,
    widget: str,
    *,
    placeholder: str | None = None,
    help: str | None = None,
    within: DeltaGenerator | None = None,
    on_change: Callable[[], None] | None = None,
) -> Draft:
    """A field and what it holds. What it should show is set beforehand by `widgets.prepare`.

    Its messages are put by `messages_of`, below all fields of a row.
    """
    place = st if within is None else within
    place.text_input(
        plain(label),
        key=widget,
        placeholder=placeholder,
        help=plain(help) if help else None,
        autocomplete="off",
        on_change=on_change,
    )
    return draft(lever, widget)


def messages_of(drafts: Iterable[Draft]) -> None:
    """What is wrong with fields, what is asked about them, and how they were read.

    An answer that is pressed rewrites the field. What is unusual is left to whoever shows the results.
    """
    for d in drafts:
        if d.found is None:
            continue
        if d.found.question:
            text, ways = question_about(d.lever, d.found.question)
            st.warning(plain(text))
            with st.container(horizontal=True, key=f"asked-{d.widget}"):
                for i, (label, value) in enumerate(ways):
                    st.button(
                        plain(label),
                        key=f"answer-{d.widget}-{i}",
                        on_click=_rewrite,
                        args=(d.lever, d.widget, value),
                    )
        elif d.found.value is None:
            for problem in d.found.problems:
                st.error(plain(problem.on_page))
        else:
            for remark in d.found.remarks:
                st.caption(plain(without_keys(remark)))


def _rewrite(lever: Lever, widget: str, value: Value) -> None:
    """An answer was pressed: the field shows the value so that it can be read in one way only."""
    widgets.prepare(widget, field_text(lever, value))
    history.mark_due()


def question_about(lever: Lever, question: Question) -> tuple[str, tuple[tuple[str, Value], ...]]:
    """What to ask about a text that may mean two values, and a button's label for each of them."""
    values = [question.other, *([] if question.taken is None else [question.taken])]
    return question.asked, tuple((said_of(lever, v), v) for v in values)


def implied_in_words(changes: Mapping[str, Value], before: Scenario) -> list[str]:
    """What five yearly numbers change beside themselves, and which of them is not used, as a page says it."""
    said = [
        f"{LEVERS[key].label} is set to {said_of(LEVERS[key], value)}: five numbers say all there is to say."
        for key, value in set_aside(changes).items()
        if before[key] != value
    ]
    said += [
        say(FROM_YEAR_2[key], setting=LEVERS[key].label)
        for key, value in changes.items()
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0
    ]
    return said


def all_read(drafts: Sequence[Draft]) -> bool:
    """Whether every field holds a number, and it is plain which one."""
    return all(d.value is not None for d in drafts)
