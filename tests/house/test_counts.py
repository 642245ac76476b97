"""A number before a noun has a plural rule, or is never one: no count of one in the words of many."""

from __future__ import annotations

import re

from babel.messages.pofile import read_po

from model.texts.catalog import FOLDER

NOUNS = (
    *("students", "teachers", "beginners", "adults", "hours", "devices", "days", "months", "years"),
    *("positions", "classes", "columns", "rows", "counts", "lines", "values", "characters", "sheets"),
    *("times", "cases", "events", "plans", "settings", "notes", "decisions", "names"),
)
COUNTED = re.compile(rf"\{{(\w+)\}} (?:(?:more|fewer|of|other|extra|added) )?(?:{'|'.join(NOUNS)})\b")
MOST = {"most", "all", "days", "size", "length", "last"}  # bounds, whole tables, the upper end of a span
# Numbers that are never one, each with its reason.
NEVER_ONE = {
    "cases.drift_gained": "a percentage",
    "values.leavers_beyond_pay": "a percentage",
    "find_a_fix.too_many": "more than the most that may be chosen",
    "mail.too_many": "more than the most that fit",
    "link.too_many_in_list": "more than the most that fit",
    "list.too_many_lines": "more than the most that are read",
    "list.too_many_values": "more than there are columns",
    "pasted.too_many_rows": "more than there are grades",
    "terminal.one_code": "more than one",
    "formulas.years_before": "one year before has words of its own",
    "find_a_fix.fewer_in_class": "an average class",
    "find_a_fix.but_classes": "an average class",
    "leaders.release_needs": "a year's hours",
    "months.too_late": "one month late can be shown",
    "spread.install": "the name of a variable, before a verb",
    "students.later_typed": "four numbers, one for each year",
    "students.later_now": "four numbers, one for each year",
    "guess.made": "at least ten, the fewest that a school may have",
    "values.outgrown": "more than a building holds",
    "workbook.size": "the lines of the book",
}
SIZES = "sizes."  # at least ten students, the fewest that a school may have


def test_what_is_counted_has_a_plural_rule():
    found = set()
    for path in sorted((FOLDER / "en").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                texts = message.string if isinstance(message.string, tuple) else (message.string,)
                counts = {name for text in texts for name in COUNTED.findall(text)}
                if counts - MOST - ({"count"} if message.pluralizable else set()):
                    found.add(message.id[0] if message.pluralizable else message.id)
    assert {key for key in found if not key.startswith(SIZES)} == set(NEVER_ONE)
