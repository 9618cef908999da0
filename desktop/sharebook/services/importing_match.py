"""Which pupil of the register a row speaks of: by number, never by name alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from sharebook.domain import upn as upns
from sharebook.domain.names import PupilId
from sharebook.domain.preview import Held, PupilRow, Warned
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import Recorded
from sharebook.intake.folding import fold
from sharebook.words.days import short_day

Known = Recorded[Pupil]
Identity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Book:
    """The register's pupils, found by number and by name with date of birth."""

    pupils: tuple[Known, ...]
    spells: Mapping[PupilId, list[Recorded[Spell]]]
    by_upn: Mapping[str, Known]
    by_former: Mapping[str, Known]
    by_identity: Mapping[Identity, list[Known]]

    @classmethod
    def of(cls, pupils: list[Known], spells: list[Recorded[Spell]]) -> Self:
        """Return the register's unsuperseded pupils and spells, indexed."""
        by_pupil: dict[PupilId, list[Recorded[Spell]]] = defaultdict(list)
        for spell in sorted(spells, key=lambda each: each.record.first_day):
            by_pupil[spell.record.pupil].append(spell)
        by_identity: dict[Identity, list[Known]] = defaultdict(list)
        for known in pupils:
            by_identity[identity(known.record)].append(known)
        return cls(
            tuple(pupils),
            by_pupil,
            {known.record.upn: known for known in pupils if known.record.upn},
            {former: known for known in pupils for former in known.record.former_upns},
            by_identity,
        )


def identity(pupil: Pupil) -> Identity:
    """Return legal surname, forename and date of birth for comparing."""
    return (fold(pupil.surname), fold(pupil.forename), pupil.born.isoformat())


@dataclass(frozen=True, slots=True)
class Match:
    """Where a row belongs.

    Attributes:
        known: the register's pupil, or None for a new one.
        by_name: nothing but name and date of birth speaks for it, which is enough to change
            nothing and not enough to change anything.
    """

    known: Known | None = None
    by_name: bool = False


class Matcher:
    """Matches rows one after the other; notes the rows only a person can place.

    Attributes:
        held, warnings: what was noted.
        seen: pupils of the register that the file speaks of, held rows too.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows: dict[PupilId, int] = {}
        self.held: list[Held] = []
        self.warnings: list[Warned] = []
        self.seen: set[PupilId] = set()

    def match(self, row: PupilRow) -> Match | None:
        """Return where the row belongs, or None where it was held."""
        known = self._by_number(row.pupil)
        if known is None:
            return self._by_name(row)
        if _is_somebody_else(row.pupil, known.record):
            facts = {"upn": row.pupil.upn, "who": known.record.full_name}
            born = short_day(known.record.born)
            self._hold(row, known, "pupil_upn_anothers", **facts, born=born)
            return None
        return self._claim(row, known)

    def ask(self, row: PupilRow, known: Known) -> None:
        """Hold a row that may be `known`: only a person can say."""
        self._hold(row, known, "pupil_maybe_known", who=row.pupil.full_name)

    def note_in_file(self, held: Iterable[Held]) -> None:
        """Count the pupils of rows that were held in the file as being in it."""
        names = {fold(each.who) for each in held}
        for known in self._book.pupils:
            pupil = known.record
            if fold(f"{pupil.forename} {pupil.surname}") in names:
                self.seen.add(pupil.id)

    def _by_number(self, pupil: Pupil) -> Known | None:
        book = self._book
        for number in filter(None, (pupil.upn, *pupil.former_upns)):
            known = book.by_upn.get(number) or book.by_former.get(number)
            if known:
                return known
        return None

    def _by_name(self, row: PupilRow) -> Match | None:
        """Place a row whose number the register does not know."""
        namesakes = self._book.by_identity.get(identity(row.pupil), [])
        free = [known for known in namesakes if known.record.id not in self._rows]
        for known in free:
            if _same_admission(row.pupil, known.record):
                return self._claim(row, known)
        for known in free:
            if _numberless(row.pupil) and _numberless(known.record):
                return self._claim(row, known, by_name=True)
        unsure = [known for known in free if _may_be(row.pupil, known.record)]
        if unsure:
            self._hold(row, unsure[0], "pupil_maybe_known", who=row.pupil.full_name)
            return None
        if namesakes:
            self.warnings.append(Warned(row.row, "pupil_namesake_known"))
        return Match()

    def _claim(self, row: PupilRow, known: Known, *, by_name: bool = False) -> Match | None:
        first = self._rows.setdefault(known.record.id, row.row)
        if first != row.row:
            self._hold(row, known, "pupil_matched_twice", other=first)
            return None
        self.seen.add(known.record.id)
        return Match(known, by_name)

    def _hold(self, row: PupilRow, known: Known, code: str, **facts: object) -> None:
        self.seen.add(known.record.id)
        self.held.append(Held(row.row, row.pupil.full_name, (code,), (facts,)))


def _is_somebody_else(pupil: Pupil, known: Pupil) -> bool:
    other_name = identity(pupil)[:2] != identity(known)[:2]
    return other_name and pupil.born != known.born


def _same_admission(pupil: Pupil, known: Pupil) -> bool:
    """Say whether the school's own number backs name and date of birth."""
    other_upn = bool(pupil.upn and known.upn)
    same = pupil.admission_number == known.admission_number
    return bool(pupil.admission_number) and same and not other_upn


def _may_be(pupil: Pupil, known: Pupil) -> bool:
    """Say whether a namesake could be the same child: no two lasting numbers tell them apart."""
    same_number = pupil.admission_number == known.admission_number != ""
    lasting = pupil.upn and known.upn_state == upns.PERMANENT
    return same_number or not lasting


def _numberless(pupil: Pupil) -> bool:
    return not (pupil.upn or pupil.admission_number)
