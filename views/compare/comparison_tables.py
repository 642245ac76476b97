"""Plans side by side, as markup: their results, and exactly the levers in which they differ.

No Streamlit here.
"""

from __future__ import annotations

import string
from collections.abc import Sequence

from markupsafe import Markup

from exchange.files import Filed
from model.evidence import LEVERS
from model.explain.account import value_in_words
from model.plan.notebook import Notebook
from model.ranges.bands import Ranges, chance, compared
from model.results.projection import project
from model.results.rating import Chance, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper
from model.texts import say
from model.units import money
from views.answer.answer_in_words import key_figures
from views.answer.numbers import view_numbers
from views.markup.tables import table


def letters(plans: Sequence[Filed]) -> list[str]:
    """A, B, C, D: short enough for a column and for a line of a picture."""
    return list(string.ascii_uppercase[: len(plans)])


def comes_to(filed: Filed) -> str:
    """A plan's answer in a line: what it is on paper, and the Year 5 result. No chance is worked out here."""
    v = view_numbers(project([filed.now]), filed.plan.facts)[0].verdict
    return say("rating.and_year5", rating=on_paper(rate(v)), amount=money(v.result_year5, plus=True))


def carries(notebook: Notebook) -> str:
    """How many notes and decisions a plan's notebook holds; empty for none."""
    counts = ((len(notebook.notes), "note"), (len(notebook.decisions), "decision"))
    said = [f"{n} {what}{'s' if n > 1 else ''}" for n, what in counts if n]
    return f"; {', '.join(said)}" if said else ""


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
        rows.append([say("rating.row_better"), "", *better])
    names = [" / ".join(dict.fromkeys(f[i].label for _, f in found)) for i in range(len(found[0][1]))]
    rows += [[name, *(f[i].value for _, f in found)] for i, name in enumerate(names)]
    return table("What they come to", ["", *_heads(plans)], rows)


def differences_table(plans: Sequence[Filed]) -> Markup:
    """The levers that are not the same in all plans, and no others."""
    differ = [x for x in LEVERS.values() if len({p.now[x.key] for p in plans}) > 1]
    rows = [[x.label, *(value_in_words(x, p.now[x.key]) for p in plans)] for x in differ]
    if not rows:
        return Markup('<p class="soft">These plans are the same in every lever.</p>')
    return table(f"Where they differ ({len(rows)} of {len(LEVERS)} levers)", ["Lever", *_heads(plans)], rows)


def reasons_table(plans: Sequence[Filed]) -> Markup:
    """Why each plan was made, where a reason was given."""
    rows = [[p.name, p.reason] for p in plans if p.reason]
    return table("Why", ["Plan", "Reason"], rows, numbers_from=99) if rows else Markup()


def _heads(plans: Sequence[Filed]) -> list[str]:
    return [f"{letter}: {p.name}" for letter, p in zip(letters(plans), plans, strict=True)]
