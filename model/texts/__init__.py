"""Every text that a person reads, by key, in the language of whoever reads it.

    say("rating.short_in_a_year", year=3, amount=money(12_000))

The words stand in `data/texts/LANGUAGE/*.po`, so a text changes, or a language comes, without a change of
code. docs/texts.md says how to write one.
"""

from model.texts.catalog import LANGUAGES, TextError, forms, keys, say, template
from model.texts.counted import Counted, counted
from model.texts.declared import declared, own_name
from model.texts.language import by_language, in_this_language, language, speaking
from model.texts.listed import day, either, listed, month
from model.texts.own_names import Names, ask_for_own_names, name_lines, naming, own_names
from model.texts.quoted import quoted

__all__ = [
    "LANGUAGES",
    "Counted",
    "Names",
    "TextError",
    "ask_for_own_names",
    "by_language",
    "counted",
    "day",
    "declared",
    "either",
    "forms",
    "in_this_language",
    "keys",
    "language",
    "listed",
    "month",
    "name_lines",
    "naming",
    "own_name",
    "own_names",
    "quoted",
    "say",
    "speaking",
    "template",
]
