"""`python -m exchange`: plans as files, links and tables. A new command is one file and one entry here."""

from __future__ import annotations

from commands.exchange_verbs import file, handout, link, page, picture, schema, slides, table, workbook
from commands.program import Program
from commands.terminal_text import shown

PROGRAM = Program(
    "exchange",
    "terminal.exchange_program",
    (
        handout.COMMAND,
        page.COMMAND,
        slides.COMMAND,
        picture.COMMAND,
        workbook.COMMAND,
        link.COMMAND,
        table.COMMAND,
        file.COMMAND,
        schema.COMMAND,
    ),
)
main = shown(PROGRAM.main)
