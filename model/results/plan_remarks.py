"""What there is to know about a plan's settings as they stand, whichever way they came into it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from model.book.vocabulary import HALF_A_CENT
from model.evidence import GROWING, LEVERS, Value
from model.evidence.growing import AS_TYPED, GROWS
from model.plan.by_grade import is_by_grade
from model.plan.each_year import growth_of
from model.plan.scenario import SET_ASIDE, Scenario, setting_name
from model.plan.taken import Remark, press_for, typed_for
from model.plan.typed_values import said_of, unusual
from model.results.cash_remark import cash_remark
from model.results.counting import carried_by_count
from model.results.dollars_by_year import in_each_year
from model.results.hold_harmless_remark import hold_harmless_remark, moved_students
from model.results.idle_settings import idle_remarks, idle_settings
from model.results.late_hires_remark import late_hires_remark, moved_late
from model.results.passed_over import passed_over_devices
from model.results.people_remarks import people_remarks
from model.results.rent import moved_rent, rent_remark
from model.results.school_remarks import school_remarks
from model.texts import counted, listed, say
from model.years import OPERATING


def plan_remarks(start: Scenario, now: Scenario, idle: Iterable[str] | None = None) -> list[Remark]:
    """Remarks on every setting that differs from the start: what changes its five yearly numbers, what is
    outside its usual range, what hold harmless pays for students who left, teachers who come a year after
    their students, rent that fell with the students, and what moves nothing. `idle` are the last of these
    where they are known.

    A setting that counting by grade has set aside is not idle where the count carries it.
    """
    moved = now.differences(start)
    unusual_ones = [
        Remark(key, said) for key, value in moved.items() if (said := unusual(LEVERS[key], value))
    ]
    still = idle_settings([(start, now)])[0] if idle is None else tuple(idle)
    if still and not is_by_grade(start) and is_by_grade(now):
        carried = carried_by_count(start, now)
        still = tuple(k for k in still if k not in carried)
    told = (
        *changed_by_another(now),
        *five_that_grow(now),
        *passed_over_devices(now),
        *people_remarks(start, now),
        *school_remarks(now),
        *cash_remark(now),
    )
    paid = (*hold_harmless_remark(start, now), *late_hires_remark(start, now), *rent_remark(start, now))
    return [*told, *unusual_ones, *paid, *idle_remarks(start, now, still)]


def how_many(start: Scenario, now: Scenario, idle: Collection[str]) -> int:
    """How many remarks `plan_remarks` makes at most, without what it takes to put them into words."""
    moved = now.differences(start)
    out_of_range = sum(1 for key, value in moved.items() if unusual(LEVERS[key], value))
    told = (
        *changed_by_another(now),
        *five_that_grow(now),
        *passed_over_devices(now),
        *people_remarks(start, now),
        *school_remarks(now),
        *cash_remark(now),
    )
    paid = sum(map(bool, (moved_students(start, now), moved_late(start, now), moved_rent(start, now))))
    return len(told) + out_of_range + paid + len(idle)


def changed_by_another(now: Scenario) -> Iterator[Remark]:
    """Five yearly numbers that a growth rate or a window of years beside them changes. No preset has any."""
    for key, others in SET_ASIDE.items():
        against = {k: v for k, v in others.items() if now[k] != v}
        if isinstance(now[key], tuple) and against:
            beside = listed(
                say("values.setting_of", setting=setting_name(LEVERS[k]), value=said_of(LEVERS[k], now[k]))
                for k in against
            )
            text = say(
                "values.changed_further",
                setting=setting_name(LEVERS[key]),
                others=beside,
                count=counted(len(against)),
            )
            yield Remark(key, text, against, press_for(against), typed_for(against))


def five_that_grow(now: Scenario) -> Iterator[Remark]:
    """Five numbers in Year 1 dollars, which growth changes. So they stand in files and links that were made
    before five numbers were taken as each year's own.
    """
    for row in GROWING.values():
        if not isinstance(now[row.lever], tuple) or now[row.mark] != GROWS:
            continue
        take: dict[str, Value] = {row.mark: AS_TYPED}
        lever, press = LEVERS[row.lever], say("values.take_as_typed")
        if not row.grows_with:
            if any(now.number(row.lever, t) for t in OPERATING):
                text = say("values.five_corrected", setting=setting_name(lever))
                yield Remark(row.lever, text, take, press, typed_for(take))
            continue
        dollars = in_each_year(now, row.lever)
        changed = [t for t in OPERATING if abs(dollars[t - 1] - now.number(row.lever, t)) >= HALF_A_CENT]
        if changed:
            text = say(
                "values.five_grow",
                setting=setting_name(lever),
                growth=LEVERS[growth_of(row)].label,
                typed=said_of(lever, now.number(row.lever, changed[-1])),
                grown=said_of(lever, round(dollars[changed[-1] - 1], 2)),
                year=changed[-1],
            )
            yield Remark(row.lever, text, take, press, typed_for(take))
