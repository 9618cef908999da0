"""A request for pupil data that waits for a decision, or has had it: the in-tray."""

from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.disclosures import Asker
from sharebook.domain.names import NO_CODE, Code, PupilId, RecipientId, RequestId


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asked for data about pupils.

    Attributes:
        kind: NO_CODE where an organisation asks; else a row of the request types catalogue.
        recipient: who would receive it, if the register knows them.
        asked_for: the data asked for, in the asker's words.
        power: the law or task the asker relies on.
        wanted_by: the day by which it is wanted.
        method: how the request came.
        tracking: the asker's own reference.
        entry: the number of the entry of the log that decided it.
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
