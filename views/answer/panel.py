"""Verdict and key figures as HTML, and the same texts by slot for the live layer."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from model.results.marks import in_words
from model.results.verdicts import State
from views.answer.answer_in_words import STATES, flags, headline, key_figures, pupils_side, sentence
from views.answer.numbers import ViewNumbers
from views.markup.tables import asking
from views.trace.explaining import FIGURES

# Shape as well as color distinguishes the three states.
MARKS = {
    State.SUSTAINABLE: "\N{HEAVY CHECK MARK}",
    State.AT_RISK: "!",
    State.NOT_SUSTAINABLE: "\N{MULTIPLICATION X}",
}
TONES = {State.SUSTAINABLE: "good", State.AT_RISK: "warn", State.NOT_SUSTAINABLE: "bad"}
CHANCE = "chance"  # the slot of the futures that stay whole; given only for the plan on the screen
VALUE, BESIDE = Markup(' class="value"'), Markup(' class="beside"')
_NONE = Markup()
TONE = "tone"  # the slot whose text is a class name, not words


def slots(v: ViewNumbers) -> Mapping[str, str]:
    """Every text of the first view that changes with a lever, by the name of its slot in the markup."""
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


def place(name: str, texts: Mapping[str, str], tag: str = "span", attributes: Markup = _NONE) -> Markup:
    """A text that changes with a lever, in its slot."""
    text = texts[name]  # twice: the live layer overwrites the one and restores it from the other
    return Markup('<{0} data-live="{1}" data-drawn="{2}"{3}>{2}</{0}>').format(tag, name, text, attributes)


def state(t: Mapping[str, str]) -> Markup:
    """The state of the verdict, with its mark."""
    mark = place("mark", t, attributes=Markup(' aria-hidden="true"'))
    return Markup('<span class="state {}" data-live="{}" data-drawn="{}">{}{}</span>').format(
        t[TONE], TONE, t[TONE], mark, place("state", t)
    )


def moment() -> Markup:
    """Which of the two plans is shown during a replay; otherwise empty."""
    return place("moment", {"moment": ""}, attributes=Markup(' class="moment"'))


def verdict(v: ViewNumbers, chance: str = "") -> Markup:
    """The state, the sentence, the chance and the flags.

    A polite live region: a screen reader reads it out after a move.
    """
    t = {**slots(v), CHANCE: chance}
    return Markup(
        '<div class="verdict" id="verdict" role="status" aria-live="polite">{}{}<p>{} {} {}</p></div>'
    ).format(state(t), moment(), place("sentence", t), place(CHANCE, t, "b"), place("flags", t, "small"))


def figures(v: ViewNumbers, to_check: str = "") -> Markup:
    """The key figures as a description list. Each name opens the explanation of its figure.

    `to_check` is what to check in the plan before the rating is trusted; it stands in the line below them.
    """
    t = slots(v)
    tiles = Markup().join(
        Markup('<div title="{}"><dt>{}</dt>').format(f.means, asking(f.label, *FIGURES[i], i))
        + place(f"value-{i}", t, "dd", VALUE)
        + place(f"beside-{i}", t, "dd", BESIDE)
        + Markup("</div>")
        for i, f in enumerate(key_figures(v))
    )
    pupils = Markup(", ").join(asking(place(line, t), line, 1) for line in pupils_side(v))
    return Markup(
        '<dl class="figures" id="key-figures">{}</dl><p class="students">In Year 1: {}{}</p>'
    ).format(tiles, pupils, checked(to_check))


def checked(to_check: str) -> Markup:
    """What to check in the plan, read out by a screen reader after a move; empty where all is usual."""
    return Markup(' <span class="check" id="to-check" role="status">{}</span>').format(to_check)


def happens(v: ViewNumbers) -> Markup:
    """What the marks on the curves stand for; nothing is shown where there are none."""
    return place("happens", slots(v), "p", Markup(' class="happens"'))


def title(v: ViewNumbers) -> Markup:
    """The headline of the curves, in its slot."""
    return place("headline", slots(v))
