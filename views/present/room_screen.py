"""Present mode without the page: its screens, colours, keys, markup, and the change that is played again. No Streamlit here.

Sizes are those of a picture 1280 wide, which the style sheet scales to the window: what the room sees has the same
proportions on every projector.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from markupsafe import Markup

from exchange.showing import LOOKS, SCREENS
from model.evidence import LEVERS
from model.explain.account import said
from model.plan.plan import Plan
from views import charts
from views.answer import panel
from views.answer.answer_in_words import key_figures
from views.answer.drawn import Futures, drawn
from views.answer.numbers import ViewNumbers
from views.charts.palette import DARK, LIGHT, PROJECTOR, Palette
from views.live.response import Response
from views.shell.signature import of_plan

CHART_HEIGHT, LOWER = (
    416,
    26,
)  # px: labels of the curves stand 27 apart at the one, and a lever's second line takes the other
BAR_LETTERS = 84  # what the names of the bar have room for in one line, all levers together
ROOM: Mapping[str, Palette] = MappingProxyType(
    {
        look: dataclasses.replace(palette, size=PROJECTOR.size)
        for look, palette in zip(LOOKS, (PROJECTOR, LIGHT, DARK), strict=True)
    }
)
REPLAY = "replay"  # the name of its table


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing the room looks at."""

    title: str
    note: str
    question: str  # asked while the answer is covered
    figure: int | None = None  # the key figure beside the title


_SCREENS = (
    Screen(
        "Verdict and key figures",
        "",
        "Does the school pay its own way in Year 5, without grants?",
    ),
    Screen(
        "Public revenue against recurring cost",
        "axis does not start at zero",
        "Which line is on top in Year 5, and by how much?",
        0,
    ),
    Screen(
        "Left over or short each year",
        "without grants",
        "Which years are short, and by how much?",
        0,
    ),
    Screen(
        "Cumulative balance",
        "at the end of each year",
        "How much is left at the end of Year 5, and which year is the lowest?",
        1,
    ),
    Screen(
        "Where the money goes",
        "",
        "Which part of the budget grows, and which one shrinks?",
        3,
    ),
    Screen(
        "Per pupil",
        "axis does not start at zero",
        "What does a pupil cost in Year 5, and what does a pupil bring?",
        5,
    ),
)
SHOWN: Mapping[str, Screen] = MappingProxyType(dict(zip(SCREENS, _SCREENS, strict=True)))
# The notes where futures are drawn, in the room that there is.
BANDED: Mapping[str, str] = MappingProxyType(
    {
        "sustainability": "not from zero; grey: 8 in 10",
        "result": "without grants; lines: 8 of 10 futures",
        "balance": "at year end; lines: 8 of 10 futures",
    }
)


def pictures(screen: str) -> tuple[str, ...]:
    """The charts of a screen: one, or none where the figures are the picture."""
    return (screen,) if screen in charts.NAMES else ()


def chart_height(labels: Sequence[str]) -> int:
    """How high a picture is drawn above levers of these names."""
    return CHART_HEIGHT - (LOWER if max(map(len, labels)) > BAR_LETTERS / len(labels) else 0)


# --- keys ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the browser names it, the button it stands for, and where it must keep away from.

    `kind` is "always" (a presenter's remote: it turns the screen wherever the focus is), "letter" (not while text is
    typed), "arrow" (not where an arrow moves something), "press" (not on what the key itself presses) or "escape" (not while
    something is open over the page).
    """

    key: str
    button: str
    kind: str


ENTER = (Key("p", "present", "letter"), Key("v", REPLAY, "letter"))
_ALWAYS_THERE = (
    Key("PageDown", "next", "always"),
    Key("ArrowRight", "next", "arrow"),
    Key(" ", "next", "press"),
    Key("PageUp", "previous", "always"),
    Key("ArrowLeft", "previous", "arrow"),
    Key("g", "guess", "letter"),
    Key("b", "guess", "letter"),  # what a remote sends to blacken the screen
    Key(".", "guess", "letter"),
    Key("v", REPLAY, "letter"),
    Key("?", "keys", "letter"),
    Key("p", "leave", "letter"),
    Key("Escape", "leave", "escape"),
)
_TO_UNCOVER = (Key("Enter", "guess", "press"), Key("ArrowDown", "guess", "arrow"))
HELP = (
    ("Page Down, →, Space", "next screen"),
    ("Page Up, ←", "screen before"),
    ("G (or B, or . on a remote)", "guess first: cover the answer, and show it"),
    ("Enter, ↓", "show the covered answer"),
    ("V", "play the last change again"),
    ("Alt+Z, Alt+Y", "undo, redo"),
    ("P, Esc", "back to the explorer"),
    ("?", "this list"),
)


def keys(covered: bool) -> tuple[Key, ...]:
    """The keys of present mode, with those that show a covered answer only while it is covered."""
    return _ALWAYS_THERE + (_TO_UNCOVER if covered else ())


# --- markup ----------------------------------------------------------------------------------------------------------


def top(v: ViewNumbers) -> Markup:
    """The verdict: its state and its headline. During a replay it also says which of the two is seen."""
    t = panel.slots(v)
    return Markup(
        '<div class="room-verdict" id="verdict" role="status" aria-live="polite">{}{}{}</div>'
    ).format(panel.state(t), panel.place("headline", t, "p"), panel.moment())


def title(screen: str, v: ViewNumbers, banded: bool = False) -> Markup:
    """What the screen shows, and the figure to keep in mind. `banded`: with the futures of the plan."""
    s, t = SHOWN[screen], panel.slots(v)
    said = BANDED.get(screen, s.note) if banded else s.note
    note = Markup(" <small>{}</small>").format(said) if said else ""
    figure = ""
    if s.figure is not None:
        value = panel.place(f"value-{s.figure}", t, "strong")
        beside = panel.place(f"beside-{s.figure}", t)
        label = key_figures(v)[s.figure].label
        figure = Markup('<p class="room-figure" id="key-figures"><span>{}</span>{}{}</p>').format(
            label, value, beside
        )
    seen = "room-title" if pictures(screen) else "room-title unseen"
    return Markup('<div class="{}"><h1>{}{}</h1>{}</div>').format(seen, s.title, note, figure)


def answer(v: ViewNumbers, chance: str = "") -> Markup:
    """The verdict in a sentence, the chance and the key figures, large."""
    t = {**panel.slots(v), panel.CHANCE: chance}
    tiles = Markup().join(
        Markup("<div><dt>{}</dt>").format(f.label)
        + panel.place(f"value-{i}", t, "dd", panel.VALUE)
        + panel.place(f"beside-{i}", t, "dd", panel.BESIDE)
        + Markup("</div>")
        for i, f in enumerate(key_figures(v))
    )
    return Markup(
        '<p class="room-sentence">{} {} {}</p><dl class="room-figures" id="key-figures">{}</dl>'
    ).format(
        panel.place("sentence", t), panel.place(panel.CHANCE, t, "b"), panel.place("flags", t, "small"), tiles
    )


def covered_top() -> Markup:
    return Markup('<div class="room-verdict" role="status"><p>What do you think?</p></div>')


def covered(screen: str, before: Plan, now: Plan) -> Markup:
    """In place of the answer: the question of the screen, and what was moved. Nothing of it comes from a result."""
    moved = now.now.differences(before.now)
    lines = [
        Markup("{} <b>{} → {}</b>").format(
            LEVERS[k].label, said(LEVERS[k], before.now[k]), said(LEVERS[k], v)
        )
        for k, v in list(moved.items())[:3]
    ]
    if len(moved) > 3:
        lines.append(Markup("and {} more").format(len(moved) - 3))
    body = Markup().join(Markup("<li>{}</li>").format(line) for line in lines) or Markup(
        "<li>Say a number before you look.</li>"
    )
    question = SHOWN[screen].question.replace("Year 5", "Year\N{NO-BREAK SPACE}5")
    return Markup('<div class="room-guess"><h1>{}</h1><ul>{}</ul></div>').format(question, body)


# --- the last change, played again -----------------------------------------------------------------------------------


def replay(
    before: Plan,
    after: Plan,
    names: Sequence[str],
    futures: Futures = lambda _plan, _p: None,
) -> Response:
    """Two places, before and after. Texts and rows are those of a rerun of each plan, with its futures where they are shown."""
    texts, rows = [], []
    for plan, moment in ((before, "Before"), (after, "After")):
        page = drawn(plan, futures)
        chance = page.likely.chance if page.likely else ""
        texts.append({**panel.slots(page.numbers), panel.CHANCE: chance, "moment": moment})
        rows.append({name: charts.batch(name, *page.pictured) for name in names})
    return Response(
        lever=REPLAY,
        positions=[0.0, 1.0],
        signatures=[of_plan(before), of_plan(after)],
        texts={slot: [t[slot] for t in texts] for slot in texts[0]},
        rows={
            name: {
                dataset: {field: np.concatenate([r[name][dataset][field] for r in rows]) for field in fields}
                for dataset, fields in rows[0][name].items()
            }
            for name in names
        },
    )
