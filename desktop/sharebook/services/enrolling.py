"""Add one child by hand, on roll from a day; a list of children is brought in instead."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain import upn as upns
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import known_at
from sharebook.services.ports import Register


@dataclass(frozen=True, slots=True)
class NewPupil:
    """What the office types about a child who joins."""

    surname: str
    forename: str
    born: date | None
    year: str
    class_name: str = ""
    upn: str = ""
    known_as: str = ""
    first_day: date | None = None


class Enrolling:
    """Writes a child and the first period on roll."""

    def __init__(self, register: Register, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def enrol(self, new: NewPupil, person: str) -> Pupil:
        """Write the child, on roll from the day given (None: today).

        Raises:
            Refused: a name, the date of birth or the year is missing, a day makes no sense, the
                unique pupil number is mistyped or another child's, or the child is there already.
        """
        self._must_be_whole(new)
        number = upns.tidy(new.upn)
        number_is_sound(number)
        self._is_new(new, number)
        with self._register.writing(person) as writer:
            pupil = Pupil(
                PupilId(writer.next_id(Pupil)),
                new.surname.strip(),
                new.forename.strip(),
                new.born or date.min,
                number,
                upns.state(number),
                new.known_as.strip(),
            )
            writer.add(pupil)
            writer.add(self._spell(new, pupil.id, SpellId(writer.next_id(Spell))))
        return pupil

    def _spell(self, new: NewPupil, pupil: PupilId, identifier: SpellId) -> Spell:
        first = new.first_day or self._clock.today()
        return Spell(identifier, pupil, new.year.strip(), new.class_name.strip(), first)

    def _must_be_whole(self, new: NewPupil) -> None:
        if not new.surname.strip():
            raise Refused("enrol_surname", "surname")
        if not new.forename.strip():
            raise Refused("enrol_forename", "forename")
        if new.born is None:
            raise Refused("enrol_born", "born")
        if new.born > self._clock.today():
            raise Refused("enrol_born_ahead", "born", born=new.born)
        if not new.year.strip():
            raise Refused("enrol_year", "year")
        if new.first_day is not None and new.first_day < new.born:
            raise Refused("enrol_before_birth", "first_day")

    def _is_new(self, new: NewPupil, number: str) -> None:
        number_is_free(self._register, number)
        named = (new.surname.strip().casefold(), new.forename.strip().casefold())
        for known in known_at(self._register.current(Pupil), None):
            same = (known.surname.casefold(), known.forename.casefold()) == named
            if same and known.born == new.born and not (number and known.upn):
                raise Refused("enrol_known", "surname", name=known.full_name, born=known.born)


def number_is_sound(number: str) -> None:
    """Let a tidied number through that is empty or right.

    Raises:
        Refused: it has another shape, or a mistyped character.
    """
    if not number or upns.is_sound(number):
        return
    if not upns.is_well_formed(number):
        raise Refused("enrol_upn_shape", "upn", upn=number)
    raise Refused("enrol_upn_letter", "upn", upn=number, letter=upns.check_letter(number[1:]))


def number_is_free(register: Register, number: str, own: PupilId | None = None) -> None:
    """Let a number through that no other child than `own` has or had.

    Raises:
        Refused: another child has or had it.
    """
    for known in known_at(register.current(Pupil), None) if number else ():
        if known.id != own and number in (known.upn, *known.former_upns):
            raise Refused("enrol_upn_taken", "upn", upn=number, name=known.full_name)
