"""Children under one roof: put together and taken apart by a person, suggested, never guessed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sharebook.domain.contacts import Contact
from sharebook.domain.errors import Refused
from sharebook.domain.households import Household
from sharebook.domain.names import HouseholdId, PupilId
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded, known_at
from sharebook.services.ports import Register
from sharebook.services.spells import names_now, pupil_now
from sharebook.words.sentences import sentence

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A child who may live with another; a person says whether it is so.

    Attributes:
        adult: who stands by both of them under one name; "" where the address is the same.
    """

    pupil: PupilId
    adult: str = ""


class Housing:
    """Reads and writes households."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._read_at: tuple[int, int] | None = None
        self._by_adult: dict[tuple[str, str], list[PupilId]] = {}
        self._by_address: dict[str, list[PupilId]] = {}

    def of(self, pupil: PupilId) -> Household | None:
        """Return the household a child lives in, or None."""
        found = self._record_of(pupil)
        return found.record if found else None

    def put_together(self, pupils: Sequence[PupilId], person: str) -> Household:
        """Write that these children live together, with whoever lives with one of them already.

        Raises:
            Refused: fewer than two children, one is unknown, or they live together already.
        """
        wanted = tuple(dict.fromkeys(pupils))
        if len(wanted) < _SEVERAL:
            raise Refused("household_needs_two", "pupils")
        for pupil in wanted:
            pupil_now(self._register, pupil)
        old = {found.seq: found for each in wanted if (found := self._record_of(each))}
        everybody = {*wanted, *(it for found in old.values() for it in found.record.pupils)}
        together = tuple(sorted(everybody))
        if any(found.record.pupils == together for found in old.values()):
            names = ", ".join(names_now(self._register, together))
            raise Refused("household_known", "pupils", names=names)
        return self._join(list(old.values()), together, person)

    def take_apart(self, pupil: PupilId, reason: str, person: str) -> Household:
        """Write that a child lives with the others no longer.

        Raises:
            Refused: the child is in no household, or no reason is given.
        """
        old = self._record_of(pupil)
        if old is None:
            name = pupil_now(self._register, pupil).record.full_name
            raise Refused("household_none", "pupil", name=name)
        if not reason.strip():
            raise Refused("household_needs_reason", "reason")
        left = tuple(each for each in old.record.pupils if each != pupil)
        changed = replace(old.record, pupils=left if len(left) >= _SEVERAL else ())
        with self._register.writing(person) as writer:
            writer.add(changed, supersedes=old.seq, reason=reason.strip())
        return changed

    def suggestions(self, pupil: PupilId) -> list[Suggestion]:
        """Return who may live with a child: the same adult and surname, or the same address.

        An address that must reach nobody suggests nothing, nor does that of a protected child.

        Raises:
            Refused: there is no such child.
        """
        child = pupil_now(self._register, pupil).record
        self._read()
        known = self.of(pupil)
        there = {pupil, *(known.pupils if known else ())}
        mine = self._adults(pupil)
        maybe: set[PupilId] = set()
        for contact in mine:
            maybe.update(self._by_adult.get((_folded(contact.name), _folded(child.surname)), ()))
            maybe.update(self._by_address.get(_folded(contact.address), ()))
        found = (self._speaks_for(child, mine, other) for other in sorted(maybe - there))
        return [each for each in found if each is not None]

    def _adults(self, pupil: PupilId) -> list[Contact]:
        contacts = known_at(self._register.about(Contact, pupil), None)
        return [each for each in contacts if not each.ended]

    def _speaks_for(
        self, child: Pupil, mine: Sequence[Contact], other: PupilId
    ) -> Suggestion | None:
        """Return what speaks for `other` by what is known now; the index may be older."""
        their_record = known_at(self._register.versions(Pupil, other), None)[-1]
        theirs = self._adults(other)
        names = {_folded(each.name) for each in theirs}
        if _folded(their_record.surname) == _folded(child.surname):
            for each in mine:
                if _folded(each.name) in names:
                    return Suggestion(other, each.name)
        hidden = child.protected or their_record.protected or their_record.disposed_of
        homes = {_folded(each.safe_address) for each in theirs} - {""}
        same = any(_folded(each.safe_address) in homes for each in mine)
        return Suggestion(other) if same and not hidden else None

    def _join(
        self, old: list[Recorded[Household]], together: tuple[PupilId, ...], person: str
    ) -> Household:
        reason = sentence("household_reason")
        with self._register.writing(person) as writer:
            for each in old[1:]:
                writer.add(replace(each.record, pupils=()), supersedes=each.seq, reason=reason)
            if old:
                joined = replace(old[0].record, pupils=together)
                writer.add(joined, supersedes=old[0].seq, reason=reason)
                return joined
            made = Household(HouseholdId(writer.next_id(Household)), together)
            writer.add(made)
            return made

    def _record_of(self, pupil: PupilId) -> Recorded[Household] | None:
        for each in self._register.current(Household):
            if pupil in each.record.pupils and each.record.stands:
                return each
        return None

    def _read(self) -> None:
        # Children and adults who came since; what else changed is looked up when it matters.
        known = self._register.count(Pupil), self._register.count(Contact)
        if known == self._read_at:
            return
        pupils = {it.id: it for it in known_at(self._register.current(Pupil), None)}
        contacts = known_at(self._register.current(Contact), None)
        self._index((it, pupils[it.pupil]) for it in contacts if it.pupil in pupils)
        self._read_at = known

    def _index(self, known: Iterable[tuple[Contact, Pupil]]) -> None:
        by_adult: dict[tuple[str, str], list[PupilId]] = defaultdict(list)
        by_address: dict[str, list[PupilId]] = defaultdict(list)
        for contact, child in known:
            if contact.ended or child.disposed_of:
                continue
            by_adult[_folded(contact.name), _folded(child.surname)].append(child.id)
            if contact.safe_address and not child.protected:
                by_address[_folded(contact.address)].append(child.id)
        self._by_adult, self._by_address = by_adult, by_address


def _folded(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())
