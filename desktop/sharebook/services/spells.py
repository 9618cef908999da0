"""A child's periods on roll as the verbs around them need them: newest records, in order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.domain.recorded import Recorded, known_at
from sharebook.services.ports import Register, Writer

DAY = timedelta(days=1)


def pupil_now(register: Register, pupil: PupilId) -> Recorded[Pupil]:
    """Return what a child's record says now.

    Raises:
        Refused: there is no such child, or the record was disposed of.
    """
    for each in register.versions(Pupil, pupil)[::-1]:
        if each.superseded_by is None and not each.record.disposed_of:
            return each
    raise Refused("pupil_unknown", "pupil", number=pupil)


def spells_now(register: Register, pupil: PupilId) -> list[Recorded[Spell]]:
    """Return a child's periods on roll that nothing supersedes, oldest first.

    Raises:
        Refused: there is no such child, or the record was disposed of.
    """
    pupil_now(register, pupil)
    spells = [each for each in register.about(Spell, pupil) if each.superseded_by is None]
    return sorted(spells, key=lambda each: each.record.first_day)


def covering(spells: Sequence[Recorded[Spell]], day: date) -> Recorded[Spell] | None:
    """Return the record of the spell that counts on `day`."""
    found = spell_on((each.record for each in spells), day)
    return next((each for each in spells if each.record is found), None)


def change_from(
    writer: Writer, old: Recorded[Spell], first_day: date, reason: str, **changes: Any
) -> Spell:
    """Write that a running spell says something else from `first_day` on.

    It ends the day before and another begins; on its own first day it is put right instead.
    """
    was = old.record
    if first_day <= was.first_day:
        right = replace(was, **changes)
        writer.add(right, supersedes=old.seq, reason=reason)
        return right
    ended = replace(was, last_day=first_day - DAY, left_for="")
    writer.add(ended, supersedes=old.seq, reason=reason)
    begun = replace(was, id=SpellId(writer.next_id(Spell)), first_day=first_day, **changes)
    writer.add(begun)
    return begun


def names_now(register: Register, pupils: Sequence[PupilId]) -> list[str]:
    """Return the names of some children, in their order."""
    known = (known_at(register.versions(Pupil, each), None) for each in pupils)
    return [found[-1].full_name for found in known if found]
