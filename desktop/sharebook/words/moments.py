"""Moments as a person reads them: "14 Sep 2026, 10:40"."""

from datetime import datetime

from sharebook.words.days import short_day


def day_and_time(moment: datetime) -> str:
    """Return "14 Sep 2026, 10:40" by the clock on the wall; `moment` has a time zone."""
    there = moment.astimezone()
    return f"{short_day(there.date())}, {there:%H:%M}"
