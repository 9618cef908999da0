"""What the practice files hold, in shapes; the files are the script, the code only plays it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from sharebook import assets
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.school import School

FOLDER = "practice"
T = TypeVar("T")
_ROUTINE = Code("routine")


@dataclass(frozen=True, slots=True)
class Staff:
    """Someone at the school who decides."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class SchoolScript:
    """The school, its staff by their part, its classes by year group.

    Attributes:
        policy_document: the one that flows refer to where the law asks for one.
    """

    school: School
    staff: Mapping[str, Staff]
    classes: Mapping[str, tuple[str, str]]
    policy_document: str = ""


@dataclass(frozen=True, slots=True)
class NamesScript:
    """Names for children and adults, and the streets they live in."""

    forenames: tuple[str, ...]
    surnames: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    streets: tuple[str, ...]
    flags: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AdultScript:
    """An adult of a child who plays a part."""

    name: str
    relationship: str
    responsibility: bool = True
    restriction: str = "none"
    restriction_note: str = ""
    evidence: str = ""
    orders: tuple[str, ...] = ()
    address_hidden: bool = False
    no_reports: bool = False


@dataclass(frozen=True, slots=True)
class AwayScript:
    """Days in one school year when a child was not on roll: the last, the first back, where to."""

    gone: str
    back: str
    to: str


@dataclass(frozen=True, slots=True)
class ElsewhereScript:
    """How a child is registered here from a day on, and which its other school is."""

    enrolment: Code
    school: str
    since: str


@dataclass(frozen=True, slots=True)
class ChildScript:
    """A child who plays a part; `born` is month and day.

    Attributes:
        lives_with: surname of another family of the script that has the same address.
    """

    surname: str
    forename: str
    year: str
    class_name: str
    born: str
    adults: tuple[AdultScript, ...] = ()
    known_as: str = ""
    protected: bool = False
    flags: tuple[str, ...] = ()
    leaves: str = ""
    left_for: str = ""
    lives_with: str = ""
    former_names: tuple[str, ...] = ()
    former_upns: tuple[str, ...] = ()
    away: AwayScript | None = None
    elsewhere: ElsewhereScript | None = None


@dataclass(frozen=True, slots=True)
class FormerScript:
    """A name a recipient once had."""

    name: str
    until: str


@dataclass(frozen=True, slots=True)
class RecipientScript:
    """A recipient; its role is its kind's unless said."""

    name: str
    kind: Code
    role: Code = NO_CODE
    units: tuple[str, ...] = ()
    former: tuple[FormerScript, ...] = ()
    person: str = ""
    secure_address: str = ""
    phone: str = ""
    dpo: str = ""
    keeps_for: str = ""
    contract: str = ""
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class FlowScript:
    """A flow: a starter from the catalogue, and what is different here.

    Attributes:
        basis: parts of the basis chain that differ, by their name.
        standing, condition, years, flag: the starter's unless said.
        follows: key of the flow this is the next version of.
        in_notice: False leaves the recipient out of the notice.
    """

    to: str
    starter: Code = NO_CODE
    since: str = ""
    purpose: str = ""
    unit: str = ""
    notice_line: str = ""
    in_notice: bool = True
    heading: Code = NO_CODE
    items: tuple[Code, ...] = ()
    optional_items: tuple[Code, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
    method: Code = NO_CODE
    cycle: Code = NO_CODE
    safeguards: tuple[Code, ...] = ()
    years: tuple[str, ...] = ()
    flag: str = ""
    standing: str = ""
    condition: str = ""
    agreement: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class EventScript:
    """Something that happens every school year, or a story that happens once.

    Attributes:
        flow: the flow it runs under; "" for sharing outside any flow, then `to` names who.
        each: who is in it: all, year, class, some, one, joiner, mover, leaver, or named.
        days: month and day in every year, or one "years month-day" of a story.
        times: how many school days chosen by chance instead of `days`.
        size: fewest and most pupils, for some.
        decided: a part of the staff, or "" where nobody is named.
        corrects: key of the story that this one puts right; `why` says why.
    """

    flow: str = ""
    each: str = "one"
    days: tuple[str, ...] = ()
    times: int = 0
    years: tuple[str, ...] = ()
    flag: str = ""
    size: tuple[int, int] = (2, 12)
    descriptions: tuple[str, ...] = ()
    items: tuple[Code, ...] = ()
    decided: str = "office"
    trigger: Code = _ROUTINE
    decision: str = "shared"
    reason: str = ""
    emergency: str = ""
    consent: str = ""
    asker: tuple[str, str, str] = ("", "", "")
    receipt: str = "not_needed"
    tracking: str = ""
    told: Code = NO_CODE
    method: Code = NO_CODE
    note: str = ""
    pupils: tuple[str, ...] = ()
    to: str = ""
    unit: str = ""
    purpose: str = ""
    heading: Code = NO_CODE
    basis: Mapping[str, str] = field(default_factory=dict)
    corrects: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalScript:
    """One signature; `signed` is said from today."""

    organisation: str
    post: str
    name: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class HistoryScript:
    """One line of a document history."""

    version: str
    day: str
    author: str
    released_to: str
    comment: str


@dataclass(frozen=True, slots=True)
class AgreementScript:
    """An agreement; its dates are said from today."""

    title: str
    to: tuple[str, ...]
    starts: str
    review: str = ""
    ends: str = ""
    owner: str = ""
    directorate: str = ""
    covers: str = ""
    version: str = "1"
    partners: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    statutes: tuple[str, ...] = ()
    history: tuple[HistoryScript, ...] = ()
    approvals: tuple[ApprovalScript, ...] = ()


@dataclass(frozen=True, slots=True)
class ExclusionScript:
    """Someone shut out of a recipient; `pupil` is a full name or a number on the roll."""

    pupil: str
    to: str
    reason: str
    since: str
    flow: str = ""


def read(name: str, shape: type[T]) -> T:
    """Return one file of the script.

    Raises:
        msgspec.ValidationError: the file does not fit its shape (a bug, kept loud).
    """
    return msgspec.toml.decode(assets.read_text(FOLDER, f"{name}.toml"), type=shape)
