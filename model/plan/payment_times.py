"""When a school's money comes and goes, as its reader chose it: by their keys and as typed, beside a plan.

It moves no number of a year. What the choices mean, month by month, says `model/months/timing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaymentTimes:
    """Calendars by flow, where another than the usual one was chosen, and what else was chosen.

    `shares` are twelve shares of the year for public funding as they were typed, which may not be usable yet.
    `late` are the months by which the first payment comes late.
    """

    calendars: tuple[tuple[str, str], ...] = ()
    shares: str = ""
    late: int = 0
    new_students_late: bool = False

    def calendar(self, flow: str, usual: str) -> str:
        """The key of the calendar that was chosen for a flow."""
        return dict(self.calendars).get(flow, usual)


USUAL = PaymentTimes()
