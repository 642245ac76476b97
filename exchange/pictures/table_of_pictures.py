"""The pictures that a plan has: a row for each, with its title and what it is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from exchange.files import Filed
from exchange.handout.board_content import Futures, usual_futures
from exchange.handout.curve_content import curve_content
from exchange.handout.writing import pictures as drawn
from exchange.pictures.cases_content import cases_content
from exchange.pictures.columns_content import columns_content
from exchange.pictures.frame_content import frame_content
from exchange.pictures.moved_content import moved_content
from exchange.pictures.titled_svg import titled_svg
from model.answer.numbers import ViewNumbers, view_numbers
from model.plan.plan import Plan
from model.ranges.bands import Ranges
from model.results.projection import Projection, project
from model.texts import naming, say
from model.year_names import span
from model.years import OPERATING, YEARS

Form = Literal["png", "svg"]
FORMS: tuple[Form, ...] = ("png", "svg")
_PIXELS = 240  # an inch: a picture of 480 points is 1,600 pixels wide, twice what a page shows


@dataclass(frozen=True, slots=True)
class Asked:
    """What pictures are drawn from: the plan, its results, its possible futures where they are given."""

    plan: Plan
    projection: Projection
    numbers: ViewNumbers
    futures: Ranges | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the keys of its name and title, the years it shows, how its template draws it, its content.

    `needs_changes` is for a plan that was changed alone, `needs_futures` for one whose futures are given.
    """

    name: str
    title: str
    years: tuple[int, ...]
    drawing: str
    content: Callable[[Asked], dict[str, Any]]
    needs_changes: bool = False
    needs_futures: bool = False

    @property
    def label(self) -> str:
        """What it shows and of which years, as its title says it."""
        return say(self.title, years=span(self.years))


def _cases(asked: Asked) -> dict[str, Any]:
    assert asked.futures
    return cases_content(asked.projection, asked.futures)


_ALL = tuple(range(YEARS))
PICTURES: Mapping[str, Picture] = MappingProxyType(
    {
        "curve": Picture(
            "pictures.name_curve",
            "pictures.curve",
            _ALL,
            "curve",
            lambda a: curve_content(a.projection, a.numbers, a.futures),
        ),
        "result": Picture(
            "pictures.name_result",
            "pictures.result",
            tuple(OPERATING),
            "columns",
            lambda a: columns_content("structural_result", OPERATING, a.projection, a.futures),
        ),
        "savings": Picture(
            "pictures.name_savings",
            "pictures.savings",
            _ALL,
            "columns",
            lambda a: columns_content("fund_balance", _ALL, a.projection, a.futures),
        ),
        "cases": Picture(
            "pictures.name_cases", "pictures.cases", tuple(OPERATING), "cases", _cases, needs_futures=True
        ),
        "year5": Picture(
            "pictures.name_moved",
            "pictures.moved",
            (OPERATING[-1],),
            "moved",
            lambda a: moved_content(a.plan),
            needs_changes=True,
        ),
    }
)


def pictures_of(plan: Plan, *, has_futures: bool = True) -> tuple[str, ...]:
    """The keys of the pictures that a plan has; without changes nothing moved Year 5."""
    return tuple(
        key
        for key, x in PICTURES.items()
        if (plan.is_changed or not x.needs_changes) and (has_futures or not x.needs_futures)
    )


def picture(
    key: str, filed: Filed, form: Form = "png", *, today: date, futures: Futures | None = None
) -> bytes:
    """A picture of a plan as PNG, 1,600 pixels wide, or as SVG, in the language of now.

    The letters of an SVG are outlines, so it looks the same on a computer without our typeface; its title and
    description say its words and numbers. `futures` are as for `exchange.handout.board_pdf`. KeyError for a
    picture that there is not, or that this plan has not (`pictures_of`).
    """
    plan = filed.plan
    found = usual_futures(plan) if futures is None else futures
    known = found if isinstance(found, Ranges) else None
    if key not in pictures_of(plan, has_futures=known is not None):
        raise KeyError(key)
    row = PICTURES[key]
    with naming(plan.now.names):
        p = project([plan.now])
        content = row.content(Asked(plan, p, view_numbers(p, plan.facts)[0], known))
        frame = frame_content(filed, row.label, today)
    made = drawn(_TEMPLATE, {**frame, "drawing": row.drawing, "content": content}, form, _PIXELS)[0]
    if form == "png":
        return made
    return titled_svg(made, f"{frame['title']} {frame['plan']} {frame['made']}", content["alt"])


_TEMPLATE = "../pictures/picture.typ"  # beside the folder of the page for the board
