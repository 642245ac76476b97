"""A folder that installs the program on a computer without internet: our wheel, those it needs, two starters.

python -m tools.offline_folder --out FOLDER [--for windows macos linux] [--python 3.12] [--zip]

Made on any system for all of them; it needs the development packages and, for the wheels, an index.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

from model import MODEL_VERSION
from tools.offline.systems import SYSTEMS, System, run_by_uv
from tools.requirements_hook import needed

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"  # it holds the extra packages, too
NAME = "school-sustainability-explorer"
EXTRA = "slides"
STARTERS = ("start.cmd", "start.command")
READ_ME = "READ-ME-FIRST.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def build(to: Path) -> Path:
    """Our own wheel, made without asking an index."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(to)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = to.glob(f"{NAME.replace('-', '_')}-*.whl")
    return wheel


def asked_for() -> list[str]:
    """What the program needs, with what its extra needs."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        *needed((ROOT / "requirements.txt").read_text(encoding="utf-8")),
        *extras["optional-dependencies"][EXTRA],
    ]


def locked(versions: Sequence[str], lock: str) -> list[str]:
    """The entries of the lock for these `name==version`, with their hashes. Raises `LookupError`."""
    entries: dict[str, str] = {}
    for entry in lock.replace("\\\n", " ").splitlines():
        if "==" in entry and not entry.lstrip().startswith("#"):
            what, _, hashes = entry.partition(" --hash=")
            entries[what.partition(";")[0].strip()] = " ".join(f"--hash={hashes}".split())
    if away := [version for version in versions if version not in entries]:
        raise LookupError(f"{', '.join(away)}: not in {LOCK.name}. Run: make lock")
    return [f"{version} {entries[version]}" for version in versions]


def list_of(system: System, python: str) -> list[str]:
    """The exact versions for one system and Python, by the resolver's own reading of its markers."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch, "wanted.in")
        wanted.write_text("\n".join(asked_for()), encoding="utf-8")
        options = ("--quiet", "--no-header", "--no-annotate", "--constraint", str(LOCK), str(wanted))
        found = run_by_uv("compile", *system.for_resolver(python), *options).stdout
    return locked(found.split(), LOCK.read_text(encoding="utf-8"))


def fetch(system: System, python: str, wheels: Path) -> None:
    """The wheels of one system and Python, each checked by its hash."""
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch, "exact.txt")
        exact.write_text("\n".join(list_of(system, python)), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        command += ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--dest", str(wheels)]
        subprocess.run([*command, *system.for_download(python), "-r", str(exact)], check=True)


def lacks(system: System, python: str, wheels: Path) -> str:
    """What a resolver misses in the folder for one system and Python; empty where it is complete."""
    with tempfile.TemporaryDirectory() as nowhere:
        options = ("--dry-run", "--offline", "--no-build", "--target", nowhere)
        local = ("--no-index", "--find-links", str(wheels), f"{NAME}[{EXTRA}]")
        found = run_by_uv("install", *system.for_resolver(python), *options, *local, check=False)
    return found.stderr.strip() if found.returncode else ""


def write_papers(out: Path, systems: Sequence[str], pythons: Sequence[str]) -> None:
    """Starters, what to read, the license, and two notes that the starters look at."""
    for name in (*STARTERS, "LICENSE"):
        shutil.copy2(ROOT / name, out / name)
    (out / "start.command").chmod(0o755)
    text = (ROOT / "tools" / "offline" / READ_ME).read_text(encoding="utf-8")
    named = {
        "version": MODEL_VERSION,
        "systems": "\n".join(f"   {SYSTEMS[s].words}" for s in systems),
        "pythons": ", ".join(pythons),
    }
    (out / READ_ME).write_text(text.format(**named), encoding="utf-8", newline="\r\n")
    wheels = out / "wheels"
    (wheels / "pythons.txt").write_text(" ".join(pythons) + "\n", encoding="utf-8", newline="\r\n")
    # Another folder has another note, and is put in place anew even where the version is the same.
    own = next(wheels.glob(f"{NAME.replace('-', '_')}-*.whl")).read_bytes()
    names = sorted(path.name for path in wheels.glob("*.whl"))
    made = hashlib.sha256(own + "\n".join(names).encode()).hexdigest()
    (wheels / "made.txt").write_text(f"{NAME} {MODEL_VERSION} {made}\n", encoding="utf-8", newline="\n")


def pack(out: Path) -> Path:
    """The folder as one file, in which the starter of macOS can be run wherever it was packed."""
    packed = out.with_name(f"{out.name}.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(p for p in out.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(f"{out.name}/{path.relative_to(out).as_posix()}")
            entry.create_system = 3  # whose permissions the next line speaks of
            entry.external_attr = (0o100755 if path.name == "start.command" else 0o100644) << 16
            # Wheels are packed already.
            entry.compress_type = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
            with path.open("rb") as source, file.open(entry, "w") as inside:
                shutil.copyfileobj(source, inside)
    return packed


def make(out: Path, systems: Sequence[str], pythons: Sequence[str]) -> str:
    """Fill the folder. Gives what it lacks; empty where a resolver found it complete for every system."""
    wheels = out / "wheels"
    wheels.mkdir(parents=True)
    build(wheels)
    for name in systems:
        for python in pythons:
            fetch(SYSTEMS[name], python, wheels)
    write_papers(out, systems, pythons)
    found = {(s, p): lacks(SYSTEMS[s], p, wheels) for s in systems for p in pythons}
    return "\n".join(f"{s}, Python {p}: {text}" for (s, p), text in found.items() if text)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.offline_folder", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a folder that is new")
    usual = ["windows", "macos", "linux"]
    parser.add_argument("--for", dest="systems", nargs="+", choices=SYSTEMS, default=usual)
    parser.add_argument("--python", dest="pythons", nargs="+", choices=PYTHONS, default=["3.12"])
    parser.add_argument("--zip", action="store_true", help="also as one file beside the folder")
    args = parser.parse_args()
    if args.out.exists():
        sys.exit(f"{args.out} is there already. Name a folder that is new, or remove that one.")
    if wrong := make(args.out, args.systems, args.pythons):
        sys.exit(f"The folder is not complete.\n{wrong}")
    megabytes = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file()) / 1e6
    print(f"{args.out}: complete for {', '.join(args.systems)}, {megabytes:.0f} MB")
    if args.zip:
        print(pack(args.out))


if __name__ == "__main__":
    main()
