"""Move an entry into the compartment, and bring a sealed one out: in both logs, or in neither.

Its files, incidents and findings left as they are move with it. The files leave the log they were
in, with their names; a file written anew afterwards keeps no trace of them.
"""

from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from typing import Protocol

from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import DisclosureId
from sharebook.domain.recorded import Recorded
from sharebook.domain.sealed import said_number
from sharebook.services.attaching import event_of
from sharebook.services.moving_along import Belongings, Leaving, MovingWriter
from sharebook.services.ports import FilingRegister, Progress
from sharebook.words.days import long_day


class Both(Protocol):
    """The open register and the compartment, written in one transaction."""

    def writing(self, person: str) -> AbstractContextManager[tuple[MovingWriter, MovingWriter]]:
        """Yield the writers of the open register and of the compartment; both or neither."""
        ...


class SweptRegister(FilingRegister, Protocol):
    """A log that files can leave without a trace."""

    def sweep(self) -> bool:
        """Write the file anew after something left it; say whether that was owed."""
        ...


class Unheard:
    """Progress that nobody hears."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody."""


_NOBODY = Unheard()


@dataclass(frozen=True, slots=True)
class Moved:
    """Under which number an entry stands in each log."""

    open_number: int
    sealed_number: int


class Sealing:
    """Moves entries between the open log and the compartment.

    Args:
        openly: everybody's register.
        sealed: the compartment, seen as a register.
        both: for writing to the two at once.
    """

    def __init__(
        self, openly: SweptRegister, sealed: SweptRegister, both: Both, clock: Clock
    ) -> None:
        self._open = openly
        self._sealed = sealed
        self._both = both
        self._clock = clock

    def move_in(
        self,
        number: int,
        reason: str,
        person: str,
        *,
        sweeps: bool = True,
        progress: Progress = _NOBODY,
    ) -> Moved:
        """Seal entry `number` of the open log, and strike it out there.

        What the office saw it has seen: the struck-out entry, its history and `reason` stay in the
        open log. Its files do not: of them the disposal register says that they went. Clearing the
        last traces of them may take seconds; without `sweeps` it is left to `Disposing.sweep`.
        What is heard last is heard before anything is kept.

        Raises:
            Cancelled: the person pressed Stop; nothing was moved.
            Refused: no such entry, no reason, it was put right by another entry, or is struck out.
            Trouble: a file of it is gone, or the disk failed; nothing was moved.
        """
        entry = _standing(self._open, number, sealed=False)
        why = _given(reason, "sealing_needs_reason")
        first = self._open.versions(Disclosure, number)[0]
        told = (
            f"Moved here from entry {number} of the open log, written by {first.by} on "
            f"{long_day(first.at.date())}. {why}"
        )
        leaving = self._leaving(self._open, number, why, person)
        belongings = Belongings(self._open, leaving, progress)
        with self._both.writing(person) as (openly, sealed):
            kept = DisclosureId(sealed.next_id(Disclosure))
            sealed.add(replace(entry.record, id=kept, request=None), reason=told)
            belongings.arrive(sealed, kept)
            _strike(openly, entry, why)
            went = belongings.leave(openly)
            belongings.last_chance()
        if went and sweeps:
            _swept(self._open)
        return Moved(number, int(kept))

    def bring_out(
        self,
        number: int,
        reason: str,
        person: str,
        *,
        sweeps: bool = True,
        progress: Progress = _NOBODY,
    ) -> Moved:
        """Write sealed entry `number` into the open log as a new entry, and strike it out here.

        Nothing in the open log says where the new entry came from; `reason` stays sealed.

        Raises:
            Cancelled: the person pressed Stop; nothing was moved.
            Refused: no such sealed entry, no reason, it was put right by another one, or is struck
                out.
        """
        entry = _standing(self._sealed, number, sealed=True)
        why = _given(reason, "unsealing_needs_reason")
        leaving = self._leaving(self._sealed, number, why, person)
        belongings = Belongings(self._sealed, leaving, progress)
        with self._both.writing(person) as (openly, sealed):
            shown = DisclosureId(openly.next_id(Disclosure))
            openly.add(replace(entry.record, id=shown, request=None))
            belongings.arrive(openly, shown)
            told = f"Brought out: it is entry {int(shown)} of the open log now. {why}"
            _strike(sealed, entry, told)
            went = belongings.leave(sealed)
            belongings.last_chance()
        if went and sweeps:
            _swept(self._sealed)
        return Moved(int(shown), number)

    def _leaving(self, register: FilingRegister, number: int, why: str, person: str) -> Leaving:
        numbers = tuple(event_of(register, number))
        return Leaving(numbers, why, self._clock.today(), person)


def _swept(register: SweptRegister) -> None:
    """Clear the last traces; where that must wait, the next disposal or opening makes it good."""
    with suppress(Refused, Trouble):
        register.sweep()


def _strike(writer: MovingWriter, entry: Recorded[Disclosure], reason: str) -> None:
    struck = replace(entry.record, decision=Decision.MISTAKE)
    writer.add(struck, supersedes=entry.seq, reason=reason)


def _standing(register: FilingRegister, number: int, *, sealed: bool) -> Recorded[Disclosure]:
    said = said_number(number, sealed=sealed)
    versions = register.versions(Disclosure, number)
    if not versions:
        raise Refused("entry_unknown", "number", number=said)
    newest = versions[-1]
    if newest.record.is_mistake:
        raise Refused("entry_by_mistake", "number", number=said)
    if newest.superseded_by is not None:
        raise Refused("entry_put_right_already", "number", number=said)
    return newest


def _given(reason: str, code: str) -> str:
    if not reason.strip():
        raise Refused(code, "reason")
    return reason.strip()
