"""What `writer.lock` says about whoever is writing, for people to read."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

_LONGEST = 100  # letters of a name; a note has room for 1,024 bytes
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class WriterNote:
    """Who holds the register for writing.

    Attributes:
        computer: its name on the network.
        since: when writing began, ISO 8601 UTC.
        alive: the last sign of life, ISO 8601 UTC.
        nonce: unlike any other holder's, so that a holder knows its own note again.
    """

    person: str
    computer: str
    since: str
    alive: str
    nonce: str = ""

    def to_bytes(self) -> bytes:
        """Return the note as one line of JSON."""
        short = {name: value[:_LONGEST] for name, value in asdict(self).items()}
        return json.dumps(short, ensure_ascii=False).encode("utf-8", "replace")

    def age(self, now: datetime) -> float:
        """Return how many seconds ago the last sign of life was given."""
        return (now - datetime.fromisoformat(self.alive)).total_seconds()

    def facts(self, now: datetime) -> dict[str, object]:
        """Return what a sentence about the writer mentions."""
        return {
            "who": self.person,
            "computer": self.computer,
            "since": _clock_time(self.since, now),
            "seen": _age(self.alive, now),
        }


def read_note(text: bytes) -> WriterNote | None:
    """Return the note that `text` holds; None when it is blank, cut or not a note."""
    try:
        found = json.loads(text)
        note = WriterNote(*(str(found[name]) for name in WriterNote.__dataclass_fields__))
        datetime.fromisoformat(note.since)
        datetime.fromisoformat(note.alive)
    except (ValueError, KeyError, TypeError):
        return None
    return note


def _clock_time(moment: str, now: datetime) -> str:
    then = datetime.fromisoformat(moment).astimezone()
    if then.date() == now.astimezone().date():
        return f"{then:%H:%M}"
    return f"{then:%H:%M on} {then.day} {then:%B}"


def _age(moment: str, now: datetime) -> str:
    seconds = int((now - datetime.fromisoformat(moment)).total_seconds())
    if seconds < 1:  # two computers never agree on the second
        return "just now"
    if seconds < _MINUTE:
        return "1 second ago" if seconds == 1 else f"{seconds} seconds ago"
    if seconds < _HOUR:
        return "more than a minute ago"
    return "more than an hour ago"
