"""What a person with pencil and paper would know, and comparing a log with it."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import entries_of
from sharebook.domain.names import PupilId
from sharebook.domain.recorded import Recorded


@dataclass
class Paper:
    """What a person with pencil and paper would know of one log.

    Attributes:
        words: what each number says.
        counts: the numbers that count.
        struck: those struck out.
        about: the children of each number.
        gone: the children that were disposed of.
    """

    words: dict[int, str] = field(default_factory=dict)
    counts: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    about: dict[int, frozenset[PupilId]] = field(default_factory=dict)
    gone: frozenset[PupilId] = frozenset()

    def copy(self) -> "Paper":
        return deepcopy(self)

    @property
    def blank(self) -> set[int]:
        """The numbers about nobody who is left."""
        return {number for number, about in self.about.items() if about <= self.gone}

    @property
    def alive(self) -> list[int]:
        """The numbers that count and can still be put right."""
        return sorted(self.counts - self.blank)


def wrote(paper: Paper, entry: Disclosure) -> None:
    paper.words[entry.number] = entry.purpose
    paper.counts.add(entry.number)
    paper.about[entry.number] = frozenset(entry.cohort)


def compare(recorded: Iterable[Recorded[Disclosure]], paper: Paper) -> None:
    entries = {entry.first.record.number: entry for entry in entries_of(recorded)}
    said = {number: each.first.record.purpose for number, each in entries.items()}
    assert said.keys() == paper.words.keys()
    assert {number for number, each in entries.items() if each.newest.disposed} == paper.blank
    for number in said.keys() - paper.blank:
        assert said[number] == paper.words[number]
    assert {number for number, each in entries.items() if each.stands} == paper.counts
    struck = {number for number, each in entries.items() if each.newest.record.is_mistake}
    assert struck == paper.struck


def skeleton(recorded: Recorded[Disclosure]) -> tuple[object, ...]:
    record = recorded.record
    return recorded.seq, record.number, record.day, record.recipient, record.basis, record.cohort
