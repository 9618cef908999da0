"""A child goes to two schools: how it is registered here, and which the other one is."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code, PupilId
from sharebook.domain.pupils import Spell
from sharebook.services.ports import Register
from sharebook.services.spells import change_from, covering, pupil_now, spells_now
from sharebook.words.sentences import sentence


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How a child is registered from a day on; NO_CODE means at this school alone."""

    enrolment: Code
    other_school: str
    first_day: date


class DualRegistering:
    """Writes how a child is registered here."""

    def __init__(self, register: Register, catalogues: Catalogues) -> None:
        self._register = register
        self._catalogues = catalogues

    def register(self, pupil: PupilId, wanted: Elsewhere, person: str) -> Spell:
        """Write that the child is registered so from a day on.

        Raises:
            Refused: there is no such child or kind, the child is not on roll on that day, the
                other school is not named, or nothing would change.
        """
        other = wanted.other_school.strip() if wanted.enrolment else ""
        self._is_sound(wanted.enrolment, other)
        old = covering(spells_now(self._register, pupil), wanted.first_day)
        if old is None:
            name = pupil_now(self._register, pupil).record.full_name
            raise Refused("move_not_here", "first_day", name=name, day=wanted.first_day)
        if (wanted.enrolment, other) == (old.record.enrolment, old.record.other_school):
            raise Refused("dual_same", "enrolment")
        with self._register.writing(person) as writer:
            return change_from(
                *(writer, old, wanted.first_day, sentence("dual_reason")),
                enrolment=wanted.enrolment,
                other_school=other,
            )

    def _is_sound(self, enrolment: Code, other: str) -> None:
        if enrolment == NO_CODE:
            return
        if enrolment not in self._catalogues.enrolments:
            raise Refused("dual_unknown", "enrolment")
        if not other:
            raise Refused("dual_needs_school", "other_school")
