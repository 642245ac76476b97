"""The study's claim as markup: three readings side by side, and event by event. No Streamlit here."""

from __future__ import annotations

from markupsafe import Markup

from model.stress import READINGS
from model.stress import claim_in_words as words
from model.texts import say
from views.markup.tables import table


def claim_lead(found: words.Readings) -> Markup:
    """The study's sentence, how often it holds for the six schools in each reading, and what that can say."""
    lead = Markup('<p class="lead">{} <b>{}</b></p>').format(say("events.claim"), words.in_short(found))
    readings = table(say("events.claim_table"), words.heads(), words.rows(found))
    return lead + readings + Markup('<p class="soft">{}</p>').format(words.limits(found))


def claim_details(found: words.Readings) -> Markup:
    """What is counted and compared, what the strictest reading rests on, and the counts event by event."""
    means = Markup().join(
        Markup("<li><b>{}.</b> {}</li>").format(words.name(key), words.means(key)) for key in READINGS
    )
    rests = Markup().join(Markup("<p>{}</p>").format(text) for text in words.rests_on(found))
    told = Markup('<div class="why"><p>{}</p><ol>{}</ol><p>{}</p>{}</div>').format(
        words.definition(), means, say("events.claim_other"), rests
    )
    return told + table(words.events_caption(), words.event_heads(), words.by_event(found))
