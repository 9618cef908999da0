"""Something that went wrong with pupils' data: the stub that a sending in error opens."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import NO_CODE, Code, IncidentId


@dataclass(frozen=True, slots=True)
class Incident:
    """A personal data breach, or what may be one (UK GDPR Articles 4(12) and 33).

    Attributes:
        entry: number of the entry of the log that went wrong.
        aware_on, aware_at: when the school became aware, "HH:MM"; the clock of law starts then.
        kind: what went wrong, as a catalogue row.
        what: what happened, in words.
        owner: who looks after it.
        recalled_on: when the recipient was asked to delete or return it.
        confirmed_on: when the recipient confirmed that.
        partner_told_on: when whoever the data came from, or holds it too, was told.
        closed_on: when nothing was left to do; None while it is open.
    """

    id: IncidentId
    entry: int
    aware_on: date
    aware_at: str = ""
    kind: Code = NO_CODE
    what: str = ""
    owner: str = ""
    recalled_on: date | None = None
    confirmed_on: date | None = None
    partner_told_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
