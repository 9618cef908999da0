"""Answer a family: who has this child's data, what, why, since when."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from sharebook.domain.answers import Answer, Lists, PupilFacts, answer
from sharebook.domain.calls import Call
from sharebook.domain.canonical import canonical
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.considered import NotTold
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.entries import standing
from sharebook.domain.errors import Refused
from sharebook.domain.names import CallId, Code, ContactId, PupilId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import Recorded, known_at
from sharebook.services.book import Book
from sharebook.services.ports import Register

_DAY = timedelta(days=1)
_TOLD = NotTold()  # nothing is kept from the family


@dataclass(frozen=True, slots=True)
class CallNote:
    """What the office typed about a call."""

    caller: ContactId | None
    caller_name: str = ""
    known_by: tuple[Code, ...] = ()
    note: str = ""


class Answering:
    """Finds the child, computes the answer, keeps the call note."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._clock = clock
        self._lists = Lists(catalogues.cycles, catalogues.items)
        told = catalogues.family_told.values()
        self._quiet = frozenset(row.code for row in told if row.withheld)

    def find(self, words: str, limit: int = 50) -> list[Pupil]:
        """Return pupils whose name, class or UPN matches what was typed, best first."""
        return self._register.find_pupils(words, limit)

    def pupil(self, identifier: PupilId, known: datetime | None = None) -> Pupil:
        """Return one pupil as known at a moment.

        Raises:
            Refused: there was no such pupil then, or the record was disposed of since.
        """
        return self._pupil(identifier, self._register.versions(Pupil, identifier), known)

    def _pupil(
        self, identifier: PupilId, versions: list[Recorded[Pupil]], known: datetime | None
    ) -> Pupil:
        pupils = known_at(versions, known)
        if versions and versions[-1].record.disposed_of:
            raise Refused("pupil_disposed_of", "pupil", day=self._disposed_on(identifier))
        if versions and not pupils:
            raise Refused("pupil_not_known_then", "pupil", name=versions[-1].record.full_name)
        if not pupils:
            raise Refused("pupil_unknown", "pupil", number=identifier)
        return pupils[-1]

    def _disposed_on(self, identifier: PupilId) -> date:
        """Return the day on which a pupil's record was disposed of."""
        disposals = known_at(self._register.about(Disposal, identifier), None)
        return next(each.day for each in disposals if each.what is Disposed.PUPIL)

    def facts(
        self, identifier: PupilId, known: datetime | None = None, *, everything: bool = True
    ) -> PupilFacts:
        """Gather all that was known about one pupil's sharing at a moment (None: now).

        Args:
            identifier: the pupil.
            known: the moment.
            everything: what the family may not hear today, too.
        """
        register, book = self._register, self._book
        versions = register.versions(Pupil, identifier)
        acts = register.disclosures_about(identifier)
        if not everything:
            acts = self._may_be_told(acts)
        return PupilFacts(
            pupil=self._pupil(identifier, versions, known),
            spells=tuple(known_at(register.about(Spell, identifier), known)),
            flows=book.flows(known),
            exclusions=tuple(each for each in book.exclusions(known) if each.pupil == identifier),
            disclosures=tuple(known_at(acts, known)),
            # A clock that went back may date a recipient after what it was given; it has a name.
            recipients={**book.recipients(), **book.recipients(known)},
            earlier=_earlier(versions, known),
        )

    def answer(
        self,
        identifier: PupilId,
        as_at: date | None = None,
        known: datetime | None = None,
        since: date | None = None,
        *,
        office: bool = False,
    ) -> Answer:
        """Return the answer as at a day (None: today) and as known at a moment (None: now).

        What the family is not told today is left out, whatever day is asked about, as if it were
        not there; `office` says that the answer is for the office's own eyes.
        """
        facts = self.facts(identifier, known, everything=office)
        return answer(facts, self._lists, as_at or self._clock.today(), since)

    def _may_be_told(self, acts: list[Recorded[Disclosure]]) -> list[Recorded[Disclosure]]:
        """Leave out each act that the family is not told of, by what stands of it now."""
        quiet, records = self._quiet, [each.record for each in acts]
        if all(it.family_told not in quiet and it.not_told == _TOLD for it in records):
            return acts
        today, by_seq = self._clock.today(), {each.seq: each for each in acts}

        def stands(each: Recorded[Disclosure]) -> Disclosure:
            while each.superseded_by in by_seq:
                each = by_seq[each.superseded_by]
            return each.record

        def is_told(now: Disclosure) -> bool:
            without_end = now.family_told in quiet and now.not_told.until is None
            return not without_end and not now.not_told.holds_on(today)

        return [each for each in acts if is_told(stands(each))]

    def spells(self, identifier: PupilId) -> tuple[Spell, ...]:
        """Return the pupil's periods on roll, oldest first."""
        spells = known_at(self._register.about(Spell, identifier), None)
        return tuple(sorted(spells, key=lambda spell: spell.first_day))

    def contacts(self, identifier: PupilId) -> tuple[Contact, ...]:
        """Return the adults in the child's life, in the order the school rings them."""
        contacts = known_at(self._register.about(Contact, identifier), None)
        return tuple(sorted((it for it in contacts if not it.ended), key=lambda it: it.rank))

    def calls(self, identifier: PupilId) -> tuple[Call, ...]:
        """Return the kept call notes about one pupil, oldest first."""
        return tuple(known_at(self._register.about(Call, identifier), None))

    def events(self, identifier: PupilId) -> tuple[Disclosure, ...]:
        """Return every disclosure about one pupil that stands, refusals too, oldest first."""
        found = standing(self._register.disclosures_about(identifier))
        return tuple(each.record for each in found)

    def keep_call(self, given: Answer, call: CallNote, person: str) -> Call:
        """Keep the call note, with a digest of the answer exactly as it was given.

        Raises:
            Refused: nobody was chosen, the caller was not checked, or may be told nothing.
        """
        contact = self._caller(given.pupil.id, call)
        now = self._clock.now().astimezone()  # a call is noted by the clock on the wall
        with self._register.writing(person) as writer:
            kept = Call(
                id=CallId(writer.next_id(Call)),
                pupil=given.pupil.id,
                day=self._clock.today(),
                time=f"{now:%H:%M}",
                caller=call.caller,
                caller_name=contact.name if contact else call.caller_name.strip(),
                known_by=call.known_by,
                note=call.note.strip(),
                answer_digest=hashlib.sha256(canonical(given.lines)).hexdigest(),
                organisations=len({line.recipient for line in given.lines}),
            )
            writer.add(kept)
        return kept

    def _caller(self, pupil: PupilId, call: CallNote) -> Contact | None:
        if call.caller is None:
            if not call.caller_name.strip():
                raise Refused("caller_unnamed", "caller")
            return None
        contact = next(each for each in self.contacts(pupil) if each.id == call.caller)
        if contact.restriction is Restriction.NO_CONTACT:
            raise Refused("caller_barred", "caller", name=contact.name)
        if not call.known_by:
            raise Refused("caller_unchecked", "known_by")
        return contact


def _goes_by(pupil: Pupil) -> tuple[object, ...]:
    """Return what of a pupil's record decides which flows take the pupil in."""
    return pupil.protected, frozenset(pupil.flags)


def _earlier(
    versions: Iterable[Recorded[Pupil]], known: datetime | None
) -> tuple[tuple[date, Pupil], ...]:
    """Return what a record said before about what flows go by, each with its last day.

    A flag or a protection has no days of its own: it counts from the day it was written down.
    """
    told = [each for each in versions if not each.disposed and (known is None or each.at <= known)]
    return tuple(
        (after.at.astimezone().date() - _DAY, before.record)
        for before, after in pairwise(told)
        if _goes_by(before.record) != _goes_by(after.record)
    )
