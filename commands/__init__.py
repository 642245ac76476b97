"""The command lines: `python -m model` and `python -m exchange`. Nothing else imports this folder."""
