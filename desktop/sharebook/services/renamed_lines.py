"""A recipient's new name goes into the lines of the notice, from its day on and not before."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId, RecipientId
from sharebook.domain.notice_lines import named_anew
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register, Writer

_DAY = timedelta(days=1)
_REASON = "a new name"


@dataclass(frozen=True, slots=True)
class NewName:
    """What a recipient is called from `first_day` on, and was until the day before."""

    recipient: RecipientId
    old: str
    new: str
    first_day: date


class RenamedLines:
    """Writes the new name into the lines, as new dated versions of the flows that say them."""

    def __init__(self, register: Register, writer: Writer, name: NewName, today: date) -> None:
        self._register = register
        self._writer = writer
        self._name = name
        self._today = today

    def write(self) -> None:
        """Write a new version of each flow whose line says the old name; what was, stays.

        These are the recipient's own flows, and those of others that share one of its lines.
        """
        flows = self._register.current(Flow)
        mine = {
            it.record.notice_line for it in flows if it.record.recipient == self._name.recipient
        }
        latest: Counter[FlowId] = Counter()
        for each in flows:
            latest[each.record.id] = max(latest[each.record.id], each.record.version)
        for each in flows:
            said = each.record.notice_line
            line = named_anew(said, self._name.old, self._name.new)
            if line != said and said in mine and self._runs_on(each.record):
                self._say(each, line, latest)

    def _runs_on(self, flow: Flow) -> bool:
        """Say whether a version still runs under the new name; one whose end is first never ran."""
        last = flow.valid_to or date.max
        return last >= max(self._name.first_day, flow.valid_from)

    def _say(self, each: Recorded[Flow], line: str, latest: Counter[FlowId]) -> None:
        was, first_day = each.record, self._name.first_day
        if was.valid_from >= first_day:  # it never ran under the old name
            self._writer.add(replace(was, notice_line=line), supersedes=each.seq, reason=_REASON)
            return
        ended = replace(was, valid_to=first_day - _DAY)
        self._writer.add(ended, supersedes=each.seq, reason=_REASON)
        latest[was.id] += 1
        number = latest[was.id]
        self._writer.add(replace(was, version=number, valid_from=first_day, notice_line=line))
        if first_day <= self._today:
            self._still_left(was, number)

    def _still_left(self, was: Flow, version: int) -> None:
        """Let what was left as it is stay so: a name alone is nothing to ask anew about."""
        for each in self._register.current(Acknowledgement):
            left = each.record
            if (left.about, left.number, left.version) != (About.FLOW, was.id, was.version):
                continue
            if not left.removed:
                moved = replace(left, version=version)
                self._writer.add(moved, supersedes=each.seq, reason=_REASON)
