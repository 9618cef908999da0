"""Shut one child out of a recipient or one purpose, and let it in again; nothing is deleted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.names import Code, ExclusionId, FlowId, PupilId, RecipientId
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded, known_at
from sharebook.services.arranging import Arranging
from sharebook.services.book import Book
from sharebook.services.ports import Register

_DAY = timedelta(days=1)


class ShuttingOut:
    """Writes exclusions and objections, and lets protected children in by name."""

    def __init__(
        self,
        register: Register,
        book: Book,
        arranging: Arranging,
        catalogues: Catalogues,
        clock: Clock,
    ) -> None:
        self._register = register
        self._book = book
        self._arranging = arranging
        self._catalogues = catalogues
        self._clock = clock

    def of_recipient(self, recipient: RecipientId) -> list[Exclusion]:
        """Return who is shut out of a recipient or was: those that hold first, newest first."""
        today = self._clock.today()
        mine = [each for each in self._book.exclusions() if each.recipient == recipient]
        return sorted(mine, key=lambda each: (_over(each, today), -each.first_day.toordinal()))

    def reason(self, kind: Code, more: str) -> str:
        """Return why, as it is kept: the kind in words, then whatever was typed.

        Raises:
            Refused: there is no such kind, or it needs more words.
        """
        row = self._catalogues.exclusion_kinds.get(kind)
        if row is None:
            raise Refused("exclusion_needs_kind", "kind")
        if row.needs_words and not more.strip():
            raise Refused("exclusion_needs_reason", "reason")
        return f"{row.words}: {more.strip()}" if more.strip() else row.words

    def shut_out(self, wanted: Exclusion, person: str) -> Exclusion:
        """Write that one child is shut out; its id is given here.

        Raises:
            Refused: no such child or recipient, the purpose is another recipient's, no reason,
                the days stand the wrong way round, or the child is shut out of the same already.
        """
        self._is_sound(wanted)
        with self._register.writing(person) as writer:
            made = replace(wanted, id=ExclusionId(writer.next_id(Exclusion)))
            writer.add(made)
        return made

    def let_in_again(self, number: int, first_day: date, reason: str, person: str) -> Exclusion:
        """Write that a child is shut out no longer, from `first_day` on.

        Raises:
            Refused: there is no such exclusion, it had ended by then, or no reason is given.
        """
        old = self._newest(number)
        if not reason.strip():
            raise Refused("let_in_needs_reason", "reason")
        was, last_day = old.record, first_day - _DAY
        if was.last_day is not None and was.last_day <= last_day:
            raise Refused("exclusion_over", "first_day", day=was.last_day)
        if last_day < was.first_day - _DAY:
            raise Refused("let_in_too_early", "first_day", day=was.first_day)
        ended = replace(was, last_day=last_day)
        with self._register.writing(person) as writer:
            writer.add(ended, supersedes=old.seq, reason=reason.strip())
        return ended

    def let_in_by_name(
        self, flow: FlowId, pupils: Sequence[PupilId], first_day: date, person: str
    ) -> Flow:
        """Let exactly these protected children into a flow that leaves them out, from a day on.

        Raises:
            Refused: there is no such flow, or as for changing one.
        """
        now = self._book.flow_on(flow, first_day)
        return self._arranging.change_flow(
            replace(now, let_in=tuple(dict.fromkeys(pupils))), first_day, person
        )

    def _newest(self, number: int) -> Recorded[Exclusion]:
        for each in self._register.current(Exclusion):
            if each.record.id == number:
                return each
        raise Refused("exclusion_unknown", "number", number=number)

    def _is_sound(self, wanted: Exclusion) -> None:
        if not known_at(self._register.versions(Pupil, wanted.pupil), None):
            raise Refused("exclusion_needs_pupil", "pupil")
        if wanted.recipient not in self._book.recipients():
            raise Refused("recipient_unknown", "recipient")
        if wanted.flow is not None:
            day = wanted.first_day
            if self._book.flow_on(wanted.flow, day).recipient != wanted.recipient:
                raise Refused("exclusion_of_another", "flow")
        if not wanted.reason.strip():
            raise Refused("exclusion_needs_reason", "reason")
        if wanted.last_day is not None and wanted.last_day < wanted.first_day:
            raise Refused("exclusion_backwards", "last_day", first=wanted.first_day)
        self._is_new(wanted)

    def _is_new(self, wanted: Exclusion) -> None:
        for each in self._book.exclusions():
            same = (each.pupil, each.recipient) == (wanted.pupil, wanted.recipient)
            if same and each.flow in (None, wanted.flow) and each.holds_on(wanted.first_day):
                raise Refused("exclusion_known", "pupil", since=each.first_day)


def _over(exclusion: Exclusion, today: date) -> bool:
    return exclusion.last_day is not None and exclusion.last_day < today
