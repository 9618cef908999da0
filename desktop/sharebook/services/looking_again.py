"""By which day somebody looks at an emergency again."""

from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock_ends import last_day
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Code
from sharebook.domain.school_days import SchoolCalendar


class LookingAgain:
    """Works the day out for a list of entries; of those of one day once."""

    def __init__(self, catalogues: Catalogues, calendar: SchoolCalendar) -> None:
        self._catalogues = catalogues
        self._calendar = calendar
        self._known: dict[tuple[str, date], date | None] = {}

    def at(self, entry: Disclosure) -> date | None:
        """Return the day by which somebody looks at an emergency again; None of other entries."""
        basis = self._catalogues.lawful_bases.get(entry.basis.lawful_basis)
        trigger = self._catalogues.triggers.get(entry.trigger)
        asked = (basis.review if basis else "") or (trigger.review if trigger else "")
        if not asked:
            return None
        if (asked, entry.day) not in self._known:
            self._known[asked, entry.day] = self._day(Code(asked), entry.day)
        return self._known[asked, entry.day]

    def _day(self, asked: Code, first: date) -> date | None:
        clock = self._catalogues.clocks.get(asked)
        return last_day(clock, first, self._calendar) if clock else None
