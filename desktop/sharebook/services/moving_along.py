"""What belongs to an entry and moves with it to the other log: files, incidents, what was left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.attachments import Attachment
from sharebook.domain.disposal import Disposed, Order
from sharebook.domain.errors import Trouble
from sharebook.domain.incidents import Incident
from sharebook.domain.names import AcknowledgementId, AttachmentId, IncidentId
from sharebook.domain.recorded import Recorded
from sharebook.services.disposing import DisposingWriter
from sharebook.services.ports import FilingRegister, FilingWriter, Progress

T = TypeVar("T")


class MovingWriter(FilingWriter, DisposingWriter, Protocol):
    """Writes into one of the two logs; an entry's files can leave it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Why and when something leaves a log.

    Attributes:
        numbers: the entry that moves, then those it puts right; their files go too.
        reason: what the log it leaves says of it.
    """

    numbers: tuple[int, ...]
    reason: str
    day: date
    person: str


class Belongings:
    """What belongs to one entry, read before it moves.

    Args:
        heard: hears of every file that is read.

    Raises:
        Cancelled: the person pressed Stop.
        Trouble: a file is gone.
    """

    def __init__(self, register: FilingRegister, leaving: Leaving, heard: Progress) -> None:
        self._leaving = leaving
        self._heard = heard
        numbers = set(leaving.numbers)
        every = _standing(register.current(Attachment))
        self._had_files = {each.record.entry for each in every if each.record.entry in numbers}
        shown = [each.record for each in every if not each.record.removed]
        self._files = self._read(register, [each for each in shown if each.entry in numbers])
        number = leaving.numbers[0]
        incidents = _standing(register.current(Incident))
        self._incidents = [each for each in incidents if each.record.entry == number]
        self._left = [
            each
            for each in _standing(register.current(Acknowledgement))
            if (each.record.about, each.record.number) == (About.ENTRY, number)
            and not each.record.removed
        ]

    def _read(
        self, register: FilingRegister, files: Sequence[Attachment]
    ) -> list[tuple[Attachment, bytes]]:
        read = []
        for place, each in enumerate(files):
            self._heard.report(place, len(files) + 1, "Reading its files")
            read.append((each, _bytes_of(register, each)))
        return read

    def last_chance(self) -> None:
        """Tell that all but keeping it is done.

        Raises:
            Cancelled: the person pressed Stop; nothing may be kept.
        """
        files = len(self._files)
        self._heard.report(files, files + 1, "Writing to both logs" if files else "")

    def arrive(self, writer: FilingWriter, number: int) -> None:
        """Write them into the other log, for what is entry `number` there."""
        for attachment, content in self._files:
            writer.add(
                replace(
                    attachment,
                    id=AttachmentId(writer.next_id(Attachment)),
                    entry=number,
                    digest=writer.attach(content),
                )
            )
        for incident in self._incidents:
            there = IncidentId(writer.next_id(Incident))
            writer.add(replace(incident.record, id=there, entry=number))
        for left in self._left:
            here = AcknowledgementId(writer.next_id(Acknowledgement))
            writer.add(replace(left.record, id=here, number=number))

    def leave(self, writer: MovingWriter) -> bool:
        """Write that they are gone from here, and blank the files; say whether there were any."""
        reason = self._leaving.reason
        for left in self._left:
            writer.add(replace(left.record, removed=True), left.seq, reason)
        for incident in self._incidents:
            if incident.record.closed_on is None:
                closed = replace(incident.record, closed_on=self._leaving.day, outcome=reason)
                writer.add(closed, incident.seq, reason)
        for number in sorted(self._had_files):
            writer.dispose(self._order(number))
        return bool(self._had_files)

    def _order(self, number: int) -> Order:
        leaving = self._leaving
        return Order(Disposed.FILES, number, leaving.day, leaving.reason, leaving.person)


def _standing(found: Iterable[Recorded[T]]) -> list[Recorded[T]]:
    return [each for each in found if not each.disposed]


def _bytes_of(register: FilingRegister, attachment: Attachment) -> bytes:
    content = register.attached(attachment.digest)
    if content is None:
        raise Trouble("attachment_gone", name=attachment.name)
    return content
