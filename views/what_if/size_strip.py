"""Year 1 sizes at which Year 5 covers its costs, as a strip with the school's own. No Streamlit here."""

from __future__ import annotations

from markupsafe import Markup

from model.plan.scenario import Scenario
from model.results.enrollment_sizes import Sizes, enrollment_sizes
from model.results.sizes_in_words import run_in_words, told
from model.texts import counted, say
from model.units import number


def enrollment_strip(plan: Scenario) -> Markup:
    """The heading, what holds in a few sentences, the strip and its runs; by grade, why there is none."""
    found = enrollment_sizes(plan)
    title = Markup("<h3>{}</h3>").format(say("sizes.title"))
    if found is None:
        return title + Markup('<p class="soft">{}</p>').format(say("answer.range_by_grade_means"))
    lead = Markup('<p class="lead">{}</p>').format(told(found))
    return title + lead + _drawn(found) + _listed(found)


def _drawn(found: Sizes) -> Markup:
    """Runs of sizes that cover their costs and of sizes that do not, with the ends and the own size below."""
    low, high = found.first, found.last
    parts = Markup().join(
        Markup('<i class="{}" style="flex-grow: {}" title="{}"></i>').format(
            "holds" if run.holds else "falls", run.last - run.first + 1, run_in_words(run)
        )
        for run in found.runs
    )
    here = (found.own - low + 0.5) / (high - low + 1)
    return Markup(
        '<div class="sizes"><div class="run" role="img" aria-label="{}">{}<b style="left: {:.2%}"></b></div>'
        '<p><span>{}</span><strong style="left: {:.2%}">{}</strong><span>{}</span></p></div>'
    ).format(
        say("sizes.strip"),
        parts,
        here,
        number(low),
        here,
        say("sizes.own", own=number(found.own)),
        number(high),
    )


def _listed(found: Sizes) -> Markup:
    """Every run in words, for those who want the exact sizes and for those who do not see the strip."""
    items = Markup().join(Markup("<li>{}</li>").format(run_in_words(run)) for run in found.runs)
    return Markup('<details><summary>{}</summary><ul class="soft">{}</ul></details>').format(
        say("sizes.all", count=counted(len(found.runs))), items
    )
