"""The office of a small invented school, day by day, and what a family hears from it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sharebook.bootstrap.desk import Desk
from sharebook.documents.model import Paragraph, Table, words
from sharebook.domain.answers import Answer
from sharebook.domain.bases import BasisChain
from sharebook.domain.drafts import Draft
from sharebook.domain.flows import CohortRule, Exclusion, Flow, Reach
from sharebook.domain.names import Code, ExclusionId, FlowId, PupilId, RecipientId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.services.replacing import Replacing
from sharebook.services.shutting_out import ShuttingOut
from sharebook.services.wording import WordedAnswer, Wording
from tests.conftest import Quiet, StillClock

PAT = "Pat Inkwell"
TASK, CONSENT, LAW = Code("A6_E"), Code("A6_A"), Code("A6_C")
BEGAN = date(2024, 9, 2)
HEADINGS = "UPN,Legal Surname,Legal Forename,DOB,Year,Class,Entry date,Leaving date,Former UPN"
FOUND = "Disclosures found"
_HOUR = timedelta(hours=1)


@dataclass
class Office:
    """One open register, and the day it is."""

    desk: Desk
    clock: StillClock

    def on(self, year: int, month: int, day: int) -> datetime:
        """Let it be the morning of this day; return a moment before anything is done on it."""
        self.clock.moment = datetime.combine(date(year, month, day), time(8, 0), UTC)
        return self.later()

    def later(self) -> datetime:
        """Let an hour pass; return the moment just before it did."""
        before = self.clock.moment
        self.clock.moment += _HOUR
        return before

    def roll(self, *rows: str) -> None:
        """Bring in a pupil list of today."""
        sheet = "\n".join((HEADINGS, *rows)).encode()
        seen = self.desk.importing_pupils.preview("pupils.csv", sheet)
        assert [each.codes for each in seen.held] == []
        self.desk.importing_pupils.apply(seen, PAT, Quiet())

    def child(self, name: str) -> PupilId:
        """Return who is meant by a name."""
        (found,) = self.desk.answering.find(name)
        return found.id

    def recipient(self, name: str, kind: str = "caterer", **more: Any) -> RecipientId:
        """Write a new recipient."""
        new = Recipient(RecipientId(0), name, Code(kind), **more)
        return self.desk.arranging.add_recipient(new, PAT).id

    def rename(self, whom: RecipientId, name: str) -> None:
        """Give a recipient a new name from today on."""
        known = self.desk.book.recipients()[whom]
        self.desk.arranging.change_recipient(replace(known, name=name), "renamed", PAT)

    def flow(self, whom: RecipientId, purpose: str, items: str = "name class", **more: Any) -> Flow:
        """Write regular sharing."""
        given: dict[str, Any] = {
            "valid_from": BEGAN,
            "basis": BasisChain(TASK),
            "heading": Code("PI"),
            "cycle": Code("termly"),
            "method": Code("portal"),
            "notice_line": purpose,
        } | more
        new = Flow(FlowId(0), 1, whom, purpose, items=codes(items), **given)
        return self.desk.arranging.add_flow(new, PAT)

    def change(self, flow: Flow, starts: date, **changes: Any) -> Flow:
        """Write a new version of regular sharing."""
        return self.desk.arranging.change_flow(replace(flow, **changes), starts, PAT)

    def end(self, flow: Flow, last: date) -> None:
        """Let regular sharing end."""
        self.desk.arranging.end_flow(flow.id, last, "no longer needed", PAT)

    def right_end(self, flow: Flow, last: date) -> None:
        """Put right the last day of one version of a flow."""
        (old,) = (
            each
            for each in self.desk.register.versions(Flow, flow.id)
            if each.superseded_by is None and each.record.version == flow.version
        )
        with self.desk.register.writing(PAT) as writer:
            writer.add(replace(old.record, valid_to=last), old.seq, "the day was wrong")

    @property
    def replacing(self) -> Replacing:
        """Names and successors of recipients."""
        return Replacing(self.desk.register, self.desk.book, self.desk.arranging)

    @property
    def _shutting_out(self) -> ShuttingOut:
        desk = self.desk
        return ShuttingOut(desk.register, desk.book, desk.arranging, desk.catalogues, self.clock)

    def exclude(
        self,
        name: str,
        whom: RecipientId,
        first: date,
        last: date | None = None,
        flow: FlowId | None = None,
    ) -> None:
        """Shut a child out of a recipient, or of one flow."""
        who = self.child(name)
        wanted = Exclusion(ExclusionId(0), who, whom, "the family objected", first, last, flow)
        self._shutting_out.shut_out(wanted, PAT)

    def lift(self, name: str, first: date) -> None:
        """Let the child in again from a day on, where it was shut out last."""
        (*_, old) = self.desk.register.about(Exclusion, self.child(name))
        self._shutting_out.let_in_again(old.record.id, first, "taken back", PAT)

    def also_in(self, name: str, class_name: str, first: date, last: date) -> None:
        """Write a second period on roll beside the first."""
        with self.desk.register.writing(PAT) as writer:
            number = SpellId(writer.next_id(Spell))
            writer.add(Spell(number, self.child(name), "2", class_name, first, last))

    def flag(self, name: str, *flags: str, protected: bool = False) -> None:
        """Write which of the school's own words stand on a child's record."""
        old = self.desk.register.versions(Pupil, self.child(name))[-1]
        with self.desk.register.writing(PAT) as writer:
            new = replace(old.record, flags=flags, protected=protected)
            writer.add(new, old.seq, "as the form says")

    def send(
        self,
        whom: RecipientId,
        day: date,
        names: Iterable[str],
        flow: Flow | None = None,
        **more: Any,
    ) -> int:
        """Record a disclosure and return its number; under a flow it says what the flow says."""
        recording = self.desk.recording
        (choice,) = (
            each
            for each in recording.choices(day)
            if each.recipient == whom and each.flow == (flow.id if flow else None)
        )
        pupils = tuple(self.child(name) for name in names)
        start = replace(Draft(), day=day, pupils=pupils, decided_by="Theo Placeholder")
        if flow is None:
            start = replace(start, basis=BasisChain(TASK), heading=Code("PI"), method=Code("hand"))
        draft = replace(recording.choose(start, choice), **more)
        self.later()
        return recording.save(draft, PAT).number

    def correct(self, number: int, because: str, **changes: Any) -> int:
        """Put an entry right and return the number of the new one."""
        recording = self.desk.recording
        draft = replace(recording.reopen(recording.entry(number).record), **changes)
        self.later()
        return recording.correct(number, draft, because, PAT).number

    def answer(
        self,
        name: str,
        as_at: date | None = None,
        known: datetime | None = None,
        since: date | None = None,
    ) -> Answer:
        """Return what the register says of a child."""
        return self.desk.answering.answer(self.child(name), as_at, known, since)

    def worded(self, name: str, as_at: date | None = None, **more: Any) -> WordedAnswer:
        """Return it in words."""
        lists, headings = self.desk.catalogues, self.desk.book.headings()
        return Wording(lists, headings).answer(self.answer(name, as_at, **more))

    def spoken(self, name: str, as_at: date | None = None, **more: Any) -> str:
        """Return the sentence that is said first."""
        return self.worded(name, as_at, **more).spoken

    def read(self, name: str, as_at: date | None = None, **more: Any) -> list[str]:
        """Return the lines as they are read aloud, one string each."""
        text = self.worded(name, as_at, **more).as_text().split("\n\n")[1:]
        grouped = [group.splitlines()[1:] for group in text]
        return [
            " | ".join(line.strip() for line in lines[at : at + 3])
            for lines in grouped
            for at in range(0, len(lines), 3)
        ]

    def renamed(self, name: str, since: date | None = None) -> list[str]:
        """Return the sentences of the printed log about names that have changed."""
        blocks = self.desk.publishing.log(self.child(name), since).blocks
        said = [words(block.text) for block in blocks if isinstance(block, Paragraph)]
        return [each for each in said if " was called " in each]

    def log(self, name: str, since: date | None = None, until: date | None = None) -> list[str]:
        """Return the rows of the printed log as they stand on paper, and how many it counts."""
        document = self.desk.publishing.log(self.child(name), since, until)
        text = self.desk.publishing.render(document, "txt").decode()
        (found,) = (line for line in text.splitlines() if line.startswith(FOUND))
        rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
        told = [" | ".join(words(cell).replace("\n", " / ") for cell in row) for row in rows]
        return [found.removeprefix(FOUND).strip(), *told]


def codes(said: str) -> tuple[Code, ...]:
    """Return codes of items from one line."""
    return tuple(Code(each) for each in said.split())


def flagged(word: str) -> CohortRule:
    """Return the rule for the children with one flag."""
    return CohortRule(Reach.FLAG, (word,))


def only_class(name: str) -> CohortRule:
    """Return the rule for one class."""
    return CohortRule(Reach.CLASSES, (name,))
