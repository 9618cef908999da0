"""What stays of a record after its retention ended: a skeleton without a name (ADR 0016)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import singledispatch
from typing import Any, NewType

from sharebook.domain.acknowledgements import Acknowledgement
from sharebook.domain.attachments import Attachment
from sharebook.domain.calls import Call
from sharebook.domain.canonical import canonical
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Asker, Disclosure
from sharebook.domain.flows import Exclusion
from sharebook.domain.holds import Hold
from sharebook.domain.incidents import Incident
from sharebook.domain.names import NO_CODE, Code, PupilId, Seq
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.requests import Request

DisposalId = NewType("DisposalId", int)


class Disposed(StrEnum):
    """What was disposed of."""

    PUPIL = "pupil"  # a child, with everything about that child alone
    ENTRY = "entry"  # one entry of the log, with what it puts right
    CALL = "call"  # one call note
    FILES = "files"  # the files of one entry, which went with it to the other log


@dataclass(frozen=True, slots=True)
class Disposal:
    """One line of the disposal register; names nobody.

    Attributes:
        pupil: the number of the child it was about, or None for an entry about several.
        entries: numbers of the log that were blanked, or whose files were.
        calls: how many call notes were blanked.
        records: how many records were blanked, earlier versions too.
        first_day, last_day: the period of the entries and calls, if there were any.
        rule: row of the retention catalogue that had run out.
        years: how many years that rule had then.
        because: why now, in the office's words.
        approved_by: who approved it, with their post.
        skeleton: SHA-256, in hex, over what stays of the records (`skeleton_digest`).
    """

    id: DisposalId
    day: date
    what: Disposed
    because: str
    approved_by: str
    pupil: PupilId | None = None
    entries: tuple[int, ...] = ()
    calls: int = 0
    records: int = 0
    first_day: date | None = None
    last_day: date | None = None
    rule: Code = NO_CODE
    years: int = 0
    skeleton: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be disposed of, and on whose word.

    Attributes:
        number: the pupil's, the entry's or the call's.
        rule, years: the retention rule that ran out, if one did.
        gone: children whom another file of the register has disposed of; they count as gone here.
    """

    what: Disposed
    number: int
    day: date
    because: str
    approved_by: str
    rule: Code = NO_CODE
    years: int = 0
    gone: frozenset[PupilId] = frozenset()


@dataclass(frozen=True, slots=True)
class Bone:
    """A record as it stays, with its place in the chain."""

    entity: str
    seq: Seq
    supersedes: Seq | None
    record: object


def skeleton_digest(bones: Iterable[Bone]) -> str:
    """Return the digest, in hex, that binds what stays of disposed records, in chain order.

    Their own commitments cannot be tested any more, because their salts are gone.
    """
    told = hashlib.sha256(b"skeleton")
    for bone in bones:
        text = canonical([bone.entity, bone.seq, bone.supersedes, bone.record])
        told.update(len(text).to_bytes(4, "big") + text)
    return told.hexdigest()


@singledispatch
def skeleton(record: Any) -> Any:
    """Return what stays of `record`: days, numbers and codes, and nobody's name or words.

    Raises:
        TypeError: records of this kind name no child and are never disposed of (a bug).
    """
    message = f"a {type(record).__name__} is not disposed of"
    raise TypeError(message)


@skeleton.register
def _(record: Pupil) -> Pupil:
    return Pupil(record.id, "", "", date.min)


@skeleton.register
def _(record: Spell) -> Spell:
    return replace(record, class_name="", left_for="", other_school="")


@skeleton.register
def _(record: Contact) -> Contact:
    return Contact(
        record.id, record.pupil, "", "", responsibility=False, restriction=Restriction.NONE
    )


@skeleton.register
def _(record: Exclusion) -> Exclusion:
    return replace(record, reason="")


@skeleton.register
def _(record: Call) -> Call:
    return Call(
        record.id, record.pupil, record.day, "", None, "", (), organisations=record.organisations
    )


@skeleton.register
def _(record: Hold) -> Hold:
    return replace(record, note="")


@skeleton.register
def _(record: Disclosure) -> Disclosure:
    return replace(
        record,
        time="",
        purpose="",
        items=(),
        description="",
        basis=replace(record.basis, policy_document="", override_reason=""),
        asker=Asker(),
        decided_by="",
        decided_post="",
        reason="",
        emergency="",
        consent="",
        tracking="",
        note="",
        considered=Considered(),
        not_told=NotTold(),
    )


@skeleton.register
def _(record: Request) -> Request:
    return replace(
        record,
        asker=Asker(),
        items=(),
        asked_for="",
        purpose="",
        power="",
        tracking="",
        outcome="",
        note="",
    )


@skeleton.register
def _(record: Incident) -> Incident:
    return replace(record, aware_at="", what="", owner="", outcome="")


@skeleton.register
def _(record: Attachment) -> Attachment:
    return replace(record, name="", size=0, digest="")


@skeleton.register
def _(record: Acknowledgement) -> Acknowledgement:
    return replace(record, because="")
