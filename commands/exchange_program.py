"""`python -m exchange`: plans as files, links and tables. A new command is one file and one entry here."""

from __future__ import annotations

from commands.program import Command, Program
from commands.terminal_text import shown

PROGRAM = Program(
    "exchange",
    "terminal.exchange_program",
    "commands.exchange_verbs",
    (
        Command("handout", "handout.command"),
        Command("page", "mail.command"),
        Command("slides", "slides.command"),
        Command("picture", "pictures.command"),
        Command("workbook", "terminal.workbook_command"),
        Command("link", "terminal.link_command"),
        Command("table", "terminal.table_command"),
        Command("file", "terminal.file_command"),
        Command("schema", "terminal.schema_command"),
    ),
)
main = shown(PROGRAM.main)
