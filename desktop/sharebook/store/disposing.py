"""Disposing of a child, an entry, a call note or files in one register-shaped file (ADR 0016).

The disposal is written like any record; then what it covers is blanked. Both happen in one
transaction, and the guards of the schema let nothing else through.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sharebook.domain.acknowledgements import About
from sharebook.domain.calls import Call
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import (
    Bone,
    Disposal,
    DisposalId,
    Disposed,
    Order,
    skeleton,
    skeleton_digest,
)
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, Seq
from sharebook.domain.recorded import Recorded
from sharebook.store import search
from sharebook.store.families.acknowledgement import ACKNOWLEDGEMENT
from sharebook.store.families.attachment import ATTACHMENT
from sharebook.store.families.call import CALL
from sharebook.store.families.contact import CONTACT
from sharebook.store.families.disclosure import DISCLOSURE
from sharebook.store.families.exclusion import EXCLUSION
from sharebook.store.families.hold import HOLD
from sharebook.store.families.incident import INCIDENT
from sharebook.store.families.pupil import PUPIL
from sharebook.store.families.request import REQUEST
from sharebook.store.families.spell import SPELL
from sharebook.store.family import Family
from sharebook.store.holding import HOLDS
from sharebook.store.reading import Reader
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import MAIN, Connection

_OF_ENTRY = (REQUEST, INCIDENT, ATTACHMENT)  # each names the number of the entry it belongs to
DISPOSABLE: tuple[Family[Any], ...] = (
    PUPIL,
    SPELL,
    CONTACT,
    EXCLUSION,
    HOLD,
    DISCLOSURE,
    CALL,
    *_OF_ENTRY,
    ACKNOWLEDGEMENT,
)
_NAMES_PUPIL = (SPELL, CONTACT, EXCLUSION, HOLD, CALL)
_STANDING = " AND r.salt <> zeroblob(16)"


@dataclass(frozen=True, slots=True)
class Found:
    """A record that an order covers, with its family."""

    family: Family[Any]
    recorded: Recorded[Any]

    @property
    def bone(self) -> Bone:
        """What stays of it."""
        recorded = self.recorded
        kept = skeleton(recorded.record)
        return Bone(self.family.entity, recorded.seq, recorded.supersedes, kept)


def covered(
    connection: Connection, shelves: Shelves, order: Order, schema: str = MAIN
) -> list[Found]:
    """Return every record `order` would blank, in chain order; earlier versions too."""
    reader = Reader(connection, shelves, schema)
    if order.what is Disposed.FILES:
        found = list(_files_of(reader, order.number))
    elif order.what is Disposed.PUPIL:
        found = list(_of_pupil(connection, reader, order.number, order.gone))
    else:
        finders = {Disposed.ENTRY: _of_entry, Disposed.CALL: _of_call}
        found = list(finders[order.what](connection, reader, order.number))
    found += _beside(reader, found)
    once = {each.recorded.seq: each for each in found}  # a request is found by child and by entry
    return [once[seq] for seq in sorted(once)]


def disposal_of(identifier: DisposalId, order: Order, found: list[Found]) -> Disposal:
    """Return the line of the disposal register for `order`."""
    entries = [each.recorded.record for each in found if each.family is DISCLOSURE]
    calls = [each.recorded.record for each in found if each.family is CALL]
    days = [each.day for each in (*entries, *calls)]
    return Disposal(
        id=identifier,
        day=order.day,
        what=order.what,
        because=order.because,
        approved_by=order.approved_by,
        pupil=_whom(order, entries, calls),
        entries=_numbers(order, entries),
        calls=len({each.id for each in calls}),
        records=len(found),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        rule=order.rule,
        years=order.years,
        skeleton=skeleton_digest(each.bone for each in found),
    )


def blank(
    connection: Connection, shelves: Shelves, disposal: Seq, found: list[Found], schema: str = MAIN
) -> None:
    """Empty the records of a disposal that was just written at `disposal`."""
    connection.executemany(
        f"INSERT INTO {schema}.disposed (seq, disposal) VALUES (?, ?)",  # noqa: S608 - our own name
        [(each.recorded.seq, disposal) for each in found],
    )
    for each in found:
        names = ", ".join(f'"{name}" = ?' for name in each.family.names)
        cells = each.family.to_row(skeleton(each.recorded.record), shelves)
        connection.execute(
            f'UPDATE {schema}."{each.family.entity}"'  # noqa: S608 - our own names
            f" SET reason = '', salt = zeroblob(16), {names} WHERE seq = ?",
            [*cells, each.recorded.seq],
        )
    connection.execute(
        f"DELETE FROM {schema}.attached_file"  # noqa: S608 - our own name
        f" WHERE digest NOT IN (SELECT digest FROM {schema}.attachment)"
    )
    for pupil in {each.recorded.record.id for each in found if each.family is PUPIL}:
        search.forget(connection, pupil)


def _numbers(order: Order, entries: list[Disclosure]) -> tuple[int, ...]:
    if order.what is Disposed.FILES:
        return (order.number,)
    return tuple(sorted({int(each.id) for each in entries}))


def _whom(order: Order, entries: list[Disclosure], calls: list[Call]) -> PupilId | None:
    if order.what is Disposed.PUPIL:
        return PupilId(order.number)
    pupils = {pupil for each in entries for pupil in each.cohort}
    pupils |= {each.pupil for each in calls}
    return pupils.pop() if len(pupils) == 1 else None


def _of_pupil(
    connection: Connection, reader: Reader, number: int, elsewhere: frozenset[PupilId]
) -> Iterator[Found]:
    for family in _NAMES_PUPIL:
        yield from _found(
            family, reader.read(family, f"WHERE r.pupil = ?{_STANDING}", values=[number])
        )
    yield from _found(PUPIL, reader.read(PUPIL, f"WHERE r.id = ?{_STANDING}", values=[number]))
    gone = _gone(connection) | {number} | elsewhere
    held = reader.read(DISCLOSURE, HOLDS + _STANDING, values={"pupil": number})
    yield from _found(DISCLOSURE, (each for each in held if gone.issuperset(each.record.cohort)))
    yield from _asked_about(reader, number, gone)


def _asked_about(reader: Reader, number: int, gone: set[int]) -> Iterator[Found]:
    """Yield requests about the child of which no version names a child who is still here."""
    named = """WHERE r.id IN (
        SELECT q.id FROM request q CROSS JOIN json_each(q.pupils) each WHERE each.value = ?)"""
    versions = reader.read(REQUEST, named + _STANDING, values=[number])
    stay = {
        each.record.id
        for each in reader.read(REQUEST, named, values=[number])
        if not gone.issuperset(each.record.pupils)
    }
    yield from _found(REQUEST, (each for each in versions if each.record.id not in stay))


def _of_entry(connection: Connection, reader: Reader, number: int) -> Iterator[Found]:
    """Yield every writing of the event an entry is about: what it puts right, and what puts it."""
    tree = """WITH RECURSIVE event (seq) AS (
        SELECT seq FROM disclosure WHERE id = ?
        UNION SELECT d.seq FROM disclosure d JOIN event e
            ON d.supersedes = e.seq
            OR d.seq = (SELECT supersedes FROM disclosure WHERE seq = e.seq))
        SELECT seq FROM event"""
    for (seq,) in connection.execute(tree, (number,)).fetchall():
        yield from _found(
            DISCLOSURE, reader.read(DISCLOSURE, f"WHERE r.seq = ?{_STANDING}", values=[seq])
        )


def _beside(reader: Reader, found: list[Found]) -> Iterator[Found]:
    """Yield what belongs to the entries among `found`: requests, incidents, files."""
    for number in {each.recorded.record.number for each in found if each.family is DISCLOSURE}:
        for family in _OF_ENTRY:
            told = f'WHERE r.id IN (SELECT id FROM "{family.entity}" WHERE entry = ?){_STANDING}'  # noqa: S608 - our own name
            yield from _found(family, reader.read(family, told, values=[number]))
        left = f"WHERE r.about = ? AND r.number = ?{_STANDING}"
        yield from _found(
            ACKNOWLEDGEMENT, reader.read(ACKNOWLEDGEMENT, left, values=[About.ENTRY, number])
        )


def _files_of(reader: Reader, number: int) -> Iterator[Found]:
    return _found(
        ATTACHMENT, reader.read(ATTACHMENT, f"WHERE r.entry = ?{_STANDING}", values=[number])
    )


def _of_call(_connection: Connection, reader: Reader, number: int) -> Iterator[Found]:
    return _found(CALL, reader.read(CALL, f"WHERE r.id = ?{_STANDING}", values=[number]))


def _found(family: Family[Any], read: Iterable[Recorded[Any]]) -> Iterator[Found]:
    return (Found(family, each) for each in read)


def _gone(connection: Connection) -> set[int]:
    rows = connection.execute("SELECT pupil FROM disposal WHERE what = ?", (Disposed.PUPIL,))
    return {int(row[0]) for row in rows.fetchall()}


def refuse_empty(order: Order, found: list[Found]) -> None:
    """Let an order pass that covers something.

    Raises:
        Refused: disposal_nothing, no such thing, or it was disposed of already.
    """
    if not found:
        raise Refused("disposal_nothing", what=order.what.value, number=order.number)
