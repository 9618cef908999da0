"""An incident in words."""

from datetime import datetime

from sharebook.domain.incidents import Incident
from sharebook.words.days import count, long_day, short_day

FIRST_STEPS = (
    "Ask whoever got it to delete it or send it back, and to say so in writing.",
    "Tell the head and the data protection officer now, not when all is known.",
    "If the information came from somebody else, or they hold it too, tell them.",
)


def time_left(hours_left: int, due: datetime) -> str:
    """Return "71 hours left: until 10:40 on 17 September 2026", or by how much it is over."""
    when = f"{due:%H:%M} on {long_day(due.date())}"
    if hours_left < 0:
        return f"{count(-hours_left, 'hour')} over: the time ran out at {when}"
    return f"{count(hours_left, 'hour')} left: until {when}"


def where_it_stands(incident: Incident) -> str:
    """Return how far it has come: "asked for back on 14 Sep 2026, not confirmed yet"."""
    if incident.closed_on is not None:
        return f"closed on {short_day(incident.closed_on)}"
    if incident.confirmed_on is not None:
        return f"deletion confirmed on {short_day(incident.confirmed_on)}, not closed yet"
    if incident.recalled_on is not None:
        return f"asked for back on {short_day(incident.recalled_on)}, not confirmed yet"
    return "not asked for back yet"
