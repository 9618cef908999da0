"""A child changes class or year: the old period ends the day before, a new one begins."""

from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Spell
from sharebook.services.ports import Register
from sharebook.services.returning import Place
from sharebook.services.spells import change_from, covering, pupil_now, spells_now
from sharebook.words.sentences import sentence


class ChangingClass:
    """Moves a child from class to class."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def change(self, pupil: PupilId, place: Place, person: str) -> Spell:
        """Write another year or class from a day on; what was before stays on record.

        Raises:
            Refused: there is no such child, it is not on roll on that day, no year is given, or
                year and class are the same.
        """
        year, class_name = place.year.strip(), place.class_name.strip()
        if not year:
            raise Refused("enrol_year", "year")
        old = covering(spells_now(self._register, pupil), place.first_day)
        if old is None:
            name = pupil_now(self._register, pupil).record.full_name
            raise Refused("move_not_here", "first_day", name=name, day=place.first_day)
        if (year, class_name) == (old.record.year, old.record.class_name):
            raise Refused("move_same_class", "class_name")
        with self._register.writing(person) as writer:
            return change_from(
                *(writer, old, place.first_day, sentence("move_reason")),
                year=year,
                class_name=class_name,
            )
