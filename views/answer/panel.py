"""Verdict and key figures as HTML, and the same texts by slot for the live layer. Numbers in, text and markup out."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from model.results.marks import in_words
from model.results.verdicts import State
from views.answer.answer_in_words import STATES, flags, headline, key_figures, pupils_side, sentence
from views.answer.numbers import ViewNumbers
from views.markup.tables import Html, asking
from views.trace.explaining import FIGURES

# Shape as well as colour tells the three states apart.
MARKS = {
    State.SUSTAINABLE: "\N{HEAVY CHECK MARK}",
    State.AT_RISK: "!",
    State.NOT_SUSTAINABLE: "\N{MULTIPLICATION X}",
}
TONES = {State.SUSTAINABLE: "good", State.AT_RISK: "warn", State.NOT_SUSTAINABLE: "bad"}
CHANCE = "chance"  # the slot of the futures that stay whole: said of the plan on the screen, never of one that is passed by
TONE = "tone"  # the slot whose text is a class name, not words


def slots(v: ViewNumbers) -> Mapping[str, str]:
    """Every text of the first view that moves with a lever, by the name of its place in the markup."""
    texts = {
        TONE: TONES[v.verdict.state],
        "mark": MARKS[v.verdict.state],
        "state": STATES[v.verdict.state],
        "sentence": sentence(v),
        CHANCE: "",
        "flags": " ".join(flags(v)),
        "headline": headline(v),
        "happens": in_words(v.marks),
        **pupils_side(v),
    }
    for i, f in enumerate(key_figures(v)):
        texts[f"value-{i}"], texts[f"beside-{i}"] = f.value, f.beside
    return texts


def place(name: str, texts: Mapping[str, str], tag: str = "span", attributes: str = "") -> str:
    """A text that moves, in its place."""
    text = escape(texts[name])  # twice: the live layer writes over the one and puts it back from the other
    return f'<{tag} data-live="{name}" data-drawn="{text}"{attributes}>{text}</{tag}>'


def state(t: Mapping[str, str]) -> str:
    """The state of the verdict, with its mark."""
    mark = place("mark", t, attributes=' aria-hidden="true"')
    return f'<span class="state {t[TONE]}" data-live="{TONE}" data-drawn="{t[TONE]}">{mark}{place("state", t)}</span>'


def moment() -> str:
    """Which of the two is seen while a change is played again; otherwise empty."""
    return place("moment", {"moment": ""}, attributes=' class="moment"')


def verdict(v: ViewNumbers, chance: str = "") -> str:
    """The state, the sentence, the chance and the flags. A polite live region: a screen reader says it after a move."""
    t = {**slots(v), CHANCE: chance}
    return (
        f'<div class="verdict" id="verdict" role="status" aria-live="polite">{state(t)}{moment()}'
        f"<p>{place('sentence', t)} {place(CHANCE, t, 'b')} {place('flags', t, 'small')}</p></div>"
    )


def figures(v: ViewNumbers) -> str:
    """The key figures as a description list. Each name leads to where its figure comes from."""
    t = slots(v)
    tiles = "".join(
        f'<div title="{escape(f.means)}"><dt>{asking(f.label, *FIGURES[i], i)}</dt>'
        + place(f"value-{i}", t, "dd", ' class="value"')
        + place(f"beside-{i}", t, "dd", ' class="beside"')
        + "</div>"
        for i, f in enumerate(key_figures(v))
    )
    pupils = ", ".join(asking(Html(place(line, t)), line, 1) for line in pupils_side(v))
    return f'<dl class="figures" id="key-figures">{tiles}</dl><p class="pupils">In Year 1: {pupils}</p>'


def happens(v: ViewNumbers) -> str:
    """What the marks on the curves stand for; nothing is seen where there is none."""
    return place("happens", slots(v), "p", ' class="happens"')


def title(v: ViewNumbers) -> str:
    """The headline of the curves, as the text of its place."""
    return place("headline", slots(v))
