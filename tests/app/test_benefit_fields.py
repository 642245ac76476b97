"""Fields of benefits and turnover appear where a choice asks for them. A rate that counts twice is told."""

from __future__ import annotations

from model.lines.worksheet import BOOK
from model.texts import listed, say
from tests.app.screen import as_read, now, open_app, open_panel, run, type_in

TURNOVER = {"step_raise", "teacher_turnover", "leavers_pay_share"}
RATES = {"support_benefit_rate", "pension_rate", "support_pension_rate"}


SUPPORT, OTHERS = (
    [BOOK.lines[k].label for k in keys]
    for keys in (
        ("clerk_fte", "paraprofessional_fte", "it_support_fte"),
        ("teachers", "coach_positions", "principal_fte", "assistant_principal_fte", "counselor_fte"),
    )
)


def groups_told(app):
    told = say("settings.two_groups", support=listed(SUPPORT), others=listed(OTHERS))
    return any(told in as_read(c.value) for c in app.sidebar.caption)


def shown(app):
    return {w.key.removeprefix("exact-") for w in app.sidebar.text_input}


def chosen(app, **choices):
    for key, value in choices.items():
        app.button_group(key=f"exact-{key}").set_value(value)
        run(app)
    return app


def test_a_school_that_asks_for_nothing_sees_none_of_it():
    app = open_panel(open_app(), "staffing")
    assert not shown(app) & (TURNOVER | RATES)
    assert not groups_told(app)


def test_turnover_shows_its_three_fields():
    app = chosen(open_panel(open_app(), "staffing"), pay_moves="by_turnover")
    assert shown(app) >= TURNOVER
    assert not shown(app) & RATES
    type_in(app, "teacher_turnover", "12")
    assert now(app)["teacher_turnover"] == 0.12
    # What was typed stays in sight, and says that it moves nothing.
    chosen(app, pay_moves="one_growth")
    assert shown(app) & TURNOVER == {"teacher_turnover"}


def test_two_groups_and_a_schedule_show_theirs():
    """Support staff's pension waits for both choices. Who is support staff stands there."""
    app = chosen(open_panel(open_app(), "staffing"), support_benefits="own_rates")
    assert shown(app) & RATES == {"support_benefit_rate"}
    assert groups_told(app)
    chosen(app, pension_counted="by_year")
    assert shown(app) & RATES == RATES


def test_a_rate_that_counts_pension_twice_offers_the_rest():
    """43.5% less 21.9% with one press."""
    app = chosen(open_panel(open_app(), "staffing"), pension_counted="by_year")
    press = say("values.press_set", moves="")
    (button,) = [b for b in app.sidebar.button if b.label.startswith(press.strip()) and "21.6%" in b.label]
    button.click()
    run(app)
    assert now(app)["benefit_rate"] == 0.216
