"""The slides of a plan: the answer, five years, what was changed, what would hurt most, what it assumes.

All words come from what the page for the board says (`exchange/handout`), so both say the same. The charts
hold the model's own numbers.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from exchange.files import Filed
from exchange.handout.board_content import Futures, board_content
from exchange.one_line import clean
from exchange.pictures.frame_content import whose
from exchange.slides.answer_slide import answer_slide
from exchange.slides.fixed_file import fixed_file
from exchange.slides.stage import About, add_slide, empty_deck
from exchange.slides.table_slides import assumptions_slide, changes_slide, events_slide
from exchange.slides.years_slide import years_slide
from model.results.projection import Projection, project
from model.starts.naming import school_now
from model.texts import naming, say
from model.units import money, money_short
from model.years import OPERATING

_LONGEST = 100  # letters of a name

if TYPE_CHECKING:
    from pptx.slide import Slide


def write_slides(filed: Filed, *, base: str = "", today: date, futures: Futures | None = None) -> bytes:
    """A .pptx file of four or five slides, in the language of now. The same plan on the same day gives the
    same bytes.

    `base` is the address at which the link in the notes opens the plan; without it there is no link.
    `futures` are those that the reader is shown, or why there are none; by default they are worked out as
    the screen does before anything is chosen there. Raises `ModuleNotFoundError` where python-pptx is missing
    (`exchange.slides.what_to_install`).
    """
    with naming(filed.now.names):
        content = board_content(filed, base=base, today=today, futures=futures)
        p = project([filed.now])
        about = _about(content, school_now(filed.start, filed.now), whose(filed), today)
        deck = empty_deck(about)
        notes = _notes(content)
        for title, draw in _slides(content, p):
            draw(add_slide(deck, about, title, notes))
        out = io.BytesIO()
        deck.save(out)
    return fixed_file(out.getvalue(), today)


def _slides(content: dict[str, Any], p: Projection) -> list[tuple[str, Callable[[Slide], None]]]:
    funding, cost, results = (
        [p.cell(k, t) for t in OPERATING] for k in ("public_revenue", "recurring_cost", "structural_result")
    )
    changes, events = content["changes"], content["events"]
    found: list[tuple[str, Callable[[Slide], None]]] = [
        (
            content["curve"]["title"],
            lambda s: answer_slide(s, content, funding, cost, say("curves.axis")),
        ),
        (_year_5(results[-1]), lambda s: years_slide(s, content, results, _told(content, results))),
        (events["title"], lambda s: events_slide(s, events)),
        (
            content["assumptions"]["title"],
            lambda s: assumptions_slide(s, content["assumptions"], content["foot"]["about"]),
        ),
    ]
    if changes["rows"]:
        found.insert(2, (changes["title"], lambda s: changes_slide(s, changes)))
    return found


def _year_5(result: float) -> str:
    if round(result) < 0:
        return say("slides.year5_short", amount=money_short(-result))
    return say("slides.year5_left", amount=money_short(result))


def _told(content: dict[str, Any], results: list[float]) -> str:
    years = content["years"]["head"][1:]
    return " ".join(
        say("slides.year_told", year=year, result=money(x, plus=True))
        for year, x in zip(years, results, strict=True)
    )


def _about(content: dict[str, Any], school: str, eyebrow: Sequence[str], today: date) -> About:
    return About(
        title=content["name"],
        subject=content["kind"],
        maker=content["product"],
        eyebrow=eyebrow,
        footer=(clean(school, _LONGEST) or content["name"], content["foot"]["version"]),
        day=today,
    )


def _notes(content: dict[str, Any]) -> str:
    """What to say: the sentence first, then what the figures are from."""
    sources = [" ".join(row["cells"]) for row in content["assumptions"]["rows"]]
    opened = content["open"]["link"] if content["open"] else ""
    parts = [
        content["sentence"],
        content["chance"],
        content["flags"],
        content["curve"]["happens"],
        say("slides.sources", sources="\n".join(sources)),
        content["foot"]["about"],
        opened,
    ]
    return "\n\n".join(filter(None, parts))
