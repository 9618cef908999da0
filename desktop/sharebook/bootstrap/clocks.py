"""The real clock, and the one a practice register may be given."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


class SystemClock:
    """Asks the computer."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251  # the one real clock

    def today(self) -> date:
        """Return today's date where the computer stands."""
        return self.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class SetClock:
    """Stands still on one day at twenty to eleven; practice registers only."""

    day: date

    def now(self) -> datetime:
        """Return the set moment: the clock on the wall says twenty to eleven."""
        return datetime.combine(self.day, time(10, 40)).astimezone(UTC)

    def today(self) -> date:
        """Return the set day."""
        return self.day
