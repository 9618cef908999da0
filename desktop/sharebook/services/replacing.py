"""A new name keeps one recipient; another firm in its place makes two."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.names import ExclusionId, FlowId, RecipientId
from sharebook.domain.notice_lines import named_anew
from sharebook.domain.recipients import FormerName, Recipient
from sharebook.domain.recorded import Recorded
from sharebook.services.arranging import Arranging
from sharebook.services.book import Book
from sharebook.services.ports import Register, Writer
from sharebook.services.renamed_lines import NewName

_DAY = timedelta(days=1)


class Replacing:
    """Renames recipients and lets one take another's place."""

    def __init__(self, register: Register, book: Book, arranging: Arranging) -> None:
        self._register = register
        self._book = book
        self._arranging = arranging

    def rename(self, identifier: RecipientId, name: str, first_day: date, person: str) -> Recipient:
        """Give a recipient the name it has since `first_day`; the old one stays a former name.

        The lines of the notice say the new one from that day on.

        Raises:
            Refused: there is no such recipient, the name is taken, missing or the same, or an
                earlier change of name is not over by then.
        """
        old = self._newest(identifier)
        was = old.record
        new = replace(was, name=name.strip())
        self._arranging.name_is_free(new)
        if new.name == was.name:
            raise Refused("recipient_same_name", "name", name=was.name)
        until = first_day - _DAY
        latest = max((former.until for former in was.former_names), default=None)
        if latest is not None and until <= latest:
            raise Refused("rename_too_early", "first_day", day=latest)
        new = replace(
            new, former_names=(*was.former_names, FormerName(was.name, until)), placeholder=False
        )
        with self._register.writing(person) as writer:
            writer.add(new, supersedes=old.seq, reason="a new name")
            self._arranging.say_anew(writer, NewName(identifier, was.name, new.name, first_day))
        return new

    def take_over(
        self,
        old: RecipientId,
        new: Recipient,
        last_day: date,
        flows: Collection[FlowId],
        person: str,
    ) -> Recipient:
        """End a recipient and its flows on `last_day`; write the one that took its place.

        The new one gets a copy of each of `flows` from the day after, without the agreement: that
        was made with the old one.

        Raises:
            Refused: there is no such recipient, it has ended already, or the name is taken.
        """
        before = self._newest(old)
        if before.record.ended is not None:
            raise Refused("recipient_replaced_already", "recipient", day=before.record.ended)
        self._arranging.name_is_free(new)
        with self._register.writing(person) as writer:
            identifier = RecipientId(writer.next_id(Recipient))
            made = replace(new, id=identifier, replaces=old, ended=None, former_names=())
            writer.add(made)
            reason = f"replaced by {made.name}"
            ended = replace(before.record, ended=last_day)
            writer.add(ended, supersedes=before.seq, reason=reason)
            moved = self._move(writer, ended, made, set(flows))
            self._keep_out(writer, ended, made, moved)
        return made

    def _move(
        self, writer: Writer, old: Recipient, new: Recipient, wanted: Collection[FlowId]
    ) -> dict[FlowId, FlowId]:
        """End the old one's flows; return which of them goes on as which."""
        last_day = old.ended or date.max
        moved: dict[FlowId, FlowId] = {}
        versions: Counter[FlowId] = Counter()
        mine = [each for each in self._register.current(Flow) if each.record.recipient == old.id]
        for each in sorted(mine, key=lambda it: (it.record.id, it.record.valid_from)):
            flow = each.record
            if flow.valid_to is not None and flow.valid_to <= last_day:
                continue
            # a version that was to begin later never runs: its last day stands before its first
            ended = replace(flow, valid_to=max(last_day, flow.valid_from - _DAY))
            writer.add(ended, supersedes=each.seq, reason=f"replaced by {new.name}")
            if flow.id not in wanted:
                continue
            number = moved.setdefault(flow.id, FlowId(writer.next_id(Flow)))
            versions[number] += 1
            copied = _copied(flow, old, new, last_day + _DAY)
            writer.add(replace(copied, id=number, version=versions[number]))
        return moved

    def _keep_out(
        self, writer: Writer, old: Recipient, new: Recipient, moved: Mapping[FlowId, FlowId]
    ) -> None:
        """Whoever is shut out of the old one stays shut out of what the new one does instead."""
        first_day = (old.ended or date.max) + _DAY
        for each in self._book.exclusions():
            over = each.last_day is not None and each.last_day < first_day
            if each.recipient != old.id or over or each.flow not in (None, *moved):
                continue
            writer.add(
                replace(
                    each,
                    id=ExclusionId(writer.next_id(Exclusion)),
                    recipient=new.id,
                    first_day=max(first_day, each.first_day),
                    flow=moved[each.flow] if each.flow is not None else None,
                )
            )

    def _newest(self, identifier: RecipientId) -> Recorded[Recipient]:
        for each in self._register.current(Recipient):
            if each.record.id == identifier:
                return each
        raise Refused("recipient_unknown", "recipient")


def _copied(flow: Flow, old: Recipient, new: Recipient, first_day: date) -> Flow:
    """Return what a flow is with the new recipient; the agreement was made with the old one."""
    return replace(
        flow,
        recipient=new.id,
        unit=flow.unit if flow.unit in new.units else "",
        valid_from=max(first_day, flow.valid_from),
        notice_line=named_anew(flow.notice_line, old.name, new.name),
        agreement=None,
        role=new.role or flow.role,
    )
