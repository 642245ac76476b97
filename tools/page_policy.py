"""The Content-Security-Policy for a proxy before the app: a browser then asks no other machine.

`python -m tools.page_policy` prints it for the framework that is installed. Its index page has one script,
which is allowed by its hash, and another release may have another.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "files-and-links.md"
PLACEHOLDER = "sha256-SCRIPT"


def policy() -> str:
    """The policy of the documentation, with the hash of the installed framework's script."""
    written = re.search(r"^Content-Security-Policy: (.*)$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    if written is None:
        raise LookupError(f"{DOCUMENT} has no line of the policy.")
    return written[1].replace(PLACEHOLDER, f"sha256-{_hash(_script(_index()))}")


def _index() -> str:
    import streamlit

    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def _script(index: str) -> str:
    """The text of the one script that stands in the page itself."""
    (script,) = re.findall(r"<script>(.*?)</script>", index, re.DOTALL)
    return str(script)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


if __name__ == "__main__":
    print(f"Content-Security-Policy: {policy()}")
