"""One sheet in the workbook's style: head, frozen panes, print set-up. Its texts never become formulas."""

from __future__ import annotations

from typing import Any

from exchange.workbook.layout import COLUMNS, FIRST_YEAR, HEAD, years
from exchange.workbook.style import TABS, Styles, year_head
from model.texts import say

LETTER_PAPER = 1
LONGEST_FOOTER_NAME = 60


def literal(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


class Exact(float):
    """A number that is written with all of its digits.

    The writer prints 16 significant digits. A seventeenth can decide whether 495.00000000000006 devices
    become 496.
    """

    def __format__(self, form: str) -> str:
        return repr(float(self)) if form.upper().endswith("G") else super().__format__(form)


class Page:
    """A sheet being written. Rows are counted from 1 and columns have letters, as in a formula."""

    def __init__(self, workbook: Any, styles: Styles, name: str, tab: str) -> None:
        self.sheet = workbook.add_worksheet(name)
        self.styles = styles
        self.name = name
        self.sheet.set_tab_color(TABS[tab])
        self.sheet.hide_gridlines(2)

    def text(self, at: str, text: str, look: str = "plain") -> None:
        """A text, whatever it begins with."""
        # The writer takes a text in <r>...</r> for ready-made XML.
        shown = f"\N{ZERO WIDTH SPACE}{text}" if text.startswith("<r>") else text
        self.sheet.write_string(at, shown, self.styles(look))

    def number(self, at: str, x: float, form: str, look: str = "plain") -> None:
        self.sheet.write_number(at, Exact(x), self.styles(look, form))

    def formula(self, at: str, formula: str, value: float | str, form: str = "", look: str = "plain") -> None:
        """A live formula, without its equals sign, and the value shown by viewers that do not calculate."""
        cached = value if isinstance(value, str) else Exact(value)
        self.sheet.write_formula(at, f"={formula}", self.styles(look, form), _as_written(cached))

    def blank(self, at: str, look: str) -> None:
        self.sheet.write_blank(at, None, self.styles(look))

    def title(self, title: str, subtitle: str) -> None:
        self.sheet.set_row(0, 24)
        self.text("A1", title, "title")
        self.text("A2", subtitle, "subtitle")

    def heads(self, *, right: str = "", **heads: str) -> None:
        """Text heads in the head row, by column letter; those over numbers stand to the right."""
        self.sheet.set_row(HEAD - 1, 18)
        for letter, text in heads.items():
            look = "head_text" if letter == "A" else "head" if letter in right else "head_next"
            self.text(f"{letter}{HEAD}", text, look)

    def height(self, row: int, lines: int) -> None:
        """Set the height for a text that wraps: viewers that do not lay out text would cut it."""
        if lines > 1:
            self.sheet.set_row(row - 1, 13 * lines + 2)

    def year_heads(self, inputs: str, *, first: int = 0) -> None:
        """The year numbers, taken from the input sheet; this sheet's formulas refer to them as the year."""
        for year in years():
            if year >= first:
                source = f"'{inputs}'!{COLUMNS[max(year, 1)]}${HEAD}"
                formula = f"{source}-1" if year == 0 else source
                self.formula(f"{COLUMNS[year]}{HEAD}", formula, year, year_head(), "head")

    def widths(self, **widths: float) -> None:
        for letter, width in widths.items():
            self.sheet.set_column(f"{letter}:{letter}", width)

    def year_widths(self, width: float = 12.5) -> None:
        self.sheet.set_column(FIRST_YEAR, FIRST_YEAR + len(COLUMNS) - 1, width)

    def freeze(self) -> None:
        """Keep heads and labels in view."""
        self.sheet.freeze_panes(HEAD, 1)

    def printed(self, name: str, *, area: str = "", repeat_head: bool = True, one_page: bool = False) -> None:
        """Landscape letter paper, as wide as the page; heads on every page; name and page number below."""
        s = self.sheet
        s.set_landscape()
        s.set_paper(LETTER_PAPER)
        s.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        s.fit_to_pages(1, 1 if one_page else 0)
        if repeat_head:
            s.repeat_rows(0, HEAD - 1)
        if area:
            s.print_area(area)
        # An ampersand is a command in a footer.
        said = name[:LONGEST_FOOTER_NAME].replace("&", "&&")
        page = say("workbook.page", page="&P", pages="&N")
        s.set_footer(f"&L&9{say('workbook.product')}: {said}&C&9&A&R&9{page}")


def _as_written(value: float | str) -> Any:
    # The writer prints a number beside a formula as str() does; whole numbers read better without their .0
    if isinstance(value, str):
        return value
    x = float(value)
    return int(x) if x == int(x) and abs(x) < 1e15 else x
