"""A request for pupil data that waits for a decision, or has had it: the in-tray."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.disclosures import Asker
from sharebook.domain.names import NO_CODE, Code, PupilId, RecipientId, RequestId
from sharebook.domain.recipients import Recipient


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asked for data about pupils.

    Attributes:
        kind: NO_CODE where an organisation asks; else a row of the request types catalogue.
        recipient: who would receive it, if the register knows them.
        asked_for: the data asked for, in the asker's words.
        power: the law or task the asker relies on.
        wanted_by: the day by which it is wanted; once a decision was put off, the day on which to
            look at it again.
        method: how the request came.
        tracking: the asker's own reference.
        entry: the number of the entry of the log that decided it, or put the decision off.
        closed_on: when it was decided or taken back; None while it waits.
        outcome: how it ended, where no entry says it.
    """

    id: RequestId
    received_on: date
    kind: Code = NO_CODE
    recipient: RecipientId | None = None
    asker: Asker = field(default_factory=Asker)
    pupils: tuple[PupilId, ...] = ()
    items: tuple[Code, ...] = ()
    asked_for: str = ""
    purpose: str = ""
    power: str = ""
    wanted_by: date | None = None
    method: Code = NO_CODE
    tracking: str = ""
    entry: int | None = None
    closed_on: date | None = None
    outcome: str = ""
    note: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.closed_on is None

    def whose(self, recipients: Mapping[RecipientId, Recipient]) -> str:
        """Return who asks: the recipient, or the organisation or name that was given."""
        known = recipients.get(self.recipient) if self.recipient is not None else None
        return known.name if known else self.asker.organisation or self.asker.name


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the in-tray shows it.

    Attributes:
        day: by when it is wanted, or on which day to look at it again; None if nobody said.
        school_days: how many it has waited since the day it came, or took to be decided.
        put_off: a decision was put off, and it waits on.
        late: it waits, and its day has passed.
    """

    request: Request
    day: date | None
    school_days: int
    put_off: bool = False
    late: bool = False

    @property
    def pressing(self) -> tuple[int, ...]:
        """Sorts the most pressing first: what waits by its day, then the newest decided."""
        asked, number = self.request, int(self.request.id)
        if asked.closed_on is not None:
            return (1, -asked.closed_on.toordinal(), -number)
        day = self.day or date.max
        return (0, day.toordinal(), asked.received_on.toordinal(), number)
