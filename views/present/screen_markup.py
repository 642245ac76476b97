"""The screens of present mode as markup: the verdict, the title, the answer in figures, the covered answer. No Streamlit here."""

from __future__ import annotations

from html import escape

from model.evidence import LEVERS
from model.explain.account import said
from model.plan.plan import Plan
from views.answer import panel
from views.answer.answer_in_words import key_figures
from views.answer.numbers import ViewNumbers
from views.present.screens import BANDED, SHOWN, pictures


def top(v: ViewNumbers) -> str:
    """The verdict: its state and its headline. During a replay it also says which of the two is seen."""
    t = panel.slots(v)
    return f'<div class="room-verdict" id="verdict" role="status" aria-live="polite">{panel.state(t)}{panel.place("headline", t, "p")}{panel.moment()}</div>'


def title(screen: str, v: ViewNumbers, banded: bool = False) -> str:
    """What the screen shows, and the figure to keep in mind. `banded`: with the futures of the plan."""
    s, t = SHOWN[screen], panel.slots(v)
    said = BANDED.get(screen, s.note) if banded else s.note
    note = f" <small>{escape(said)}</small>" if said else ""
    figure = ""
    if s.figure is not None:
        value = panel.place(f"value-{s.figure}", t, "strong")
        beside = panel.place(f"beside-{s.figure}", t)
        label = escape(key_figures(v)[s.figure].label)
        figure = f'<p class="room-figure" id="key-figures"><span>{label}</span>{value}{beside}</p>'
    seen = "room-title" if pictures(screen) else "room-title unseen"
    return f'<div class="{seen}"><h1>{escape(s.title)}{note}</h1>{figure}</div>'


def answer(v: ViewNumbers, chance: str = "") -> str:
    """The verdict in a sentence, the chance and the key figures, large."""
    t = {**panel.slots(v), panel.CHANCE: chance}
    tiles = "".join(
        f"<div><dt>{escape(f.label)}</dt>"
        + panel.place(f"value-{i}", t, "dd", ' class="value"')
        + panel.place(f"beside-{i}", t, "dd", ' class="beside"')
        + "</div>"
        for i, f in enumerate(key_figures(v))
    )
    return (
        f'<p class="room-sentence">{panel.place("sentence", t)} {panel.place(panel.CHANCE, t, "b")} {panel.place("flags", t, "small")}</p>'
        f'<dl class="room-figures" id="key-figures">{tiles}</dl>'
    )


def covered_top() -> str:
    return '<div class="room-verdict" role="status"><p>What do you think?</p></div>'


def covered(screen: str, before: Plan, now: Plan) -> str:
    """In place of the answer: the question of the screen, and what was moved. Nothing of it comes from a result."""
    moved = now.now.differences(before.now)
    lines = [
        f"{escape(LEVERS[k].label)} <b>{escape(said(LEVERS[k], before.now[k]))} → {escape(said(LEVERS[k], v))}</b>"
        for k, v in list(moved.items())[:3]
    ]
    if len(moved) > 3:
        lines.append(f"and {len(moved) - 3} more")
    body = "".join(f"<li>{line}</li>" for line in lines) or "<li>Say a number before you look.</li>"
    question = SHOWN[screen].question.replace("Year 5", "Year\N{NO-BREAK SPACE}5")
    return f'<div class="room-guess"><h1>{escape(question)}</h1><ul>{body}</ul></div>'
