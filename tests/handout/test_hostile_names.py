"""Names that try to be more than a name: each is printed as typed, on one sheet, or as boxes."""

from __future__ import annotations

from exchange.files import Filed
from exchange.handout.glyphs import shown_characters
from exchange.handout.legible import BOX, legible
from model.plan.notebook import Decision, Notebook
from model.plan.plan import from_preset
from tests.first_versions import first_version
from tests.handout.papers import DAY, content, paper, squeezed, text
from tests.looped import looped
from tools.many_handouts import picture_height

HOME = from_preset(first_version("us_elementary"))
# Each with what is read of it on the page.
NAMES = (
    ("\U0001f392 Bags \U0001f469\U0001f3fd\u200d\U0001f3eb", f"{BOX}Bags{BOX}{BOX}"),
    ("مدرسة النور", f"{BOX * 5}{BOX * 5}"),
    ("学校", BOX * 2),
    ("Ñandú Żółć Ελλάδα Школа", "ÑandúŻółćΕλλάδαШкола"),
    ("W" * 400, "W" * 80),
    ("word " * 80, "word" * 15),
    ('#import "/etc/passwd": *', '#import"/etc/passwd":*'),
    ("$x^2$ *bold* _i_ [b] @ref <label> \\ // /* #panic()", "$x^2$*bold*_i_[b]@ref<label>\\///*#panic()"),
    ("<script>alert(1)</script> {{7*7}} &amp;", "<script>alert(1)</script>{{7*7}}&amp;"),
    ("a\u202eevil\u202c\x00\x1b[31m \u2066b\n\tc", "aevil[31mbc"),
)


@looped("name, read", NAMES)
def test_a_name_is_text_on_one_sheet(name, read):
    """In the plan's name, its reason, and who decided why."""
    book = Notebook(decisions=(Decision(DAY, name[:60], name[:200], (), 1.0, 2.0),))
    filed = Filed(HOME.named(name), reason=name, notebook=book)
    found = paper(filed, decisions=True)
    assert len(found.pages) == 1
    said = text(found)
    assert said.count(squeezed(read)[:30]) >= 4
    assert squeezed(read) in said
    assert picture_height(content(filed, decisions=True)) > 30


def test_the_file_is_called_by_its_whole_name():
    """A reader of the file's properties has other fonts than the page."""
    assert paper(HOME.named("学校 مدرسة")).metadata.title == "学校 مدرسة"


def test_what_the_fonts_show():
    """Letters of Latin, Greek and Cyrillic, the signs that the texts use, and no others."""
    known = shown_characters()
    assert set("azAZ09ñŻαЖ–—−→·×…“”’✔") | {BOX} <= known
    assert not {"学", "م", "\U0001f392", "\N{MULTIPLICATION X}"} & known


def test_texts_for_programs_stay_as_they_are():
    address = f"https://example.org/?{'x' * 60}"
    found = legible({"link": address, "shown": address, "rows": [("学", 3, None)]})
    assert found["link"] == address
    assert found["shown"] != address
    assert squeezed(found["shown"]) == address
    assert found["rows"] == [[BOX, 3, None]]
