"""Fields for numbers: text that is read as everywhere else, with its messages and questions below it.

The browser's part, a decimal keyboard on a phone and Escape to restore, is `typed_fields.js`. It knows these
fields by their `autocomplete="off"`, which no other field of text has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.evidence import LEVERS, Lever, Value
from model.lines.worksheet import FROM_YEAR_2
from model.plan.each_year import taken_as_typed
from model.plan.scenario import Scenario, set_aside, without_keys
from model.plan.typed_values import Question, TypedValue, read_value, said_of, tells_range, unusual
from model.texts import say
from model.units import span
from views.markup.plain_text import plain, plain_name
from views.shell import history, widgets
from views.shell.scale import field_text
from views.shell.session import Slot

_component = st.components.v2.component(
    "school_fields", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)
# No decimal keyboard on a phone has a minus sign, so these fields bring up the one with all signs.
_SIGNED = [k for k, x in LEVERS.items() if x.bounds and x.bounds[0] < 0]

_NOTHING: Mapping[str, tuple[str, bool]] = {}


def listen(beside: Mapping[str, tuple[str, bool]] = _NOTHING) -> None:
    """Let the browser's part work on every field of the page.

    `beside`, by widget: a line that stands under a field, and whether it is a warning.
    """
    _component(key="typed-fields", data={"signed": _SIGNED, "on": "page", "beside": dict(beside)})


@dataclass(slots=True)
class _Ranged:
    """By widget the line under each field that the open dialog has drawn."""

    beside: dict[str, tuple[str, bool]] = field(default_factory=dict)


_ranged = Slot(_Ranged)


@contextmanager
def ranges_beside() -> Iterator[None]:
    """Around the content of a dialog: the usual range stands under each of its fields."""
    _ranged.put(_Ranged())
    yield
    if found := _ranged.get().beside:
        data = {"signed": _SIGNED, "on": "dialog", "beside": found}
        _component(key="typed-fields-of-dialog", data=data)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a field holds that is part of a question or a dialog: nothing, or what it reads as.

    `kept` is the value that stands if what was typed is given up, and `kept_text` what the field shows then.
    """

    lever: Lever
    widget: str
    text: str
    found: TypedValue | None  # None where the field is empty
    kept: Value | None = None
    kept_text: str = ""
    is_confirmed: bool = False  # the reader was asked about this text and means it

    @property
    def read(self) -> Value | None:
        """The value, where the text can be read in one way only."""
        return None if self.found is None or self.found.question else self.found.value

    @property
    def unusual(self) -> str:
        """What is to be asked about a value outside its usual range; empty once it is answered."""
        is_kept = self.text.strip() == self.kept_text.strip() or self.read == self.kept
        if self.read is None or is_kept or self.is_confirmed:
            return ""
        return unusual(self.lever, self.read)

    @property
    def value(self) -> Value | None:
        """The value, where it is plain that it is meant."""
        return None if self.unusual else self.read

    @property
    def number(self) -> float | None:
        """The value of a field that takes one number."""
        return self.value if isinstance(self.value, float) else None

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that cannot be used as it stands."""
        return self.found is not None and self.value is None


@dataclass(slots=True)
class _Answered:
    """By widget the text that the reader was asked about and means; the widgets whose answer was just
    pressed.
    """

    meant: dict[str, str] = field(default_factory=dict)
    pressed: set[str] = field(default_factory=set)


_answered = Slot(_Answered)


def draft(
    lever: Lever, widget: str, text: str | None = None, *, kept: Value | None = None, kept_text: str = ""
) -> Draft:
    """What a field holds; `text` where it is known beside the widget."""
    typed = widgets.text(widget) if text is None else text
    meant = _answered.get().meant
    if meant.get(widget, typed) != typed:
        del meant[widget]
    found = read_value(lever, typed, in_percent=True) if typed.strip() else None
    return Draft(lever, widget, typed, found, kept, kept_text, widget in meant)


def usual_range(lever: Lever) -> str:
    """The line under a field that tells its usual range; empty where none is told of an unusual value."""
    return (
        say("settings.usual", range=span(lever.usual, lever.unit))
        if lever.usual and tells_range(lever)
        else ""
    )


def just_answered(drafts: Iterable[Draft]) -> bool:
    """Whether this run is that of an answer to what was asked about one of these fields. True once."""
    pressed = _answered.get().pressed
    ours = {d.widget for d in drafts} & pressed
    pressed -= ours
    return bool(ours)


def draft_field(
    lever: Lever,
    label: str,
    widget: str,
    *,
    placeholder: str | None = None,
    help: str | None = None,
    within: DeltaGenerator | None = None,
    on_change: Callable[[], None] | None = None,
    kept: Value | None = None,
    kept_text: str = "",
    is_ranged: bool = True,
) -> Draft:
    """A field and what it holds. What it should show is set beforehand by `widgets.prepare`.

    Its messages are put by `messages_of`, below all fields of a row. In a dialog its usual range stands under
    it, unless `is_ranged` is false.
    """
    if is_ranged and (told := usual_range(lever)):
        _ranged.get().beside[widget] = (told, False)
    place = st if within is None else within
    place.text_input(
        plain_name(label),
        key=widget,
        placeholder=placeholder,
        help=plain(help) if help else None,
        autocomplete="off",
        on_change=on_change,
    )
    return draft(lever, widget, kept=kept, kept_text=kept_text)


def messages_of(drafts: Iterable[Draft], *, asks: bool = True) -> None:
    """What is wrong with fields, what is asked about them, and how they were read.

    `asks`: also whether what is unusual is meant. That waits where something is wrong already, because it may
    be impossible together. An answer that is pressed rewrites the field, or says that its value is meant.
    """
    drafts = tuple(drafts)
    for d in drafts:
        if d.found is None:
            continue
        if d.found.question:
            text, ways = question_about(d.lever, d.found.question)
            _ask(d.widget, text, [(said, ((d, field_text(d.lever, v)),)) for said, v in ways])
        elif d.found.value is None:
            for problem in d.found.problems:
                st.error(plain(problem.on_page))
        else:
            for remark in d.found.remarks:
                st.caption(plain(without_keys(remark)))
    for lever in dict.fromkeys(d.lever.key for d in drafts if asks and d.unusual):
        _ask_whether_meant([d for d in drafts if d.unusual and d.lever.key == lever])


# What its button says; each field with the text that it then shows.
Answer = tuple[str, Sequence[tuple[Draft, str]]]


def _ask_whether_meant(those: Sequence[Draft]) -> None:
    """One question for all fields of a setting that hold what is unusual, as the five of its years may."""
    lever, kept = those[0].lever, [d.kept for d in those if d.kept is not None]
    ways: list[Answer] = [
        (
            say("settings.use", value=_said_together(lever, [d.read for d in those])),
            [(d, d.text) for d in those],
        )
    ]
    if len(kept) == len(those):
        ways.append(
            (say("settings.keep", value=_said_together(lever, kept)), [(d, d.kept_text) for d in those])
        )
    _ask(those[0].widget, those[0].unusual, ways)


def _said_together(lever: Lever, values: Iterable[Value | None]) -> str:
    return ", ".join(dict.fromkeys(said_of(lever, v) for v in values if v is not None))


def _ask(widget: str, text: str, ways: Iterable[Answer]) -> None:
    st.warning(plain(text))
    with st.container(horizontal=True, key=f"asked-{widget}"):
        for i, (label, texts) in enumerate(ways):
            st.button(plain(label), key=f"answer-{widget}-{i}", on_click=_answer, args=(texts,))


def _answer(texts: Iterable[tuple[Draft, str]]) -> None:
    """An answer was pressed: each field shows its text, and what it reads as is meant."""
    held = _answered.get()
    for d, text in texts:
        held.pressed.add(d.widget)
        held.meant[d.widget] = text
        widgets.prepare(d.widget, text)
    history.mark_due()


def question_about(lever: Lever, question: Question) -> tuple[str, tuple[tuple[str, Value], ...]]:
    """What to ask about a text that may mean two values, and a button's label for each of them."""
    values = [question.other, *([] if question.taken is None else [question.taken])]
    return question.asked, tuple((said_of(lever, v), v) for v in values)


def implied_in_words(changes: Mapping[str, Value], before: Scenario) -> list[str]:
    """What five yearly numbers change beside themselves, and which of them is not used, as a page says it."""
    said = [
        say("values.implied", setting=LEVERS[key].label, value=said_of(LEVERS[key], value))
        for key, value in set_aside(changes).items()
        if before[key] != value
    ]
    said += [
        say(FROM_YEAR_2[key], setting=LEVERS[key].label)
        for key, value in changes.items()
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0
    ]
    return [*said, *taken_as_typed(changes)]
