"""The screens of present mode as markup: rating, title, answer in figures, covered answer.

No Streamlit here.
"""

from __future__ import annotations

from markupsafe import Markup

from model.answer.key_figures import key_figures
from model.answer.numbers import ViewNumbers
from model.evidence import LEVERS
from model.explain.account import setting_in_words
from model.explain.changes import moves
from model.plan.plan import Plan
from model.texts import counted, say
from views.answer import panel
from views.present.screens import SHOWN, pictures


def top(v: ViewNumbers, tested: panel.Tested, to_check: int = 0) -> Markup:
    """The rating: both badges and the headline, and how many settings are to be checked.

    During a replay, also which of the two plans is shown.
    """
    t = panel.slots(v, tested)
    return Markup('<div class="room-verdict" id="verdict">{}{}{}{}</div>').format(
        panel.badges(t),
        panel.place("headline", t, "p"),
        panel.moment(),
        panel.checked(say("present.to_check", count=to_check) if to_check else ""),
    )


def title(screen: str, v: ViewNumbers, banded: bool = False) -> Markup:
    """What the screen shows, and its main figure. `banded`: with the futures of the plan."""
    s, t = SHOWN[screen], panel.slots(v)
    beside = s.beside(is_banded=banded)
    note = Markup(" <small>{}</small>").format(beside) if beside else ""
    figure = ""
    if s.figure is not None:
        value = panel.place(f"value-{s.figure}", t, "strong")
        told = panel.place(f"beside-{s.figure}", t)
        label = key_figures(v)[s.figure].label
        figure = Markup('<p class="room-figure" id="key-figures"><span>{}</span>{}{}</p>').format(
            label, value, told
        )
    seen = "room-title" if pictures(screen) else "room-title unseen"
    return Markup('<div class="{}"><h1>{}{}</h1>{}</div>').format(seen, say(s.title), note, figure)


def answer(v: ViewNumbers, tested: panel.Tested, to_check: str = "") -> Markup:
    """The plan on paper, the chance and the key figures, large; below them what is to be checked."""
    t = panel.slots(v, tested)
    tiles = Markup().join(
        Markup("<div><dt>{}</dt>").format(f.label)
        + panel.place(f"value-{i}", t, "dd", panel.VALUE)
        + panel.place(f"beside-{i}", t, "dd", panel.BESIDE)
        + Markup("</div>")
        for i, f in enumerate(key_figures(v))
    )
    return Markup(
        '<p class="room-sentence">{} {} {}</p><dl class="room-figures" id="key-figures">{}</dl>{}'
    ).format(
        panel.place("sentence", t),
        panel.place(panel.CHANCE, t),
        panel.place("flags", t, "small"),
        tiles,
        Markup('<p class="room-check check">{}</p>').format(to_check) if to_check else "",
    )


def covered_top() -> Markup:
    return Markup('<div class="room-verdict" role="status"><p>{}</p></div>').format(say("present.covered"))


def covered(screen: str, before: Plan, now: Plan) -> Markup:
    """In place of the answer: the question of the screen, and what was moved. It uses no results."""
    moved = [LEVERS[keys[0]] for keys in moves(before.now, now.now)]
    lines = [
        say(
            "present.moved",
            setting=lever.label,
            before=setting_in_words(lever, before.now),
            now=setting_in_words(lever, now.now),
        )
        for lever in moved[:3]
    ]
    if len(moved) > 3:
        lines.append(say("present.more_moved", count=counted(len(moved) - 3)))
    lines = lines or [say("present.say_a_number")]
    body = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    question = say(SHOWN[screen].question)
    return Markup('<div class="room-guess"><h1>{}</h1><ul>{}</ul></div>').format(question, body)
