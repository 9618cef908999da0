"""A register in memory for tests of services: append-only like the real one, without a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sharebook.domain.chain import Head
from sharebook.domain.errors import Cancelled, Refused
from sharebook.domain.names import Seq
from sharebook.domain.recorded import Recorded
from sharebook.domain.school import School


class MemoryWriter:
    def __init__(self, records: list[Recorded[Any]], person: str) -> None:
        self.records = records
        self.person = person

    def next_id(self, kind):
        ids = [known.record.id for known in self.records if type(known.record) is kind]
        return max(ids, default=0) + 1

    def add(self, record, supersedes=None, reason=""):
        at = datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
        seq = Seq(len(self.records) + 1)
        if supersedes is not None:
            old = self.records[supersedes - 1]
            if old.superseded_by is not None or type(old.record) is not type(record):
                raise Refused("superseded_already")
            self.records[supersedes - 1] = replace(old, superseded_by=seq, superseded_at=at)
        self.records.append(Recorded(record, seq, at, self.person, supersedes, reason=reason))
        return seq


class MemoryRegister:
    """What `ports.Register` says, as far as the services under test ask."""

    def __init__(self, *records: object) -> None:
        self.records: list[Recorded[Any]] = []
        with self.writing("Pat Inkwell") as writer:
            for record in records:
                writer.add(record)

    def current(self, kind):
        return [known for known in self.history(kind) if known.superseded_by is None]

    def history(self, kind):
        return [known for known in self.records if type(known.record) is kind]

    def versions(self, kind, identifier):
        return [known for known in self.history(kind) if known.record.id == identifier]

    def about(self, kind, pupil):
        return [known for known in self.history(kind) if known.record.pupil == pupil]

    def head(self):
        return Head(Seq(len(self.records)), bytes(32))

    @contextmanager
    def writing(self, person) -> Iterator[MemoryWriter]:
        kept = list(self.records)
        try:
            yield MemoryWriter(self.records, person)
        except BaseException:
            self.records[:] = kept
            raise


class StoppedAfter:
    """Progress somebody stops when `steps` are done."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def report(self, done, *_, **__):
        if done >= self.steps:
            raise Cancelled


def facts(register, kind):
    """Return the unsuperseded facts of `kind`."""
    return [known.record for known in register.current(kind)]


SCHOOL = School("Example Lane Primary School", kind="MAINT", nation="england")  # type: ignore[arg-type]
