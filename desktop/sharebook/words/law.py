"""The law's lists in words."""

from datetime import date

from sharebook.domain.amendments import AMENDABLE, Amendment, Switch
from sharebook.domain.catalogue import Certainty, Row, Status
from sharebook.words.days import short_day

LISTS = {
    "lawful_bases": "Lawful bases",
    "conditions": "Second conditions",
    "schedule1": "Conditions of the Data Protection Act",
    "gateways": "Laws that make or let the school share",
    "recognised_interests": "Recognised legitimate interests",
    "transfers": "Sharing with other countries",
    "exemptions": "What may be held back",
    "request_types": "Kinds of request",
    "regulators": "Regulators",
    "safeguards": "How it is kept safe",
    "confidentiality": "Confidence",
    "no_consent_reasons": "Why consent was not asked",
    "family_told": "What the family was told",
    "caller_checks": "How a caller is known",
    "timeline": "What changes when",
    "duties": "What the school must show and do",
}
SWITCHES = {
    Switch.SHIPPED: "As the program ships it",
    Switch.ON: "It counts here",
    Switch.OFF: "It does not count here",
}
_SURE = {
    Certainty.LOOKED_UP: "Looked up",
    Certainty.SECOND_HAND: "Looked up at second hand",
    Certainty.KNOWLEDGE: "Ask your DPO to confirm",
    Certainty.UNCERTAIN: "Not certain",
}


def choices() -> list[tuple[str, object]]:
    """Return the lists that may be changed, with their names."""
    return [(LISTS[name], name) for name in AMENDABLE]


def sure(row: Row) -> str:
    """Return how far a row may be trusted: "Looked up"."""
    return _SURE[row.certainty]


def stands(row: Row | None, day: date) -> str:
    """Return whether a row counts on `day`: "In force", "Passed, not begun"."""
    if row is None:
        return "Not shipped any more"
    if row.in_force(day):
        return "In force"
    if row.status is not Status.IN_FORCE:
        return "Repealed" if row.status is Status.REPEALED else "Passed, not begun"
    if row.on and row.valid_from is not None and row.valid_from > day:
        return f"From {short_day(row.valid_from)}"
    if row.on and row.valid_to is not None:
        return f"Until {short_day(row.valid_to)}"
    return "Switched off"


def decided(own: Amendment | None) -> str:
    """Return what the school decided, shortly: "Switched on by you", or ""."""
    if own is None:
        return ""
    if own.switch is Switch.SHIPPED:
        return "Your own words" if own.words else "As shipped, on your word"
    return "Switched on by you" if own.switch is Switch.ON else "Switched off by you"
