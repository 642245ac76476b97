"""`python -m model`: questions to the model. A new command is one file and one entry here."""

from __future__ import annotations

from commands.program import Command, Program
from commands.terminal_text import shown

PROGRAM = Program(
    "model",
    "terminal.model_program",
    "commands.model_verbs",
    (
        Command("presets", "terminal.presets_command"),
        Command("run", "terminal.run_command"),
        Command("explain", "terminal.explain_command"),
        Command("changes", "terminal.changes_command"),
        Command("variance", "terminal.variance_command"),
        Command("routes", "terminal.routes_command"),
        Command("goal", "terminal.goal_command"),
        Command("tornado", "terminal.tornado_command"),
        Command("sizes", "terminal.sizes_command"),
        Command("standards", "standards.command"),
        Command("stress", "terminal.stress_command"),
        Command("months", "terminal.months_command"),
        Command("ranges", "terminal.ranges_command"),
        Command("grades", "terminal.grades_command"),
        Command("findings", "terminal.findings_command"),
        Command("source", "source.command"),
        Command("docs", "terminal.docs_command"),
    ),
)
main = shown(PROGRAM.main)
