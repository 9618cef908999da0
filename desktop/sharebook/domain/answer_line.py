"""One line of an answer, and the facts of one pupil that all lines are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.intervals import Interval
from sharebook.domain.names import NO_CODE, Code, RecipientId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient


@dataclass(frozen=True, slots=True)
class Before:
    """What was so until a day: a name, or the code of a basis or a cycle."""

    value: str
    until: date


@dataclass(frozen=True, slots=True)
class PupilFacts:
    """Everything known about one pupil's sharing at one moment.

    Attributes:
        earlier: what the pupil's record said before, where that decides who was covered; each
            with the last day on which it stood, oldest first.
    """

    pupil: Pupil
    spells: tuple[Spell, ...]
    flows: tuple[Flow, ...]
    exclusions: tuple[Exclusion, ...]
    disclosures: tuple[Disclosure, ...]
    recipients: Mapping[RecipientId, Recipient]
    earlier: tuple[tuple[date, Pupil], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of an answer: one recipient, one purpose.

    Attributes:
        regular: runs by itself; otherwise it was sent on particular occasions.
        since: the first day the recipient had data under this line.
        until: the last day, where it has ended; None while it runs.
        last_sent: the newest recorded sending, or None where none is recorded singly.
        times: recorded sendings.
        periods: of regular sharing, the stretches of days it took in the pupil, oldest first.
        partly: items that went in some of these days only, each with its own stretches.
        names_before: names the recipient had in these days, oldest first.
        bases_before: codes of the lawful bases relied on before the one that stands here.
        cycles_before: codes of how often it was before.
    """

    recipient: RecipientId
    name: str
    purpose: str
    items: tuple[Code, ...]
    heading: Code
    basis: BasisChain
    regular: bool
    since: date
    description: str = ""
    cycle: Code = NO_CODE
    method: Code = NO_CODE
    until: date | None = None
    last_sent: date | None = None
    times: int = 0
    periods: tuple[Interval, ...] = ()
    partly: tuple[tuple[Code, tuple[Interval, ...]], ...] = ()
    names_before: tuple[Before, ...] = ()
    bases_before: tuple[Before, ...] = ()
    cycles_before: tuple[Before, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether it was regular and is no longer."""
        return self.regular and self.until is not None


def names_between(recipient: Recipient, first: date, last: date) -> tuple[Before, ...]:
    """Return the names a recipient had from `first` on and no longer had on `last`."""
    now = recipient.name_on(last)
    former = sorted(recipient.former_names, key=lambda each: each.until)
    return tuple(
        Before(each.name, each.until)
        for each in former
        if first <= each.until < last and each.name != now
    )
