"""Rating and key figures as HTML, and the same texts by slot for the live layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from model.answer.answer_in_words import flags, headline, sentence
from model.answer.chance_in_words import assumes, responses_in_words
from model.answer.key_figures import key_figures, students_side, values
from model.answer.numbers import ViewNumbers
from model.results.marks import in_words
from model.results.rating import Rating, Untested, rate
from model.results.rating_in_words import MARKS, both_sides, if_things_change, on_paper, together
from model.results.verdicts import Verdict
from views.answer.likely import Likely
from views.markup.said import said
from views.markup.tables import asking
from views.trace.explaining import FIGURES

Tested = Likely | Untested
# The slots of the chance in sentences and of what it assumes; given only for the plan on the screen.
CHANCE, ASSUMES = "chance", "assumes"
VALUE, BESIDE = Markup(' class="value"'), Markup(' class="beside"')
GONE = "gone"  # the class of the second badge where the first one says both
_OF_FIGURES = tuple((f"value-{i}", f"beside-{i}") for i in range(len(FIGURES)))
_NONE = Markup()
# The badges; each has a mark, a text and a tone, whose text is a class name.
PAPER, TESTED = "paper", "tested"


def slots(v: ViewNumbers, tested: Tested = Untested.OFF) -> Mapping[str, str]:
    """Every text of the first view that changes with a lever, by the name of its slot in the markup.

    `tested` are the plan's futures, or why it has none: then no text says more than the plan on paper.
    """
    texts = {
        **tested_slots(v.verdict, tested),
        "sentence": sentence(v),
        "flags": " ".join(flags(v)),
        "headline": headline(v),
        "happens": in_words(v.marks),
        **students_side(v),
    }
    for (value, beside), figure in zip(_OF_FIGURES, values(v), strict=True):
        texts[value], texts[beside] = figure
    return texts


def tested_slots(verdict: Verdict, tested: Tested) -> dict[str, str]:
    """Those of the texts that rest on the plan's futures: both badges, the chance, and what it assumes."""
    if not isinstance(tested, Likely):
        return {**badge_slots(rate(verdict, tested)), CHANCE: "", ASSUMES: ""}
    return {
        **badge_slots(rate(verdict, tested.chance)),
        CHANCE: both_sides(tested.chance),
        ASSUMES: assumes(tested.ranges),
    }


def badge_slots(r: Rating) -> dict[str, str]:
    """The texts of both badges. Where both are earned the first says it for both, and the second is gone."""
    if r.is_sustainable:
        return _badges(r.paper_tone, together(r), GONE, "")
    return _badges(r.paper_tone, on_paper(r), r.chance_tone, if_things_change(r))


def _badges(paper: str, on_paper: str, tested: str, when_tested: str) -> dict[str, str]:
    return {
        f"{PAPER}-tone": paper,
        f"{PAPER}-mark": MARKS.get(paper, ""),
        PAPER: on_paper,
        f"{TESTED}-tone": tested,
        f"{TESTED}-mark": MARKS.get(tested, ""),
        TESTED: when_tested,
    }


def place(name: str, texts: Mapping[str, str], tag: str = "span", attributes: Markup = _NONE) -> Markup:
    """A text that changes with a lever, in its slot."""
    text = texts[name]  # twice: the live layer overwrites the one and restores it from the other
    return Markup('<{0} data-live="{1}" data-drawn="{2}"{3}>{2}</{0}>').format(tag, name, text, attributes)


def badges(t: Mapping[str, str]) -> Markup:
    """Both badges, each with its mark, in their slots."""
    return Markup('<span class="badges">{}{}</span>').format(_live_badge(PAPER, t), _live_badge(TESTED, t))


def _live_badge(name: str, t: Mapping[str, str]) -> Markup:
    mark = place(f"{name}-mark", t, attributes=Markup(' aria-hidden="true"'))
    return Markup('<span class="state {0}" data-live="{1}-tone" data-drawn="{0}">{2}{3}</span>').format(
        t[f"{name}-tone"], name, mark, place(name, t)
    )


def still_badges(t: Mapping[str, str]) -> Markup:
    """Both badges where no lever moves them, as on paper."""
    return badges_of([(t[f"{x}-tone"], t[x]) for x in (PAPER, TESTED) if t[f"{x}-tone"] != GONE])


def badges_of(badges: Iterable[tuple[str, str]]) -> Markup:
    """Badges that no lever moves, each by its tone and its words."""
    return Markup('<span class="badges">{}</span>').format(
        Markup().join(_still(tone, MARKS[tone], text) for tone, text in badges)
    )


def _still(tone: str, mark: str, text: str) -> Markup:
    return Markup('<span class="state {}"><span aria-hidden="true">{}</span>{}</span>').format(
        tone, mark, text
    )


def badge(r: Rating) -> Markup:
    """The rating of a plan that is shown among others, in one badge that no lever moves.

    Without a chance it is what the plan is on paper. With one, what both say where that is sustainable.
    """
    text = together(r) if r.is_sustainable else on_paper(r)
    return _still(r.paper_tone, MARKS[r.paper_tone], text)


def moment() -> Markup:
    """Which of the two plans is shown during a replay; otherwise empty."""
    return place("moment", {"moment": ""}, attributes=Markup(' class="moment"'))


def verdict(v: ViewNumbers, tested: Tested = Untested.OFF) -> Markup:
    """The badges, the sentences, the chance and the flags.

    `live.js` tells a screen reader once when it has changed.
    """
    t = slots(v, tested)
    return Markup(
        '<div class="verdict" id="verdict"><div class="rated">{}{}{}</div><p>{} {} {}</p></div>'
    ).format(
        badges(t),
        _assumed(t, tested),
        moment(),
        place("sentence", t),
        place(CHANCE, t),
        place("flags", t, "small"),
    )


def _assumed(t: Mapping[str, str], tested: Tested) -> Markup:
    """What the second badge assumes; which responses are meant is told to a mouse that rests on it."""
    how = responses_in_words(tested.reactions) if isinstance(tested, Likely) else ""
    return place(ASSUMES, t, "small", Markup(' title="{}"').format(how))


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
    parts = Markup(", ").join(asking(place(line, t), line, 1) for line in students_side(v))
    return Markup('<dl class="figures" id="key-figures">{}</dl><p class="students">{}{}</p>').format(
        tiles, said("answer.in_year1", parts=parts), checked(to_check)
    )


def checked(to_check: str) -> Markup:
    """What to check in the plan, which a screen reader is told with the rating; empty where all is usual."""
    return Markup(' <span class="check" id="to-check">{}</span>').format(to_check)


def happens(v: ViewNumbers) -> Markup:
    """What the marks on the curves stand for; nothing is shown where there are none."""
    return place("happens", {"happens": in_words(v.marks)}, "p", Markup(' class="happens"'))


def title(v: ViewNumbers) -> Markup:
    """The headline of the curves, in its slot."""
    return place("headline", {"headline": headline(v)})
