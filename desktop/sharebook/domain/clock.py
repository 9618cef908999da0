"""Where the time comes from: asked for, never taken."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; tests and practice registers bring their own."""

    def now(self) -> datetime:
        """Return the present moment in UTC, with its time zone."""
        ...

    def today(self) -> date:
        """Return today's date at the school."""
        ...
