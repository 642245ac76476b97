"""How the workbook looks: colors, number forms by unit, and cell formats made once each."""

from __future__ import annotations

from typing import Any

from model.texts import say
from model.units import UNITS, year_name

FONT = "Arial"  # every spreadsheet program has it, or one of the same widths
INK, MUTED, LINE, BAND, SOFT = "#1B2733", "#5B6875", "#C9D1D9", "#0B4F8A", "#F4F6F8"
INPUT_FILL, INPUT_INK, FOLLOWS_FILL = "#FFF4CC", "#0B3D91", "#FFFBEB"
CHANGED_FILL, CHANGED_INK = "#F8D9C2", "#6B2706"
GOOD, BAD = "#1E6B45", "#B3480F"
# The colors of the charts on the page (views/charts/palette.py); a test keeps them the same.
REVENUE, COST, TOTAL, SURPLUS, DEFICIT = "#0b4f8a", "#b3480f", "#6b2706", "#2a7fb8", "#d9650f"
PARTS = {"personnel": "#b3480f", "other_nonpersonnel": "#f0c6a4", "pd": "#c27a12", "it": "#5a2106"}
ONE_TIME = "#7d8894"
SPARE_PARTS = ("#a8703f", "#8a9a5b", "#4d6a7a", "#b59b7c")  # for totals that a later model may add

TABS = {
    "cover": BAND,
    "inputs": "#E0B000",
    "calculation": "#7D8894",
    "summary": "#2A7FB8",
    "checks": GOOD,
    "sources": LINE,
}

NOT_HERE = '"–"_);"–"_);"–"_)'  # the line does not apply in this year


def year_head() -> str:
    """The number form of the year over a column: 3 reads as Year 3, 0 as Start-up."""
    before, after = (f'"{part}"' if part else "" for part in year_name(8).split("8"))
    return f'{before}0{after}_);;"{year_name(0)}"_)'


def form_of(unit: str, *, fine: bool = False) -> str:
    """The number form of a unit. `fine` shows the cents and decimals that a person may have typed."""
    known = UNITS[unit]
    form = (fine and known.in_sheet_fine) or known.in_sheet
    return form.format(yes=say("units.yes"), no=say("units.no")) if "{" in form else form


_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": BAND},
    "subtitle": {"font_color": MUTED, "font_size": 10},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": BAND, "align": "right", "valign": "vcenter"},
    "head_next": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": BAND,
        "valign": "vcenter",
        "align": "left",
        "indent": 1,
    },
    "head_text": {"bold": True, "font_color": "#FFFFFF", "bg_color": BAND, "valign": "vcenter"},
    "band": {"bold": True, "font_size": 12, "font_color": BAND, "bottom": 1, "bottom_color": BAND},
    "panel": {"bold": True, "font_color": MUTED, "bg_color": SOFT},
    "label": {"valign": "top", "text_wrap": True},
    "muted": {"font_color": MUTED, "valign": "top", "align": "left", "indent": 1},
    "number": {"font_color": MUTED, "valign": "top"},
    "strong": {"bold": True, "valign": "top"},
    "note": {
        "font_color": MUTED,
        "valign": "top",
        "text_wrap": True,
        "font_size": 9,
        "align": "left",
        "indent": 1,
    },
    "plain": {"valign": "top"},
    "total": {"bold": True, "valign": "top", "text_wrap": True, "top": 1, "top_color": MUTED},
    "muted_total": {
        "font_color": MUTED,
        "valign": "top",
        "top": 1,
        "top_color": MUTED,
        "align": "left",
        "indent": 1,
    },
    "number_total": {"font_color": MUTED, "valign": "top", "top": 1, "top_color": MUTED},
    "input": {
        "bg_color": INPUT_FILL,
        "font_color": INPUT_INK,
        "border": 1,
        "border_color": LINE,
        "align": "right",
        "valign": "top",
    },
    "follows": {
        "bg_color": FOLLOWS_FILL,
        "border": 1,
        "border_color": LINE,
        "align": "right",
        "valign": "top",
    },
    "right": {"align": "right", "valign": "top"},
    "key_input": {"bg_color": INPUT_FILL, "font_color": INPUT_INK, "border": 1, "border_color": LINE},
    "key_follows": {"bg_color": FOLLOWS_FILL, "border": 1, "border_color": LINE},
    "changed": {"font_color": CHANGED_INK, "bg_color": CHANGED_FILL},
    "good": {"font_color": GOOD, "bold": True},
    "bad": {"font_color": "#FFFFFF", "bg_color": BAD, "bold": True},
    "negative": {"font_color": BAD},
    "big": {"bold": True, "font_size": 14, "valign": "vcenter", "text_wrap": True},
    "figure": {"bold": True, "align": "right", "valign": "top"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": REVENUE, "underline": 1, "valign": "top"},
    "figure_left": {"bold": True, "align": "left", "valign": "top"},
    "line_top": {"valign": "top", "top": 1, "top_color": MUTED},
    "link_wrap": {"font_color": REVENUE, "underline": 1, "valign": "top", "text_wrap": True},
    "warning": {"font_color": "#7A5400", "bold": True},
    "answer": {"bold": True, "valign": "top", "align": "left", "indent": 1},
}


class Styles:
    """Cell formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str], Any] = {}

    def __call__(self, look: str, form: str = "") -> Any:
        """The format of a look, with a number form."""
        key = (look, form)
        if key not in self._made:
            base: dict[str, Any] = {"font_name": FONT, "font_size": 10, "font_color": INK}
            self._made[key] = self._workbook.add_format(
                {**base, **_LOOKS[look], **({"num_format": form} if form else {})}
            )
        return self._made[key]

    def rule(self, look: str) -> Any:
        """The format of a conditional rule: colors only, because a rule must not change the font."""
        key = (look, "rule")
        if key not in self._made:
            self._made[key] = self._workbook.add_format(_LOOKS[look])
        return self._made[key]
