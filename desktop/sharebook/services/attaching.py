"""Copies of what was sent: attached to an entry, read again as they were, taken out."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sharebook.domain.attachments import Attachment, Copy, Limits
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.file_names import clean_file_name
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import AttachmentId
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import FilingRegister, FilingWriter
from sharebook.words.sizes import size_words


def file_with(writer: FilingWriter, entry: int, copies: Iterable[Copy]) -> list[Attachment]:
    """Attach `copies` to entry `entry` in a running transaction; what is attached is returned."""
    return [attach_one(writer, entry, copy) for copy in copies]


def attach_one(writer: FilingWriter, entry: int, copy: Copy) -> Attachment:
    """Attach one file in a running transaction."""
    made = Attachment(
        AttachmentId(writer.next_id(Attachment)),
        entry,
        clean_file_name(copy.name),
        len(copy.content),
        writer.attach(copy.content),
    )
    writer.add(made)
    return made


class Attaching:
    """Keeps copies of what was sent with the entries of one log.

    Args:
        register: the open register, or the compartment seen as one.

    Attributes:
        sealed: it is the compartment, whose file must not tell how much it holds.
    """

    def __init__(self, register: FilingRegister, limits: Limits, *, sealed: bool = False) -> None:
        self._register = register
        self._limits = limits
        self.sealed = sealed

    @property
    def largest(self) -> int:
        """How large one file may be, in bytes."""
        return self._limits.sealed_file if self.sealed else self._limits.file

    def ready(self, copies: Iterable[Copy], entry: int = 0) -> tuple[Copy, ...]:
        """Return `copies` under the names they will be kept by; nothing is written.

        Args:
            copies: files that were read.
            entry: what they are to be attached to; 0 for an entry that is not saved yet.

        Raises:
            Refused: one is empty, too large, or attached already.
        """
        known = {each.record.digest for each in self.of(entry)} if entry else set()
        made = []
        for copy in copies:
            clean = replace(copy, name=clean_file_name(copy.name))
            self._must_fit(clean)
            digest = hashlib.sha256(clean.content).hexdigest()
            if digest in known:
                raise Refused("attachment_twice", "copies", name=clean.name)
            known.add(digest)
            made.append(clean)
        return tuple(made)

    def attach(self, entry: int, copies: Iterable[Copy], person: str) -> list[Attachment]:
        """Attach files to an entry of the log: all of them, or none.

        Raises:
            Refused: as `ready`; no such entry, it was put right by another one, struck out or
                disposed of.
            Trouble: the disk failed; nothing was attached.
        """
        self._must_stand(entry)
        ready = self.ready(copies, entry)
        with self._register.writing(person) as writer:
            return file_with(writer, entry, ready)

    def of(self, entry: int) -> list[Recorded[Attachment]]:
        """Return the files of an entry and of those it puts right, in the order of attaching.

        Raises:
            Refused: there is no such entry.
        """
        numbers = set(event_of(self._register, entry))
        return [
            each
            for each in self._register.current(Attachment)
            if each.record.entry in numbers and not each.record.removed and not each.disposed
        ]

    def entries(self) -> frozenset[int]:
        """Return the numbers of the entries that have files of their own."""
        current = self._register.current(Attachment)
        return frozenset(
            each.record.entry for each in current if not each.record.removed and not each.disposed
        )

    def read(self, number: int) -> tuple[Attachment, bytes]:
        """Return an attachment with its bytes, proved against what was attached.

        Raises:
            Refused: there is no such attachment, it was taken out or disposed of.
            Trouble: its bytes are gone, or are not those that were attached.
        """
        found = self._one(number).record
        content = self._register.attached(found.digest)
        if content is None:
            raise Trouble("attachment_gone", name=found.name)
        if hashlib.sha256(content).hexdigest() != found.digest:
            raise Trouble("attachment_changed", name=found.name)
        return found, content

    def take_out(self, number: int, because: str, person: str) -> Attachment:
        """Show an attachment no longer. Its bytes stay until the entry is disposed of.

        Raises:
            Refused: no such attachment, it was taken out already, or there is no reason.
        """
        found = self._one(number)
        if not because.strip():
            raise Refused("attachment_needs_reason", "because")
        gone = replace(found.record, removed=True)
        with self._register.writing(person) as writer:
            writer.add(gone, supersedes=found.seq, reason=because.strip())
        return gone

    def together(self) -> int:
        """Return how many bytes all attached files have, each counted once."""
        every = (each.record for each in self._register.current(Attachment) if not each.disposed)
        return sum({each.digest: each.size for each in every}.values())

    def advice(self) -> Finding | None:
        """Return a warning once all files together are many; None before."""
        together = self.together()
        if together <= self._limits.together:
            return None
        facts = {"size": size_words(together)}
        return Finding("attachments_many", Severity.WARNING, facts=facts)

    def _one(self, number: int) -> Recorded[Attachment]:
        versions = self._register.versions(Attachment, number)
        newest = versions[-1] if versions else None
        if newest is None or newest.disposed or newest.record.removed:
            raise Refused("attachment_unknown", "file", number=number)
        return newest

    def _must_fit(self, copy: Copy) -> None:
        if not copy.content:
            raise Refused("attachment_empty", "copies", name=copy.name)
        if len(copy.content) > self.largest:
            raise too_large(copy.name, self.largest, sealed=self.sealed)

    def _must_stand(self, number: int) -> None:
        newest = _versions(self._register, number)[-1]
        if newest.disposed:
            raise Refused("record_disposed_of")
        if newest.record.is_mistake:
            raise Refused("entry_by_mistake", "number", number=number)
        if newest.superseded_by is not None:
            raise Refused("entry_put_right_already", "number", number=number)


def event_of(register: FilingRegister, entry: int) -> Iterator[int]:
    """Yield the number of an entry, then of the one it puts right, and so on.

    Raises:
        Refused: there is no such entry.
    """
    versions = _versions(register, entry)
    while True:
        first = versions[0]
        yield first.record.number
        if first.supersedes is None:
            return
        wrong = register.record_at(Disclosure, first.supersedes).record.number
        versions = _versions(register, wrong)


def _versions(register: FilingRegister, number: int) -> list[Recorded[Disclosure]]:
    versions = register.versions(Disclosure, number)
    if not versions:
        raise Refused("entry_unknown", "number", number=number)
    return versions


def too_large(name: str, largest: int, *, sealed: bool) -> Refused:
    """Return why a file of that name is not attached."""
    code = "attachment_too_large_sealed" if sealed else "attachment_too_large"
    return Refused(code, "copies", name=name, limit=size_words(largest))
