"""A plan as a few lines of Python that give the page's results."""

from __future__ import annotations

from exchange.plan_like import PlanLike
from exchange.stamp import HERE
from model.evidence import Value
from model.plan.named_presets import find_preset
from model.starts.naming import name_now
from model.texts import say


def as_python(plan: PlanLike) -> str:
    """The lines. They run in the folder of the project."""
    # With its version: these lines are kept in scripts, and a newer version has other values.
    preset = find_preset(plan.preset)
    base = preset.values if preset else {}
    changed = {k: v for k, v in plan.now.values.items() if v != base.get(k)}
    body = "".join(f"    {key!r}: {_literal(value)},\n" for key, value in changed.items())
    changes = f"changes = {{\n{body}}}" if changed else "changes = {}"
    values = "{**preset.values, **changes}" if plan.preset else "changes"
    return (
        f"# {say('plan_file.python', version=HERE)}\n"
        "from model.projection import RESULTS, project\n"
        "from model.scenario import Scenario\n"
        "from model.tables import for_people\n"
        "\n"
        + (f"preset = Scenario.preset('{preset.key}.{preset.version}')\n" if preset else "")
        + f"{changes}\n"
        f"plan = Scenario.of({values}, {name_now(plan.start, plan.now)!a})\n"
        "results = project([plan])\n"
        "print(for_people(results, RESULTS.values()))\n"
    )


def _literal(value: Value) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_literal(v) for v in value)})"
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return repr(int(value))
    return repr(value)
