"""Dispose of what has run its time, on somebody's word; nothing here happens by itself."""

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Protocol

from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal, Disposed, Order
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code, PupilId
from sharebook.domain.people import StaffRole
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded
from sharebook.domain.retention import Due
from sharebook.services.asked_about import asked_alone
from sharebook.services.ports import Register, Writer
from sharebook.services.retaining import Retaining
from sharebook.words.disposal import hold_words
from sharebook.words.staff import staff_role

_WORD = re.compile(r"\w+")


class DisposingWriter(Writer, Protocol):
    """Also blanks what a disposal covers, in the same transaction."""

    def dispose(self, order: Order) -> Disposal:
        """Write the disposal and blank what it covers.

        Raises:
            Refused: disposal_nothing.
        """
        ...


class DisposingRegister(Register, Protocol):
    """A register that can forget."""

    def writing(self, person: str) -> AbstractContextManager[DisposingWriter]:
        """Open one transaction in `person`'s name; all of it is kept or none."""
        ...

    def sweep(self) -> bool:
        """Write the file anew after a disposal, if that is owed; say whether it was done."""
        ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """What disposing of one thing would do, to look at and to print before anybody says so.

    Attributes:
        alone: numbers of the log that would be blanked.
        shared: numbers of the log that also tell of other children; they stay as they are.
        naming: those of `shared` whose words name this child.
        requests: numbers of requests about this child, decided or not, that would be blanked.
    """

    due: Due
    alone: tuple[int, ...] = ()
    shared: tuple[int, ...] = ()
    naming: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """On whose word something goes.

    Attributes:
        because: why it may go.
        approved_by: who approved it; the head approves by doing it.
        person, role: who is at the keyboard.
    """

    because: str
    approved_by: str
    person: str
    role: Code


class Beyond(Protocol):
    """What else is kept about a child, for whoever at the keyboard may read it."""

    def refuse(self, pupils: Collection[int]) -> None:
        """Let children pass of whom nothing there must be kept any longer.

        Raises:
            Refused: something must be kept, or is held.
        """
        ...

    def finish(self, person: str, pupils: Collection[int]) -> object:
        """Blank what is there about children who were disposed of."""
        ...

    def sweep(self) -> bool:
        """Clear the last traces there; False if that must wait."""
        ...


def _nothing_beyond() -> None:
    return None


class Disposing:
    """Proposes, and disposes of, what the retention rules let go.

    Args:
        beyond: returns the compartment's part in it, or None for who does not hold its key.
        forget: throws away what is half-typed about what was disposed of.
    """

    def __init__(
        self,
        register: DisposingRegister,
        retaining: Retaining,
        clock: Clock,
        beyond: Callable[[], Beyond | None] = _nothing_beyond,
        forget: Callable[[list[Disposal]], None] = lambda _made: None,
    ) -> None:
        self._forget = forget
        self._beyond = beyond
        self._register = register
        self._retaining = retaining
        self._clock = clock

    def propose(self, what: Disposed, number: int) -> Proposal:
        """Return what disposing of one thing would do; nothing is written.

        Raises:
            Refused: as `Retaining.due_one`.
        """
        due = self._retaining.due_one(what, number)
        if what is not Disposed.PUPIL:
            return Proposal(due, (number,) if what is Disposed.ENTRY else ())
        entries = self._register.disclosures_about(PupilId(number))
        gone = {each.record.id for each in self._register.current(Pupil) if each.disposed}
        gone.add(PupilId(number))
        stays = [each for each in entries if not gone.issuperset(each.record.cohort)]
        alone = {each.record.number for each in entries if not each.disposed}
        shared = {each.record.number for each in stays}
        child = self._register.versions(Pupil, number)[-1].record
        naming = {each.record.number for each in stays if _names(each, child)}
        return Proposal(
            due,
            alone=tuple(sorted(alone - shared)),
            shared=tuple(sorted(shared)),
            naming=tuple(sorted(naming)),
            requests=asked_alone(self._register, PupilId(number), gone),
        )

    def dispose(self, what: Disposed, number: int, word: Word) -> Disposal:
        """Blank one thing whose time has ended, and write the file anew.

        Raises:
            Refused, Trouble: as `blank`.
        """
        (disposal,) = self.blank([(what, number)], word)
        self.sweep()
        return disposal

    def blank(self, wanted: Sequence[tuple[Disposed, int]], word: Word) -> list[Disposal]:
        """Blank what has run its time, all of it or nothing, each a line of the register.

        What is sealed about the same children alone goes with them where a holder of its key does
        this; should the disk fail in between, it is left for a holder to finish.
        `sweep` must follow; it may take seconds, and can be done in another thread.

        Raises:
            Refused: nobody's word, a hold, its time has not ended, or there is nothing left.
            Trouble: the disk failed; nothing was disposed of.
        """
        if word.role == Code(StaffRole.DATA_PROTECTION_OFFICER):
            raise Refused("disposal_only_reads", role=staff_role(word.role))
        orders = [self._order(what, number, word) for what, number in wanted]
        pupils = [number for what, number in wanted if what is Disposed.PUPIL]
        beyond = self._beyond() if pupils else None
        if beyond is not None:
            beyond.refuse(pupils)
        with self._register.writing(word.person) as writer:
            made = [writer.dispose(each) for each in orders]
        if beyond is not None:
            with suppress(Refused, Trouble):  # offered again as long as something is left
                beyond.finish(word.person, pupils)
        self._forget(made)
        return made

    def _order(self, what: Disposed, number: int, word: Word) -> Order:
        due = self._retaining.due_one(what, number)
        if due.held:
            held = "; ".join(hold_words(hold) for hold in due.holds)
            raise Refused("disposal_held", holds=held)
        return Order(
            what=what,
            number=number,
            day=self._clock.today(),
            because=self._because(due, word),
            approved_by=_approved(word),
            rule=due.ended.rule.row.code,
            years=due.ended.rule.years,
        )

    def sweep(self) -> bool:
        """Write the file anew if a disposal still owes that; False if it must wait.

        It waits while another program reads, or where the disk has no room. What was disposed of
        is blank all the same, and the next opening tries again.
        """
        try:
            self._register.sweep()
            beyond = self._beyond()
        except (Refused, Trouble):
            return False
        return beyond is None or beyond.sweep()

    def disposals(self) -> list[Recorded[Disposal]]:
        """Return the disposal register, oldest first."""
        return self._register.current(Disposal)

    def _because(self, due: Due, word: Word) -> str:
        because = word.because.strip()
        if not because:
            raise Refused("disposal_needs_reason", "because")
        if due.pupil is not None:
            child = self._register.versions(Pupil, due.pupil)[-1].record
            said = _words(f"{because} {word.approved_by}")
            if child.surname and _words(f"{child.surname} {child.called}") <= said:
                raise Refused("disposal_names_child", "because")
        return because


def _approved(word: Word) -> str:
    approved = word.approved_by.strip()
    if not approved and word.role == Code(StaffRole.HEAD):
        return f"{word.person}, {staff_role(word.role)}"
    if not approved:
        raise Refused("disposal_needs_approval", "approved_by")
    return approved


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _names(recorded: Recorded[Disclosure], child: Pupil) -> bool:
    entry = recorded.record
    texts = (entry.purpose, entry.description, entry.reason, entry.emergency, entry.note)
    said = _words(" ".join((*texts, entry.tracking, entry.consent, recorded.reason)))
    return bool(_words(child.surname) & said) or bool(_words(child.forename) & said)
