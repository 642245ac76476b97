"""The study's claim as markup: how often it holds, and event by event. No Streamlit here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from model.stress import Compared
from model.stress.board_in_words import claim_sentences, definition, reading
from model.texts import say
from views.markup.tables import table

Readings = Mapping[str, Sequence[Compared]]


def claim_lead(readings: Readings) -> Markup:
    """The study's sentence and how often it holds for the six schools, in its first and strictest reading."""
    first, *_, strict = readings.values()
    return Markup('<p class="lead">{} <b>{}</b> {} {}</p>').format(
        say("events.claim"), claim_sentences(first), say("events.claim_strict"), claim_sentences(strict)
    )


def claim_table(readings: Readings) -> Markup:
    """The definition, the three readings, and event by event in how many schools the claim holds."""
    labels = [c.shock.label for c in next(iter(readings.values()))]
    rows = [[label, *(_count(found[i]) for found in readings.values())] for i, label in enumerate(labels)]
    numbers = [say("events.reading", number=n) for n in range(1, len(readings) + 1)]
    texts = Markup().join(Markup("<li>{}</li>").format(reading(key)) for key in readings)
    return Markup('<div class="why"><p>{}</p><p>{}</p><ol>{}</ol></div>').format(
        definition(), say("events.three_readings"), texts
    ) + table(say("events.claim_table"), [say("events.head_event"), *numbers], rows)


def _count(c: Compared) -> str:
    return say("events.of", held=sum(c.holds), all=len(c.holds))
