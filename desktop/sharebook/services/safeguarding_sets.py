"""Reusable sets of safeguards: make, change by superseding, take out; what holds for a flow."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code, SafeguardSetId
from sharebook.domain.recorded import Recorded
from sharebook.domain.safeguards import SafeguardSet, safeguards_of
from sharebook.services.book import Book
from sharebook.services.ports import Register
from sharebook.words.days import and_joined

Sets = Mapping[SafeguardSetId, SafeguardSet]


class SafeguardingSets:
    """Keeps the sets, and says what holds for a flow now and on a past day."""

    def __init__(self, register: Register, book: Book) -> None:
        self._register = register
        self._book = book

    def offered(self) -> list[SafeguardSet]:
        """Return the sets one may choose, by name."""
        return sorted(
            (each for each in self.sets().values() if not each.removed),
            key=lambda each: each.name.casefold(),
        )

    def sets(self) -> Sets:
        """Return every set as it stands now, taken out or not."""
        return self._book.safeguard_sets()

    def sets_on(self, day: date) -> Sets:
        """Return every set as it stood at the end of `day`; a younger one as it was first."""
        end = datetime.combine(day, time.max).astimezone()
        found: dict[SafeguardSetId, SafeguardSet] = {}
        for each in self._register.history(SafeguardSet):
            if each.at <= end or each.record.id not in found:
                found[each.record.id] = each.record
        return found

    def of(self, flow: Flow, day: date | None = None) -> tuple[Code, ...]:
        """Return every safeguard that holds for a flow, now or as it stood on `day`."""
        return safeguards_of(flow, self.sets() if day is None else self.sets_on(day))

    def make(
        self, name: str, safeguards: Iterable[Code], person: str, starter: Code = NO_CODE
    ) -> SafeguardSet:
        """Write a new set.

        Raises:
            Refused: it has no name, another set has it, or nothing is in it.
        """
        made = SafeguardSet(SafeguardSetId(0), name.strip(), tuple(safeguards), starter)
        self._is_sound(made)
        with self._register.writing(person) as writer:
            made = replace(made, id=SafeguardSetId(writer.next_id(SafeguardSet)))
            writer.add(made)
        return made

    def change(self, changed: SafeguardSet, reason: str, person: str) -> SafeguardSet:
        """Write a set's new state; every flow that names it follows from now on.

        Raises:
            Refused: as for `make`, there is no such set, or no reason is given.
        """
        self._is_sound(changed)
        return self._supersede(changed, reason, person)

    def take_out(self, identifier: SafeguardSetId, reason: str, person: str) -> SafeguardSet:
        """Offer a set no longer; flows that name it keep it.

        Raises:
            Refused: there is no such set, or no reason is given.
        """
        return self._supersede(
            replace(self._newest(identifier).record, removed=True), reason, person
        )

    def _supersede(self, changed: SafeguardSet, reason: str, person: str) -> SafeguardSet:
        old = self._newest(changed.id)
        if not reason.strip():
            raise Refused("safeguard_set_needs_reason", "reason")
        with self._register.writing(person) as writer:
            writer.add(changed, supersedes=old.seq, reason=reason.strip())
        return changed

    def _newest(self, identifier: SafeguardSetId) -> Recorded[SafeguardSet]:
        for each in self._register.current(SafeguardSet):
            if each.record.id == identifier:
                return each
        raise Refused("safeguard_set_unknown", "safeguard_set", number=identifier)

    def _is_sound(self, made: SafeguardSet) -> None:
        if not made.name.strip():
            raise Refused("safeguard_set_unnamed", "set_name")
        if not made.safeguards:
            raise Refused("safeguard_set_empty", "safeguards")
        for each in self.offered():
            if each.id != made.id and each.name.casefold() == made.name.strip().casefold():
                raise Refused("safeguard_set_known", "set_name", name=each.name)


def worded(flow: Flow, sets: Sets, catalogues: Catalogues) -> str:
    """Return a flow's safeguards as an agreement says them: "As in “Council”, except …. Also …"."""
    own = _words(flow.safeguards, catalogues)
    shared = sets.get(flow.safeguard_set) if flow.safeguard_set is not None else None
    if shared is None:
        return ". ".join(own)
    left_out = [code for code in flow.safeguards_except if code in shared.safeguards]
    but = f", except {and_joined(_words(left_out, catalogues))}" if left_out else ""
    also = f". Also: {and_joined(own)}" if own else ""
    return f"As in “{shared.name}”{but}{also}"


def _words(codes: Iterable[Code], catalogues: Catalogues) -> list[str]:
    rows = catalogues.safeguards
    return [rows[code].words for code in codes if code in rows]
