"""Regular sharing: true every day for every pupil it covers, computed and never copied."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sharebook.domain.bases import BasisChain
from sharebook.domain.names import (
    NO_CODE,
    AgreementId,
    Code,
    ExclusionId,
    FlowId,
    PupilId,
    RecipientId,
    SafeguardSetId,
)
from sharebook.domain.pupils import Pupil, Spell


class Reach(StrEnum):
    """Which pupils a rule takes in."""

    ALL = "all"  # everyone on roll
    YEARS = "years"
    CLASSES = "classes"
    FLAG = "flag"
    PICKED = "picked"


class Standing(StrEnum):
    """Whether a flow may be used."""

    ACTIVE = "active"
    CONDITIONAL = "conditional"  # only in the case its condition describes
    RESERVED = "reserved"  # to be agreed; nothing may be sent under it


@dataclass(frozen=True, slots=True)
class CohortRule:
    """A rule for pupils, evaluated against spells for each day.

    Attributes:
        values: year groups, class names or the flag, as `reach` says; empty for all.
        pupils: the picked pupils, for `Reach.PICKED`.
    """

    reach: Reach = Reach.ALL
    values: tuple[str, ...] = ()
    pupils: tuple[PupilId, ...] = ()

    @property
    def names_somebody(self) -> bool:
        """Whether it says whom it takes in; a rule for years without a year takes in nobody."""
        if self.reach is Reach.PICKED:
            return bool(self.pupils)
        return self.reach is Reach.ALL or bool(self.values)

    def takes(self, pupil: Pupil, spell: Spell) -> bool:
        """Say whether the rule takes in `pupil` during `spell`."""
        match self.reach:
            case Reach.ALL:
                return True
            case Reach.YEARS:
                return spell.year in self.values
            case Reach.CLASSES:
                return spell.class_name in self.values
            case Reach.FLAG:
                return any(flag in self.values for flag in pupil.flags)
            case Reach.PICKED:
                return pupil.id in self.pupils


@dataclass(frozen=True, slots=True)
class Flow:
    """One dated version of regular sharing with one recipient for one purpose.

    Several versions share an `id`; on any day at most one of them is valid.

    Attributes:
        version: counts the versions of this flow from 1.
        unit: the part of the recipient that receives it, or "".
        purpose: why, as a family should hear it: "so that lunch is safe".
        heading: the school's own heading this flow stands under in the notice.
        notice_line: the line of the notice that names it; several flows may share one line.
        cycle: how often; case-by-case cycles are not computed into answers, their disclosures are.
        condition: when a conditional flow may be used.
        valid_to: last day of this version, or None while it runs.
        safeguards: those of its own, on top of the set's.
        safeguard_set: a reusable set it takes over.
        safeguards_except: those of the set that do not hold here ("as above except ...").
        onward: to whom the recipient may pass it on, in words; "" if to nobody.
        country: where the data goes, if not to the recipient's own country (ISO 3166).
        transfer: what lets it leave the United Kingdom: a row of the transfers catalogue.
        transfer_assessment: reference of the transfer risk assessment.
        protected_off: children whose whereabouts are protected are left out unless let in.
        let_in: protected children let in by name.
    """

    id: FlowId
    version: int
    recipient: RecipientId
    purpose: str
    valid_from: date
    unit: str = ""
    valid_to: date | None = None
    items: tuple[Code, ...] = ()
    optional_items: tuple[Code, ...] = ()
    basis: BasisChain = field(default_factory=BasisChain)
    heading: Code = NO_CODE
    notice_line: str = ""
    method: Code = NO_CODE
    cycle: Code = NO_CODE
    safeguards: tuple[Code, ...] = ()
    covers: CohortRule = field(default_factory=CohortRule)
    standing: Standing = Standing.ACTIVE
    condition: str = ""
    agreement: AgreementId | None = None
    role: Code = NO_CODE
    starter: Code = NO_CODE
    safeguard_set: SafeguardSetId | None = None
    safeguards_except: tuple[Code, ...] = ()
    onward: str = ""
    country: str = ""
    transfer: Code = NO_CODE
    transfer_assessment: str = ""
    protected_off: bool = False
    let_in: tuple[PupilId, ...] = ()

    def runs_on(self, day: date) -> bool:
        """Say whether this version is valid on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One pupil shut out of one recipient, or of one flow, between two days.

    Attributes:
        flow: only this flow, or None for everything the recipient gets.
    """

    id: ExclusionId
    pupil: PupilId
    recipient: RecipientId
    reason: str
    first_day: date
    last_day: date | None = None
    flow: FlowId | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the exclusion is in force on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
