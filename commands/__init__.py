"""The command lines `python -m model` and `python -m exchange`. Besides these two only the launcher looks in.

Each command is one file in `model_verbs/` or `exchange_verbs/`, which declares its row as `COMMAND`, and one
entry in the table of its program (`model_program.py`, `exchange_program.py`).
"""
