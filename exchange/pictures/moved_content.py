"""What the picture of what moved Year 5 is drawn from: a way from the start to the plan, change by change.

rows       from the top: `name`, `from` and `to` in whole dollars, `text`, `tone` whole, more, less or same.
           The first is the start and the last is the plan; each change begins where the one above ended
low, high  the ends of the scale, zero among them
alt        every number in words
"""

from __future__ import annotations

from typing import Any

from exchange.one_line import clean
from model.explain.ledger import ledger, whole_dollars
from model.plan.plan import Plan
from model.texts import counted, say
from model.units import money, money_short

MOST = 8  # changes that have a row of their own
_LINE, _YEAR = "structural_result", 5
_LONGEST = 60  # letters of a name


def moved_content(plan: Plan) -> dict[str, Any]:
    """The changes of a plan, largest first, in dollars that add up to the whole change."""
    found = ledger(plan.start, plan.now, [(_LINE, _YEAR)])
    before, after = round(found.start[0]), round(found.now[0])
    effects = whole_dollars([e.effects[0] for e in found.entries], after - before)
    named = [(clean(e.label, _LONGEST), x) for e, x in zip(found.entries, effects, strict=True)]
    if len(named) > MOST:
        rest = named[MOST - 1 :]
        others = say("pictures.other_changes", count=counted(len(rest)))
        named = [*named[: MOST - 1], (others, sum(x for _, x in rest))]
    rows, reached = [_whole(say("explain.at_start"), before)], before
    for name, effect in named:
        tone = "more" if effect > 0 else "less" if effect else "same"
        text = money_short(effect, plus=True)
        rows.append({"name": name, "from": reached, "to": reached + effect, "text": text, "tone": tone})
        reached += effect
    rows.append(_whole(say("explain.now"), after))
    seen = [0, *(r[end] for r in rows for end in ("from", "to"))]
    return {
        "rows": rows,
        "low": min(seen),
        "high": max(*seen, min(seen) + 1_000),
        "alt": " ".join(
            say("pictures.row_told", name=name, amount=money(x, plus=True))
            for name, x in [(rows[0]["name"], before), *named, (rows[-1]["name"], after)]
        ),
    }


def _whole(name: str, usd: int) -> dict[str, Any]:
    return {"name": name, "from": 0, "to": usd, "text": money_short(usd, plus=True), "tone": "whole"}
