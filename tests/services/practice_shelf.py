"""A register in a list, and the practice school played into it."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sharebook.catalogues.loading import load
from sharebook.domain.errors import Cancelled
from sharebook.domain.names import Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded
from sharebook.services.practising import practise

TODAY = date(2026, 11, 21)


class Shelf:
    """A register that keeps its records in a list."""

    def __init__(self):
        self.kept: list[Any] = []
        self.person = ""

    def of(self, kind):
        gone = {supersedes for _, supersedes, _ in self.kept}
        return [
            record
            for seq, (record, _, _) in enumerate(self.kept, start=1)
            if isinstance(record, kind) and seq not in gone
        ]

    def current(self, kind):
        moment = datetime(2026, 11, 21, tzinfo=UTC)
        return [Recorded(record, Seq(0), moment, self.person) for record in self.of(kind)]

    @contextmanager
    def writing(self, person):
        self.person, before = person, len(self.kept)
        try:
            yield self
        except BaseException:
            del self.kept[before:]
            raise

    def add(self, record, supersedes=None, reason=""):
        self.kept.append((record, supersedes, reason))
        return Seq(len(self.kept))


class Heard:
    def __init__(self, stop_after=None):
        self.words = []
        self.stop_after = stop_after

    def report(self, done, total, doing=""):
        self.words.append(doing)
        assert 0 <= done <= total
        if self.stop_after is not None and done >= self.stop_after:
            raise Cancelled


@cache
def played_today():
    return played_on(TODAY)


def played_on(today):
    shelf: Any = Shelf()
    summary = practise(shelf, load(), Heard(), today)
    return shelf, summary


def named(shelf, name):
    return next(pupil for pupil in shelf.of(Pupil) if pupil.full_name == name)
