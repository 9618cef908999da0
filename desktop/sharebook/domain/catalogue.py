"""The shapes of the catalogues: law and lists as dated rows, never as constants in code."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.catalogue_chain import Condition, Gateway, LawfulBasis, Schedule1
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
    Transfer,
)
from sharebook.domain.catalogue_rows import Certainty, Row, Status
from sharebook.domain.catalogue_starters import SafeguardSetRow, StarterFlow
from sharebook.domain.due_rules import DueRule
from sharebook.domain.names import NO_CODE, Code

__all__ = [
    "Catalogues",
    "Certainty",
    "Condition",
    "Gateway",
    "LawfulBasis",
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
class DataItem(Row):
    """One kind of data.

    Attributes:
        subject: whose data it is: pupil, parent or any.
        locked: it could betray a protected whereabouts.
        safeguarding: what is said of it usually belongs into the compartment.
        confidential: the school usually has it in confidence.
        asks_why: it is asked of every single sharing why this is needed.
    """

    group: str
    sensitivity: Sensitivity
    subject: str = "pupil"
    locked: bool = False
    safeguarding: bool = False
    confidential: bool = False
    asks_why: bool = False

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
        needs_tracking: it has a number by which it can be followed.
    """

    secure: bool = True
    needs_receipt: bool = False
    spoken: bool = False
    addressed: bool = False
    needs_tracking: bool = False


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
    """A nation: its code in the library of bank holidays, its country (ISO 3166)."""

    bank_holidays: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience(Row):
    """After how many school days a receipt that has not come is asked for; of `items`, if any."""

    school_days: int
    items: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """The part a recipient plays.

    Attributes:
        needs_contract: it works on the school's instructions, and a contract must say so.
        needs_agreement: the law asks for an arrangement with it.
        wants_agreement: good practice asks for one, where sharing is regular and no law is behind.
    """

    needs_contract: bool = False
    needs_agreement: bool = False
    wants_agreement: bool = False


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
        whole_roll: by its work or by law it is told of every child; leaving a protected one out
            would break the school's own records or a duty.
    """

    role: Code
    recognise: tuple[str, ...] = ()
    authority: bool = False
    otherwise: Code = NO_CODE
    condition: Code = NO_CODE
    schedule1: Code = NO_CODE
    whole_roll: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementKind(Row):
    """A kind of agreement; `title` stands over it on paper."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionKind(Row):
    """Why a child is shut out; `needs_words` asks for more than the kind."""

    needs_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment(Row):
    """How a child is registered here who goes to two schools.

    Attributes:
        main: this school is the child's main one.
        other: the words before the other school's name.
        recognise: lower-case words with which a pupil system says it.
    """

    main: bool = False
    other: str = ""
    recognise: tuple[str, ...] = ()


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
    agreement_kinds: Mapping[Code, AgreementKind]
    exclusion_kinds: Mapping[Code, ExclusionKind]
    enrolments: Mapping[Code, Enrolment]
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
    transfers: Mapping[Code, Transfer]
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
