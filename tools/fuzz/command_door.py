"""Commands: words of the two programs, drawn, mistyped and broken, run within this process."""

from __future__ import annotations

import atexit
import contextlib
import functools
import io
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from commands import exchange_program, model_program
from exchange import files
from model.evidence import LEVERS, PRESETS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from tools.fuzz.damage import NASTY, damaged
from tools.fuzz.good_plans import drawn_file, drawn_value
from tools.fuzz.list_door import BESIDE, is_implied
from tools.fuzz.spelled import could_mean, written
from tools.fuzz.trials import Outcome
from tools.saying import says

_PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {
    "model": model_program.main,
    "exchange": exchange_program.main,
}
_ODD = (
    "--preset",
    "--set",
    "--plan",
    "--out",
    "--format",
    "--line",
    "-h",
    "--nowhere",
    "",
    "-",
    "--",
    "=",
    "x=",
)


_FILES = (
    "good.json",
    "two.json",
    "broken.json",
    "list.csv",
    "sparse.json",
    ".",
    "none.json",
    "/dev/zero",
    "/dev/full",
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A program and what is typed after it. `settings` are those that were meant, if no word was broken."""

    program: str
    words: tuple[str, ...]
    preset: str = ""
    settings: tuple[tuple[str, str], ...] | None = None


@functools.cache
def _folder() -> Path:
    """The folder in which commands are run, so that nothing is written elsewhere, with files to name."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    draw = random.Random(1)
    good = files.write([drawn_file(draw)])
    (folder / "good.json").write_bytes(good)
    (folder / "two.json").write_bytes(files.write([drawn_file(draw), drawn_file(draw)]))
    (folder / "broken.json").write_bytes(good[:700])
    (folder / "list.csv").write_text("preset;inflation\nus_high;2,9%\n", encoding="utf-8")
    with (folder / "sparse.json").open("wb") as sparse:
        sparse.truncate(3_000_000_000)
    return folder


def make(draw: random.Random) -> Typed:
    """One command."""
    way = draw.random()
    if way < 0.45:
        return _run(draw)
    words = list(_other(draw))
    if way < 0.8:
        # A path from the root stays whole: broken, it could be a place where something is written.
        at = draw.choice([i for i, word in enumerate(words) if not word.startswith("/")])
        words[at] = draw.choice((damaged(draw, words[at] or " "), draw.choice(NASTY), draw.choice(_ODD)))
    if draw.random() < 0.1:
        del words[draw.randrange(len(words))]
    program, *rest = words if words and words[0] in _PROGRAMS else ["model", *words]
    return Typed(program, tuple(w.replace("\x00", "").encode("utf-8", "replace").decode() for w in rest))


def _run(draw: random.Random) -> Typed:
    preset = draw.choice(sorted(PRESETS))
    settings = []
    for key in draw.sample(sorted(LEVERS), draw.choice((0, 1, 3, 10))):
        value = drawn_value(draw, LEVERS[key])
        text = written(draw, value)
        text = draw.choice((text, text, text, damaged(draw, text), draw.choice(NASTY)))
        settings.append((key, text.replace("\x00", "").encode("utf-8", "replace").decode()))
    words = ["run", "--preset", preset, "--format", "json"]
    for key, text in settings:
        words += ["--set", f"{key}={text}"]
    return Typed("model", tuple(words), preset, tuple(settings))


def _other(draw: random.Random) -> Sequence[str]:
    preset, line, file = draw.choice(sorted(PRESETS)), draw.choice(list(BOOK.lines)), draw.choice(_FILES)
    base = draw.choice(
        ("http://[", "javascript:alert(1)", "https://a.example/", "a.example", "http://a:b@c:9/x", "")
    )
    return draw.choice(
        (
            ("model", "run", file),
            ("model", "run", "--scenarios", file),
            ("model", "explain", "--preset", preset, "--line", line, "--year", str(draw.randrange(-1, 8))),
            ("model", "changes", file, "--line", line, "--year", "5"),
            ("model", "variance", file),
            ("model", "months", "--preset", preset),
            ("model", "grades", "--preset", preset),
            ("model", "presets"),
            ("model", "stress", "--preset", preset, "--respond", draw.choice(NASTY)),
            ("exchange", "link", "--preset", preset, "--base", base),
            ("exchange", "file", "--plan", file, "--set", "inflation=2.9%"),
            ("exchange", "table", "--plan", file, "--line", line),
            ("exchange", "schema", "--out", "good.json/x"),
            (
                "exchange",
                "file",
                "--preset",
                preset,
                "--out",
                draw.choice(("/dev/full", "/nowhere/x.json", "-")),
            ),
        )
    )


def try_it(given: object) -> Outcome:
    """Run it. It ends with 0 and what was asked for, or with 2 and messages."""
    assert isinstance(given, Typed)
    status, out, err = _ran(given)
    if status == 0:
        return Outcome(silent=_unsaid(given, out, err), is_taken=True)
    if status != 2:
        return Outcome(silent=f"status {status}")
    said = [line for line in err.splitlines() if line and not says("terminal.note").match(line)]
    usage = [line for line in said if ": error: " in line]
    return Outcome(usage or said or ["(nothing was said)"])


def _ran(given: Typed) -> tuple[int, str, str]:
    kept = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    try:
        with contextlib.chdir(_folder()):
            status = _PROGRAMS[given.program](given.words)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout, sys.stderr = kept
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8", "replace"))
    return status, texts[0], texts[1]


def _unsaid(given: Typed, out: str, err: str) -> str:
    """For a plan whose settings are known: the first that is not held, or a change that nobody asked for."""
    if given.settings is None:
        return ""
    held = {k: _value(v) for k, v in json.loads(out)[0]["levers"].items()}
    asked, start = dict(given.settings), Scenario.preset(given.preset)
    for key, value in held.items():
        if key in asked and not could_mean(asked[key], value):
            return f"{key}={asked[key]!r} became {value!r}"
        beside = any(key in others for others in BESIDE.values()) and is_implied(key, err)
        if key not in asked and value != start[key] and not beside:
            return f"{key} became {value!r}"
    return ""


def _value(written: object) -> object:
    if isinstance(written, list):
        return tuple(float(x) for x in written)
    return float(written) if isinstance(written, int) else written
