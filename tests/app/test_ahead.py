"""The second table of a lever, laid over the first, is what a run at every place shows, to the last digit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from exchange.address import read
from model.evidence import GROWING, LEVERS, UNCERTAIN
from model.plan.each_year import marks_beside
from model.plan.plan import begun_from, from_preset
from model.ranges.bands import ranges
from model.ranges.reactions import REACTIONS, USUAL
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import project
from tests.app.test_grades import SCHOOL
from tests.app.test_response import NUMERIC, places, random_plan
from tests.first_versions import first_version
from tests.looped import looped
from views import charts
from views.answer import answer_bar, panel
from views.answer.drawn import drawn
from views.answer.likely import BANDED, likely
from views.live.ahead import respond_ahead
from views.live.response import respond
from views.shell.scale import from_screen, to_screen
from views.shell.signature import of_plan

HOME = from_preset(first_version("us_elementary"))
CHARTER = from_preset(first_version("chicago_charter_k8"))
BY_GRADE = read({k: [v] for k, v in SCHOOL.items()}, first_version("us_elementary")).plan
# A school typed in: it began from no preset.
OWN = replace(begun_from(HOME.preset, HOME.now.changed({"enrollment_year1": 213.0})), origin=None)


def usual_places(lever):
    """Every place in the usual range of a lever."""
    return places(lever, to_screen(LEVERS[lever], LEVERS[lever].usual[0]))


class Look:
    """How a reader looks at the futures, as `views/what_if/ranges.py` holds it for the page."""

    def __init__(self, pins=(), place=PLACE, reactions=USUAL):
        self.pins, self.place, self.reactions = pins, place, reactions

    def at(self, scenario, facts, p, row=0):
        found = ranges(scenario, self.pins, whose(self.place, scenario, facts), self.reactions)
        return likely(found, p, row, self.reactions)

    def of(self, plan, p):
        return self.at(plan.now, plan.facts, p)


USUALLY = Look()


def run(plan, look, compares):
    """What a run of the page draws and says for a plan."""
    page = drawn(plan, look.of, compares=compares)
    costs = page.projection.row("recurring_cost", 0)
    texts = {**panel.slots(page.numbers, page.likely), **answer_bar.shapes(page.numbers.results, costs)}
    return texts, {n: charts.batch(n, *page.pictured) for n in charts.NAMES}


def released(plan, lever, place):
    """The plan after the lever was let go there, as the callback of its slider makes it."""
    value = from_screen(LEVERS[lever], place)
    return replace(plan, now=plan.now.changed({lever: value, **marks_beside({lever: value}, plan.now)}))


def checked(plan, lever, shown, look=USUALLY, compares=False, before=None):
    """At every place: signature, every text and every field of every chart, as a run after release has them.

    `before` is the plan for which the first table was sent, where that was another place of the lever.
    """
    first_of = before or plan
    own = look.of(first_of, project([first_of.now]))
    first = respond(first_of, lever, shown, charts.NAMES, own, compares=compares)
    more = respond_ahead(plan, lever, shown, charts.NAMES, look.at, compares=compares)
    assert list(more.positions) == list(shown)
    assert list(more.signatures) == list(first.signatures)
    for i, place in enumerate(shown):
        then = released(plan, lever, place)
        texts, rows = run(then, look, compares)
        assert more.signatures[i] == of_plan(then)
        seen = {s: c[i] for s, c in first.texts.items()} | {s: c[i] for s, c in more.texts.items()}
        assert seen == texts, place
        for name, datasets in rows.items():
            for dataset, fields in datasets.items():
                for field, column in fields.items():
                    laid = [t.rows.get(name, {}).get(dataset, {}).get(field) for t in (more, first)]
                    (ahead, *_) = (*(t[i] for t in laid if t is not None), column[0])
                    where = (lever, place, name, dataset, field)
                    nan = column.dtype.kind == "f"
                    assert np.array_equal(ahead, column[0], equal_nan=nan), where
    return more


@pytest.mark.parametrize(
    ("plan", "lever"),
    [
        (HOME, "pupils_per_teacher"),
        (HOME, "enrollment_year1"),  # itself uncertain, as the next three
        (HOME, "public_funding_growth"),
        (HOME, "salary_growth"),
        (CHARTER, "inflation"),
        (OWN, "teacher_leaders"),
        (BY_GRADE, "entering_pupils"),
        (BY_GRADE, "device_unit_cost"),
    ],
)
def test_at_both_ends_and_between_it_is_what_a_run_shows(plan, lever):
    every = usual_places(lever)
    checked(plan, lever, [every[0], every[len(every) // 3], every[-1]])


@looped("lever", ["salary_growth", next(iter(GROWING)), "recurring_pd_per_teacher"])
def test_one_number_in_the_place_of_five(lever):
    """A lever that was typed for each year has one value at every place, in Year 1 dollars where it grows."""
    low, high = LEVERS[lever].usual
    five = tuple(float(x) for x in np.linspace(low, high, 5))
    plan = HOME.changed({lever: five, **marks_beside({lever: five})})
    every = usual_places(lever)
    checked(plan, lever, [every[1], every[-2]])


@looped(
    "look",
    [
        Look(reactions=()),
        Look(reactions=REACTIONS),
        Look(pins=("enrollment",)),
        Look(pins=tuple(UNCERTAIN)),
        Look(place="chicago"),
    ],
)
def test_however_the_reader_looks_at_the_futures(look):
    checked(HOME, "pupils_per_teacher", [13.2, 15.1, 17.9], look)


def test_where_the_lines_of_the_start_are_drawn_and_where_the_plan_is_its_start():
    """At the place of the start nothing is compared; at all others both lines of the start are there."""
    checked(HOME, "enrollment_year1", [400.0, HOME.now["enrollment_year1"], 500.0], compares=True)
    checked(HOME.changed({"teacher_leaders": 6.0}), "salary_growth", [1.0, 4.0], compares=True)


def test_over_a_first_table_that_was_sent_for_another_place():
    """The table stays while the lever goes on: its space for the band is that of the place before."""
    before = HOME.changed({"pupils_per_teacher": 12.0})
    checked(HOME.changed({"pupils_per_teacher": 18.0}), "pupils_per_teacher", [13.0, 17.0], before=before)


def test_random_states():
    rng = np.random.default_rng(20_261_126)
    for i in range(40):
        plan, lever = random_plan(rng), NUMERIC[(7 * i) % len(NUMERIC)]
        every = usual_places(lever)
        checked(plan, lever, [float(rng.choice(every))], compares=bool(i % 2))


def test_it_goes_as_far_as_it_may():
    """Stopped before its third place it holds two, the same as without a stop; the first is always there."""
    shown = [14.0, 15.0, 16.0, 17.0]
    answers = iter([True, False])
    whole = respond_ahead(HOME, "pupils_per_teacher", shown, ("balance",), USUALLY.at)
    some = respond_ahead(HOME, "pupils_per_teacher", shown, ("balance",), USUALLY.at, lambda: next(answers))
    one = respond_ahead(HOME, "pupils_per_teacher", shown, ("balance",), USUALLY.at, lambda: False)
    assert list(some.positions) == shown[:2]
    assert some.texts == {slot: column[:2] for slot, column in whole.texts.items()}
    for dataset, fields in some.rows["balance"].items():
        for field, column in fields.items():
            assert np.array_equal(column, whole.rows["balance"][dataset][field][:2])
    assert list(one.positions) == shown[:1]
    assert respond_ahead(HOME, "pupils_per_teacher", [], ("balance",), USUALLY.at) is None


def test_which_fields_move_with_the_futures():
    """The band and the scale, with the places of the labels on it; nothing of pictures that have no band."""
    bars = {"ends": ("end",), "band": ("low", "low_half", "high_half", "high")}
    assert charts.of_futures("result", BANDED) == charts.of_futures("balance", BANDED) == bars
    curves = charts.of_futures("sustainability", BANDED)
    assert curves == {"texts": ("place",), **bars}
    assert charts.of_futures("composition", BANDED) == charts.of_futures("per_pupil", BANDED) == {}
