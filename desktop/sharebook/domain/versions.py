"""What a record said before: its versions, and what changed from one to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.recorded import Recorded


class Happened(StrEnum):
    """Why a version was written."""

    WRITTEN = "written"  # the first of its kind
    CHANGED = "changed"
    PUT_RIGHT = "put_right"  # by an entry with a number of its own
    MISTAKE = "mistake"
    PUT_BACK = "put_back"
    DISPOSED = "disposed"  # whatever it was: only its skeleton is left


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else.

    Attributes:
        field: its name; of a record inside the record with a dot: "basis.gateway".
        before, after: the values; None where nothing was said.
    """

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Version:
    """One writing of a record.

    Attributes:
        number: under which number; of an entry put right it differs from version to version.
        changes: what it says otherwise than the one before; of the first, all that it says.
    """

    happened: Happened
    number: int
    at: datetime
    by: str
    reason: str
    changes: tuple[Change, ...]


def versions_of(written: list[Recorded[Any]]) -> tuple[Version, ...]:
    """Return the versions of one thing, told one by one.

    Args:
        written: all its records, oldest first.
    """
    by_seq = {each.seq: each for each in written}
    told = []
    last: Recorded[Any] | None = None
    for each in written:
        # Of a flow with several versions in force an older one may be put right as well.
        before = last if each.supersedes is None else by_seq.get(each.supersedes, last)
        told.append(_version(before, each))
        last = each
    return tuple(told)


def _version(before: Recorded[Any] | None, after: Recorded[Any]) -> Version:
    happened = Happened.DISPOSED if after.disposed else _happened(before, after)
    marks = happened in {Happened.MISTAKE, Happened.PUT_BACK, Happened.DISPOSED}
    old = {} if before is None else dict(_said(before.record))
    changes = () if marks else tuple(_changes(old, dict(_said(after.record))))
    number = int(getattr(after.record, "id", 1))
    return Version(happened, number, after.at, after.by, after.reason, changes)


def _happened(before: Recorded[Any] | None, after: Recorded[Any]) -> Happened:
    if before is None:
        return Happened.WRITTEN
    old, new = before.record, after.record
    if not isinstance(old, Disclosure) or not isinstance(new, Disclosure):
        return Happened.CHANGED
    if new.is_mistake:
        return Happened.MISTAKE
    if old.is_mistake:
        return Happened.PUT_BACK
    if old.id == new.id:
        return Happened.CHANGED  # its receipt came
    return Happened.PUT_RIGHT


def _changes(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for name, after in new.items():
        before = old.get(name)
        if before != after and (before is not None or after is not False):
            yield Change(name, before, after)


def _said(record: Any, before: str = "") -> Iterator[tuple[str, object]]:
    """Yield every field with its value; None for an empty one."""
    for part in fields(record):
        name, value = f"{before}{part.name}", getattr(record, part.name)
        if name == "id":
            continue
        if is_dataclass(value) and not isinstance(value, Cohort):
            yield from _said(value, f"{name}.")
        else:
            yield name, None if value in ("", ()) else value
