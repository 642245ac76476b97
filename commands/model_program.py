"""`python -m model`: questions to the model. A new command is one file and one entry here."""

from __future__ import annotations

from commands.model_verbs import (
    changes,
    docs,
    explain,
    findings,
    goal,
    grades,
    months,
    presets,
    ranges,
    routes,
    run,
    sizes,
    source,
    standards,
    stress,
    tornado,
    variance,
)
from commands.program import Program
from commands.terminal_text import shown

PROGRAM = Program(
    "model",
    "terminal.model_program",
    (
        presets.COMMAND,
        run.COMMAND,
        explain.COMMAND,
        changes.COMMAND,
        variance.COMMAND,
        routes.COMMAND,
        goal.COMMAND,
        tornado.COMMAND,
        sizes.COMMAND,
        standards.COMMAND,
        stress.COMMAND,
        months.COMMAND,
        ranges.COMMAND,
        grades.COMMAND,
        findings.COMMAND,
        source.COMMAND,
        docs.COMMAND,
    ),
)
main = shown(PROGRAM.main)
