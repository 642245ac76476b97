"""What there is to know about pay and benefits: what is counted twice, and what cannot be so."""

from __future__ import annotations

from collections.abc import Iterator

from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Value
from model.evidence.growing import AS_TYPED
from model.plan.scenario import Scenario, setting_name
from model.plan.taken import Remark, press_for, typed_for
from model.plan.typed_values import said_of
from model.results.projection import project
from model.texts import listed, say
from model.units import money, percent, year_name
from model.years import OPERATING

PENSION, INSURANCE = "pension_counted", "insurance_counted"
OF_PAY, OF_EXTRA_PAY = "pension_rate", "extra_pay_pension_rate"
_FINEST = 4  # digits of a share that a press sets


def people_remarks(start: Scenario, now: Scenario) -> list[Remark]:
    """Remarks on benefits and on how average pay moves."""
    return [*_beyond_rate(now), *_counted_twice(start, now), *_of_extra_pay(start, now), *_leavers(now)]


def _rates(now: Scenario) -> dict[str, str]:
    """The benefits rates that act, each with the pension that belongs to it."""
    own = now["support_benefits"] == "own_rates"
    support = {"support_benefit_rate": "support_pension_rate"} if own else {}
    return {"benefit_rate": OF_PAY, **support}


def _beyond_rate(now: Scenario) -> Iterator[Remark]:
    """Health insurance in dollars a position that comes to more than a benefits rate holds. Then nothing is
    left of the rate for pension and payroll tax, and positions cost more than with the rate alone.
    """
    if now[INSURANCE] != "per_position":
        return
    for key in _rates(now):
        for year in OPERATING:
            insurance, salary, rate = (
                now.number(k, year) for k in ("health_insurance", "teacher_salary", key)
            )
            if salary > 0 and insurance > rate * salary:
                said = {"insurance": money(insurance), "rate": percent(rate), "salary": money(salary)}
                if key == "benefit_rate":
                    yield Remark("health_insurance", say("values.insurance_beyond_rate", **said))
                else:
                    yield Remark(key, say("values.insurance_beyond_support", **said))
                break


def _counted_twice(start: Scenario, now: Scenario) -> Iterator[Remark]:
    """A benefits rate that is as it was, though pension or health insurance has been put beside it."""
    pension = now[PENSION] == "by_year" != start[PENSION]
    insurance = now[INSURANCE] == "beside_rate" != start[INSURANCE]
    if not pension and not insurance:
        return
    texts = (("values.pension_beside", pension), ("values.insurance_beside", insurance))
    parts = [say(text) for text, is_so in texts if is_so]
    for key, of_pension in _rates(now).items():
        if now[key] != start[key]:
            continue
        out = now.number(of_pension) if pension else 0.0
        if insurance and (salary := now.number("teacher_salary")) > 0:
            out += now.number("health_insurance") / salary
        left = [round(now.number(key, t) - out, _FINEST) for t in OPERATING]
        said = say(
            "values.still_in_rate",
            setting=setting_name(LEVERS[key]),
            rate=said_of(LEVERS[key], now[key]),
            parts=listed(parts),
            count=len(parts),
        )
        if min(left) < 0 or not out:
            yield Remark(key, said)
            continue
        value: Value = tuple(left) if isinstance(now[key], tuple) else left[0]
        yield Remark(key, said, {key: value}, press_for({key: value}), typed_for({key: value}))


def _of_extra_pay(start: Scenario, now: Scenario) -> Iterator[Remark]:
    """Pension on extra pay that is as it was, though another pension was given for all other pay."""
    given = now[PENSION] == "by_year" and (start[PENSION], start[OF_PAY]) != (now[PENSION], now[OF_PAY])
    if not given or now[OF_EXTRA_PAY] != start[OF_EXTRA_PAY] or not _extra_pay_has_pension(now):
        return
    if any(now.number(OF_PAY, t) != now.number(OF_EXTRA_PAY, t) for t in OPERATING):
        said = say(
            "values.pension_of_extra_pay",
            setting=setting_name(LEVERS[OF_EXTRA_PAY]),
            rate=said_of(LEVERS[OF_EXTRA_PAY], now[OF_EXTRA_PAY]),
            pension=said_of(LEVERS[OF_PAY], now[OF_PAY]),
        )
        same = {OF_EXTRA_PAY: now[OF_PAY]}
        yield Remark(OF_EXTRA_PAY, said, same, press_for(same), typed_for(same))


def _extra_pay_has_pension(now: Scenario) -> bool:
    """Whether any extra pay of teacher leaders carries pension at a rate of its own."""
    is_raise = now["leader_pay"] == "salary_waiver"
    carries = now["extra_pay_benefits"] in ("pension_on_both", *(("pension_on_raise",) if is_raise else ()))
    return carries and any(
        now.number("teacher_leaders", t) and now.number("leader_supplement", t) for t in OPERATING
    )


def _leavers(now: Scenario) -> Iterator[Remark]:
    """Those who leave with more pay than there is, and an average below the pay of those who come."""
    if now["pay_moves"] != "by_turnover" or now["teacher_salary_each_year"] == AS_TYPED:
        return
    for year in OPERATING[1:]:
        leave, pay = now.number("teacher_turnover", year), now.number("leavers_pay_share", year)
        if leave * pay > 1 or (leave == 1 and pay != 1):
            said = {"leave": percent(leave), "pay": percent(pay), "year": year_name(year)}
            yield Remark("leavers_pay_share", say("values.leavers_beyond_pay", **said))
            return
    share = project([now], only=("beginning_share",)).row("beginning_share")
    for year in OPERATING[1:]:
        if share[year] > max(1, now.number("beginning_pay_share", year)) + HALF_A_CENT:
            yield Remark("leavers_pay_share", say("values.below_beginners", year=year_name(year)))
            return
