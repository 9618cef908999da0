"""The shapes of the catalogues: law and lists as dated rows, never as constants in code."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.catalogue_deciding import FamilyTold, Trigger
from sharebook.domain.catalogue_law import (
    Clock,
    DutyRow,
    Exemption,
    FormQuestion,
    Interest,
    LawRow,
    NoticeItem,
    Question,
    RequestType,
    RetentionRow,
    RopaColumn,
    SchoolRecord,
    TimelineRow,
)
from sharebook.domain.catalogue_rows import Certainty, Row, Status
from sharebook.domain.catalogue_starters import SafeguardSetRow, StarterFlow
from sharebook.domain.due_rules import DueRule
from sharebook.domain.names import NO_CODE, Code

__all__ = [
    "Catalogues",
    "Certainty",
    "RetentionRow",
    "Row",
    "StarterFlow",
    "Status",
]  # and the shapes below


class Sensitivity(StrEnum):
    """What a data item asks of the basis (law.md 9.4)."""

    PERSONAL = "P"
    SPECIAL = "S"
    CRIMINAL = "C"
    HANDLE_AS_SPECIAL = "H"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulBasis(Row):
    """An Article 6(1) basis and what it asks for.

    Attributes:
        article: as cited: "Article 6(1)(e)".
        public_authority_may: whether a public authority may use it for its own tasks.
        otherwise: what a school that is no public authority relies on first instead.
        rights: which rights follow from it, beyond seeing and correcting (law.md 1.1).
    """

    article: str
    needs_gateway: bool = False
    needs_consent: bool = False
    needs_emergency: bool = False
    public_authority_may: bool = True
    otherwise: Code = NO_CODE
    rights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """An Article 9(2) condition; `schedule1` lists the usual Schedule 1 partners, best first."""

    article: str
    needs_schedule1: bool = False
    needs_consent: bool = False
    schedule1: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule1(Row):
    """A DPA 2018 Schedule 1 condition.

    Attributes:
        for_special, for_criminal: whether it serves Article 9 and Article 10 data.
        policy_waived_for_authority: no policy document when a competent authority receives.
    """

    paragraph: str
    needs_policy_document: bool = False
    policy_waived_for_authority: bool = False
    needs_no_consent_reason: bool = False
    for_special: bool = True
    for_criminal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway(Row):
    """A statute or rule that requires or permits a flow (law.md 2).

    Attributes:
        lawful_bases: the school's own bases that fit it, best first.
        conditions, schedule1, criminal: what usually goes with it where the data asks for more.
    """

    law: str
    lawful_bases: tuple[Code, ...] = ()
    conditions: tuple[Code, ...] = ()
    schedule1: tuple[Code, ...] = ()
    criminal: tuple[Code, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataItem(Row):
    """One kind of data.

    Attributes:
        subject: whose data it is: pupil, parent or any.
        locked: it could betray a protected whereabouts.
        safeguarding: what is said of it usually belongs into the compartment.
    """

    group: str
    sensitivity: Sensitivity
    subject: str = "pupil"
    locked: bool = False
    safeguarding: bool = False

    @property
    def special(self) -> bool:
        """Special category data (Article 9)."""
        return self.sensitivity is Sensitivity.SPECIAL

    @property
    def criminal(self) -> bool:
        """Criminal offence data (Article 10)."""
        return self.sensitivity is Sensitivity.CRIMINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Row):
    """A way of sending.

    Attributes:
        spoken: nothing is sent, it is said; written up afterwards.
        addressed: it goes to a named person.
    """

    secure: bool = True
    needs_receipt: bool = False
    spoken: bool = False
    addressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Row):
    """How often a flow runs.

    Attributes:
        standing: runs by itself and is computed into every covered pupil's answer;
            otherwise only recorded disclosures count.
        months: the months in which a return falls due, 1 to 12.
        due: gives the days on which it falls due.
        reminds: whether Today asks for it; other due days stand in the year view alone.
    """

    standing: bool = False
    months: tuple[int, ...] = ()
    due: tuple[DueRule, ...] = ()
    reminds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation(Row):
    """A nation; `bank_holidays` is its code in the library of bank holidays."""

    bank_holidays: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience(Row):
    """After how many school days a receipt that has not come is asked for; of `items`, if any."""

    school_days: int
    items: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """The part a recipient plays."""

    needs_contract: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRow(Row):
    """One of the headings schools use, with words that betray it and the law usually behind it.

    Attributes:
        recognise: lower-case phrases of a page that mean this heading.
        is_basis: whether it names a lawful basis, and not only a condition beside one.
        lawful_basis, condition, schedule1: default chain for a recipient nobody knows.
        colour: token of the look, "g_pi".
    """

    purpose: str = ""
    lead_in: str = ""
    recognise: tuple[str, ...] = ()
    is_basis: bool = True
    lawful_basis: Code = NO_CODE
    condition: Code = NO_CODE
    schedule1: Code = NO_CODE
    colour: str = ""
    place: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKind(Row):
    """A kind of recipient and the role it usually plays (law.md 8.2).

    Attributes:
        recognise: lower-case phrases in a name that mean this kind.
        authority: a competent authority for law enforcement.
        condition, schedule1: what schools nearly always use for special data sent to it.
        otherwise: the basis a school that is no public authority relies on first for it.
    """

    role: Code
    recognise: tuple[str, ...] = ()
    authority: bool = False
    otherwise: Code = NO_CODE
    condition: Code = NO_CODE
    schedule1: Code = NO_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolType(Row):
    """A type of school and the rules it switches (law.md 0.3)."""

    public_authority: bool = True
    record_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """Every catalogue, by code, in the order of its file."""

    lawful_bases: Mapping[Code, LawfulBasis]
    conditions: Mapping[Code, Condition]
    schedule1: Mapping[Code, Schedule1]
    gateways: Mapping[Code, Gateway]
    items: Mapping[Code, DataItem]
    methods: Mapping[Code, Method]
    cycles: Mapping[Code, Cycle]
    roles: Mapping[Code, Role]
    headings: Mapping[Code, HeadingRow]
    recipient_kinds: Mapping[Code, RecipientKind]
    school_types: Mapping[Code, SchoolType]
    nations: Mapping[Code, Nation]
    triggers: Mapping[Code, Trigger]
    safeguards: Mapping[Code, Row]
    safeguard_sets: Mapping[Code, SafeguardSetRow]
    caller_checks: Mapping[Code, Row]
    no_consent_reasons: Mapping[Code, Row]
    confidentiality: Mapping[Code, Row]
    family_told: Mapping[Code, FamilyTold]
    capacities: Mapping[Code, Row]
    regulators: Mapping[Code, Row]
    retention: Mapping[Code, RetentionRow]
    patience: Mapping[Code, Patience]
    starter_flows: Mapping[Code, StarterFlow]
    timeline: Mapping[Code, TimelineRow]
    recognised_interests: Mapping[Code, Interest]
    compatible_purposes: Mapping[Code, LawRow]
    transfers: Mapping[Code, LawRow]
    duties: Mapping[Code, DutyRow]
    decision_form: Mapping[Code, FormQuestion]
    ropa_columns: Mapping[Code, RopaColumn]
    notice_items: Mapping[Code, NoticeItem]
    golden_rules: Mapping[Code, LawRow]
    request_types: Mapping[Code, RequestType]
    clocks: Mapping[Code, Clock]
    clock_steps: Mapping[Code, LawRow]
    who_may_ask: Mapping[Code, LawRow]
    exemptions: Mapping[Code, Exemption]
    print_modes: Mapping[Code, Row]
    questions: Mapping[Code, Question]
    school_records: Mapping[Code, SchoolRecord]
