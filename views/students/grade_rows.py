"""Students and sections by grade as markup: who is where in which year, where sections open or close.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from model.grades.cohorts import Row, Step, rows, steps
from model.lines.grades import pupils_line, sections_line, trigger_lever, year_1_lever
from model.plan.scenario import Scenario
from model.results.projection import Projection
from model.texts import counted, say
from model.units import grade, money_short, number, positions, year_name
from model.years import OPERATING
from views.markup.tables import asking, table

TOTALS = (
    ("pupils_in_grades", "students.total_students", number),
    ("sections", "students.total_classes", number),
    ("teachers", "students.total_teachers", positions),
    ("class_size", "students.total_class_size", positions),
)
NEAREST = 3  # steps that are given in a sentence


def picture(p: Projection, scenario: Scenario) -> Markup:
    """The table: a row a grade, a column a year, how full sections are, the steps to one more or fewer."""
    by_lever = _by_lever(steps(scenario))
    body = [
        [
            asking(grade(r.grade), pupils_line(r.grade), 1),
            *(_cell(r, i, scenario) for i in range(len(OPERATING))),
            *_steps(by_lever.get(year_1_lever(r.grade), ())),
        ]
        for r in rows(p, scenario)
    ]
    for line, label, shown in TOTALS:
        cells = [_told(shown(p.cell(line, year)), line, year) for year in OPERATING]
        body.append([asking(say(label), line, 1), *cells, "", ""])
    head = ["", *map(year_name, OPERATING), say("students.to_one_more"), say("students.to_one_fewer")]
    return Markup('<div class="grades">{}<p class="soft">{}</p></div>').format(
        table(say("students.grades_table"), head, body), say("students.how_to_read")
    )


def _cell(row: Row, i: int, scenario: Scenario) -> Markup:
    pupils, sections, moved = row.pupils[i], row.sections[i], row.opened[i]
    year = OPERATING[i]
    seats = sections * scenario.number(trigger_lever(row.grade), year)
    full = pupils / seats if seats else 0.0
    classes = say("students.classes", count=counted(sections))
    mark = ""
    if moved:
        key, tone = ("students.opens", "opens") if moved > 0 else ("students.closes", "closes")
        mark = Markup(' <b class="{}">{}</b>').format(tone, say(key, count=counted(abs(moved))))
    return Markup(
        '<span data-explain="{} {}" class="count">{:,}</span>'
        '<small><span data-explain="{} {}">{}</span>{}</small>'
        '<i class="room"><i style="width: {:.0%}"></i></i>'
    ).format(pupils_line(row.grade), year, pupils, sections_line(row.grade), year, classes, mark, full)


def _told(text: str, line: str, year: int) -> Markup:
    return Markup('<span data-explain="{} {}">{}</span>').format(line, year, text)


def _steps(found: Sequence[Step]) -> list[str]:
    """The step up and the step down of a grade, abbreviated."""
    told = {
        s.pupils > 0: say(
            "students.step_short", students=_signed(s.pupils), pay=money_short(s.pay, plus=True)
        )
        for s in found
    }
    return [told.get(True, ""), told.get(False, "")]


def _signed(pupils: int) -> str:
    return f"{'+' if pupils > 0 else chr(0x2212)}{abs(pupils)}"


def _by_lever(found: Sequence[Step]) -> Mapping[str, list[Step]]:
    by_lever: dict[str, list[Step]] = {}
    for step in found:
        by_lever.setdefault(step.lever, []).append(step)
    return by_lever


def nearest(scenario: Scenario) -> Markup:
    """The steps that take the fewest students, as sentences."""
    said = Markup().join(Markup("<li>{}</li>").format(str(s)) for s in steps(scenario)[:NEAREST])
    return Markup('<ul class="steps">{}</ul>').format(said) if said else Markup()


def captions(scenario: Scenario) -> dict[str, str]:
    """A remark for each lever that counts students: its nearer step."""
    said: dict[str, str] = {}
    for step in steps(scenario):  # the nearest first
        said.setdefault(step.lever, str(step))
    return said
