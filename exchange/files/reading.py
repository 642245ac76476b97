"""From the bytes of a file to plans: nothing is guessed, and what is filled in or left out is reported."""

from __future__ import annotations

from exchange.files import history
from exchange.files.faults import FileRefused, Found, Place, shown
from exchange.files.fields import UNUSABLE
from exchange.files.filed import Opened
from exchange.files.history import Document
from exchange.files.limits import FORMAT, FORMAT_VERSION
from exchange.files.plan_fields import FILE
from exchange.files.strict_json import parse
from model.evidence import DATA_VERSION
from model.sentences import Sentences
from model.texts import say


def read(content: bytes) -> Opened:
    """The plans of a file. Raises `FileRefused` with everything that is wrong with it, and nothing else."""
    document = parse(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FileRefused([say("plan_file.not_of_plans", format=FORMAT)])
    updated: list[str] = []
    remarks: list[str] = []
    document = _brought_up_to_date(document, updated, remarks)
    found = Found(_data_version(document), remarks=Sentences((*updated, *remarks)))
    plans = FILE.read(document, Place(say("plan_file.the_file"), "", found))
    said = found.or_refuse()
    assert plans is not UNUSABLE
    return Opened(plans, said, frozenset(updated))


def _brought_up_to_date(document: Document, updated: list[str], remarks: list[str]) -> Document:
    """The document in the newest format. Fills the remarks on its format and those on what is in it."""
    version = document.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool):
        if "format_version" not in document:
            raise FileRefused([say("plan_file.format_version_missing", newest=FORMAT_VERSION)])
        raise FileRefused([say("plan_file.no_format_version", given=shown(version), newest=FORMAT_VERSION)])
    if version > FORMAT_VERSION:
        raise FileRefused([say("plan_file.newer_format", given=shown(version), newest=FORMAT_VERSION)])
    while version < FORMAT_VERSION:
        step = history.STEPS.get(version)
        if step is None:
            raise FileRefused([say("plan_file.never_was", given=shown(version), newest=FORMAT_VERSION)])
        try:
            document, said = step(document)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise FileRefused([say("plan_file.damaged", version=version)]) from None
        updated.append(say("plan_file.brought", version=version, next=version + 1))
        remarks += said
        version += 1
    return document


def _data_version(document: Document) -> int:
    """The version that tells which levers are newer than the file. Faults in it are reported elsewhere."""
    version = document.get("data_version")
    good = isinstance(version, int) and not isinstance(version, bool) and version >= 1
    return version if good and isinstance(version, int) else DATA_VERSION
