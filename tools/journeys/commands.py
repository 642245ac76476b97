"""What every command of the command line prints, and the files that it writes."""

from __future__ import annotations

import hashlib
import io
import os
import shlex
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

# In order, because some read what those before them wrote; {out} is a folder of its own.
COMMANDS = """
model --help
model run --help
model presets
model run --preset us_elementary --set enrollment_year1=520 --set refresh=lumpy --format table
model run --preset us_elementary --set cut_rate=0,0.07,0.07,0,0 --format csv
model run --preset chicago_charter_k8 --format json
model run --scenarios {out}/plans.csv --format csv
model run --preset us_elementary --set teacher_leaders=-1 --set no_such=3
model explain --preset us_elementary --line structural_result --year 3
model explain --preset us_elementary --line no_such_line --year 9
model changes --preset us_elementary --set teacher_leaders=6 --set public_funding_growth=2%
model variance --preset us_elementary --set teacher_leaders=6 --year five --biggest-first
model routes --preset us_elementary --give-up coach --release 0.25
model goal --preset us_elementary --set public_funding_growth=2% --limit class_size=20
model tornado --preset us_elementary --of decision
model stress --preset us_elementary --respond pause_pd
model stress --preset us_high --all --study
model months --preset chicago_charter_k8 --late 1
model months --preset chicago_charter_k8 --format csv
model ranges --preset us_elementary --pin pay --place texas
model grades --preset us_elementary
model grades --preset us_elementary --set enrollment_from=by_grade --set top_grade=5 --set grade_k_year1=52 --set grade_1_year1=48 --set entering_pupils=50
model findings
model docs --to {out}/docs
exchange --help
exchange file --help
exchange file --preset us_elementary --set teacher_leaders=6
exchange file --preset us_elementary --set teacher_leaders=6 --out {out}/six.json
exchange file --preset us_high --out {out}/high.json
model run {out}/six.json
model changes {out}/six.json {out}/high.json
model variance {out}/six.json --year all
exchange link --plan {out}/six.json --base https://school.example/
exchange link --preset us_elementary --out {out}/link.svg
exchange table --preset us_elementary --line structural_result --line fund_balance
exchange table --plan {out}/six.json --out {out}/six.csv
exchange workbook --preset us_elementary --set teacher_leaders=6 --out {out}/plan.xlsx
exchange schema
exchange table --plan {out}/nothing.json
exchange table --preset us_elementary --line no_such_line
"""
_SCENARIOS = "preset,scenario,teacher_leaders\nus_elementary,A,6\nus_high,B,\nus_middle,C,-3\n"


def record_commands(checkout: Path, out: Path) -> None:
    """All commands, run in a checkout, into `commands.txt`."""
    began = time.monotonic()
    # A fixed width and no colors, so that the terminal in use has no influence; and no other folder to
    # import from.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    env |= {"COLUMNS": "110", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plans.csv").write_text(_SCENARIOS, encoding="utf-8")
        known = set(_files(folder))
        for line in COMMANDS.split("\n"):
            if not line:
                continue
            given = shlex.split(line.replace("{out}", folder))
            done = subprocess.run(
                [sys.executable, "-m", *given], cwd=checkout, env=env, capture_output=True, check=False
            )
            lines += ["", f"## python -m {line}", f"status: {done.returncode}"]
            for name, content in (("out", done.stdout), ("err", done.stderr)):
                text = content.decode(errors="backslashreplace").replace("\r", "␍")
                text = text.replace(folder, "<out>").replace(str(checkout), "<app>")
                lines += [f"{name}| {x}" for x in text.split("\n")]
            lines += [
                f"wrote {p.relative_to(folder)}: {_digest(p)}" for p in _files(folder) if p not in known
            ]
            known = set(_files(folder))
    (out / "commands.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"   {len(COMMANDS.split(chr(10))) - 2} commands: {time.monotonic() - began:.1f} s")


def _files(folder: str) -> list[Path]:
    return sorted(p for p in Path(folder).rglob("*") if p.is_file())


def _digest(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix != ".xlsx":
        return f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}"
    today = datetime.now(UTC).astimezone().date()
    days = (f"{today:%B} {today.day}, {today.year}", today.isoformat())
    parts = []
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        for name in workbook.namelist():
            part = workbook.read(name)
            for day in days:
                part = part.replace(day.encode(), b"<today>")
            parts.append(f"\n  {name} {hashlib.sha256(part).hexdigest()}")
    return "a workbook" + "".join(parts)
