"""A written file without the moment at which it was written: the same slides are the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip file knows
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_INSIDE = ".xlsx"  # the data of a chart is a workbook within the file


def fixed_file(made: bytes, day: date) -> bytes:
    """The same file with the day in place of every moment, also in the workbooks within."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(_INSIDE):
                part = fixed_file(part, day)
            elif name == _CORE:
                part = _MOMENT.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), part)
            new.writestr(zipfile.ZipInfo(name, _FIRST), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
