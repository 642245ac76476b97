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

BROUGHT = "The file was brought from format version"


def read(content: bytes) -> Opened:
    """The plans of a file. Raises `FileRefused` with everything that is wrong with it, and nothing else."""
    document = parse(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        known = f'This is not a file of plans: it does not begin with "format": "{FORMAT}".'
        raise FileRefused([f"{known} Choose a file that was saved with this tool."])
    remarks: list[str] = []
    document = _brought_up_to_date(document, remarks)
    found = Found(_data_version(document), remarks=Sentences(remarks))
    plans = FILE.read(document, Place("The file", "", found))
    said = found.or_refuse()
    assert plans is not UNUSABLE
    return Opened(plans, said)


def _brought_up_to_date(document: Document, remarks: list[str]) -> Document:
    version = document.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool):
        held = shown(version) if "format_version" in document else "missing"
        known = f'"format_version" is {held}, which is not a whole number.'
        raise FileRefused([f"{known} Write a number from 1 to {FORMAT_VERSION}."])
    if version > FORMAT_VERSION:
        known = f"The file has format version {shown(version)}; this tool reads up to {FORMAT_VERSION}."
        raise FileRefused([f"{known} Use a newer tool."])
    while version < FORMAT_VERSION:
        step = history.STEPS.get(version)
        if step is None:
            known = f"The file names format version {shown(version)}, which never was."
            raise FileRefused([f"{known} Write a number from 1 to {FORMAT_VERSION}."])
        try:
            document, said = step(document)
        except (LookupError, TypeError, ValueError, AttributeError):
            known = f"The file is damaged: it is not what format version {version} was."
            raise FileRefused([f"{known} Save it again where it was made."]) from None
        remarks += [f"{BROUGHT} {version} to {version + 1}.", *said]
        version += 1
    return document


def _data_version(document: Document) -> int:
    """The version that tells which levers are newer than the file. Faults in it are reported elsewhere."""
    version = document.get("data_version")
    good = isinstance(version, int) and not isinstance(version, bool) and version >= 1
    return version if good and isinstance(version, int) else DATA_VERSION
