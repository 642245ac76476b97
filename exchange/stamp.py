"""The stamp of a shared link, beside the plan: model and data version, the year 5 result, and a checksum.

    ?c=5d3a10&from=us_elementary.1&v=1.0.2&r=35966&enrollment_year1=520

`c` is made from all the other values, so that a link that was cut off or mistyped is noticed; it stands
first, because links are cut off at their end. `v` is the model's version and, after the last point, that of
the data. `r` is the structural result of year 5 in whole dollars. Only shared links carry them; the page's
own address does not.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from model import MODEL_VERSION
from model.evidence import DATA_VERSION
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import quoted, say
from model.units import money

CHECK, MADE_WITH, RESULT = "c", "v", "r"
NAMES = (CHECK, MADE_WITH, RESULT)
HERE = f"{MODEL_VERSION}.{DATA_VERSION}"
_VERSION = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}")
SAME = 1.0  # dollars; rounding, and machines that differ in the last digit, are not worth a message


@dataclass(frozen=True, slots=True)
class Stamp:
    """What could be read of a stamp.

    `moved` is the year 5 result when the link was made, and the result here.
    """

    made_with: str = ""
    moved: tuple[float, float] | None = None


def write(plan: Mapping[str, str], now: Scenario) -> dict[str, str]:
    """The plan's query with the stamp of this model, the checksum first."""
    first, *rest = plan.items()
    stamped = dict([first, (MADE_WITH, HERE), (RESULT, str(round(_year_5(now)))), *rest])
    return {CHECK: _check_figure(stamped), **stamped}


def read(stamp: Mapping[str, str], is_as_made: bool, now: Scenario) -> tuple[Stamp, list[str]]:
    """What a stamp says, and what is wrong with it.

    `is_as_made`: the check figure fits, see `fits`. `now` is the scenario that the rest of the query gave.
    """
    problems: list[str] = []
    made_with, result = stamp.get(MADE_WITH, ""), stamp.get(RESULT)
    if MADE_WITH in stamp and not _VERSION.fullmatch(made_with):
        problems.append(say("link.no_version", given=quoted(made_with[:20])))
        made_with = ""
    elif _parts(made_with) > _parts(HERE):
        problems.append(say("link.newer", made_with=made_with, here=HERE))
    if result is not None and not re.fullmatch(r"-?[0-9]{1,15}", result):
        problems.append(say("link.no_result", given=quoted(result[:20])))
        result = None
    if CHECK in stamp and not is_as_made:
        problems.append(say("link.changed", check=quoted(stamp[CHECK][:20])))
    if problems or result is None:
        return Stamp(made_with), problems
    old, new = float(result), _year_5(now)
    if abs(old - round(new)) <= SAME:
        return Stamp(made_with), []
    if made_with in ("", HERE):  # the same model gives the same number: somebody changed the one or the other
        words = say("link.other_result", said=money(old), found=money(new))
        return Stamp(made_with), [words]
    return Stamp(made_with, (old, new)), []


def is_older(stamp: Mapping[str, str], data_version: int) -> bool:
    """Whether a link says that it was made before a version of the data."""
    made_with = stamp.get(MADE_WITH, "")
    return bool(_VERSION.fullmatch(made_with)) and _parts(made_with)[-1] < data_version


def fits(query: Mapping[str, str]) -> bool:
    """Whether the check figure is there and is that of the rest of the query: the link is as it was made."""
    return query.get(CHECK) == _check_figure({k: v for k, v in query.items() if k != CHECK})


def _year_5(now: Scenario) -> float:
    return project([now], only=("structural_result",)).cell("structural_result", 5)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(x) for x in version.split(".")) if version else ()


def _check_figure(query: Mapping[str, str]) -> str:
    # The order does not matter: a mail program may change it.
    line = "&".join(f"{k}={v}" for k, v in sorted(query.items()))
    return f"{zlib.crc32(line.encode('utf-8', 'replace')):08x}"[-6:]
