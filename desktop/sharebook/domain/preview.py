"""What reading a foreign file would do, shown before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sharebook.domain.flows import Flow
from sharebook.domain.headings import Heading
from sharebook.domain.names import Seq
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded

_NOTHING_SEEN = Seq(0)


class Outcome(StrEnum):
    """How far an import got."""

    READY = "ready"
    APPLIED = "applied"
    NEEDS_CONFIRMATION = "needs_confirmation"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Held:
    """A row a person must look at; kept out, stops no other row.

    Attributes:
        row: line number in the file, from 1, the heading line counted.
        codes: sentence codes of the reasons.
        facts: values the sentences mention, one mapping a code.
    """

    row: int
    who: str
    codes: tuple[str, ...]
    facts: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A row that is taken, with something to say about it."""

    row: int
    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One pupil as the file has it, checked and tidied; ids are 0 until written.

    Attributes:
        spell: year and class; it begins on `entered`, or on the day of the import if the file
            does not say.
        entered: the day the file says the child came.
        enrolment: what the file says of a child at two schools, in its own words.
    """

    row: int
    pupil: Pupil
    spell: Spell | None
    entered: date | None = None
    enrolment: str = ""


@dataclass(frozen=True, slots=True)
class PupilFile:
    """A pupil file, read and checked on its own, before it meets the register.

    Attributes:
        skipped_columns: headings of columns that are not kept.
        columns: headings of the columns that are read; an absent column says nothing about a
            pupil, an empty cell of one that is there does.
        outcome: ready, or needs confirmation; then `reason` is a sentence code.
    """

    name: str
    rows: tuple[PupilRow, ...]
    held: tuple[Held, ...]
    warnings: tuple[Warned, ...]
    skipped_columns: tuple[str, ...] = ()
    encoding: str = ""
    columns: tuple[str, ...] = ()
    outcome: Outcome = Outcome.READY
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageLine:
    """One recipient line of a sharing page, and what it was mapped to.

    Attributes:
        line: the line as the page has it, without its bullet.
        recipients, flows: what it becomes; ids are 0 until written; flow i goes to recipient i.
        codes: sentence codes of what was mapped to law and what needs a person.
    """

    row: int
    heading: Heading
    line: str
    recipients: tuple[Recipient, ...]
    flows: tuple[Flow, ...]
    codes: tuple[str, ...] = ()
    facts: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class PageFile:
    """A sharing page, read: its headings in order and the lines under each."""

    name: str
    title: str
    headings: tuple[Heading, ...]
    lines: tuple[PageLine, ...]
    not_understood: tuple[tuple[int, str], ...] = ()


class Fate(StrEnum):
    """What an import does with one row or line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PupilPlan:
    """What one row would write.

    Attributes:
        pupil: the pupil as the register will have it; id 0 until written.
        known: the register's record, where it has one.
        old_spell: the register's spell that is put right or closed.
        closed: what the old spell becomes.
        spell: a spell to add; id 0 until written.
        changes: names of what differs, for the screen: "surname", "class".
        why_closed: sentence code of the reason the old spell is written anew.
    """

    row: int
    fate: Fate
    pupil: Pupil
    known: Recorded[Pupil] | None = None
    old_spell: Recorded[Spell] | None = None
    closed: Spell | None = None
    spell: Spell | None = None
    changes: tuple[str, ...] = ()
    why_closed: str = ""
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class PupilPreview:
    """A pupil file against the register: everything a person must see before it is brought in.

    Attributes:
        outcome: ready, needs confirmation (`reason` says of what), or applied.
        leavers: pupils of the register who are on roll and not in the file; kept as they are.
        seen: the end of the register when the preview was made.
    """

    name: str
    outcome: Outcome
    plans: tuple[PupilPlan, ...] = ()
    leavers: tuple[Pupil, ...] = ()
    held: tuple[Held, ...] = ()
    warnings: tuple[Warned, ...] = ()
    skipped_columns: tuple[str, ...] = ()
    encoding: str = ""
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    seen: Seq = _NOTHING_SEEN

    @property
    def can_apply(self) -> bool:
        """Whether bringing it in needs no further answer."""
        return self.outcome is Outcome.READY

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, same, not in the file (leaver) and held."""
        fates = Counter(plan.fate for plan in self.plans)
        counted = {fate.value: fates[fate] for fate in Fate}
        return counted | {"leaver": len(self.leavers), "held": len(self.held)}


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What one line of a sharing page would write.

    Attributes:
        line: the line and what it was mapped to; recipients and flows carry their final fields,
            with id 0 where they are new.
    """

    line: PageLine
    fate: Fate


@dataclass(frozen=True, slots=True)
class RecipientPlan:
    """A recipient of the page; `known` is the register's record, where it has one."""

    recipient: Recipient
    known: Recorded[Recipient] | None = None


@dataclass(frozen=True, slots=True)
class FlowPlan:
    """A flow to write.

    Attributes:
        recipient: its place among the preview's recipients.
        known: the register's version that is put under the page's line.
    """

    flow: Flow
    recipient: int
    known: Recorded[Flow] | None = None


@dataclass(frozen=True, slots=True)
class PagePreview:
    """A sharing page against the register.

    Attributes:
        headings: the headings in the page's words and order, with the record each one replaces.
        plans: every line, what it stands for, and whether the register has it already.
        recipients, flows: what would be written; recipients that stay as they are stand here too.
        not_understood: rows and words nobody understood; they are not brought in.
        warnings: what needs a person, by the line's row.
    """

    name: str
    outcome: Outcome
    title: str = ""
    headings: tuple[tuple[Heading, Recorded[Heading] | None], ...] = ()
    plans: tuple[PagePlan, ...] = ()
    recipients: tuple[RecipientPlan, ...] = ()
    flows: tuple[FlowPlan, ...] = ()
    not_understood: tuple[tuple[int, str], ...] = ()
    warnings: tuple[Warned, ...] = ()
    seen: Seq = _NOTHING_SEEN

    @property
    def can_apply(self) -> bool:
        """Whether bringing it in needs no further answer."""
        return self.outcome is Outcome.READY

    @property
    def new_recipients(self) -> int:
        """How many recipients the register does not have yet."""
        return sum(plan.known is None for plan in self.recipients)

    @property
    def new_flows(self) -> int:
        """How many flows the register does not have yet."""
        return sum(plan.known is None for plan in self.flows)

    @property
    def same_flows(self) -> int:
        """How many flows the register has already, under the very same lines."""
        return sum(len(plan.line.flows) for plan in self.plans if plan.fate is Fate.SAME)

    @property
    def counts(self) -> dict[str, int]:
        """How many lines are new, changed and same; a page has no leavers and holds nothing."""
        fates = Counter(plan.fate for plan in self.plans)
        counted = {fate.value: fates[fate] for fate in Fate}
        return counted | {"leaver": 0, "held": len(self.not_understood)}
