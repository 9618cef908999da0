"""Move an entry into the compartment, and bring a sealed one out: in both logs, or in neither."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.errors import Refused
from sharebook.domain.names import DisclosureId
from sharebook.domain.recorded import Recorded
from sharebook.domain.sealed import said_number
from sharebook.services.ports import Register, Writer
from sharebook.words.days import long_day


class Both(Protocol):
    """The open register and the compartment, written in one transaction."""

    def writing(self, person: str) -> AbstractContextManager[tuple[Writer, Writer]]:
        """Yield the writers of the open register and of the compartment; both or neither."""
        ...


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

    def __init__(self, openly: Register, sealed: Register, both: Both) -> None:
        self._open = openly
        self._sealed = sealed
        self._both = both

    def move_in(self, number: int, reason: str, person: str) -> Moved:
        """Seal entry `number` of the open log, and strike it out there.

        What the office saw it has seen: the struck-out entry, its history and `reason` stay in the
        open log.

        Raises:
            Refused: no such entry, no reason, it was put right by another entry, or is struck out.
        """
        entry = _standing(self._open, number, sealed=False)
        why = _given(reason, "sealing_needs_reason")
        first = self._open.versions(Disclosure, number)[0]
        told = (
            f"Moved here from entry {number} of the open log, written by {first.by} on "
            f"{long_day(first.at.date())}. {why}"
        )
        with self._both.writing(person) as (openly, sealed):
            kept = DisclosureId(sealed.next_id(Disclosure))
            sealed.add(replace(entry.record, id=kept, request=None), reason=told)
            _strike(openly, entry, why)
        return Moved(number, int(kept))

    def bring_out(self, number: int, reason: str, person: str) -> Moved:
        """Write sealed entry `number` into the open log as a new entry, and strike it out here.

        Nothing in the open log says where the new entry came from; `reason` stays sealed.

        Raises:
            Refused: no such sealed entry, no reason, it was put right by another one, or is struck
                out.
        """
        entry = _standing(self._sealed, number, sealed=True)
        why = _given(reason, "unsealing_needs_reason")
        with self._both.writing(person) as (openly, sealed):
            shown = DisclosureId(openly.next_id(Disclosure))
            openly.add(replace(entry.record, id=shown, request=None))
            told = f"Brought out: it is entry {int(shown)} of the open log now. {why}"
            _strike(sealed, entry, told)
        return Moved(int(shown), number)


def _strike(writer: Writer, entry: Recorded[Disclosure], reason: str) -> None:
    struck = replace(entry.record, decision=Decision.MISTAKE)
    writer.add(struck, supersedes=entry.seq, reason=reason)


def _standing(register: Register, number: int, *, sealed: bool) -> Recorded[Disclosure]:
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
