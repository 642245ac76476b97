"""What must hold of the repository itself: its commands, its settings, and what its files say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.test_imports import imported, kind, sources
from tools.requirements_hook import needed
from views.charts import palette

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300  # lines of a Python file
RUNTIME, DEVELOPMENT = "requirements.txt", "pyproject.toml"  # what the app needs, and what checking it needs


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def files() -> list[Path]:
    """Every file that is in the repository or would be added to it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("This copy is not a git checkout, so its own files cannot be told from others.")
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def requirements(name: str) -> list[Requirement]:
    if name == DEVELOPMENT:
        return [Requirement(line) for line in tomllib.loads(text(name))["dependency-groups"]["dev"]]
    lines = (line.partition("#")[0].strip() for line in text(name).splitlines())
    return [Requirement(line) for line in lines if line]


def locked(name: str) -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^ ;\\]+)", text(name), re.MULTILINE):
        versions.setdefault(package, []).append(version)
    return versions


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_names_the_command(command):
    assert command in text("README.md")


def test_ci_runs_the_same_test_as_at_home():
    script = ROOT / ".ci" / "run"
    assert "make test" in script.read_text(encoding="utf-8").splitlines()
    assert os.access(script, os.X_OK), "chmod +x .ci/run"


def of_a_machine() -> re.Pattern[str]:
    """What would speak of the machine that made a file, or of a package index."""
    # Put together here, so that this file does not find itself.
    parts = [("/wo", "rk/"), ("/ro", "ot/"), ("index", "-url"), ("index", "_url"), ("pypi", ".org")]
    parts += [("python", "hosted.org"), ("registry", ".npmjs"), ("find", "-links")]
    return re.compile("|".join(re.escape("".join(pair)) for pair in parts), re.IGNORECASE)


def test_no_file_names_a_machine_or_a_package_index():
    banned = of_a_machine()
    # `make lock` must name options that keep an index out of the lock; a folder of wheels is no index.
    options = re.compile("--no-emit-(?:index" + "-url|find" + "-links)|--no-index\\W+--find" + "-links")
    found = []
    for path in files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{number} {hit[0]}"
            for number, line in enumerate(lines, 1)
            if (hit := banned.search(options.sub("", line)))
        ]
    assert not found, "Files speak of the project, not of the machine that made them:\n" + "\n".join(found)


def test_python_files_stay_short():
    counts = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in files() if p.suffix == ".py"}
    found = [f"{p.relative_to(ROOT)}: {n} lines" for p, n in counts.items() if n > LONGEST]
    assert not found, (
        f"A file over {LONGEST} lines does more than one thing. Give it one purpose:\n" + "\n".join(found)
    )


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_each_dependency_has_a_lower_and_an_upper_bound(name):
    for requirement in requirements(name):
        operators = {bound.operator for bound in requirement.specifier}
        assert operators == {">=", "<"}, f"{requirement}: write {requirement.name}>=tested,<untested"


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        (RUNTIME, "requirements.lock"),
        (RUNTIME, "requirements-dev.lock"),
        (DEVELOPMENT, "requirements-dev.lock"),
    ],
)
def test_the_lock_fits_the_requirements(name, lock):
    versions = locked(lock)
    for requirement in requirements(name):
        assert requirement.name in versions, f"{requirement.name} is not in {lock}. Run: make lock"
        for version in versions[requirement.name]:
            assert requirement.specifier.contains(version), (
                f"{requirement} is locked at {version}. Run: make lock"
            )


def test_the_project_needs_what_the_requirements_say():
    """`pip install .` and `uv run` take the dependencies from requirements.txt, which stays the one list."""
    settings = tomllib.loads(text("pyproject.toml"))
    assert set(settings["project"]["dynamic"]) == {"version", "dependencies"}
    assert [str(Requirement(line)) for line in needed(text(RUNTIME))] == [
        str(requirement) for requirement in requirements(RUNTIME)
    ]


IMPORTED_AS = {"python-pptx": "pptx", "distributed": "distributed"}  # packages of extras


def test_what_the_app_imports_is_declared_and_what_is_declared_is_imported():
    """Not by way of another package, and nothing that only a test or a tool uses."""
    used = {
        name.partition(".")[0]
        for file, source in sources()
        if not file.startswith(("tools/", "benchmarks/"))
        for _, name in imported(ast.parse(source))
        if kind(name) == "others"
    }
    extras = tomllib.loads(text("pyproject.toml"))["project"]["optional-dependencies"]
    more = {IMPORTED_AS[Requirement(x).name] for named in extras.values() for x in named}
    # Streamlit takes uvloop when it is there.
    assert used == {requirement.name for requirement in requirements(RUNTIME)} - {"uvloop"} | more


def test_both_locks_hold_the_same_runtime():
    development = locked("requirements-dev.lock")
    for package, versions in locked("requirements.lock").items():
        assert development.get(package) == versions, f"{package} differs between the locks. Run: make lock"


def test_the_licence_is_mit():
    assert text("LICENSE").startswith("MIT License\n")
    assert "School Sustainability Explorer contributors" in text("LICENSE")


@pytest.fixture(scope="module")
def config():
    return tomllib.loads(text(".streamlit/config.toml"))


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("client", "toolbarMode", "viewer"),
        ("client", "showErrorDetails", "type"),
        ("client", "showErrorLinks", False),
        ("global", "disableWidgetStateDuplicationWarning", True),
        ("logger", "hideWelcomeMessage", True),
        ("runner", "postScriptGC", False),
        ("runner", "magicEnabled", False),
        ("server", "address", "127.0.0.1"),
        ("server", "showEmailPrompt", False),
        ("server", "fileWatcherType", "none"),
        ("server", "maxUploadSize", 4),
        ("server", "disconnectedSessionTTL", 120),
        ("server", "maxMessageSize", 10),
        ("server", "maxWidgetStateSize", 6),
        ("server", "websocketPingInterval", 30),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),
        ("theme", "paddingTop", "1rem"),
    ],
)
def test_the_app_is_set_up_as_agreed(config, section, key, value):
    assert config[section][key] == value


def test_a_browser_opens_where_there_is_one(config):
    """True, `make run` would show nothing; false, a server without a display would fail to open one."""
    assert "headless" not in config["server"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_the_background_of_the_charts(config, scheme):
    colours = palette.PALETTES[scheme]
    assert config["theme"][scheme]["backgroundColor"] == colours.background
    assert config["theme"][scheme]["secondaryBackgroundColor"] == colours.panel


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_primary_colour_can_be_read_as_small_text(config, scheme):
    theme = config["theme"][scheme]
    for behind in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert contrast(theme["primaryColor"], behind) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colors as WCAG 2.2 defines it."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
