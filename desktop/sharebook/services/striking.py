"""Strike out an entry that was recorded by mistake, and take that back."""

from dataclasses import replace

from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.errors import Refused
from sharebook.domain.recorded import Recorded
from sharebook.services.asking import opened_again, settled
from sharebook.services.ports import Register


class Striking:
    """Writes that an entry was a mistake, or none after all; nothing is lost either way."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def strike_out(self, number: int, reason: str, person: str) -> Recorded[Disclosure]:
        """Write under entry `number` that it was recorded by mistake: nothing was sent at all.

        Neither it nor an entry it put right counts from now on.

        Raises:
            Refused: no such entry, no reason, it was put right by another entry, or it is struck
                out already.
        """
        newest = self._newest(number)
        if newest.record.is_mistake:
            raise Refused("entry_by_mistake", "number", number=number)
        if newest.superseded_by is not None:
            raise Refused("entry_put_right_already", "number", number=number)
        mistake = replace(newest.record, decision=Decision.MISTAKE)
        return self._follow(newest, mistake, _given(reason, "mistake_needs_reason"), person)

    def put_back(self, number: int, reason: str, person: str) -> Recorded[Disclosure]:
        """Write under entry `number` that it was no mistake; it says again what it said before.

        Raises:
            Refused: no such entry, no reason, or it is not struck out.
        """
        newest = self._newest(number)
        if not newest.record.is_mistake or newest.supersedes is None:
            raise Refused("entry_no_mistake", "number", number=number)
        before = self._register.record_at(Disclosure, newest.supersedes).record
        return self._follow(newest, before, _given(reason, "no_mistake_needs_reason"), person)

    def _newest(self, number: int) -> Recorded[Disclosure]:
        versions = self._register.versions(Disclosure, number)
        if not versions:
            raise Refused("entry_unknown", "number", number=number)
        return versions[-1]

    def _follow(
        self, old: Recorded[Disclosure], new: Disclosure, reason: str, person: str
    ) -> Recorded[Disclosure]:
        with self._register.writing(person) as writer:
            seq = writer.add(new, supersedes=old.seq, reason=reason)
            if new.is_mistake:
                opened_again(writer, self._register, old.record)
            else:
                settled(writer, self._register, new.request, new)
        return self._register.record_at(Disclosure, seq)


def _given(reason: str, code: str) -> str:
    if not reason.strip():
        raise Refused(code, "reason")
    return reason.strip()
