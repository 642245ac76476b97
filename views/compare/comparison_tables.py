"""Plans side by side, as markup: their results, and exactly the levers in which they differ.

No Streamlit here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from exchange.files import Filed
from model.answer.key_figures import key_figures
from model.answer.numbers import view_numbers
from model.evidence import LEVERS
from model.explain.account import value_in_words
from model.plan.notebook import Notebook
from model.ranges.bands import Ranges, chance, compared
from model.results.projection import project
from model.results.rating import Chance, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper
from model.results.verdicts import LINES as JUDGED
from model.results.verdicts import Verdict, judge_all
from model.texts import counted, listed, say
from model.units import money
from views.answer.panel import badge_slots, still_badges
from views.markup.tables import table


def names(plans: Sequence[Filed]) -> list[str]:
    """What each plan is called beside the others: its name, with a number where two have the same."""
    several = Counter(p.name.casefold() for p in plans)
    seen: Counter[str] = Counter()
    shown = []
    for p in plans:
        name = p.name.casefold()
        seen[name] += 1
        shown.append(
            p.name if several[name] == 1 else say("compare.same_name", name=p.name, number=seen[name])
        )
    return shown


def come_to(plans: Sequence[Filed], chances: Sequence[Chance | Untested]) -> list[Markup]:
    """The answer of each plan: both badges, the Year 5 result, and what its notebook holds."""
    verdicts = judge_all(project([p.now for p in plans], only=JUDGED))
    return [_comes_to(*of_plan) for of_plan in zip(plans, verdicts, chances, strict=True)]


def _comes_to(filed: Filed, v: Verdict, chance: Chance | Untested) -> Markup:
    amount, notebook = money(v.result_year5, plus=True), filed.notebook
    told = (
        say("compare.comes_to_with", amount=amount, notebook=_holds(notebook))
        if notebook.is_written
        else say("compare.comes_to", amount=amount)
    )
    return Markup("{} <span>{}</span>").format(still_badges(badge_slots(rate(v, chance))), told)


def _holds(notebook: Notebook) -> str:
    """How many notes and decisions there are."""
    notes, decisions = len(notebook.notes), len(notebook.decisions)
    held = [say("compare.notes", count=counted(notes))] if notes else []
    return listed([*held, *([say("compare.decisions_of", count=counted(decisions))] if decisions else [])])


def outcomes_table(plans: Sequence[Filed], futures: Sequence[Ranges] = ()) -> Markup:
    """The rating and the key figures of each plan.

    With futures of each, drawn alike, also how many hold up and how many do better than the first plan's.
    """
    numbers = view_numbers(project([p.now for p in plans]), [p.plan.facts for p in plans])
    found = [(v, key_figures(v)) for v in numbers]
    chances: list[Chance | Untested] = [f.chance for f in futures] or [Untested.OFF] * len(plans)
    ratings = [rate(v.verdict, chance) for v, chance in zip(numbers, chances, strict=True)]
    rows = [
        [say("rating.row_paper"), *map(on_paper, ratings)],
        [say("rating.row_change"), *map(if_things_change, ratings)],
    ]
    if futures:
        better = [chance(compared(f, futures[0]).above) for f in futures[1:]]
        rows.append([say("compare.cases_better"), "", *better])
    labels = [f.label for f in found[0][1]]
    rows += [[label, *(f[i].value for _, f in found)] for i, label in enumerate(labels)]
    return table(say("compare.outcomes"), ["", *names(plans)], rows)


def differences_table(plans: Sequence[Filed]) -> Markup:
    """The levers that are not the same in all plans, and no others."""
    differ = [x for x in LEVERS.values() if len({p.now[x.key] for p in plans}) > 1]
    rows = [[x.label, *(value_in_words(x, p.now[x.key]) for p in plans)] for x in differ]
    if not rows:
        return Markup('<p class="soft">{}</p>').format(say("compare.same_settings"))
    caption = say(
        "compare.differ",
        count=counted(len(rows)),
        all=sum(1 for x in LEVERS.values() if not (x.of or x.own) or x in differ),
    )
    return table(caption, [say("compare.setting"), *names(plans)], rows)


def reasons_table(plans: Sequence[Filed]) -> Markup:
    """Why each plan was made, where a reason was given."""
    rows = [[name, p.reason] for name, p in zip(names(plans), plans, strict=True) if p.reason]
    head = [say("compare.plan"), say("compare.reason")]
    return table(say("compare.why"), head, rows, numbers_from=99) if rows else Markup()
