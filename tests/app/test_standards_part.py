"""The standards of others, on the page: those that are chosen, year by year."""

from __future__ import annotations

from model.evidence import STANDARDS
from model.results.standards import asked_of, judged
from model.results.standards_in_words import in_short, summary
from model.texts import say
from tests.app.screen import as_read, htmls, now, open_app, open_part, run
from views.trace.standards import CHOSEN


def said(app) -> str:
    return as_read(" ".join(htmls(app)))


def test_a_charter_school_is_judged_as_authorizers_do():
    """Four standards by year, what each comes to, and the cases in which enough students come."""
    app = open_part(open_app(**{"from": "chicago_charter_k8.1"}), "judged")
    found = judged(now(app), asked_of(True, now(app)))
    text = said(app)
    assert summary(found) in text
    for j in found:
        assert j.standard.label in text
        assert in_short(j) in text
    assert STANDARDS["enrollment"].label in text


def test_only_what_is_chosen_counts():
    """Without the reserve, which the charter misses until Year 5, it meets all that is left."""
    app = open_part(open_app(**{"from": "chicago_charter_k8.1"}), "judged")
    app.button_group(key=CHOSEN[True]).set_value(["balance", "days_cash"])
    run(app)
    assert summary(judged(now(app), ["balance", "days_cash"])) in said(app)
    app.button_group(key=CHOSEN[True]).set_value([])
    run(app)
    assert say("standards.none") in said(app)


def test_a_district_school_sees_no_cases_of_enrollment():
    """Two standards are asked of it; the others can be chosen."""
    app = open_part(open_app(), "judged")
    text = said(app)
    assert summary(judged(now(app), asked_of(False, now(app)))) in text
    assert STANDARDS["enrollment"].note not in text
