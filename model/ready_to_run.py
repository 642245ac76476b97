"""Whether this computer can run the project: its Python, its packages, the port and the address of the page.

Every start looks here first and says in one line what is wrong and what to do. The standard library alone,
and nothing that a Python older than the one that is needed would stumble over.
"""

import errno
import importlib.util
import sys
from pathlib import Path

OLDEST = (3, 11)
MODEL = ("numpy", "babel")  # what `python -m model` and `python -m exchange` start with
APP = (
    "streamlit",
    "altair",
    "numpy",
    "pyarrow",
    "markupsafe",
    "xlsxwriter",
    "segno",
    "babel",
    "typst",
    "tqdm",
)
_HERE = Path(__file__).resolve().parent.parent
_EVERYBODY = "0.0.0.0"  # noqa: S104  # only named
_LOWEST, _HIGHEST = 1, 65_535
_FREE_FOR_ALL = 1024  # ports below it need rights


def wrong_python() -> str:
    """Why this Python cannot run the project; empty where it can."""
    if tuple(sys.version_info[:2]) >= OLDEST:
        return ""
    has, needs = (".".join(str(n) for n in v) for v in (tuple(sys.version_info[:2]), OLDEST))
    return (
        f"This is Python {has}; {needs} or newer is needed. Install one, name it once "
        f"(make run PYTHON=python{needs}), and use .venv/bin/python from then on. Without make, start.cmd "
        "and start.command look for it."
    )


def missing(packages: "tuple[str, ...]") -> str:
    """Which of the packages are not installed for this Python; empty where all are."""
    away = [name for name in packages if name not in sys.modules and importlib.util.find_spec(name) is None]
    if not away:
        return ""
    what = f"The package {away[0]} is" if len(away) == 1 else f"The packages {', '.join(away)} are"
    if not (_HERE / "requirements.txt").exists():  # where the program was installed, there is nothing to make
        return (
            f"{what} not installed for {sys.executable}. Install the program again, the way it was installed "
            "before; its packages come with it."
        )
    return (
        f"{what} not installed for {sys.executable}. `make run` installs everything in .venv; then use "
        "that Python (.venv/bin/python). Without make: python -m pip install -r requirements.txt"
    )


def cannot_run(packages: "tuple[str, ...]") -> str:
    """What keeps this Python from running the project, in one line; empty where nothing does."""
    return wrong_python() or missing(packages)


def stop_unless_ready(packages: "tuple[str, ...]") -> None:
    """Raises `SystemExit`, status 1, with what is wrong in one line."""
    wrong = cannot_run(packages)
    if wrong:
        sys.exit(wrong)


def cannot_listen(port: str, address: str, start: str) -> str:
    """Why the page cannot be served at this port and address; empty where it can.

    `start` is the command to which another port or address is given, such as "make run" or "school-explorer".
    """
    number = int(port) if port.isascii() and port.isdigit() and len(port) < 6 else -1
    if not _LOWEST <= number <= _HIGHEST:
        return (
            f"The port “{port}” is none. Give a whole number from {_FREE_FOR_ALL} to {_HIGHEST}, "
            f"for example {_again(start, port=8502)}"
        )
    import socket  # only a page listens, and every command starts here

    try:
        places = socket.getaddrinfo(address, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        return (
            f"The address “{address}” is not known. Use 127.0.0.1 for this computer alone, or 0.0.0.0 to "
            f"let other computers in: {_again(start, address=_EVERYBODY)}"
        )
    family, kind, protocol, _, place = places[0]
    try:
        _tried(family, kind, protocol, place)
    except OSError as e:
        return _refused(e, number, address, start)
    return ""


def _tried(family: int, kind: int, protocol: int, place: "tuple[object, ...]") -> None:
    """Listen there for a moment, as a server would. Raises `OSError`."""
    import socket

    with socket.socket(family, kind, protocol) as probe:
        if sys.platform != "win32":  # there it would let two programs listen at one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)
        probe.listen(1)


def _again(start: str, **other: "str | int") -> str:
    """The start with another port or address: make takes variables, a program options."""
    (name, value), *_ = other.items()
    return f"{start} {name.upper()}={value}" if start.startswith("make ") else f"{start} --{name} {value}"


def _refused(e: OSError, port: int, address: str, start: str) -> str:
    if e.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: another program answers there, perhaps this app in another window. "
            f"Stop that one, or take another port: {_again(start, port=port + 1 if port < _HIGHEST else 8502)}"
        )
    if e.errno in (errno.EACCES, errno.EPERM):
        return (
            f"Port {port} is not open to programs of yours. Take one from {_FREE_FOR_ALL} on: "
            f"{_again(start, port=8501)}"
        )
    return (
        f"The address {address} is none of this computer's. Use 127.0.0.1 for this computer alone, or "
        f"0.0.0.0 to let other computers in: {_again(start, address=_EVERYBODY)}"
    )


def main(port: str, address: str, start: str) -> None:
    """What `make run` asks before it starts a server. Raises `SystemExit`."""
    stop_unless_ready(APP)
    wrong = cannot_listen(port, address, start)
    if wrong:
        sys.exit(wrong)


if __name__ == "__main__":
    main(*sys.argv[1:])
