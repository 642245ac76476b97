"""Events that have hit schools, as changes to a plan; and what a school without the program has less of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.evidence.levers import PLACES, Lever, load_levers
from model.evidence.reading import DATA, STATUSES, Row, from_to, near, refuse, rows_of, typed, within
from model.evidence.sources import Source, load_sources
from model.texts import declared, listed, say
from model.units import money, percent, plain
from model.years import OPERATING, OPERATING_YEARS

SHOCK_COLUMNS = (
    "key",
    "label",
    "place",
    "year",
    "what_happened",
    "first_year",
    "cut_rate",
    "cut_years",
    "enrollment_change",
    "private_revenue_change",
    "salary_growth_change",
    "grant_years_change",
    "once",
    "comes_back",
    "record",
    "record_share",
    "note",
    "status",
    "source",
)
TWIN_COLUMNS = ("lever", "at_most", "note", "status", "source")
OWNED = "owned"  # instead of a number: the devices the school owns before the start
AT_ONCE, OLD_GROWTH, NEVER, RECORD = COMES_BACK = ("at_once", "old_growth", "never", "record")
_AFTERWARDS = {
    AT_ONCE: "events.comes_back_at_once",
    OLD_GROWTH: "events.comes_back_old_growth",
    NEVER: "events.comes_back_never",
}
_LASTING = ("enrollment_change", "private_revenue_change", "salary_growth_change", "grant_years_change")


@dataclass(frozen=True, slots=True)
class Shock:
    """Something that happened to schools, written as what it does to a plan.

    Changes are shares: -0.04 is four of a hundred fewer. Lost students do not come back. First year 0 is the
    start-up year. Salaries grow by `salary_growth_change` a year more (0.02 is two points) from the first
    year on; the sustaining grant runs for `grant_years_change` years more or, below zero, fewer. `once` holds
    levers and how much higher each is in the first year alone, such as a repair that is paid once. `place` is
    "front" for the shocks shown on the board.

    `comes_back` says whether the money comes back when the years of the cut are over: at once, not but with
    the plan's growth from the lower level, never (funding per student grows no more), or as the record has
    it. `record` holds years of the plan and dollars per student as they were; the first year is the one whose
    planned funding those first dollars stand for. `record_share` of public funding follows it, the rest
    follows the plan.
    """

    key: str
    english_label: str
    place: str
    year: str
    english_what_happened: str
    first_year: int
    cut_rate: float
    cut_years: int
    enrollment_change: float
    private_revenue_change: float
    salary_growth_change: float
    grant_years_change: int
    once: tuple[tuple[str, float], ...]
    comes_back: str
    record: tuple[tuple[int, float], ...]
    record_share: float
    english_note: str
    status: str
    source: tuple[str, ...]

    @property
    def label(self) -> str:
        return declared(f"stress.{self.key}.label", self.english_label)

    @property
    def what_happened(self) -> str:
        return declared(f"stress.{self.key}.what_happened", self.english_what_happened)

    @property
    def note(self) -> str:
        return declared(f"stress.{self.key}.note", self.english_note)

    @property
    def afterwards(self) -> str:
        """Whether what was lost comes back, in a sentence or two."""
        if not self.record:
            return say(_AFTERWARDS[self.comes_back])
        dollars = listed(money(dollars) for _, dollars in self.record)
        return say("events.comes_back_record", share=percent(self.record_share, 0), dollars=dollars)

    @property
    def years(self) -> range:
        """The operating years affected: those of the cut or of what comes once, or all from the first year
        for other changes and for a cut that does not come back at once.
        """
        first = max(self.first_year, 1)
        lasts = self.comes_back != AT_ONCE or any(getattr(self, change) for change in _LASTING)
        felt = max(self.cut_years, 1 if self.once else 0)
        end = OPERATING_YEARS if lasts else min(first + felt - 1, OPERATING_YEARS)
        return range(first, end + 1)


@dataclass(frozen=True, slots=True)
class Traditional:
    """A lever's upper limit in a school without the program.

    None stands for the devices it owns before the start.
    """

    lever: str
    at_most: float | None
    english_note: str
    status: str
    source: tuple[str, ...]

    @property
    def note(self) -> str:
        return declared(f"twin.{self.lever}.note", self.english_note)


def load_stress(
    path: Path = DATA / "stress.csv",
    levers: Mapping[str, Lever] | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Mapping[str, Shock]:
    """All shocks by their key. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    register = load_levers(sources=known) if levers is None else levers
    problems: list[str] = []
    shocks = [_shock(row, register, known) for row in rows_of(path, SHOCK_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({s.key: s for s in shocks})


def _shock(row: Row, levers: Mapping[str, Lever], sources: Mapping[str, Source]) -> Shock:
    shock = Shock(
        key=row.optional("key"),
        english_label=row.text("label"),
        place=row.word("place", PLACES),
        year=row.optional("year"),
        english_what_happened=row.text("what_happened"),
        first_year=int(row.number_within("first_year", 0, OPERATING_YEARS, whole=True)),
        cut_rate=row.number_within("cut_rate", 0, 1),
        cut_years=int(row.number_within("cut_years", 0, OPERATING_YEARS, whole=True)),
        enrollment_change=row.number_within("enrollment_change", -1, 1),
        private_revenue_change=row.number_within("private_revenue_change", -1, 1),
        salary_growth_change=row.number_within("salary_growth_change", -0.5, 0.5),
        grant_years_change=int(
            row.number_within("grant_years_change", -OPERATING_YEARS, OPERATING_YEARS, whole=True)
        ),
        once=_once(row, levers),
        comes_back=row.word("comes_back", COMES_BACK),
        record=_record(row),
        record_share=row.number_within("record_share", 0, 1),
        english_note=row.text("note"),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
    )
    if bool(shock.cut_rate) != bool(shock.cut_years):
        what = f"{shock.cut_years} years with a cut of {plain(shock.cut_rate)}"
        row.fault("cut_years", what, "Give both, or zero for both.")
    if shock.cut_rate and not shock.first_year:
        row.fault("first_year", "there is no public funding to cut in the start-up year", "Give 1 to 5.")
    if (shock.comes_back == RECORD) is not bool(row.optional("record") and shock.record_share):
        row.fault("record", "a record goes with its share and with comes_back=record", "Give all or none.")
    if not (
        shock.cut_rate
        or shock.record
        or row.optional("once")
        or any(getattr(shock, change) for change in _LASTING)
    ):
        row.fault("cut_rate", "the shock changes nothing", "Give it an effect.")
    return shock


def _record(row: Row) -> tuple[tuple[int, float], ...]:
    """Years of the plan and dollars per student: "1=4390|2=4087|3=4290", in order and above zero."""
    found = []
    for part in filter(None, row.optional("record").split("|")):
        year, _, written = part.partition("=")
        dollars = typed(written)
        if year not in map(str, OPERATING) or not dollars or dollars < 0:
            row.fault("record", f"{part!r} is no year with its dollars", "Write year=dollars, as 2=4087.")
        else:
            found.append((int(year), float(dollars)))
    years = [year for year, _ in found]
    if years != list(range(years[0], years[0] + len(years)) if years else ()):
        row.fault("record", "the years do not follow each other", "Give every year once, in order.")
    return tuple(found)


def _once(row: Row, levers: Mapping[str, Lever]) -> tuple[tuple[str, float], ...]:
    """Levers with what comes on top of each: "repairs=80000", several with a bar between them."""
    found = []
    for part in filter(None, row.optional("once").split("|")):
        key, _, written = part.partition("=")
        lever, amount = levers.get(key), typed(written)
        if lever is None or lever.bounds is None:
            row.fault("once", f"{key!r} is no lever with numbers", near(key, levers, "See levers.csv."))
        elif not amount:
            row.fault("once", f"{part!r} adds nothing", "Write lever=amount, as repairs=80000.")
        elif lever.per_year is (row.number("first_year") == 0):
            when = "year by year" if lever.per_year else "once for all years"
            remedy = "First year 0 goes with a lever that holds for all years, 1 to 5 with one for each year."
            row.fault("once", f"{key!r} is set {when}", remedy)
        else:
            found.append((key, amount))
    return tuple(found)


def load_twin(
    path: Path = DATA / "twin.csv",
    levers: Mapping[str, Lever] | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Mapping[str, Traditional]:
    """The upper limits of a school without the program, by lever. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    register = load_levers(sources=known) if levers is None else levers
    problems: list[str] = []
    rows = [_traditional(row, register, known) for row in rows_of(path, TWIN_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({r.lever: r for r in rows})


def _traditional(row: Row, levers: Mapping[str, Lever], sources: Mapping[str, Source]) -> Traditional:
    key = row.optional("lever")
    lever = levers.get(key)
    is_owned = row.optional("at_most") == OWNED and key == "devices_per_pupil"
    at_most = None if is_owned else row.number("at_most")
    if lever is None or lever.bounds is None:
        row.fault("lever", f"{key!r} is no lever with numbers", near(key, levers, "See levers.csv."))
    elif at_most is not None and not within(at_most, lever.bounds):
        remedy = f"Give a number {from_to(lever.bounds)}."
        row.fault("at_most", f"{plain(at_most)} is outside the bounds", remedy)
    return Traditional(
        lever=key,
        at_most=at_most,
        english_note=row.text("note"),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
    )
