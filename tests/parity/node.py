"""Node, which runs what was written as JavaScript: many scripts in one process, numbers through files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from model.years import YEARS
from tests.parity.needed import program

LONGEST_WAIT = 120  # seconds
# Each job: a script, values to begin with, plans as changes to them, and the lines whose numbers are wanted.
_RUN = """
const files=require("fs");
const jobs=JSON.parse(files.readFileSync("jobs.json","utf8"));
for(const job of jobs){
  const model=new Function(job.source+";return model")();
  const base=job.bases||[{}],out=new Float64Array(job.plans.length*job.lines.length*6);
  let at=0;
  for(const [from,changes] of job.plans){
    const found=model({...base[from],...changes});
    for(const line of job.lines)for(let t=0;t<6;t++)out[at++]=found[line][t];
  }
  files.writeFileSync(job.name,new Uint8Array(out.buffer));
}
"""


def node() -> str:
    """The program that runs what is given."""
    return program(
        "node",
        "node is not here to run the book as JavaScript. Install nodejs (install-system.sh does).",
    )


def ran(text: str, folder: Path) -> str:
    """What a script prints. AssertionError with what it says where it fails."""
    (folder / "run.js").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [node(), "run.js"], cwd=folder, capture_output=True, text=True, timeout=LONGEST_WAIT, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


Job = tuple[str, Sequence[Mapping[str, object]], Sequence[tuple[int, Mapping[str, object]]], Sequence[str]]


def computed(jobs: Mapping[str, Job], folder: Path) -> dict[str, np.ndarray]:
    """For each job, which is a script, values to begin with, plans as changes to one of these, and lines: the
    numbers, shape (plans, lines, 6).
    """
    told = [
        {"name": f"{name}.f64", "source": source, "bases": bases, "plans": plans, "lines": lines}
        for name, (source, bases, plans, lines) in jobs.items()
    ]
    (folder / "jobs.json").write_text(json.dumps(told, default=list), encoding="utf-8")
    ran(_RUN, folder)
    return {
        name: np.fromfile(folder / f"{name}.f64").reshape(len(plans), len(lines), YEARS)
        for name, (_, _, plans, lines) in jobs.items()
    }
