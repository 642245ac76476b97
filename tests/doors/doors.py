"""The ways into a plan, each as one function: a setting and a text in, what came of it out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from urllib.parse import urlencode

from commands.exchange_program import PROGRAM
from exchange import files, link
from exchange.files import Filed
from exchange.scenario_list import read_table
from model.evidence import Value
from model.plan.plan import from_preset
from model.texts import say
from tests.first_versions import first_version

PRESET = first_version("us_elementary")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The setting's value afterwards, None where it was refused; remarks and refusals as people read them."""

    value: Value | None
    remarks: tuple[str, ...]
    refusals: tuple[str, ...]


def command(lever: str, text: str) -> Outcome:
    """`python -m exchange file --set`: the plan on standard output, what is said on standard error."""
    out, err = _Bytes(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = PROGRAM.main(["file", "--preset", PRESET, "--set", f"{lever}={text}"])
    lines = tuple(err.getvalue().splitlines())
    if status:
        return Outcome(None, (), lines)
    value = json.loads(out.buffer.getvalue())["plans"][0]["now"][lever]
    said = tuple(x.removeprefix(say("terminal.note", message="")) for x in lines)
    return Outcome(tuple(value) if isinstance(value, list) else value, said, ())


class _Bytes(io.StringIO):
    """Standard output as a program has it: text, and the bytes below."""

    def __init__(self) -> None:
        super().__init__()
        self.buffer = io.BytesIO()


def listed(lever: str, text: str) -> Outcome:
    """A row of a list of scenarios, as a spreadsheet would quote it."""
    content = io.StringIO(newline="")
    csv.writer(content).writerows([["preset", "scenario", lever], [PRESET, "typed", text]])
    table = read_table(content.getvalue().encode())
    value = table.rows[0].scenario[lever] if table.rows else None
    return Outcome(value, table.remarks, table.problems)


def linked(lever: str, text: str) -> Outcome:
    """An address typed by hand; the setting is not its end, from which a sentence's bracket is taken off."""
    found = link.opened(f"http://127.0.0.1:8501/?{urlencode({lever: text, 'from': PRESET})}")
    value = None if found.problems else found.plan.now[lever]
    return Outcome(value, tuple(r.text for r in found.remarks), found.problems)


def filed(lever: str, text: str) -> Outcome:
    """A plan file in which somebody wrote a text where a number stands."""
    document = json.loads(files.write([Filed(from_preset(PRESET))]))
    document["plans"][0]["now"][lever] = text
    try:
        found = files.read(json.dumps(document).encode())
    except files.FileRefused as refused:
        return Outcome(None, (), refused.reasons)
    return Outcome(found.plans[0].now[lever], found.remarks, ())


DOORS: Mapping[str, Callable[[str, str], Outcome]] = {
    "command": command,
    "list": listed,
    "link": linked,
    "file": filed,
}
