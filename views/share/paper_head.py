"""What stands above the page where the page itself is printed. A screen does not show it."""

from __future__ import annotations

from markupsafe import Markup

from exchange.heading import heading, made
from model.plan.plan import Plan
from model.texts import say
from views.compare import kept_name
from views.shell.today import today


def on_paper(plan: Plan) -> Markup:
    """Name, school and students, day and version, and where there is a page made for paper.

    With the name of a file: browsers that print into a file offer the title of the page (`reaching.js`).
    """
    head = heading(kept_name.under_its_name(plan))
    better = say("bar.better_on_paper", place=say("places.share"), part=say("places.board"))
    lines = (head.school, head.students_beside, made(today()), better)
    told = Markup().join(Markup("<p>{}</p>").format(x) for x in lines if x)
    file = kept_name.file_name(plan, today(), "pdf").removesuffix(".pdf")
    return Markup('<div class="bar-paper" data-file="{}"><p><b>{}</b></p>{}</div>').format(
        file, head.name, told
    )
