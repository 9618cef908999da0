"""Rows about how a disclosure was decided: what set it off, what the family was told."""

from dataclasses import dataclass

from sharebook.domain.catalogue_rows import Row
from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Row):
    """What set a disclosure off.

    Attributes:
        asked: somebody asked for it.
        written_up: it is written up afterwards, so that the time of then must be asked.
        threat: it asks what the threat was.
        opens_incident: it went wrong; an incident is opened with it.
        clock: how soon the incident must be dealt with, as a row of the clocks.
        review: how soon somebody looks at the entry again, as a row of the clocks.
    """

    asked: bool = False
    written_up: bool = False
    threat: bool = False
    opens_incident: bool = False
    clock: Code = NO_CODE
    review: Code = NO_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTold(Row):
    """Whether the family was told.

    Attributes:
        withheld: it was not, on purpose; so why, by whom and until when are asked.
        clock: after how long somebody looks again, as a row of the clocks.
        says_why: it says why by itself.
    """

    withheld: bool = False
    says_why: bool = False
    clock: Code = NO_CODE
