"""How long things are kept here, what holds stop, and what is due for disposal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sharebook.domain.calls import Call
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposed
from sharebook.domain.entries import Entry, entries_of
from sharebook.domain.errors import Refused
from sharebook.domain.holds import Hold, HoldId, HoldReason
from sharebook.domain.names import Code, PupilId, RecipientId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import Recorded
from sharebook.domain.retention import (
    Circumstances,
    Due,
    Ended,
    Keeping,
    KeepingId,
    Rule,
    ended,
    rules_here,
)
from sharebook.services.book import Book
from sharebook.services.ports import Register

YEARS = range(1, 121)


class Retaining:
    """Keeps the schedule and the holds, and works out what has run its time."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._clock = clock

    # ------------------------------------------------------------ the schedule

    def rules(self) -> list[Rule]:
        """Return the retention rules as they are used here today, switched-off ones too."""
        school = self._book.school()
        chosen = [each.record for each in self._register.current(Keeping)]
        rows = self._catalogues.retention.values()
        return rules_here(rows, chosen, school.nation, school.kind, self._clock.today())

    def choose(
        self, rule: Code, years: int, authority: str, person: str, *, in_use: bool = True
    ) -> Keeping:
        """Write the school's own word on one rule; a later word supersedes it.

        Raises:
            Refused: no such rule, no sensible number of years, or nobody's authority.
        """
        known = [each.row.code for each in self.rules()]
        if rule not in known:
            raise Refused("keeping_unknown", "rule", rule=rule, known=", ".join(known))
        if years not in YEARS:
            raise Refused("keeping_years_wrong", "years")
        if not authority.strip():
            raise Refused("keeping_needs_authority", "authority")
        before = [each for each in self._register.current(Keeping) if each.record.rule == rule]
        with self._register.writing(person) as writer:
            number = before[-1].record.id if before else KeepingId(writer.next_id(Keeping))
            chosen = Keeping(number, rule, years, authority.strip(), in_use)
            writer.add(chosen, before[-1].seq if before else None)
        return chosen

    # ------------------------------------------------------------ holds

    def holds(self, *, lifted: bool = False) -> list[Recorded[Hold]]:
        """Return the holds in force, in the order of their writing; or also the lifted ones."""
        found = self._register.current(Hold)
        return [each for each in found if lifted or each.record.lifted_on is None]

    def hold(
        self,
        why: HoldReason,
        note: str,
        person: str,
        pupil: PupilId | None = None,
        recipient: RecipientId | None = None,
    ) -> Hold:
        """Stop disposal from today: of everything, or about one pupil, or to one recipient.

        Raises:
            Refused: the note says nothing.
        """
        if not note.strip():
            raise Refused("hold_needs_note", "note")
        with self._register.writing(person) as writer:
            number = HoldId(writer.next_id(Hold))
            made = Hold(number, why, note.strip(), self._clock.today(), pupil, recipient)
            writer.add(made)
        return made

    def lift(self, number: int, because: str, person: str) -> Hold:
        """End a hold today; the hold and the reason stay on record.

        Raises:
            Refused: no such hold, it was lifted before, or no reason.
        """
        found = self._register.versions(Hold, number)
        if not found:
            raise Refused("hold_unknown", "number", number=number)
        newest = found[-1]
        if newest.record.lifted_on is not None:
            raise Refused("hold_lifted_already", number=number, day=newest.record.lifted_on)
        if not because.strip():
            raise Refused("hold_needs_because", "because")
        lifted = replace(newest.record, lifted_on=self._clock.today())
        with self._register.writing(person) as writer:
            writer.add(lifted, newest.seq, because.strip())
        return lifted

    # ------------------------------------------------------------ what is due

    def due(self) -> list[Due]:
        """Return what need not be kept any longer, held or not, longest overdue first."""
        rules = self.rules()
        found = [*self._pupils(rules), *self._entries(rules), *self._calls(rules)]
        return sorted(found, key=lambda each: (each.ended.on, each.what, each.number))

    def due_one(self, what: Disposed, number: int) -> Due:
        """Return one thing that is due.

        Raises:
            Refused: disposal_nothing, disposal_on_roll, disposal_never_due, disposal_not_due.
        """
        makers = {
            Disposed.PUPIL: self._one_pupil,
            Disposed.ENTRY: self._one_entry,
            Disposed.CALL: self._one_call,
        }
        about = makers[what](number)
        if about is None:
            raise Refused("disposal_nothing", what=what.value, number=number)
        circumstances, pupils, recipients = about
        end = ended(self.rules(), what, circumstances)
        if end is None:
            raise Refused("disposal_never_due")
        if end.on > self._clock.today():
            raise Refused("disposal_not_due", day=end.on)
        pupil = next(iter(pupils)) if len(pupils) == 1 else None
        return Due(what, number, pupil, end, self._stopping(pupils, recipients))

    def _stopping(
        self, pupils: frozenset[PupilId], recipients: frozenset[RecipientId]
    ) -> tuple[Hold, ...]:
        today = self._clock.today()
        holds = [each.record for each in self.holds()]
        return tuple(
            each for each in holds if each.holds_on(today) and each.stops(pupils, recipients)
        )

    def _pupils(self, rules: list[Rule]) -> Iterator[Due]:
        spells = _last_days(self._register.current(Spell))
        today = self._clock.today()
        for each in self._register.current(Pupil):
            child = each.record
            left = spells.get(child.id)
            if each.disposed or left is None or left >= today:
                continue
            plain = Circumstances(child.born, left, flags=child.flags)
            end = ended(rules, Disposed.PUPIL, plain)
            if end is not None and end.on <= today:  # only now is the log worth reading
                yield from self._pupil(rules, child, plain)

    def _pupil(self, rules: list[Rule], child: Pupil, plain: Circumstances) -> Iterator[Due]:
        items, recipients = self._given(child.id)
        end = ended(rules, Disposed.PUPIL, replace(plain, items=items))
        if end is not None and end.on <= self._clock.today():
            holds = self._stopping(frozenset([child.id]), recipients)
            yield Due(Disposed.PUPIL, child.id, child.id, end, holds)

    def _given(self, pupil: PupilId) -> tuple[frozenset[Code], frozenset[RecipientId]]:
        """Return which items were ever shared about the child alone, and with whom anything."""
        entries = [each.record for each in self._register.disclosures_about(pupil)]
        alone = [each for each in entries if len(each.cohort) == 1]
        items = frozenset(item for each in alone for item in each.items)
        return items, frozenset(each.recipient for each in entries)

    def _entries(self, rules: list[Rule]) -> Iterator[Due]:
        if not any(rule.in_use and rule.row.keeps == Disposed.ENTRY for rule in rules):
            return
        today = self._clock.today()
        for entry in entries_of(self._register.disclosures_between(date.min, today)):
            newest = entry.newest
            if newest.disposed or newest.superseded_by is not None or not _is_single(entry):
                continue
            end = ended(rules, Disposed.ENTRY, Circumstances(entry=newest.record.day))
            if end is not None and end.on <= today:
                yield self._entry(newest.record, end)

    def _entry(self, entry: Disclosure, end: Ended) -> Due:
        pupils, recipients = frozenset(entry.cohort), frozenset([entry.recipient])
        pupil = next(iter(pupils)) if len(pupils) == 1 else None
        holds = self._stopping(pupils, recipients)
        return Due(Disposed.ENTRY, entry.number, pupil, end, holds)

    def _calls(self, rules: list[Rule]) -> Iterator[Due]:
        if not any(rule.in_use and rule.row.keeps == Disposed.CALL for rule in rules):
            return
        today = self._clock.today()
        for each in self._register.current(Call):
            call = each.record
            end = ended(rules, Disposed.CALL, Circumstances(entry=call.day))
            if not each.disposed and end is not None and end.on <= today:
                holds = self._stopping(frozenset([call.pupil]), frozenset())
                yield Due(Disposed.CALL, call.id, call.pupil, end, holds)

    def _one_pupil(self, number: int) -> "_About | None":
        pupil = PupilId(number)
        versions = self._register.versions(Pupil, number)
        if not versions or versions[-1].disposed:
            return None
        child = versions[-1].record
        own = [each for each in self._register.about(Spell, pupil) if each.superseded_by is None]
        left = _last_days(own).get(pupil)
        if left is None or left >= self._clock.today():
            raise Refused("disposal_on_roll", name=child.full_name)
        items, recipients = self._given(pupil)
        about = Circumstances(child.born, left, flags=child.flags, items=items)
        return about, frozenset([pupil]), recipients

    def _one_entry(self, number: int) -> "_About | None":
        versions = self._register.versions(Disclosure, number)
        if not versions or versions[-1].disposed:
            return None
        entry = versions[-1].record
        about = Circumstances(entry=entry.day)
        return about, frozenset(entry.cohort), frozenset([entry.recipient])

    def _one_call(self, number: int) -> "_About | None":
        versions = self._register.versions(Call, number)
        if not versions or versions[-1].disposed:
            return None
        call = versions[-1].record
        return Circumstances(entry=call.day), frozenset([call.pupil]), frozenset()


_About = tuple[Circumstances, frozenset[PupilId], frozenset[RecipientId]]


def _last_days(spells: list[Recorded[Spell]]) -> dict[PupilId, date | None]:
    """Return the last day on roll of each child; None for one who has not left."""
    found: dict[PupilId, date | None] = {}
    for each in spells:
        spell = each.record
        before = found.get(spell.pupil, date.min)
        open_end = before is None or spell.last_day is None
        found[spell.pupil] = (
            None if open_end else max(before or date.min, spell.last_day or date.min)
        )
    return found


def _is_single(entry: Entry) -> bool:
    return len(entry.newest.record.cohort) == 1
